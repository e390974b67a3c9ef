// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity 0.8.28;

import {Safe} from "@safe-global/safe-contracts/contracts/Safe.sol";
import {IDealBook} from "../src/interfaces/IDealBook.sol";
import {IVehicleRegistry} from "../src/interfaces/IVehicleRegistry.sol";
import {DealFixture} from "./DealFixture.sol";

/// Paper 4.4 told on the chain: 200,000 AUC for a car, Martin arbitrates for 10,000.
contract DealStoryTest is DealFixture {
    function test_releasePaysBobAndGivesAliceTheCar() public {
        bytes32 dealId = bothIn(defaultTerms());
        settle(dealId, release(dealId), alice, bob);
        assertClosed(dealId, IDealBook.Outcome.Release, alice);
        assertState(dealId, IDealBook.State.Settled);
        assertEq(auc.balanceOf(alice), START_BALANCE - 200_000 ether, "Alice");
        assertEq(auc.balanceOf(bob), START_BALANCE + 200_000 ether, "Bob");
        assertEq(auc.balanceOf(martin), START_BALANCE - 2 * SEAT_STAKE, "Martin gets nothing");
        assertEq(desk.appraiser(martin).locked, 0, "Martin's stake is free again");
    }

    function test_refundWhereBobChoosesNotToSell() public {
        bytes32 dealId = bothIn(defaultTerms());
        settle(dealId, refund(dealId), bob, alice);
        assertClosed(dealId, IDealBook.Outcome.Refund, bob);
        assertEq(auc.balanceOf(alice), START_BALANCE, "Alice");
        assertEq(auc.balanceOf(bob), START_BALANCE, "Bob");
    }

    function test_refundBeforeTheTitleCameIn() public {
        bytes32 dealId = funded(defaultTerms());
        settle(dealId, refund(dealId), bob, alice);
        assertClosed(dealId, IDealBook.Outcome.Refund, bob);
        assertEq(auc.balanceOf(alice), START_BALANCE, "Alice");
    }

    function test_rulingForBob() public {
        bytes32 dealId = disputed(defaultTerms());
        settle(dealId, ruling(dealId, false), martin, bob);
        assertClosed(dealId, IDealBook.Outcome.Ruling, alice);
        assertEq(auc.balanceOf(bob), START_BALANCE + 190_000 ether, "Bob, the favoured");
        assertEq(auc.balanceOf(martin), START_BALANCE - 2 * SEAT_STAKE + 10_000 ether, "Martin");
        assertEq(desk.appraiser(martin).rulings, 1, "rulings of Martin");
        assertEq(desk.appraiser(martin).seats, 0, "seats of Martin");
    }

    function test_rulingForAlice() public {
        bytes32 dealId = disputed(defaultTerms());
        settle(dealId, ruling(dealId, true), martin, alice);
        assertClosed(dealId, IDealBook.Outcome.Ruling, bob);
        assertEq(auc.balanceOf(alice), START_BALANCE - 10_000 ether, "Alice, the favoured");
        assertEq(auc.balanceOf(bob), START_BALANCE, "Bob");
        assertEq(auc.balanceOf(martin), START_BALANCE - 2 * SEAT_STAKE + 10_000 ether, "Martin");
    }

    function test_substituteRulesAfterMartinsSilence() public {
        bytes32 dealId = substituteRules(defaultTerms());
        settle(dealId, ruling(dealId, true), sara, alice);
        assertClosed(dealId, IDealBook.Outcome.Ruling, bob);
        assertEq(auc.balanceOf(sara), START_BALANCE + 10_000 ether, "Sara ruled");
        assertEq(desk.appraiser(martin).stake, 2 * SEAT_STAKE - LATE_PENALTY, "Martin lost stake");
        assertEq(desk.appraiser(martin).rulings, 0, "Martin ruled nothing");
    }

    function test_settleWithASplit() public {
        bytes32 dealId = bothIn(defaultTerms());
        IDealBook.Settlement memory s =
            IDealBook.Settlement(IDealBook.Outcome.Settle, 30_000 ether, 170_000 ether, 0, alice, 0);
        settle(dealId, s, alice, bob);
        assertClosed(dealId, IDealBook.Outcome.Settle, alice);
        assertEq(auc.balanceOf(alice), START_BALANCE - 170_000 ether, "Alice");
        assertEq(auc.balanceOf(bob), START_BALANCE + 170_000 ether, "Bob");
    }

    function test_theTwoAgreeDuringADispute() public {
        bytes32 dealId = disputed(defaultTerms());
        settle(dealId, release(dealId), alice, bob);
        assertClosed(dealId, IDealBook.Outcome.Release, alice);
        assertEq(auc.balanceOf(bob), START_BALANCE + 200_000 ether, "Bob");
    }

    function test_assessmentFeeGoesToTheOneWhoAssessed() public {
        IDealBook.Terms memory t = defaultTerms();
        t.assessmentFee = 500 ether;
        bytes32 dealId = substituteRules(t);
        assertEq(auc.balanceOf(address(safeOf(dealId))), 200_500 ether, "the Safe holds price and fee");
        uint256 before = auc.balanceOf(martin);
        settle(dealId, release(dealId), alice, bob);
        assertEq(auc.balanceOf(martin), before + 500 ether, "Martin assessed, though Sara has the seat");
        assertEq(auc.balanceOf(alice), START_BALANCE - 200_500 ether, "Alice");
    }

    function test_strayAucGoesToTheBuyer() public {
        bytes32 dealId = bothIn(defaultTerms());
        address safe = address(safeOf(dealId));
        vm.prank(mallory);
        auc.transfer(safe, 77 ether);
        settle(dealId, release(dealId), alice, bob);
        assertClosed(dealId, IDealBook.Outcome.Release, alice);
        assertEq(auc.balanceOf(alice), START_BALANCE - 200_000 ether + 77 ether, "Alice");
    }

    function test_theSecondSignerMaySendInsteadOfSigning() public {
        bytes32 dealId = bothIn(defaultTerms());
        IDealBook.Settlement memory s = release(dealId);
        bytes memory signed = signature(ALICE_KEY, safeTxHash(dealId, s));
        bytes memory mark = abi.encodePacked(uint256(uint160(bob)), uint256(0), uint8(1));
        bytes memory both = alice < bob ? abi.encodePacked(signed, mark) : abi.encodePacked(mark, signed);
        bytes memory data = settleCall(dealId, s);
        address payable safe = payable(address(safeOf(dealId)));
        vm.prank(bob);
        execute(Safe(safe), address(module), data, both);
        assertClosed(dealId, IDealBook.Outcome.Release, alice);
    }

    function test_aSaleIsWrittenToTheHistoryAndARefundIsNot() public {
        uint64 before = registry.history(car).count;
        bytes32 dealId = bothIn(defaultTerms());
        assertEq(registry.history(car).count, before, "custody writes nothing");
        assertEq(registry.holderOf(car), bob, "Bob is the holder while the Safe has the title");
        settle(dealId, refund(dealId), alice, bob);
        assertEq(registry.history(car).count, before, "a refund writes nothing");
        IDealBook.Terms memory t = defaultTerms();
        t.salt = 2;
        dealId = bothIn(t);
        bytes32 head = registry.history(car).head;
        settle(dealId, release(dealId), alice, bob);
        assertEq(registry.history(car).count, before + 1, "a sale writes one record");
        bytes32 expected = keccak256(
            abi.encode(
                head,
                uint256(before),
                IVehicleRegistry.Kind.OwnershipChange,
                address(registry),
                block.timestamp,
                uint256(0),
                bytes32(uint256(uint160(alice)))
            )
        );
        assertEq(registry.history(car).head, expected, "head after the sale");
        assertEq(registry.history(car).odometerKm, 84_000, "the odometer is not touched");
    }

}
