// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity 0.8.28;

import {IParticipants} from "../src/interfaces/IParticipants.sol";
import {Deployment} from "./Deployment.sol";

contract ParticipantsTest is Deployment {
    IParticipants.Role private constant DEALER = IParticipants.Role.Dealer;
    uint64 private constant START = 1_700_000_000;
    address private constant ANN = address(0xA22);

    function setUp() public {
        vm.warp(START);
        deploySuite();
    }

    function test_onlyTheFoundation() public {
        bytes memory refused = abi.encodeWithSelector(IParticipants.NotFoundation.selector, address(this));
        vm.expectRevert(refused);
        participants.grantRole(ANN, DEALER, 0);
        vm.expectRevert(refused);
        participants.revokeRole(ANN, DEALER);
        vm.expectRevert(refused);
        participants.setName(ANN, "Ann");
        assertEq(participants.foundation(), treasury, "foundation");
    }

    function test_spanOfARole() public {
        vm.startPrank(treasury);
        participants.grantRole(ANN, DEALER, START + 100);
        assertFalse(participants.hasRoleAt(ANN, DEALER, START - 1), "before");
        assertTrue(participants.hasRoleAt(ANN, DEALER, START), "from its beginning");
        assertTrue(participants.hasRoleAt(ANN, DEALER, START + 99), "to its last second");
        assertFalse(participants.hasRoleAt(ANN, DEALER, START + 100), "not after");
        assertFalse(participants.hasRoleAt(ANN, IParticipants.Role.Insurer, START), "no other role");
        vm.stopPrank();
    }

    function test_prolongingKeepsTheBeginning() public {
        vm.startPrank(treasury);
        participants.grantRole(ANN, DEALER, START + 100);
        vm.warp(START + 50);
        participants.grantRole(ANN, DEALER, 0);
        IParticipants.Membership memory m = participants.membership(ANN, DEALER);
        assertEq(m.since, START, "since");
        assertEq(m.until, 0, "until");
        vm.stopPrank();
    }

    function test_anEndedSpanStaysJudgeable() public {
        vm.startPrank(treasury);
        participants.grantRole(ANN, DEALER, 0);
        vm.warp(START + 100);
        participants.revokeRole(ANN, DEALER);
        assertFalse(participants.hasRoleAt(ANN, DEALER, START + 100), "revoked at once");
        vm.warp(START + 200);
        participants.grantRole(ANN, DEALER, 0);
        assertTrue(participants.hasRoleAt(ANN, DEALER, START + 50), "in the first span");
        assertFalse(participants.hasRoleAt(ANN, DEALER, START + 150), "between the spans");
        assertTrue(participants.hasRoleAt(ANN, DEALER, START + 250), "in the second span");
        assertEq(participants.membership(ANN, DEALER).since, START + 200, "membership is the latest");
        vm.stopPrank();
    }

    function test_badSpansAndRevocations() public {
        vm.startPrank(treasury);
        vm.expectRevert(abi.encodeWithSelector(IParticipants.BadSpan.selector, START, START));
        participants.grantRole(ANN, DEALER, START);
        vm.expectPartialRevert(IParticipants.BadSpan.selector);
        participants.grantRole(ANN, IParticipants.Role.None, 0);
        vm.expectRevert(abi.encodeWithSelector(IParticipants.RoleNotHeld.selector, ANN, DEALER));
        participants.revokeRole(ANN, DEALER);
        participants.setName(ANN, "Ann & Sons");
        assertEq(participants.nameOf(ANN), "Ann & Sons", "name");
        vm.stopPrank();
    }
}
