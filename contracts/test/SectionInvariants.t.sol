// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity 0.8.28;

import {ISectionGrants} from "../src/interfaces/ISectionGrants.sol";
import {SectionFixture} from "./SectionFixture.sol";
import {Test} from "./Test.sol";

/// Acts at random and keeps its own book of what must hold.
contract SectionHandler is SectionFixture {
    mapping(address holder => mapping(address grantee => uint64)) private _until;
    mapping(address holder => mapping(address grantee => uint256)) private _kinds;
    mapping(address holder => uint256) private _listed;
    uint64 public now_ = START;
    uint256 public reads;

    function person(uint256 seed) public view returns (address) {
        address[4] memory all = [alice, bob, martin, mallory];
        return all[seed % 4];
    }

    function share(uint256 by, uint256 to, uint64 span, uint256 kinds) external {
        (address holder, address grantee) = (person(by), person(to));
        ISectionGrants.Grant memory terms = services(now_ + uint64(bound(span, 1, 60 days)));
        terms.from = now_;
        terms.kinds = kinds == 0 ? 1 << SERVICE : kinds;
        bool fits = registry.holderOf(car) == holder && holder != grantee && grants.keyOf(grantee).x != 0;
        if (!fits) vm.expectRevert();
        vm.prank(holder);
        grants.grantRead(car, grantee, terms);
        if (!fits) return;
        if (_until[holder][grantee] == 0) ++_listed[holder];
        _until[holder][grantee] = terms.until;
        _kinds[holder][grantee] = terms.kinds;
    }

    function end(uint256 by, uint256 to) external {
        (address holder, address grantee) = (person(by), person(to));
        bool fits = registry.holderOf(car) == holder && _until[holder][grantee] > now_;
        if (!fits) vm.expectRevert();
        vm.prank(holder);
        grants.revokeRead(car, grantee);
        if (fits) _until[holder][grantee] = now_;
    }

    function sell(uint256 to) external {
        (address holder, address buyer) = (registry.holderOf(car), person(to));
        if (holder == buyer) return;
        vm.prank(holder);
        registry.transferFrom(holder, buyer, uint256(car));
    }

    function publishFor(uint256 who) external {
        publish(person(who));
    }

    function wait_(uint64 seconds_) external {
        now_ += uint64(bound(seconds_, 1, 20 days));
        vm.warp(now_);
    }

    /// Nobody reads but the holder and whom this very holder granted it, and then all of it.
    function checkReaders() external {
        address holder = registry.holderOf(car);
        assertEq(grants.granteeCount(car), _listed[holder], "everybody is listed once");
        for (uint256 i = 0; i < 4; ++i) {
            address reader = person(i);
            for (uint8 kind = 1; kind < 24; ++kind) {
                bool may = reader == holder || (_until[holder][reader] > now_ && (_kinds[holder][reader] >> kind) & 1 == 1);
                assertEq(grants.mayRead(car, reader, kind, 3, now_) ? 1 : 0, may ? 1 : 0, "who reads");
                if (may && reader != holder) ++reads;
            }
        }
    }
}

contract SectionInvariantsTest is Test {
    SectionHandler private handler;

    function setUp() public {
        handler = new SectionHandler();
        handler.setUp();
    }

    function targetSelectors() external view returns (FuzzSelector[] memory targets) {
        bytes4[] memory steps = new bytes4[](7);
        steps[0] = SectionHandler.share.selector;
        steps[1] = SectionHandler.share.selector;
        steps[2] = SectionHandler.share.selector;
        steps[3] = SectionHandler.end.selector;
        steps[4] = SectionHandler.sell.selector;
        steps[5] = SectionHandler.publishFor.selector;
        steps[6] = SectionHandler.wait_.selector;
        targets = new FuzzSelector[](1);
        targets[0] = FuzzSelector(address(handler), steps);
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(handler);
    }

    function invariant_onlyHolderAndGranteesRead() public {
        handler.checkReaders();
    }

    /// The handler does reach grants that hold, so that the invariant means something.
    function test_theHandlerReachesReaders() public {
        handler.publishFor(0);
        handler.share(1, 0, 5 days, 0);
        handler.checkReaders();
        assertEq(handler.reads(), 1, "one kind is read");
        handler.sell(2);
        handler.checkReaders();
        assertEq(handler.reads(), 1, "and no more after the sale");
    }
}
