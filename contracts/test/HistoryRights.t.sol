// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity 0.8.28;

import {IParticipants} from "../src/interfaces/IParticipants.sol";
import {IVehicleRegistry} from "../src/interfaces/IVehicleRegistry.sol";
import {DealFixture} from "./DealFixture.sol";

/// What storage keeps of grants and roles must tell, of every past moment, what was allowed then: who reads a history later
/// has nothing else.
contract HistoryRightsTest is DealFixture {
    uint256 private constant GRANTS_SLOT = 11; // of the storage layout; the generated readers of the suite take it from there
    uint256 private constant PAST_GRANTS_SLOT = 12;
    uint256 private constant REPAIR = 1 << uint8(IVehicleRegistry.Kind.Repair);
    uint256 private constant SERVICE = 1 << uint8(IVehicleRegistry.Kind.Service);
    address private constant SHOP = address(0x5409);

    struct Moment { uint64 time; bool allowed; }

    Moment[] private _moments;
    uint64 private _now = START;

    function setUp() public override {
        super.setUp();
        vm.prank(treasury);
        participants.grantRole(SHOP, IParticipants.Role.RepairShop, 0);
    }

    function _go(uint64 secondsOn) private {
        _now += secondsOn;
        vm.warp(_now);
    }

    function _grant(uint64 from, uint64 until, uint256 kinds) private {
        vm.prank(bob);
        registry.setGrant(car, SHOP, from, until, kinds);
    }

    function _slot(uint256 base, address holder, address shop) private view returns (bytes32) {
        return keccak256(abi.encode(shop, keccak256(abi.encode(holder, keccak256(abi.encode(car, base))))));
    }

    function _grantAt(bytes32 slot) private view returns (IVehicleRegistry.Grant memory) {
        uint256 times = uint256(vm.load(address(registry), slot));
        uint256 kinds = uint256(vm.load(address(registry), bytes32(uint256(slot) + 1)));
        return IVehicleRegistry.Grant(uint64(times), uint64(times >> 64), kinds);
    }

    function _pastCount(address holder) private view returns (uint256) {
        return uint256(vm.load(address(registry), _slot(PAST_GRANTS_SLOT, holder, SHOP)));
    }

    function _past(address holder, uint256 index) private view returns (IVehicleRegistry.Grant memory) {
        bytes32 data = keccak256(abi.encode(_slot(PAST_GRANTS_SLOT, holder, SHOP)));
        return _grantAt(bytes32(uint256(data) + 2 * index));
    }

    function _covers(IVehicleRegistry.Grant memory grant, uint64 time, uint256 kind) private pure returns (bool) {
        return grant.kinds & kind != 0 && grant.from <= time && time < grant.until;
    }

    /// As a reader of the storage judges a record of that time.
    function _wasGranted(uint64 time, uint256 kind) private view returns (bool) {
        if (_covers(_grantAt(_slot(GRANTS_SLOT, bob, SHOP)), time, kind)) return true;
        for (uint256 i = 0; i < _pastCount(bob); ++i) {
            if (_covers(_past(bob, i), time, kind)) return true;
        }
        return false;
    }

    function test_aReplacedGrantIsKeptWithItsTrueEnd() public {
        _grant(START, START + 1_000, REPAIR);
        _go(100);
        _grant(0, START + 5_000, SERVICE);
        assertEq(_pastCount(bob), 1, "kept");
        IVehicleRegistry.Grant memory past = _past(bob, 0);
        assertEq(past.from, START, "its beginning");
        assertEq(past.until, START + 100, "its true end");
        assertEq(past.kinds, REPAIR, "its kinds");
        assertEq(registry.grantOf(car, SHOP).from, START + 100, "no grant reaches back");
        assertFalse(_wasGranted(START + 99, SERVICE), "not even for what was written before it");
        assertTrue(_wasGranted(START + 99, REPAIR), "the old one did hold");
        _go(100);
        _grant(0, 0, 0);
        assertEq(registry.grantOf(car, SHOP).kinds, 0, "taken back");
        assertEq(_past(bob, 1).until, START + 200, "and kept");
    }

    function test_aGrantThatNeverHeldIsNotKept() public {
        _grant(START + 500, START + 1_000, REPAIR);
        _go(100);
        _grant(0, 0, 0);
        assertEq(_pastCount(bob), 0, "it had not begun");
        _grant(0, START + 200, REPAIR);
        _grant(0, START + 300, REPAIR);
        assertEq(_pastCount(bob), 0, "replaced in its own block");
        _go(1_000);
        _grant(0, START + 9_000, REPAIR);
        assertEq(_past(bob, 0).until, START + 300, "one that ran out ended when it said");
    }

    /// Any order of grants, replacements, revocations and time: storage tells later what the contract allowed then.
    function testFuzz_storageTellsWhatWasAllowed(uint64[12] memory steps, uint32[12] memory lengths) public {
        for (uint256 i = 0; i < steps.length; ++i) {
            _go(steps[i] % 200);
            uint64 from = steps[i] % 3 == 0 ? 0 : _now + uint64(lengths[i] % 50);
            uint64 until = steps[i] % 5 == 0 ? 0 : _now + uint64(lengths[i] % 400);
            _grant(from, until, lengths[i] % 2 == 0 ? REPAIR : SERVICE);
            _remember();
            _go(1 + steps[i] % 97);
            _remember();
        }
        for (uint256 i = 0; i < _moments.length; ++i) {
            Moment memory moment = _moments[i];
            assertEq(_wasGranted(moment.time, REPAIR) ? 1 : 0, moment.allowed ? 1 : 0, "then and now");
        }
    }

    function _remember() private {
        _moments.push(Moment(_now, registry.mayAppend(car, IVehicleRegistry.Kind.Repair, SHOP)));
        // The last word about a second counts: within a block things still change.
        if (_moments.length > 1 && _moments[_moments.length - 2].time == _now) {
            _moments[_moments.length - 2] = _moments[_moments.length - 1];
        }
    }

    /// The same of roles: hasRoleAt of a past moment never changes its mind.
    function testFuzz_rolesAreRemembered(uint64[12] memory steps) public {
        IParticipants.Role role = IParticipants.Role.Insurer;
        for (uint256 i = 0; i < steps.length; ++i) {
            _go(1 + steps[i] % 300);
            vm.startPrank(treasury);
            if (steps[i] % 3 != 0) {
                participants.grantRole(SHOP, role, steps[i] % 2 == 0 ? 0 : _now + 1 + (steps[i] >> 8) % 500);
            } else if (participants.hasRoleAt(SHOP, role, _now)) {
                participants.revokeRole(SHOP, role);
            }
            vm.stopPrank();
            _moments.push(Moment(_now, participants.hasRoleAt(SHOP, role, _now)));
            _go(1 + steps[i] % 83);
            _moments.push(Moment(_now, participants.hasRoleAt(SHOP, role, _now)));
        }
        for (uint256 i = 0; i < _moments.length; ++i) {
            bool still = participants.hasRoleAt(SHOP, role, _moments[i].time);
            assertEq(still ? 1 : 0, _moments[i].allowed ? 1 : 0, "then and now");
        }
    }

    function test_theDigestOfAChangeNamesTheNewHolder() public {
        IVehicleRegistry.History memory before = registry.history(car);
        vm.prank(bob);
        registry.transferFrom(bob, alice, uint256(car));
        bytes32 head = keccak256(
            abi.encode(
                before.head,
                before.count,
                IVehicleRegistry.Kind.OwnershipChange,
                address(registry),
                uint64(block.timestamp),
                uint32(0),
                bytes32(uint256(uint160(alice)))
            )
        );
        assertEq(registry.history(car).head, head, "head");
    }

    function test_anAppraiserValues() public {
        vm.prank(treasury);
        participants.grantRole(martin, IParticipants.Role.Appraiser, 0);
        for (uint8 k = 1; k < 24; ++k) {
            IVehicleRegistry.Kind kind = IVehicleRegistry.Kind(k);
            bool may = kind == IVehicleRegistry.Kind.Valuation || kind == IVehicleRegistry.Kind.Odometer;
            assertEq(registry.mayAppend(car, kind, martin) ? 1 : 0, may ? 1 : 0, "appraiser");
        }
    }
}
