// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity 0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IncentivePool} from "../src/IncentivePool.sol";
import {Deployment} from "./Deployment.sol";

contract IncentivePoolTest is Deployment {
    address private constant ANN = address(0xA22);

    function setUp() public {
        vm.warp(1_700_000_000);
        deploySuite();
    }

    function test_onlyTheFoundationPays() public {
        vm.expectRevert(abi.encodeWithSelector(IncentivePool.NotFoundation.selector, address(this)));
        pool.pay(ANN, 1, 0);
        vm.expectRevert(abi.encodeWithSelector(IncentivePool.NotFoundation.selector, treasury));
        vm.prank(treasury);
        pool.pay(treasury, 1, 0);
    }

    function test_capPerRecipientAndPeriod() public {
        vm.startPrank(treasury);
        pool.pay(ANN, 600 ether, "record");
        vm.expectRevert(abi.encodeWithSelector(IncentivePool.AboveRecipientCap.selector, ANN, 400 ether));
        pool.pay(ANN, 400 ether + 1, "record");
        pool.pay(ANN, 400 ether, "record");
        assertEq(auc.balanceOf(ANN), 1_000 ether, "paid in this period");
        vm.warp((pool.currentPeriod() + 1) * REWARD_PERIOD);
        pool.pay(ANN, 1_000 ether, "record");
        assertEq(auc.balanceOf(ANN), 2_000 ether, "paid in two periods");
        vm.stopPrank();
    }

    function test_capOfThePeriod() public {
        vm.startPrank(treasury);
        pool.pay(address(1), 1_000 ether, 0);
        pool.pay(address(2), 1_000 ether, 0);
        vm.expectRevert(abi.encodeWithSelector(IncentivePool.AbovePeriodCap.selector, 500 ether));
        pool.pay(address(3), 501 ether, 0);
        pool.pay(address(3), 500 ether, 0);
        vm.stopPrank();
        assertEq(pool.paidInPeriod(pool.currentPeriod()), PERIOD_CAP, "paid in all");
    }

    function testFuzz_neverAboveTheCaps(uint256[8] memory amounts, uint8[8] memory whom) public {
        uint256 start = auc.balanceOf(address(pool));
        for (uint256 i = 0; i < 8; ++i) {
            vm.prank(treasury);
            try pool.pay(address(uint160(100 + whom[i] % 3)), bound(amounts[i], 0, 1_500 ether), 0) {} catch {}
        }
        assertTrue(start - auc.balanceOf(address(pool)) <= PERIOD_CAP, "period cap");
        for (uint160 i = 100; i < 103; ++i) assertTrue(auc.balanceOf(address(i)) <= RECIPIENT_CAP, "recipient cap");
    }

    function test_capsMustMakeSense() public {
        vm.expectRevert(IncentivePool.BadCaps.selector);
        new IncentivePool(IERC20(address(auc)), treasury, 0, 1, 1);
        vm.expectRevert(IncentivePool.BadCaps.selector);
        new IncentivePool(IERC20(address(auc)), treasury, 1, 2, 1);
    }
}
