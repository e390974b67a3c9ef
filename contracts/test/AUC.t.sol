// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity 0.8.28;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC1363Receiver} from "@openzeppelin/contracts/interfaces/IERC1363Receiver.sol";
import {AUC} from "../src/AUC.sol";
import {Deployment} from "./Deployment.sol";

contract Receiver is IERC1363Receiver {
    bytes4 public answer = IERC1363Receiver.onTransferReceived.selector;
    bytes32 public seen;

    function setAnswer(bytes4 answer_) external {
        answer = answer_;
    }

    function onTransferReceived(address operator, address from, uint256 value, bytes calldata data)
        external
        returns (bytes4)
    {
        seen = keccak256(abi.encode(msg.sender, operator, from, value, data));
        return answer;
    }
}

contract AUCTest is Deployment {
    uint256 private constant KEY = uint256(keccak256("permit owner"));
    Receiver private receiver;

    function setUp() public {
        vm.warp(1_700_000_000);
        deploySuite();
        receiver = new Receiver();
    }

    function test_supplyIsDistributedOnce() public view {
        assertEq(auc.totalSupply(), 10_000_000_000 * 10 ** 18, "supply");
        assertEq(auc.balanceOf(address(privatePlacement)), 4_000_000_000 ether, "40 % private placement");
        assertEq(auc.balanceOf(address(pool)), 2_000_000_000 ether, "20 % incentives");
        assertEq(auc.balanceOf(treasury), 3_000_000_000 ether, "30 % foundation");
        assertEq(auc.balanceOf(address(team)), 1_000_000_000 ether, "10 % team");
        assertEq(auc.name(), "AutoChain", "name");
        assertEq(auc.symbol(), "AUC", "symbol");
        assertEq(auc.decimals(), 18, "decimals");
    }

    function test_vestingReleasesLinearly() public {
        privatePlacement.release(address(auc));
        assertEq(auc.balanceOf(INVESTORS), 0, "nothing at the start");
        vm.warp(block.timestamp + VESTING_SECONDS / 4);
        privatePlacement.release(address(auc));
        assertEq(auc.balanceOf(INVESTORS), 1_000_000_000 ether, "a quarter after a quarter");
        vm.warp(block.timestamp + VESTING_SECONDS);
        team.release(address(auc));
        assertEq(auc.balanceOf(TEAM), 1_000_000_000 ether, "all at the end");
    }

    function test_burnShrinksTheSupply() public {
        vm.prank(treasury);
        auc.burn(5 ether);
        assertEq(auc.totalSupply(), 10_000_000_000 ether - 5 ether, "supply after burning");
    }

    function test_transferAndCallTellsTheReceiver() public {
        vm.prank(treasury);
        assertTrue(auc.transferAndCall(address(receiver), 7 ether, "abc"), "answer");
        assertEq(auc.balanceOf(address(receiver)), 7 ether, "balance");
        bytes32 expected = keccak256(abi.encode(address(auc), treasury, treasury, uint256(7 ether), bytes("abc")));
        assertEq(receiver.seen(), expected, "what the receiver was told");
    }

    function test_transferAndCallRefusesAccountsWithoutCode() public {
        vm.expectRevert(abi.encodeWithSelector(AUC.AUCReceiverRefused.selector, address(0xA11CE)));
        vm.prank(treasury);
        auc.transferAndCall(address(0xA11CE), 1, "");
    }

    function test_transferAndCallIsUndoneByAWrongAnswer() public {
        receiver.setAnswer(0x12345678);
        vm.expectRevert(abi.encodeWithSelector(AUC.AUCReceiverRefused.selector, address(receiver)));
        vm.prank(treasury);
        auc.transferAndCall(address(receiver), 1, "");
        assertEq(auc.balanceOf(address(receiver)), 0, "balance");
    }

    function test_transferAndCallRefusesContractsWithoutTheHook() public {
        vm.expectRevert();
        vm.prank(treasury);
        auc.transferAndCall(address(registry), 1, "");
    }

    function test_transferAndCallNeedsTheMoney() public {
        vm.expectPartialRevert(IERC20Errors.ERC20InsufficientBalance.selector);
        vm.prank(address(0xB0B));
        auc.transferAndCall(address(receiver), 1, "");
    }

    function test_interfaces() public view {
        assertTrue(auc.supportsInterface(0x01ffc9a7), "ERC-165");
        assertTrue(auc.supportsInterface(0x4000aea0), "transferAndCall");
        assertFalse(auc.supportsInterface(0xb0202a11), "all of ERC-1363 is not there");
        assertFalse(auc.supportsInterface(0xffffffff), "the invalid id");
        assertEq(uint32(IERC1363Receiver.onTransferReceived.selector), 0x88a7ca5c, "magic value of ERC-1363");
    }

    function test_permitWorksOnceAndUntilItsDeadline() public {
        address owner = vm.addr(KEY);
        uint256 deadline = block.timestamp + 1 hours;
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(KEY, _permitDigest(owner, address(0xB0B), 3 ether, deadline));
        auc.permit(owner, address(0xB0B), 3 ether, deadline, v, r, s);
        assertEq(auc.allowance(owner, address(0xB0B)), 3 ether, "allowance");
        vm.expectRevert();
        auc.permit(owner, address(0xB0B), 3 ether, deadline, v, r, s);
        (v, r, s) = vm.sign(KEY, _permitDigest(owner, address(0xB0B), 9 ether, deadline));
        vm.warp(deadline + 1);
        vm.expectRevert();
        auc.permit(owner, address(0xB0B), 9 ether, deadline, v, r, s);
    }

    function _permitDigest(address owner, address spender, uint256 value, uint256 deadline)
        private
        view
        returns (bytes32)
    {
        bytes32 typeHash =
            keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");
        bytes32 inner = keccak256(abi.encode(typeHash, owner, spender, value, auc.nonces(owner), deadline));
        return keccak256(abi.encodePacked("\x19\x01", auc.DOMAIN_SEPARATOR(), inner));
    }
}
