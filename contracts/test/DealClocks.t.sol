// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity 0.8.28;

import {IDealBook} from "../src/interfaces/IDealBook.sol";
import {DealFixture} from "./DealFixture.sol";

/// Every clock path: a second too early, in time, by a stranger, in each wrong state.
contract DealClocksTest is DealFixture {
    function _tooEarly(uint64 deadline) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IDealBook.TooEarly.selector, deadline);
    }

    /// None of the clock paths but `except` (0 cancel, 1 refund, 2 dispute, 3 replace, 4 fallback) exists in this state.
    function _expectNoOtherClock(bytes32 dealId, uint256 except) private {
        bytes memory refused = wrongState(state(dealId));
        vm.startPrank(alice);
        if (except != 0) vm.expectRevert(refused);
        if (except != 0) module.cancelUnfunded(dealId);
        if (except != 1) vm.expectRevert(refused);
        if (except != 1) module.refundNoTitle(dealId);
        if (except != 2) vm.expectRevert(refused);
        if (except != 2) module.openDispute(dealId);
        if (except != 3) vm.expectRevert(refused);
        if (except != 3) module.replaceAppraiser(dealId);
        if (except != 4) vm.expectRevert(refused);
        if (except != 4) module.fallbackSplit(dealId);
        vm.stopPrank();
    }

    function test_anOfferNobodyAcceptedPassesHarmlessly() public {
        IDealBook.Terms memory t = defaultTerms();
        bytes32 dealId = offer(t);
        vm.warp(t.handoverBy + 365 days);
        _expectNoOtherClock(dealId, 9);
        assertEq(registry.dealOf(car), bytes32(0), "the title is free");
        vm.prank(bob);
        registry.transferFrom(bob, mallory, uint256(car));
        vm.prank(alice);
        book.withdrawOffer(dealId);
        assertState(dealId, IDealBook.State.Cancelled);
    }

    function test_cancelUnfunded() public {
        IDealBook.Terms memory t = defaultTerms();
        bytes32 dealId = acceptedAndSeated(t);
        vm.warp(t.fundBy);
        vm.expectRevert(_tooEarly(t.fundBy));
        module.cancelUnfunded(dealId);
        vm.warp(t.fundBy + 1);
        _expectNoOtherClock(dealId, 0);
        vm.prank(mallory);
        module.cancelUnfunded(dealId);
        assertClosed(dealId, IDealBook.Outcome.Unfunded, bob);
        assertState(dealId, IDealBook.State.Cancelled);
        assertEq(desk.appraiser(martin).locked, 0, "Martin's seat is free");
        vm.prank(bob);
        registry.transferFrom(bob, mallory, uint256(car));
        _expectNoOtherClock(dealId, 9);
    }

    function test_cancelUnfundedWhereTheSeatStayedEmpty() public {
        IDealBook.Terms memory t = defaultTerms();
        bytes32 dealId = accept(t);
        vm.warp(t.fundBy + 1);
        module.cancelUnfunded(dealId);
        assertClosed(dealId, IDealBook.Outcome.Unfunded, bob);
    }

    function test_cancelUnfundedGivesStrayMoneyBack() public {
        IDealBook.Terms memory t = defaultTerms();
        bytes32 dealId = accept(t);
        address safe = address(safeOf(dealId));
        vm.prank(alice); // the price by a plain transfer: not funding
        auc.transfer(safe, PRICE);
        vm.warp(t.fundBy + 1);
        module.cancelUnfunded(dealId);
        assertEq(auc.balanceOf(alice), START_BALANCE, "Alice");
        assertClosed(dealId, IDealBook.Outcome.Unfunded, bob);
    }

    function test_refundNoTitle() public {
        IDealBook.Terms memory t = defaultTerms();
        t.assessmentFee = 500 ether;
        bytes32 dealId = funded(t);
        vm.warp(t.depositBy);
        vm.expectRevert(_tooEarly(t.depositBy));
        module.refundNoTitle(dealId);
        vm.warp(t.depositBy + 1);
        _expectNoOtherClock(dealId, 1);
        vm.prank(mallory);
        module.refundNoTitle(dealId);
        assertClosed(dealId, IDealBook.Outcome.NoTitle, bob);
        assertState(dealId, IDealBook.State.Settled);
        assertEq(auc.balanceOf(alice), START_BALANCE, "everything back");
        _expectNoOtherClock(dealId, 9);
    }

    function test_silenceNeverPaysTheSeller() public {
        IDealBook.Terms memory t = defaultTerms();
        bytes32 dealId = bothIn(t);
        vm.warp(t.handoverBy + 1000 days);
        _expectNoOtherClock(dealId, 2);
        assertState(dealId, IDealBook.State.BothIn);
        assertEq(auc.balanceOf(address(safeOf(dealId))), PRICE, "still in the Safe");
    }

    function test_openDispute() public {
        IDealBook.Terms memory t = defaultTerms();
        bytes32 dealId = bothIn(t);
        vm.warp(t.handoverBy);
        vm.expectRevert(_tooEarly(t.handoverBy));
        vm.prank(bob);
        module.openDispute(dealId);
        vm.warp(t.handoverBy + 1);
        vm.expectRevert(abi.encodeWithSelector(IDealBook.NotParty.selector, martin));
        vm.prank(martin);
        module.openDispute(dealId);
        vm.prank(bob);
        module.openDispute(dealId);
        assertState(dealId, IDealBook.State.Disputed);
        assertEq(book.deal(dealId).ruleBy, t.handoverBy + 1 + t.ruleWithin, "rule by");
        assertEq(book.deal(dealId).disputedAt, t.handoverBy + 1, "disputed at");
        _expectNoOtherClock(dealId, 3);
    }

    function test_replaceAppraiser() public {
        bytes32 dealId = disputed(defaultTerms());
        uint64 ruleBy = book.deal(dealId).ruleBy;
        vm.warp(ruleBy);
        vm.expectRevert(_tooEarly(ruleBy));
        module.replaceAppraiser(dealId);
        vm.warp(ruleBy + 1);
        _expectNoOtherClock(dealId, 3);
        vm.prank(mallory);
        module.replaceAppraiser(dealId);
        assertState(dealId, IDealBook.State.SubstituteRules);
        assertEq(book.deal(dealId).currentAppraiser, sara, "the seat");
        assertTrue(safeOf(dealId).isOwner(sara), "Sara is an owner");
        assertFalse(safeOf(dealId).isOwner(martin), "Martin is not any more");
        assertEq(safeOf(dealId).getThreshold(), 2, "threshold");
        assertEq(safeOf(dealId).getOwners().length, 3, "owners");
        _expectNoOtherClock(dealId, 4);
    }

    function test_aLateRulingCountsUntilSomebodyReplaces() public {
        bytes32 dealId = disputed(defaultTerms());
        vm.warp(book.deal(dealId).ruleBy + 30 days);
        settle(dealId, ruling(dealId, true), martin, alice);
        assertClosed(dealId, IDealBook.Outcome.Ruling, bob);
        assertEq(desk.appraiser(martin).stake, 2 * SEAT_STAKE, "no penalty");
    }

    function test_fallbackSplit() public {
        IDealBook.Terms memory t = defaultTerms();
        t.assessmentFee = 500 ether;
        t.fallbackToBuyer = 50_000 ether;
        t.fallbackTitleToBuyer = true;
        bytes32 dealId = substituteRules(t);
        uint64 ruleBy = book.deal(dealId).ruleBy;
        uint256 martinBefore = auc.balanceOf(martin);
        vm.warp(ruleBy);
        vm.expectRevert(_tooEarly(ruleBy));
        module.fallbackSplit(dealId);
        vm.warp(ruleBy + 1);
        _expectNoOtherClock(dealId, 4);
        vm.prank(mallory);
        module.fallbackSplit(dealId);
        assertClosed(dealId, IDealBook.Outcome.Fallback, alice);
        assertEq(auc.balanceOf(alice), START_BALANCE - 150_000 ether, "Alice gets her part and the fee back");
        assertEq(auc.balanceOf(bob), START_BALANCE + 150_000 ether, "Bob gets the rest of the price");
        assertEq(auc.balanceOf(martin), martinBefore, "nothing for silence");
        assertEq(auc.balanceOf(sara), START_BALANCE, "nothing for silence");
        _expectNoOtherClock(dealId, 9);
    }

    function test_fallbackOfTheSuiteIsARefund() public {
        bytes32 dealId = substituteRules(defaultTerms());
        vm.warp(book.deal(dealId).ruleBy + 1);
        module.fallbackSplit(dealId);
        assertClosed(dealId, IDealBook.Outcome.Fallback, bob);
        assertEq(auc.balanceOf(alice), START_BALANCE, "Alice");
    }

    function test_unknownDealsHaveNoClocks() public {
        _expectNoOtherClock("no such deal", 9);
    }

    function test_aClosedDealFreesTheCarForTheNext() public {
        IDealBook.Terms memory t = defaultTerms();
        bytes32 first = bothIn(t);
        settle(first, refund(first), alice, bob);
        t.salt = 2;
        bytes32 second = bothIn(t);
        settle(second, release(second), alice, bob);
        assertClosed(second, IDealBook.Outcome.Release, alice);
    }

    function testFuzz_deadlines(uint32[6] memory spans, uint32 late) public {
        IDealBook.Terms memory t = defaultTerms();
        t.seatBy = START + uint64(bound(spans[0], 0, 100 days));
        t.fundBy = t.seatBy + uint64(bound(spans[1], 0, 100 days));
        t.depositBy = t.fundBy + uint64(bound(spans[2], 1, 100 days));
        t.handoverBy = t.depositBy + uint64(bound(spans[3], 1, 100 days));
        t.ruleWithin = uint64(bound(spans[4], 1, 365 days));
        t.substituteRuleWithin = uint64(bound(spans[5], 1, 365 days));
        bytes32 dealId = offer(t);
        bytes memory signed = signTerms(bob, t);
        vm.warp(t.seatBy);
        vm.prank(bob);
        book.accept(dealId, signed);
        takeSeat(dealId);
        vm.warp(t.fundBy);
        fund(dealId);
        vm.warp(t.depositBy);
        deposit(dealId);
        vm.warp(t.handoverBy);
        vm.expectRevert(_tooEarly(t.handoverBy));
        vm.prank(alice);
        module.openDispute(dealId);
        vm.warp(uint256(t.handoverBy) + 1 + late);
        vm.prank(alice);
        module.openDispute(dealId);
        uint64 ruleBy = book.deal(dealId).ruleBy;
        assertEq(ruleBy, block.timestamp + t.ruleWithin, "rule by");
        vm.warp(ruleBy);
        vm.expectRevert(_tooEarly(ruleBy));
        module.replaceAppraiser(dealId);
        vm.warp(uint256(ruleBy) + 1);
        module.replaceAppraiser(dealId);
        ruleBy = book.deal(dealId).ruleBy;
        vm.warp(ruleBy);
        vm.expectRevert(_tooEarly(ruleBy));
        module.fallbackSplit(dealId);
        vm.warp(uint256(ruleBy) + 1);
        module.fallbackSplit(dealId);
        assertClosed(dealId, IDealBook.Outcome.Fallback, bob);
    }
}
