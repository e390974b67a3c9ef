// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity 0.8.28;

import {Safe} from "@safe-global/safe-contracts/contracts/Safe.sol";
import {Enum} from "@safe-global/safe-contracts/contracts/common/Enum.sol";
import {IDealBook} from "../src/interfaces/IDealBook.sol";
import {IVehicleRegistry} from "../src/interfaces/IVehicleRegistry.sol";
import {DealFixture} from "./DealFixture.sol";

/// Replays, other chains, other Safes, cars sold twice, collusion.
contract DealAttacksTest is DealFixture {
    function test_aSettlementIsNotReplayed() public {
        bytes32 dealId = bothIn(defaultTerms());
        IDealBook.Settlement memory s = release(dealId);
        bytes memory signatures = signPair(safeTxHash(dealId, s), alice, bob);
        Safe safe = safeOf(dealId);
        execute(safe, address(module), settleCall(dealId, s), signatures);
        vm.expectRevert("GS026"); // the nonce moved on
        execute(safe, address(module), settleCall(dealId, s), signatures);
    }

    function test_aSignatureForOneSafeIsNotGoodForAnother() public {
        IDealBook.Terms memory t = defaultTerms();
        bytes32 first = bothIn(t);
        IDealBook.Settlement memory s = release(first);
        bytes memory signatures = signPair(safeTxHash(first, s), alice, bob);
        settle(first, refund(first), alice, bob); // they changed their minds; the release was signed though
        t.salt = 2;
        bytes32 second = bothIn(t);
        Safe other = safeOf(second);
        vm.expectRevert("GS026");
        execute(other, address(module), settleCall(second, s), signatures);
        vm.expectRevert("GS026");
        execute(other, address(module), settleCall(first, s), signatures);
    }

    function test_signaturesOfAnotherChainAreNotGoodHere() public {
        IDealBook.Terms memory t = defaultTerms();
        uint256 here = block.chainid;
        vm.chainId(here + 1);
        bytes memory elsewhere = signTerms(alice, t);
        vm.chainId(here);
        vm.expectRevert(abi.encodeWithSelector(IDealBook.BadSignature.selector, alice));
        vm.prank(alice);
        book.offer(t, elsewhere);
        bytes32 dealId = bothIn(t);
        IDealBook.Settlement memory s = release(dealId);
        vm.chainId(here + 1);
        bytes memory signatures = signPair(safeTxHash(dealId, s), alice, bob);
        vm.chainId(here);
        Safe safe = safeOf(dealId);
        vm.expectRevert("GS026");
        execute(safe, address(module), settleCall(dealId, s), signatures);
    }

    function test_oneSellersSignatureDoesNotAcceptOtherTerms() public {
        IDealBook.Terms memory low = defaultTerms();
        low.price = PRICE / 2;
        low.fallbackToBuyer = PRICE / 2;
        bytes32 lowDeal = offer(low);
        bytes memory forHigh = signTerms(bob, defaultTerms());
        vm.expectRevert(abi.encodeWithSelector(IDealBook.BadSignature.selector, bob));
        vm.prank(bob);
        book.accept(lowDeal, forHigh);
    }

    function test_dealIdsDiffer(uint256 saltA, uint256 saltB) public view {
        vm.assume(saltA != saltB);
        IDealBook.Terms memory t = defaultTerms();
        t.salt = saltA;
        bytes32 idA = book.hashTerms(t);
        t.salt = saltB;
        assertTrue(idA != book.hashTerms(t), "ids");
    }

    function test_aCarIsNotSoldTwice() public {
        IDealBook.Terms memory t = defaultTerms();
        IDealBook.Terms memory other = defaultTerms();
        other.buyer = mallory;
        bytes32 second = offer(other);
        bytes32 first = accept(t);
        bytes memory signed = signTerms(bob, other);
        vm.startPrank(bob);
        vm.expectRevert(abi.encodeWithSelector(IDealBook.AlreadyInDeal.selector, car, first));
        book.accept(second, signed);
        vm.expectRevert(abi.encodeWithSelector(IVehicleRegistry.LockedInDeal.selector, car, first));
        registry.transferFrom(bob, mallory, uint256(car));
        vm.expectRevert(abi.encodeWithSelector(IVehicleRegistry.LockedInDeal.selector, car, first));
        registry.safeTransferFrom(bob, mallory, uint256(car), "");
        vm.stopPrank();
    }

    function test_anOldApprovalDoesNotReachIntoTheSafe() public {
        vm.startPrank(bob);
        registry.approve(mallory, uint256(car));
        registry.setApprovalForAll(mallory, true);
        vm.stopPrank();
        bytes32 dealId = bothIn(defaultTerms());
        address safe = address(safeOf(dealId));
        vm.expectRevert();
        vm.prank(mallory);
        registry.transferFrom(safe, mallory, uint256(car));
        settle(dealId, release(dealId), alice, bob);
        vm.expectRevert();
        vm.prank(mallory);
        registry.transferFrom(alice, mallory, uint256(car));
    }

    function test_theSellerCannotWriteWhileTheTitleIsInTheSafe() public {
        bothIn(defaultTerms());
        vm.expectRevert(
            abi.encodeWithSelector(IVehicleRegistry.NotAllowed.selector, car, bob, IVehicleRegistry.Kind.OwnerStatement)
        );
        vm.prank(bob);
        registry.append(car, IVehicleRegistry.Kind.OwnerStatement, 0, 0);
    }

    function test_recordsInBetweenDoNotStopADeal() public {
        IDealBook.Terms memory t = defaultTerms();
        bytes32 dealId = accept(t);
        vm.prank(bob);
        registry.append(car, IVehicleRegistry.Kind.Odometer, 99_000, 0);
        takeSeat(dealId);
        fund(dealId);
        deposit(dealId);
        assertTrue(registry.history(car).count > t.historyCount, "both sides can see that it grew");
        settle(dealId, release(dealId), alice, bob);
        assertClosed(dealId, IDealBook.Outcome.Release, alice);
    }

    function test_noRulingWithoutADispute() public {
        bytes32 dealId = bothIn(defaultTerms());
        IDealBook.Settlement memory s = ruling(dealId, false);
        expectSettleRevert(dealId, s, martin, bob, wrongState(IDealBook.State.BothIn));
    }

    function test_onlyARefundBeforeTheTitleIsIn() public {
        bytes32 dealId = funded(defaultTerms());
        IDealBook.Settlement memory s = release(dealId);
        expectSettleRevert(dealId, s, alice, bob, wrongState(IDealBook.State.Funded));
        s = IDealBook.Settlement(IDealBook.Outcome.Settle, 0, PRICE, 0, alice, 0);
        expectSettleRevert(dealId, s, alice, bob, wrongState(IDealBook.State.Funded));
    }

    function test_strangersAreNotOwners() public {
        bytes32 dealId = disputed(defaultTerms());
        expectSettleRevert(dealId, ruling(dealId, false), mallory, bob, "GS026");
        expectSettleRevert(dealId, ruling(dealId, false), sara, bob, "GS026");
    }

    /// What appraiser and one side can take at most: the result that side claims, less the ruling fee.
    function testFuzz_collusionIsBounded(uint256 toBuyer, bool titleToBuyer, bool withBuyer, uint8 outcome) public {
        bytes32 dealId = disputed(defaultTerms());
        uint256 rest = PRICE - RULING_FEE;
        IDealBook.Settlement memory s;
        s.outcome = IDealBook.Outcome(outcome % 9);
        s.toBuyer = bound(toBuyer, 0, rest);
        s.toSeller = rest - s.toBuyer;
        s.toAppraiser = RULING_FEE;
        s.titleTo = titleToBuyer ? alice : bob;
        s.reasonsDigest = REASONS_DIGEST;
        address ally = withBuyer ? alice : bob;
        bytes memory signatures = signPair(safeTxHash(dealId, s), martin, ally);
        try safeOf(dealId).execTransaction(
            address(module), 0, settleCall(dealId, s), Enum.Operation.Call, 0, 0, 0, address(0), payable(address(0)), signatures
        ) {
            assertTrue(registry.ownerOf(uint256(car)) != ally, "the ally didn't get the car");
            address victim = withBuyer ? bob : alice;
            assertEq(registry.ownerOf(uint256(car)), victim, "the other side did");
            uint256 gained = withBuyer ? s.toBuyer : s.toSeller;
            assertTrue(gained >= rest / 2 && gained <= rest, "the ally got at least half of the rest");
        } catch {
            assertState(dealId, IDealBook.State.Disputed);
        }
    }

    function testFuzz_anySplitTheTwoSign(uint256 toBuyer, uint256 fee, bool titleToBuyer, bool payFee) public {
        IDealBook.Terms memory t = defaultTerms();
        t.assessmentFee = bound(fee, 0, PRICE);
        bytes32 dealId = bothIn(t);
        uint256 toAppraiser = payFee ? t.assessmentFee : 0;
        uint256 left = PRICE + t.assessmentFee - toAppraiser;
        uint256 buyerPart = bound(toBuyer, 0, left);
        uint256 martinBefore = auc.balanceOf(martin);
        IDealBook.Settlement memory s = IDealBook.Settlement(
            IDealBook.Outcome.Settle, buyerPart, left - buyerPart, toAppraiser, titleToBuyer ? alice : bob, 0
        );
        settle(dealId, s, alice, bob);
        assertClosed(dealId, IDealBook.Outcome.Settle, titleToBuyer ? alice : bob);
        assertEq(auc.balanceOf(alice), START_BALANCE - PRICE - t.assessmentFee + buyerPart, "Alice");
        assertEq(auc.balanceOf(bob), START_BALANCE + left - buyerPart, "Bob");
        assertEq(auc.balanceOf(martin), martinBefore + toAppraiser, "Martin");
    }

    function testFuzz_sumsThatDoNotAddUp(uint256 toBuyer, uint256 toSeller, uint256 toAppraiser) public {
        bytes32 dealId = bothIn(defaultTerms());
        unchecked {
            uint256 sum = toBuyer + toSeller + toAppraiser;
            bool wraps = toBuyer > PRICE || toSeller > PRICE || toAppraiser > PRICE;
            vm.assume(sum != PRICE || wraps);
        }
        IDealBook.Settlement memory s =
            IDealBook.Settlement(IDealBook.Outcome.Settle, toBuyer, toSeller, toAppraiser, alice, 0);
        expectSettleRevert(dealId, s, alice, bob, badSettlement(IDealBook.Outcome.Settle, 1));
    }

    function testFuzz_rulings(uint256 price, uint256 fee, uint256 toBuyer, bool titleToBuyer) public {
        IDealBook.Terms memory t = defaultTerms();
        t.price = bound(price, 1, START_BALANCE);
        t.rulingFee = bound(fee, 0, t.price);
        t.fallbackToBuyer = t.price;
        bytes32 dealId = disputed(t);
        uint256 rest = t.price - t.rulingFee;
        uint256 buyerPart = bound(toBuyer, 0, rest);
        address titleTo = titleToBuyer ? alice : bob;
        IDealBook.Settlement memory s = IDealBook.Settlement(
            IDealBook.Outcome.Ruling, buyerPart, rest - buyerPart, t.rulingFee, titleTo, REASONS_DIGEST
        );
        address favoured = titleToBuyer ? bob : alice;
        uint256 favouredPart = titleToBuyer ? rest - buyerPart : buyerPart;
        if (favouredPart < rest - favouredPart) {
            expectSettleRevert(dealId, s, martin, favoured, badSettlement(IDealBook.Outcome.Ruling, 2));
            return;
        }
        settle(dealId, s, martin, favoured);
        assertClosed(dealId, IDealBook.Outcome.Ruling, titleTo);
    }
}
