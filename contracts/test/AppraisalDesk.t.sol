// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity 0.8.28;

import {AppraisalDesk} from "../src/AppraisalDesk.sol";
import {DealBook} from "../src/DealBook.sol";
import {IAppraisalDesk} from "../src/interfaces/IAppraisalDesk.sol";
import {IDealBook} from "../src/interfaces/IDealBook.sol";
import {DealFixture} from "./DealFixture.sol";

contract AppraisalDeskTest is DealFixture {
    function test_registration() public view {
        IAppraisalDesk.Appraiser memory a = desk.appraiser(martin);
        assertEq(a.stake, 2 * SEAT_STAKE, "stake");
        assertEq(a.since, START, "since");
        assertEq(desk.profile(martin).name, "Martin", "name");
        assertEq(desk.profile(martin).rulingFee, RULING_FEE, "fee");
        assertEq(desk.appraiserCount(), 1, "count");
        assertEq(desk.appraiserAt(0), martin, "entry");
        assertEq(desk.seatStake(), SEAT_STAKE, "seat stake");
        assertEq(desk.latePenalty(), LATE_PENALTY, "late penalty");
    }

    function test_registrationNeedsProfileAndStake() public {
        vm.startPrank(sara);
        vm.expectRevert(abi.encodeWithSelector(IAppraisalDesk.NotRegistered.selector, sara));
        auc.transferAndCall(address(desk), SEAT_STAKE, "");
        IAppraisalDesk.Profile memory p = desk.profile(martin);
        vm.expectRevert(abi.encodeWithSelector(IAppraisalDesk.NotEnoughStake.selector, SEAT_STAKE - 1, SEAT_STAKE));
        auc.transferAndCall(address(desk), SEAT_STAKE - 1, abi.encode(p));
        p.name = string(new bytes(97));
        vm.expectRevert(IAppraisalDesk.ProfileTooLong.selector);
        auc.transferAndCall(address(desk), SEAT_STAKE, abi.encode(p));
        vm.expectRevert();
        auc.transferAndCall(address(desk), SEAT_STAKE, "not a profile");
        vm.expectRevert(abi.encodeWithSelector(IAppraisalDesk.NotRegistered.selector, sara));
        desk.updateProfile(p);
        vm.stopPrank();
    }

    function test_profileAndStakeChange() public {
        IAppraisalDesk.Profile memory p = desk.profile(martin);
        p.name = "Martin & Co";
        vm.startPrank(martin);
        desk.updateProfile(p);
        auc.transferAndCall(address(desk), 5 ether, "");
        assertEq(desk.profile(martin).name, "Martin & Co", "name");
        assertEq(desk.appraiser(martin).stake, 2 * SEAT_STAKE + 5 ether, "stake");
        desk.withdrawStake(5 ether);
        assertEq(auc.balanceOf(martin), START_BALANCE - 2 * SEAT_STAKE, "back");
        vm.expectRevert(
            abi.encodeWithSelector(IAppraisalDesk.NotEnoughStake.selector, 2 * SEAT_STAKE, 2 * SEAT_STAKE + 1)
        );
        desk.withdrawStake(2 * SEAT_STAKE + 1);
        vm.stopPrank();
    }

    function test_aSeatLocksStake() public {
        bytes32 dealId = acceptedAndSeated(defaultTerms());
        assertTrue(book.isSeated(dealId), "seated");
        assertEq(desk.appraiser(martin).locked, SEAT_STAKE, "locked");
        vm.expectRevert(abi.encodeWithSelector(IAppraisalDesk.NotEnoughStake.selector, SEAT_STAKE, SEAT_STAKE + 1));
        vm.prank(martin);
        desk.withdrawStake(SEAT_STAKE + 1);
        vm.expectRevert(abi.encodeWithSelector(IAppraisalDesk.NotYourSeat.selector, dealId, martin));
        vm.prank(martin);
        desk.acceptSeat(dealId);
    }

    function test_whoMayTakeASeat() public {
        bytes32 dealId = accept(defaultTerms());
        registerAppraiser(sara, SEAT_STAKE);
        vm.expectRevert(abi.encodeWithSelector(IAppraisalDesk.NotYourSeat.selector, dealId, sara));
        vm.prank(sara);
        desk.acceptSeat(dealId);
        vm.expectRevert(abi.encodeWithSelector(IAppraisalDesk.NotRegistered.selector, mallory));
        vm.prank(mallory);
        desk.acceptSeat(dealId);
        vm.startPrank(martin);
        desk.withdrawStake(SEAT_STAKE + 1);
        vm.expectRevert(abi.encodeWithSelector(IAppraisalDesk.NotEnoughStake.selector, SEAT_STAKE - 1, SEAT_STAKE));
        desk.acceptSeat(dealId);
        vm.stopPrank();
        vm.expectRevert(abi.encodeWithSelector(IDealBook.NotDesk.selector, martin));
        vm.prank(martin);
        book.seatTaken(dealId, martin);
    }

    function test_noSeatAfterItsTimeOrBeforeTheAcceptance() public {
        IDealBook.Terms memory t = defaultTerms();
        bytes32 dealId = offer(t);
        vm.expectRevert(wrongState(IDealBook.State.Offered));
        vm.prank(martin);
        desk.acceptSeat(dealId);
        bytes memory signed = signTerms(bob, t);
        vm.prank(bob);
        book.accept(dealId, signed);
        vm.warp(t.seatBy + 1);
        vm.expectRevert(abi.encodeWithSelector(IDealBook.TooLate.selector, t.seatBy));
        vm.prank(martin);
        desk.acceptSeat(dealId);
        assertEq(desk.appraiser(martin).locked, 0, "nothing locked");
    }

    function test_silenceCostsStakeWhichGoesToThePool() public {
        uint256 before = auc.balanceOf(address(pool));
        substituteRules(defaultTerms());
        IAppraisalDesk.Appraiser memory a = desk.appraiser(martin);
        assertEq(a.stake, 2 * SEAT_STAKE - LATE_PENALTY, "stake");
        assertEq(a.locked, 0, "the rest of the seat is free");
        assertEq(a.late, 1, "late");
        assertEq(a.seats, 0, "seats");
        assertEq(auc.balanceOf(address(pool)), before + LATE_PENALTY, "pool");
    }

    function test_aSubstitutesStakeIsNeverTouched() public {
        registerAppraiser(sara, SEAT_STAKE);
        bytes32 dealId = substituteRules(defaultTerms());
        assertEq(desk.appraiser(sara).locked, 0, "nothing locked");
        vm.warp(book.deal(dealId).ruleBy + 1);
        module.fallbackSplit(dealId);
        assertEq(desk.appraiser(sara).stake, SEAT_STAKE, "stake");
    }

    function test_aSubstituteWhoIsRegisteredGetsTheRulingCounted() public {
        registerAppraiser(sara, SEAT_STAKE);
        bytes32 dealId = substituteRules(defaultTerms());
        settle(dealId, ruling(dealId, false), sara, bob);
        assertEq(desk.appraiser(sara).rulings, 1, "rulings");
        assertEq(desk.appraiser(sara).seats, 0, "seats");
    }

    function test_hooksAndBookFunctionsRefuseStrangers() public {
        vm.startPrank(mallory);
        vm.expectRevert(abi.encodeWithSelector(IAppraisalDesk.WrongToken.selector, mallory));
        desk.onTransferReceived(mallory, mallory, 1e30, "");
        vm.expectRevert(abi.encodeWithSelector(IAppraisalDesk.NotDealBook.selector, mallory));
        desk.releaseSeat("deal", mallory);
        vm.expectRevert(abi.encodeWithSelector(IAppraisalDesk.NotDealBook.selector, mallory));
        desk.forfeitSeat("deal");
        vm.stopPrank();
    }

    function test_thePenaltyIsCoveredByTheSeat() public {
        vm.expectRevert(abi.encodeWithSelector(IAppraisalDesk.NotEnoughStake.selector, 1, 2));
        new AppraisalDesk(auc, DealBook(address(book)), address(pool), 1, 2);
    }
}
