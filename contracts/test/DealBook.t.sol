// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity 0.8.28;

import {Safe} from "@safe-global/safe-contracts/contracts/Safe.sol";
import {IDealBook} from "../src/interfaces/IDealBook.sol";
import {IVehicleRegistry} from "../src/interfaces/IVehicleRegistry.sol";
import {SafeSetup} from "../src/SafeSetup.sol";
import {DealFixture} from "./DealFixture.sol";

contract DealBookTest is DealFixture {
    event CoSigned(
        bytes32 indexed dealId,
        address indexed signer,
        bytes32 indexed safeTxHash,
        uint256 safeNonce,
        IDealBook.Settlement settlement,
        bytes signature,
        string reasons
    );

    function test_dealIdIsTheStructHashOfTheTerms() public {
        IDealBook.Terms memory t = defaultTerms();
        bytes32 typeHash = keccak256(
            "Terms(bytes32 vehicleId,bytes32 historyHead,uint64 historyCount,uint32 odometerKm,bytes32 reportDigest,uint256 price,address buyer,address seller,address appraiser,address substitute,uint256 rulingFee,uint256 assessmentFee,uint64 seatBy,uint64 fundBy,uint64 depositBy,uint64 handoverBy,uint64 ruleWithin,uint64 substituteRuleWithin,uint256 fallbackToBuyer,bool fallbackTitleToBuyer,uint256 salt)"
        );
        bytes memory half = abi.encode(
            typeHash, t.vehicleId, t.historyHead, t.historyCount, t.odometerKm, t.reportDigest, t.price, t.buyer
        );
        half = abi.encodePacked(
            half, abi.encode(t.seller, t.appraiser, t.substitute, t.rulingFee, t.assessmentFee, t.seatBy, t.fundBy)
        );
        bytes memory rest = abi.encode(
            t.depositBy,
            t.handoverBy,
            t.ruleWithin,
            t.substituteRuleWithin,
            t.fallbackToBuyer,
            t.fallbackTitleToBuyer,
            t.salt
        );
        assertEq(offer(t), keccak256(abi.encodePacked(half, rest)), "struct hash, field by field");
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("AutoChain DealBook"),
                keccak256("1"),
                block.chainid,
                address(book)
            )
        );
        assertEq(book.domainSeparator(), domain, "domain");
    }

    function test_offerIsStoredAndEnumerated() public {
        IDealBook.Terms memory t = defaultTerms();
        bytes32 dealId = offer(t);
        assertEq(keccak256(abi.encode(book.terms(dealId))), keccak256(abi.encode(t)), "terms");
        assertEq(book.dealCount(), 1, "count");
        assertEq(book.dealAt(0), dealId, "entry");
        assertState(dealId, IDealBook.State.Offered);
    }

    function test_offerOnlyByTheBuyerWithHisSignature() public {
        IDealBook.Terms memory t = defaultTerms();
        bytes memory byBob = signTerms(bob, t);
        bytes memory byAlice = signTerms(alice, t);
        vm.expectRevert(abi.encodeWithSelector(IDealBook.NotParty.selector, bob));
        vm.prank(bob);
        book.offer(t, byAlice);
        vm.startPrank(alice);
        vm.expectRevert(abi.encodeWithSelector(IDealBook.BadSignature.selector, alice));
        book.offer(t, byBob);
        vm.expectRevert(abi.encodeWithSelector(IDealBook.BadSignature.selector, alice));
        book.offer(t, "");
        t.price += 1;
        vm.expectRevert(abi.encodeWithSelector(IDealBook.BadSignature.selector, alice));
        book.offer(t, byAlice);
        vm.stopPrank();
    }

    function test_theSameTermsAreOfferedOnce() public {
        IDealBook.Terms memory t = defaultTerms();
        bytes32 dealId = offer(t);
        bytes memory signed = signTerms(alice, t);
        vm.startPrank(alice);
        vm.expectRevert(wrongState(IDealBook.State.Offered));
        book.offer(t, signed);
        book.withdrawOffer(dealId);
        vm.expectRevert(wrongState(IDealBook.State.Cancelled));
        book.offer(t, signed);
        vm.stopPrank();
    }

    function test_withdrawnOffersCannotBeAccepted() public {
        IDealBook.Terms memory t = defaultTerms();
        bytes32 dealId = offer(t);
        vm.expectRevert(abi.encodeWithSelector(IDealBook.NotParty.selector, bob));
        vm.prank(bob);
        book.withdrawOffer(dealId);
        vm.prank(alice);
        book.withdrawOffer(dealId);
        assertEq(uint256(book.deal(dealId).outcome), uint256(IDealBook.Outcome.Lapsed), "outcome");
        bytes memory signed = signTerms(bob, t);
        vm.expectRevert(wrongState(IDealBook.State.Cancelled));
        vm.prank(bob);
        book.accept(dealId, signed);
    }

    function _expectBadTerms(IDealBook.Terms memory t, uint8 reason) private {
        bytes memory signed = signTerms(alice, t);
        vm.expectRevert(abi.encodeWithSelector(IDealBook.BadTerms.selector, reason));
        vm.prank(t.buyer);
        book.offer(t, signed);
    }

    function test_termsWithBadPeople() public {
        for (uint256 i = 0; i < 6; ++i) {
            IDealBook.Terms memory t = defaultTerms();
            if (i == 0) t.seller = alice;
            if (i == 1) t.appraiser = alice;
            if (i == 2) t.appraiser = bob;
            if (i == 3) t.substitute = martin;
            if (i == 4) t.substitute = alice;
            if (i == 5) t.substitute = bob;
            _expectBadTerms(t, 2);
        }
        for (uint160 nobody = 0; nobody < 2; ++nobody) {
            IDealBook.Terms memory t = defaultTerms();
            t.substitute = address(nobody);
            _expectBadTerms(t, 7);
            t = defaultTerms();
            t.appraiser = address(nobody);
            _expectBadTerms(t, 7);
        }
    }

    function test_termsWithBadAmounts() public {
        IDealBook.Terms memory t = defaultTerms();
        t.price = 0;
        _expectBadTerms(t, 1);
        t = defaultTerms();
        t.rulingFee = PRICE + 1;
        _expectBadTerms(t, 4);
        t = defaultTerms();
        t.assessmentFee = PRICE + 1;
        _expectBadTerms(t, 4);
        t = defaultTerms();
        t.fallbackToBuyer = PRICE + 1;
        _expectBadTerms(t, 5);
        t.fallbackToBuyer = 0; // title and price to the seller
        _expectBadTerms(t, 5);
        t.fallbackToBuyer = PRICE;
        t.fallbackTitleToBuyer = true; // title and price to the buyer
        _expectBadTerms(t, 5);
    }

    function test_termsWithBadTimes() public {
        IDealBook.Terms memory t = defaultTerms();
        t.fundBy = t.seatBy - 1;
        _expectBadTerms(t, 3);
        t = defaultTerms();
        t.depositBy = t.fundBy;
        _expectBadTerms(t, 3);
        t = defaultTerms();
        t.handoverBy = t.depositBy;
        _expectBadTerms(t, 3);
        t = defaultTerms();
        t.handoverBy = uint64(START + 3 * 365 days + 1);
        _expectBadTerms(t, 3);
        t = defaultTerms();
        t.ruleWithin = 0;
        _expectBadTerms(t, 3);
        t = defaultTerms();
        t.ruleWithin = type(uint64).max; // would overflow when the dispute opens, and lock the money
        _expectBadTerms(t, 3);
        t = defaultTerms();
        t.substituteRuleWithin = 365 days + 1;
        _expectBadTerms(t, 3);
        t = defaultTerms();
        t.seatBy = START - 1;
        _expectBadTerms(t, 6);
    }

    function test_acceptMakesTheSafe() public {
        IDealBook.Terms memory t = defaultTerms();
        bytes32 dealId = offer(t);
        address expected = book.safeAddress(dealId);
        bytes memory signed = signTerms(bob, t);
        vm.prank(bob);
        assertEq(book.accept(dealId, signed), expected, "predicted address");
        Safe safe = safeOf(dealId);
        address[] memory owners = safe.getOwners();
        assertEq(owners.length, 3, "owners");
        assertTrue(safe.isOwner(alice) && safe.isOwner(bob) && safe.isOwner(martin), "the three");
        assertEq(safe.getThreshold(), 2, "threshold");
        assertTrue(safe.isModuleEnabled(address(module)), "module");
        (address[] memory modules,) = safe.getModulesPaginated(address(1), 5);
        assertEq(modules.length, 1, "the only module");
        bytes32 guardSlot = 0x4a204f620c8c5ccdca3fd54d003badd85ba500436a431f0cbda4f558c93c34c8;
        assertEq(address(uint160(uint256(vm.load(address(safe), guardSlot)))), address(guard), "guard");
        bytes32 handlerSlot = 0x6c9a6c4a39284e37ed1cf53d337577d14212a4870fb976a4366c693b939918d5;
        assertEq(vm.load(address(safe), handlerSlot), bytes32(0), "no fallback handler");
        assertEq(registry.dealOf(car), dealId, "title locked");
        assertEq(safe.VERSION(), "1.4.1", "version");
    }

    function test_acceptOnlyByTheSellerInTime() public {
        IDealBook.Terms memory t = defaultTerms();
        bytes32 dealId = offer(t);
        bytes memory byBob = signTerms(bob, t);
        bytes memory byAlice = signTerms(alice, t);
        vm.expectRevert(abi.encodeWithSelector(IDealBook.NotSeller.selector, mallory));
        vm.prank(mallory);
        book.accept(dealId, byBob);
        vm.expectRevert(abi.encodeWithSelector(IDealBook.BadSignature.selector, bob));
        vm.prank(bob);
        book.accept(dealId, byAlice);
        vm.warp(t.seatBy + 1);
        vm.expectRevert(abi.encodeWithSelector(IDealBook.TooLate.selector, t.seatBy));
        vm.prank(bob);
        book.accept(dealId, byBob);
        vm.warp(t.seatBy);
        vm.prank(bob);
        book.accept(dealId, byBob);
        assertState(dealId, IDealBook.State.Accepted);
    }

    function test_acceptNeedsTheTitle() public {
        IDealBook.Terms memory t = defaultTerms();
        bytes32 dealId = offer(t);
        bytes memory signed = signTerms(bob, t);
        vm.startPrank(bob);
        registry.transferFrom(bob, mallory, uint256(car));
        vm.expectRevert(abi.encodeWithSelector(IDealBook.NotTitleHolder.selector, car, bob));
        book.accept(dealId, signed);
        vm.stopPrank();
    }

    function test_oneDealPerCar() public {
        IDealBook.Terms memory second = defaultTerms();
        second.salt = 2;
        bytes32 other = offer(second);
        bytes32 dealId = accept(defaultTerms());
        bytes memory signed = signTerms(bob, second);
        vm.expectRevert(abi.encodeWithSelector(IDealBook.AlreadyInDeal.selector, car, dealId));
        vm.prank(bob);
        book.accept(other, signed);
    }

    function test_theHistoryMayGrowButNotBeAnother() public {
        IDealBook.Terms memory t = defaultTerms();
        t.historyHead = "another";
        bytes32 dealId = offer(t);
        bytes memory signed = signTerms(bob, t);
        vm.expectRevert(abi.encodeWithSelector(IDealBook.BadTerms.selector, 8));
        vm.prank(bob);
        book.accept(dealId, signed);
        t = defaultTerms();
        t.historyCount += 1; // records that don't exist
        dealId = offer(t);
        signed = signTerms(bob, t);
        vm.expectRevert(abi.encodeWithSelector(IDealBook.BadTerms.selector, 8));
        vm.prank(bob);
        book.accept(dealId, signed);
        t = defaultTerms();
        dealId = offer(t);
        vm.startPrank(bob);
        registry.append(car, IVehicleRegistry.Kind.Odometer, 84_100, 0);
        signed = signTerms(bob, t);
        book.accept(dealId, signed);
        vm.stopPrank();
        assertState(dealId, IDealBook.State.Accepted);
    }

    function test_fundingOnlyByTheBuyerExactlyOnceSeatedAndInTime() public {
        IDealBook.Terms memory t = defaultTerms();
        bytes32 dealId = accept(t);
        vm.expectRevert(IDealBook.AppraiserNotSeated.selector);
        _sendAuc(alice, PRICE, dealId);
        takeSeat(dealId);
        vm.expectRevert(abi.encodeWithSelector(IDealBook.NotParty.selector, mallory));
        _sendAuc(mallory, PRICE, dealId);
        vm.expectRevert(abi.encodeWithSelector(IDealBook.WrongAmount.selector, PRICE - 1, PRICE));
        _sendAuc(alice, PRICE - 1, dealId);
        vm.expectRevert(abi.encodeWithSelector(IDealBook.WrongAmount.selector, PRICE + 1, PRICE));
        _sendAuc(alice, PRICE + 1, dealId);
        vm.warp(t.fundBy + 1);
        vm.expectRevert(abi.encodeWithSelector(IDealBook.TooLate.selector, t.fundBy));
        _sendAuc(alice, PRICE, dealId);
        vm.warp(t.fundBy);
        _sendAuc(alice, PRICE, dealId);
        assertState(dealId, IDealBook.State.Funded);
        assertEq(auc.balanceOf(address(safeOf(dealId))), PRICE, "in the Safe");
        vm.expectRevert(wrongState(IDealBook.State.Funded));
        _sendAuc(alice, PRICE, dealId);
        vm.expectRevert(wrongState(IDealBook.State.None));
        _sendAuc(alice, PRICE, "no deal");
        vm.expectRevert();
        vm.prank(alice);
        auc.transferAndCall(address(book), PRICE, "");
    }

    function _sendAuc(address from, uint256 value, bytes32 dealId) private {
        vm.prank(from);
        auc.transferAndCall(address(book), value, abi.encode(dealId));
    }

    function test_depositOnlyOfThisCarByTheSellerFundedAndInTime() public {
        vm.prank(bob);
        bytes32 other = registry.register(OTHER_VIN, 1, 0);
        IDealBook.Terms memory t = defaultTerms();
        bytes32 dealId = acceptedAndSeated(t);
        vm.expectRevert(wrongState(IDealBook.State.Accepted));
        _sendTitle(bob, car, dealId);
        fund(dealId);
        vm.expectRevert(abi.encodeWithSelector(IVehicleRegistry.NotInDeal.selector, other));
        _sendTitle(bob, other, dealId);
        vm.prank(bob);
        registry.approve(mallory, uint256(car));
        vm.expectRevert(abi.encodeWithSelector(IDealBook.NotSeller.selector, mallory));
        _sendTitle(mallory, car, dealId);
        vm.warp(t.depositBy + 1);
        vm.expectRevert(abi.encodeWithSelector(IDealBook.TooLate.selector, t.depositBy));
        _sendTitle(bob, car, dealId);
        vm.warp(t.depositBy);
        _sendTitle(bob, car, dealId);
        assertState(dealId, IDealBook.State.BothIn);
        assertEq(registry.ownerOf(uint256(car)), address(safeOf(dealId)), "in the Safe");
    }

    function _sendTitle(address by, bytes32 vehicleId, bytes32 dealId) private {
        vm.prank(by);
        registry.safeTransferFrom(bob, address(book), uint256(vehicleId), abi.encode(dealId));
    }

    function test_anotherCarOfAnotherDealIsNotTaken() public {
        vm.prank(bob);
        bytes32 other = registry.register(OTHER_VIN, 1, 0);
        bytes32 dealId = funded(defaultTerms());
        IDealBook.Terms memory t = defaultTerms();
        t.vehicleId = other;
        t.historyHead = registry.history(other).head;
        t.salt = 2;
        bytes32 otherDeal = funded(t);
        vm.expectRevert(abi.encodeWithSelector(IDealBook.WrongVehicle.selector, other, car));
        _sendTitle(bob, other, dealId);
        _sendTitle(bob, other, otherDeal);
        assertState(otherDeal, IDealBook.State.BothIn);
        assertState(dealId, IDealBook.State.Funded);
    }

    function test_hooksRefuseOtherTokens() public {
        bytes32 dealId = acceptedAndSeated(defaultTerms());
        vm.startPrank(mallory);
        vm.expectRevert(abi.encodeWithSelector(IDealBook.WrongToken.selector, mallory));
        book.onTransferReceived(alice, alice, PRICE, abi.encode(dealId));
        vm.expectRevert(abi.encodeWithSelector(IDealBook.WrongToken.selector, mallory));
        book.onERC721Received(bob, bob, uint256(car), abi.encode(dealId));
        vm.stopPrank();
    }

    function test_onlyTheModuleWritesBack() public {
        bytes32 dealId = bothIn(defaultTerms());
        IDealBook.Settlement memory s = release(dealId);
        bytes memory refused = abi.encodeWithSelector(IDealBook.NotModule.selector, alice);
        vm.startPrank(alice);
        vm.expectRevert(refused);
        book.disputeOpened(dealId, alice);
        vm.expectRevert(refused);
        book.appraiserReplaced(dealId);
        vm.expectRevert(refused);
        book.closed(dealId, s);
        vm.stopPrank();
    }

    function test_coSignPublishesOnlyWhatTheGuardWouldCount() public {
        bytes32 dealId = bothIn(defaultTerms());
        IDealBook.Settlement memory s = release(dealId);
        bytes32 hash = safeTxHash(dealId, s);
        bytes memory byAlice = signature(ALICE_KEY, hash);
        bytes memory byMartin = signature(MARTIN_KEY, hash);
        vm.expectEmit(true, true, true, true, address(book));
        emit CoSigned(dealId, alice, hash, 0, s, byAlice, "");
        vm.prank(alice);
        book.coSign(dealId, 0, s, byAlice, "");
        vm.expectRevert(abi.encodeWithSelector(IDealBook.NotParty.selector, mallory));
        vm.prank(mallory);
        book.coSign(dealId, 0, s, byAlice, "");
        vm.startPrank(bob);
        vm.expectRevert(abi.encodeWithSelector(IDealBook.BadSignature.selector, martin));
        book.coSign(dealId, 0, s, byMartin, ""); // a release isn't Martin's to sign
        vm.expectRevert(abi.encodeWithSelector(IDealBook.BadSignature.selector, address(0)));
        book.coSign(dealId, 0, s, "short", "");
        vm.expectRevert(abi.encodeWithSelector(IDealBook.WrongNonce.selector, 1, 0));
        book.coSign(dealId, 1, s, byAlice, "");
        s.toSeller -= 1;
        vm.expectRevert(badSettlement(IDealBook.Outcome.Release, 1));
        book.coSign(dealId, 0, s, byAlice, "");
        vm.stopPrank();
    }

    function test_coSignOfARulingWithItsReasons() public {
        bytes32 dealId = disputed(defaultTerms());
        IDealBook.Settlement memory s = ruling(dealId, false);
        bytes memory byMartin = signature(MARTIN_KEY, safeTxHash(dealId, s));
        vm.startPrank(martin);
        book.coSign(dealId, 0, s, byMartin, "The car was handed over on the 3rd.");
        vm.expectRevert(abi.encodeWithSelector(IDealBook.WrongReasons.selector, sha256("other words")));
        book.coSign(dealId, 0, s, byMartin, "other words");
        vm.stopPrank();
        bytes memory byAlice = signature(ALICE_KEY, safeTxHash(dealId, s));
        vm.expectRevert(abi.encodeWithSelector(IDealBook.BadSignature.selector, alice));
        vm.prank(alice); // not the favoured side
        book.coSign(dealId, 0, s, byAlice, "");
    }

    function test_aSafeMadeBeforehandByAStrangerIsTheSame() public {
        IDealBook.Terms memory t = defaultTerms();
        bytes32 dealId = offer(t);
        address[] memory owners = new address[](3);
        (owners[0], owners[1], owners[2]) = (alice, bob, martin);
        bytes memory configure = abi.encodeCall(SafeSetup.configure, (address(module), address(guard)));
        bytes memory initializer = abi.encodeCall(
            Safe.setup,
            (owners, 2, address(safeSetup), configure, address(0), address(0), 0, payable(address(0)))
        );
        vm.prank(mallory);
        address made = address(factory.createProxyWithNonce(address(singleton), initializer, uint256(dealId)));
        assertEq(made, book.safeAddress(dealId), "the deal's address");
        bytes memory signed = signTerms(bob, t);
        vm.prank(bob);
        assertEq(book.accept(dealId, signed), made, "accepted all the same");
        takeSeat(dealId);
        fund(dealId);
        deposit(dealId);
        settle(dealId, release(dealId), alice, bob);
        assertClosed(dealId, IDealBook.Outcome.Release, alice);
    }
}
