// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity 0.8.28;

import {DealHandler} from "./DealHandler.sol";
import {Test} from "./Test.sol";

contract DealInvariantsTest is Test {
    DealHandler private handler;

    function setUp() public {
        handler = new DealHandler();
        handler.setUp();
    }

    /// Some steps stand more than once in the list: they are drawn more often.
    function targetSelectors() external view returns (FuzzSelector[] memory targets) {
        bytes4[] memory steps = new bytes4[](16);
        steps[0] = DealHandler.makeDeal.selector;
        steps[1] = DealHandler.makeDeal.selector;
        steps[2] = DealHandler.seat.selector;
        steps[3] = DealHandler.seat.selector;
        steps[4] = DealHandler.pay.selector;
        steps[5] = DealHandler.pay.selector;
        steps[6] = DealHandler.depositTitle.selector;
        steps[7] = DealHandler.depositTitle.selector;
        steps[8] = DealHandler.advance.selector;
        steps[9] = DealHandler.clock.selector;
        steps[10] = DealHandler.clock.selector;
        steps[11] = DealHandler.signAnyhow.selector;
        steps[12] = DealHandler.signAnyhow.selector;
        steps[13] = DealHandler.stray.selector;
        steps[14] = DealHandler.moveTitle.selector;
        steps[15] = DealHandler.stake.selector;
        targets = new FuzzSelector[](1);
        targets[0] = FuzzSelector(address(handler), steps);
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(handler);
    }

    function invariant_aucIsConserved() public view {
        handler.checkAucIsConserved();
    }

    function invariant_everyTitleHasOneHolder() public view {
        handler.checkTitles();
    }

    function invariant_moneyAndTitleStayApartUntilSettled() public view {
        handler.checkOpenDeals();
    }

    function invariant_stakesAreAtTheDesk() public view {
        handler.checkStakes();
    }

    /// The handler does reach the far states: a path through all of them, so that the invariants mean something.
    function test_theHandlerReachesEveryOutcome() public {
        for (uint8 round = 0; round < 3; ++round) {
            handler.makeDeal(0, round, 50_000 ether, 1_000 ether, true);
            handler.seat(0);
            handler.pay(0, 1, 0);
            handler.depositTitle(0, 1, 0);
            handler.checkOpenDeals();
            for (uint256 i = 0; i < 5; ++i) handler.advance(4 days);
            for (uint8 who = 0; who < 5; ++who) handler.clock(0, 2, who);
            if (round == 0) handler.signAnyhow(0, 2, 0, 0, 1, 0); // settle
            if (round == 1) handler.signAnyhow(0, 3, 0, 2, 2, 2); // ruling
            handler.signAnyhow(0, 0, 0, 1, 2, 0); // release
            handler.checkAucIsConserved();
            handler.checkTitles();
            handler.checkOpenDeals();
            handler.checkStakes();
            assertEq(handler.succeeded("settled"), round + 1, "settled deals");
        }
    }
}
