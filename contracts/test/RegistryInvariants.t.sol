// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity 0.8.28;

import {RegistryHandler} from "./RegistryHandler.sol";
import {Test} from "./Test.sol";

contract RegistryInvariantsTest is Test {
    RegistryHandler private handler;

    function setUp() public {
        handler = new RegistryHandler();
        handler.setUp();
    }

    /// Some steps stand more than once in the list: they are drawn more often.
    function targetSelectors() external view returns (FuzzSelector[] memory targets) {
        bytes4[] memory steps = new bytes4[](14);
        steps[0] = RegistryHandler.hire.selector;
        steps[1] = RegistryHandler.hire.selector;
        steps[2] = RegistryHandler.dismiss.selector;
        steps[3] = RegistryHandler.allow.selector;
        steps[4] = RegistryHandler.allow.selector;
        steps[5] = RegistryHandler.takeBack.selector;
        steps[6] = RegistryHandler.write.selector;
        steps[7] = RegistryHandler.write.selector;
        steps[8] = RegistryHandler.write.selector;
        steps[9] = RegistryHandler.write.selector;
        steps[10] = RegistryHandler.sell.selector;
        steps[11] = RegistryHandler.borrow.selector;
        steps[12] = RegistryHandler.payOff.selector;
        steps[13] = RegistryHandler.jump.selector;
        targets = new FuzzSelector[](1);
        targets[0] = FuzzSelector(address(handler), steps);
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(handler);
    }

    /// That nobody wrote without a role or grant is looked at record by record, in the handler's fold.
    function invariant_theHeadIsTheFoldOfTheEvents() public view {
        handler.checkHeads();
        handler.checkTitles();
    }

    function invariant_onlyRolesAndGrantsOpenAHistory() public view {
        handler.checkRights();
    }

    /// The handler does reach records under a grant, sales and liens, so that the invariants mean something.
    function test_theHandlerReachesEveryPath() public {
        handler.hire(2, 0, 0, true); // Martin has a workshop
        handler.write(2, 0, 2, 90_000, "repair");
        assertEq(handler.seen("refused"), 1, "without a grant");
        handler.allow(1, 0, 2, 2, 10 days, 0);
        handler.write(2, 0, 2, 90_000, "repair");
        assertEq(handler.seen("granted"), 1, "with it");
        handler.sell(1, 0, 0);
        assertEq(handler.seen("sold"), 1, "a sale");
        handler.write(2, 0, 2, 90_000, "repair");
        assertEq(handler.seen("refused"), 2, "the grant of the last holder");
        handler.allow(1, 0, 2, 2, 10 days, 0);
        handler.jump(10 days);
        handler.write(2, 0, 2, 90_000, "repair");
        assertEq(handler.seen("refused"), 3, "a grant that is over");
        handler.allow(1, 0, 2, 2, 10 days, 0);
        handler.takeBack(1, 0, 2);
        handler.write(2, 0, 2, 90_000, "repair");
        assertEq(handler.seen("refused"), 4, "a grant taken back");
        for (uint8 role = 0; role < 9; ++role) handler.hire(3, role, 0, false);
        handler.borrow(3, 0);
        assertEq(handler.seen("lien"), 1, "a lien");
        handler.sell(1, 0, 1);
        assertEq(handler.seen("sold"), 1, "nothing is sold under it");
        handler.payOff(1, 0);
        handler.sell(1, 0, 1);
        assertEq(handler.seen("sold"), 2, "and again after it");
        handler.checkHeads();
        handler.checkTitles();
        handler.checkRights();
    }
}
