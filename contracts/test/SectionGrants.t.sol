// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity 0.8.28;

import {ISectionGrants} from "../src/interfaces/ISectionGrants.sol";
import {SectionGrants} from "../src/SectionGrants.sol";
import {SectionFixture} from "./SectionFixture.sol";

contract SectionGrantsTest is SectionFixture {
    function test_aKeyIsPublishedByItsOwnerOnly() public {
        (bytes32 x, bytes32 y) = pointOf(BOB_KEY);
        vm.expectRevert(abi.encodeWithSelector(ISectionGrants.GrantsNotYourKey.selector, mallory));
        vm.prank(mallory);
        grants.publishKey(x, y);
        vm.expectRevert(abi.encodeWithSelector(ISectionGrants.GrantsNotYourKey.selector, bob));
        vm.prank(bob);
        grants.publishKey(y, x);
        vm.expectEmit(true, true, true, true, address(grants));
        emit ISectionGrants.KeyPublished(bob, x, y);
        publish(bob);
        assertEq(grants.keyOf(bob).x, x, "x");
        assertEq(grants.keyOf(bob).y, y, "y");
        assertEq(grants.keyOf(mallory).x, 0, "nothing for others");
    }

    function test_theHolderReadsAStrangerDoesNot() public view {
        assertTrue(grants.mayRead(car, bob, SERVICE, 0, START), "holder");
        assertFalse(grants.mayRead(car, mallory, SERVICE, 0, START), "stranger");
        assertFalse(grants.mayRead(bytes32(uint256(7)), address(0), SERVICE, 0, START), "a car nobody registered");
    }

    function test_aGrantCoversItsKindsItsRecordsAndItsSpan() public {
        publish(alice);
        ISectionGrants.Grant memory terms = services(START + 30 days);
        terms.firstRecord = 2;
        terms.lastRecord = 5;
        vm.prank(bob);
        grants.grantRead(car, alice, terms);
        assertTrue(grants.mayRead(car, alice, SERVICE, 2, START), "first record, first second");
        assertTrue(grants.mayRead(car, alice, SERVICE, 5, START + 30 days - 1), "last record, last second");
        assertFalse(grants.mayRead(car, alice, SERVICE, 1, START), "record before");
        assertFalse(grants.mayRead(car, alice, SERVICE, 6, START), "record behind");
        assertFalse(grants.mayRead(car, alice, REPAIR, 3, START), "another kind");
        assertFalse(grants.mayRead(car, alice, SERVICE, 3, START - 1), "before it begins");
        assertFalse(grants.mayRead(car, alice, SERVICE, 3, START + 30 days), "expired in the very second");
        assertFalse(grants.mayRead(car, mallory, SERVICE, 3, START), "not for others");
        assertFalse(grants.mayRead(keccak256("another car"), alice, SERVICE, 3, START), "not of other cars");
        assertEq(grants.granteeCount(car), 1, "listed");
        assertEq(grants.granteeAt(car, 0), alice, "listed as");
    }

    function test_onlyTheHolderGrantsAndRevokes() public {
        publish(alice);
        vm.expectRevert(abi.encodeWithSelector(ISectionGrants.GrantsNotHolder.selector, car, mallory));
        vm.prank(mallory);
        grants.grantRead(car, alice, services(START + 1 days));
        vm.prank(bob);
        grants.grantRead(car, alice, services(START + 1 days));
        vm.expectRevert(abi.encodeWithSelector(ISectionGrants.GrantsNotHolder.selector, car, alice));
        vm.prank(alice);
        grants.revokeRead(car, alice);
    }

    function test_whatMakesNoSenseIsRefused() public {
        vm.startPrank(bob);
        vm.expectRevert(abi.encodeWithSelector(ISectionGrants.GrantsNoKey.selector, alice));
        grants.grantRead(car, alice, services(START + 1 days));
        vm.expectRevert(abi.encodeWithSelector(ISectionGrants.GrantsToHolder.selector, car));
        grants.grantRead(car, bob, services(START + 1 days));
        vm.expectRevert(abi.encodeWithSelector(ISectionGrants.GrantsNone.selector, car, alice));
        grants.revokeRead(car, alice);
        vm.stopPrank();
        publish(alice);
        vm.startPrank(bob);
        vm.expectRevert(abi.encodeWithSelector(ISectionGrants.GrantsBadSpan.selector, START, START));
        grants.grantRead(car, alice, services(START));
        ISectionGrants.Grant memory terms = services(START + 1 days);
        terms.from = START + 2 days;
        vm.expectRevert(abi.encodeWithSelector(ISectionGrants.GrantsBadSpan.selector, terms.from, terms.until));
        grants.grantRead(car, alice, terms);
        terms = services(START + 1 days);
        terms.kinds = 0;
        vm.expectRevert(abi.encodeWithSelector(ISectionGrants.GrantsBadScope.selector, 0, 0, EVERY_RECORD));
        grants.grantRead(car, alice, terms);
        terms = services(START + 1 days);
        terms.firstRecord = 3;
        terms.lastRecord = 2;
        vm.expectRevert(abi.encodeWithSelector(ISectionGrants.GrantsBadScope.selector, terms.kinds, 3, 2));
        grants.grantRead(car, alice, terms);
        vm.stopPrank();
    }

    function test_aRevokedGrantEndsNowAndStaysReadable() public {
        publish(alice);
        vm.prank(bob);
        grants.grantRead(car, alice, services(START + 30 days));
        vm.warp(START + 3 days);
        vm.expectEmit(true, true, true, true, address(grants));
        emit ISectionGrants.ReadRevoked(car, bob, alice);
        vm.prank(bob);
        grants.revokeRead(car, alice);
        assertFalse(grants.mayRead(car, alice, SERVICE, 0, START + 3 days), "ended");
        assertTrue(grants.mayRead(car, alice, SERVICE, 0, START + 3 days - 1), "held until then");
        assertEq(grants.grantOf(car, alice).until, START + 3 days, "since when");
        vm.expectRevert(abi.encodeWithSelector(ISectionGrants.GrantsNone.selector, car, alice));
        vm.prank(bob);
        grants.revokeRead(car, alice);
        vm.prank(bob);
        grants.grantRead(car, alice, services(START + 60 days));
        assertTrue(grants.mayRead(car, alice, SERVICE, 0, START + 3 days), "granted again");
        assertEq(grants.granteeCount(car), 1, "listed once");
    }

    function test_withTheTitleEveryGrantEnds() public {
        publish(alice);
        publish(mallory);
        vm.prank(bob);
        grants.grantRead(car, alice, services(START + 30 days));
        vm.prank(bob);
        registry.transferFrom(bob, martin, uint256(car));
        assertFalse(grants.mayRead(car, alice, SERVICE, 0, START), "the former holder's word");
        assertFalse(grants.mayRead(car, bob, SERVICE, 0, START), "the former holder");
        assertTrue(grants.mayRead(car, martin, SERVICE, 0, START), "the new one");
        assertEq(grants.grantOf(car, alice).until, 0, "no grant of the new holder");
        assertEq(grants.granteeCount(car), 0, "nobody listed");
        vm.expectRevert(abi.encodeWithSelector(ISectionGrants.GrantsNotHolder.selector, car, bob));
        vm.prank(bob);
        grants.grantRead(car, mallory, services(START + 30 days));
        vm.prank(martin);
        grants.grantRead(car, mallory, services(START + 10 days));
        assertTrue(grants.mayRead(car, mallory, SERVICE, 0, START), "the new holder's word");
        // Sold back: what he granted then counts again, and he may end it.
        vm.prank(martin);
        registry.transferFrom(martin, bob, uint256(car));
        assertTrue(grants.mayRead(car, alice, SERVICE, 0, START), "his own earlier word");
        vm.prank(bob);
        grants.revokeRead(car, alice);
        assertFalse(grants.mayRead(car, alice, SERVICE, 0, START), "taken back");
    }

    function test_theListHasAnEnd() public {
        uint256 most = grants.MOST_GRANTEES();
        for (uint256 i = 1; i <= most + 1; ++i) {
            uint256 key = 1000 + i;
            (bytes32 x, bytes32 y) = pointOf(key);
            vm.prank(vm.addr(key));
            grants.publishKey(x, y);
            if (i > most) {
                vm.expectRevert(abi.encodeWithSelector(ISectionGrants.GrantsTooMany.selector, car, 256));
            }
            vm.prank(bob);
            grants.grantRead(car, vm.addr(key), services(START + 1 days));
        }
        assertEq(grants.granteeCount(car), 256, "as many as a wallet reads at once");
    }

    function testFuzz_onlyTheAccountsOwnPointIsTaken(bytes32 x, bytes32 y, uint256 key) public {
        key = bound(key, 1, 2 ** 250);
        (bytes32 ownX, bytes32 ownY) = pointOf(key);
        vm.assume(x != ownX || y != ownY);
        vm.expectRevert(abi.encodeWithSelector(ISectionGrants.GrantsNotYourKey.selector, vm.addr(key)));
        vm.prank(vm.addr(key));
        grants.publishKey(x, y);
        vm.prank(vm.addr(key));
        grants.publishKey(ownX, ownY);
        assertEq(grants.keyOf(vm.addr(key)).x, ownX, "his own");
    }

    function testFuzz_readsExactlyInsideTheGrant(ISectionGrants.Grant memory g, uint8 kind, uint64 index, uint64 time) public {
        publish(alice);
        g.until = uint64(bound(g.until, START + 1, type(uint64).max));
        g.from = uint64(bound(g.from, 0, g.until - 1));
        g.lastRecord = uint64(bound(g.lastRecord, g.firstRecord, type(uint64).max));
        if (g.kinds == 0) g.kinds = 1;
        vm.prank(bob);
        grants.grantRead(car, alice, g);
        bool inside = (g.kinds >> kind) & 1 == 1 && time >= g.from && time < g.until && index >= g.firstRecord && index <= g.lastRecord;
        assertEq(grants.mayRead(car, alice, kind, index, time) ? 1 : 0, inside ? 1 : 0, "inside");
        assertFalse(grants.mayRead(car, martin, kind, index, time), "nobody else");
    }
}
