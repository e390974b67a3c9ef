// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity 0.8.28;

import {IParticipants} from "../src/interfaces/IParticipants.sol";
import {IVehicleRegistry} from "../src/interfaces/IVehicleRegistry.sol";
import {DealFixture} from "./DealFixture.sol";
import {Vm} from "./Test.sol";

/// Four people, two cars: grants, roles, titles, liens and time at random, and records in good and in bad faith. The
/// handler keeps its own book of who may do what, written from docs/protocol.md and not from the contracts, and folds the
/// records out of the events alone.
contract RegistryHandler is DealFixture {
    uint8 private constant KINDS = 24;
    uint8 private constant ROLES = 10;
    uint64 private constant FOR_EVER = type(uint64).max;

    struct Told { uint8 kind; uint64 time; uint32 km; bytes32 digest; bytes32 head; } // data of RecordAppended

    address[4] private _people;
    bytes32[2] private _cars;
    mapping(bytes32 id => address) private _holder;
    mapping(bytes32 id => address) private _lender;
    mapping(address who => mapping(uint8 role => uint64)) private _roleEnds;
    mapping(bytes32 id => mapping(address holder => mapping(address shop => IVehicleRegistry.Grant))) private _granted;
    mapping(bytes32 id => mapping(address who => bool)) private _wrote;
    mapping(bytes32 id => bytes32) private _head;
    mapping(bytes32 id => uint64) private _count;
    mapping(bytes32 id => uint32) private _km;
    uint64 private _now = START;
    bool private _released; // the record of this step is a lien's release
    mapping(string what => uint256) public seen;

    modifier folded() {
        vm.recordLogs();
        _released = false;
        _;
        _fold(vm.getRecordedLogs());
    }

    function setUp() public override {
        super.setUp();
        _people = [alice, bob, martin, mallory];
        _cars[0] = car;
        _holder[car] = bob;
        _wrote[car][bob] = true;
        _head[car] = registry.history(car).head; // the first record is told by other tests
        _count[car] = 1;
        _km[car] = 84_000;
        _registerAnother();
    }

    function _registerAnother() private folded {
        _cars[1] = keccak256(bytes(OTHER_VIN));
        _holder[_cars[1]] = alice;
        vm.prank(alice);
        registry.register(OTHER_VIN, 10, "first");
    }

    // Steps. Each says beforehand whether it must succeed.

    function hire(uint8 who, uint8 role, uint64 span, bool needsGrant) external folded {
        address account = _people[who % 4];
        uint8 r = needsGrant ? _workshopOrDevice(role) : 1 + role % (ROLES - 1);
        uint64 until = span % 4 == 0 ? 0 : _now + 1 + span % 30 days;
        vm.prank(treasury);
        participants.grantRole(account, IParticipants.Role(r), until);
        _roleEnds[account][r] = until == 0 ? FOR_EVER : until;
    }

    function dismiss(uint8 who, uint8 role, bool needsGrant) external folded {
        address account = _people[who % 4];
        uint8 r = needsGrant ? _workshopOrDevice(role) : 1 + role % (ROLES - 1);
        bool fits = _holds(account, r);
        if (!fits) vm.expectRevert();
        vm.prank(treasury);
        participants.revokeRole(account, IParticipants.Role(r));
        if (fits) _roleEnds[account][r] = _now;
    }

    /// Mostly by the holder, sometimes by anybody; from the past, now or later on; of all kinds or of some.
    function allow(uint8 by, uint8 which, uint8 to, uint64 from, uint64 span, uint256 kinds) external folded {
        bytes32 id = _cars[which % 2];
        (address giver, address shop) = (by % 3 == 0 ? _people[by % 4] : _holder[id], _people[to % 4]);
        from = from % 3 == 0 ? _now + from % 5 days : from % 3 == 1 ? _now - from % 5 days : 0;
        uint64 until = _now + span % 20 days;
        if (kinds % 2 == 0) kinds = type(uint256).max;
        _setGrant(id, giver, shop, from, until, kinds);
        if (from < _now) from = _now;
        if (giver != _holder[id]) return;
        if (until <= from) (from, until, kinds) = (0, 0, 0);
        _granted[id][giver][shop] = IVehicleRegistry.Grant(from, until, kinds);
    }

    function takeBack(uint8 by, uint8 which, uint8 from) external folded {
        bytes32 id = _cars[which % 2];
        (address giver, address shop) = (by % 3 == 0 ? _people[by % 4] : _holder[id], _people[from % 4]);
        _setGrant(id, giver, shop, 0, 0, 0);
        if (giver == _holder[id]) delete _granted[id][giver][shop];
    }

    /// Half of the attempts are of the kinds for which grants are there.
    function write(uint8 who, uint8 which, uint8 kind, uint32 km, bytes32 digest) external folded {
        (bytes32 id, address author) = (_cars[which % 2], _people[who % 4]);
        uint8 k = 1 + (kind / 2) % (KINDS - 1);
        if (kind % 2 == 0) k = _grantable(kind / 2);
        bool fits = _may(id, k, author);
        if (!fits) {
            ++seen["refused"];
            vm.expectRevert(
                abi.encodeWithSelector(IVehicleRegistry.NotAllowed.selector, id, author, IVehicleRegistry.Kind(k))
            );
        }
        vm.prank(author);
        registry.append(id, IVehicleRegistry.Kind(k), km, digest);
    }

    function sell(uint8 by, uint8 which, uint8 to) external folded {
        bytes32 id = _cars[which % 2];
        (address holder, address buyer) = (_holder[id], _people[to % 4]);
        address caller = by % 3 == 0 ? _people[by % 4] : holder;
        bool fits = caller == holder && _lender[id] == address(0);
        if (!fits) vm.expectRevert();
        vm.prank(caller);
        registry.transferFrom(holder, buyer, uint256(id));
        if (fits) _holder[id] = buyer;
    }

    function borrow(uint8 from, uint8 which) external folded {
        (bytes32 id, address lender) = (_cars[which % 2], _people[from % 4]);
        bool fits = _holds(lender, uint8(IParticipants.Role.Lender));
        if (!fits) vm.expectRevert();
        vm.prank(lender);
        registry.proposeLien(id);
        if (!fits) return;
        fits = _lender[id] == address(0);
        if (!fits) vm.expectRevert();
        vm.prank(_holder[id]);
        registry.acceptLien(id, lender);
        if (fits) _lender[id] = lender;
    }

    /// A lender whose role has ended sets the car free all the same.
    function payOff(uint8 by, uint8 which) external folded {
        bytes32 id = _cars[which % 2];
        address caller = by % 3 == 0 ? _people[by % 4] : _lender[id];
        if (caller == address(0)) return;
        bool fits = caller == _lender[id];
        if (!fits) vm.expectRevert();
        vm.prank(caller);
        registry.releaseLien(id);
        _released = fits;
    }

    function jump(uint64 seconds_) external folded {
        _now += 1 + seconds_ % 12 days;
        vm.warp(_now);
    }

    // What must hold whatever happened.

    function checkHeads() external view {
        for (uint256 i = 0; i < 2; ++i) {
            IVehicleRegistry.History memory history = registry.history(_cars[i]);
            assertEq(history.head, _head[_cars[i]], "the head is the fold of the events");
            assertEq(history.count, _count[_cars[i]], "every record was told");
            assertEq(history.odometerKm, _km[_cars[i]], "the distance last stated");
        }
    }

    function checkTitles() external view {
        for (uint256 i = 0; i < 2; ++i) {
            assertEq(registry.holderOf(_cars[i]), _holder[_cars[i]], "holder");
            assertEq(registry.ownerOf(uint256(_cars[i])), _holder[_cars[i]], "owner of the token");
            assertEq(registry.lienOf(_cars[i]), _lender[_cars[i]], "lender");
        }
    }

    function checkRights() external view {
        bytes32 id = _cars[_now % 2]; // one of the two at a time: it is the slowest of the checks
        for (uint256 p = 0; p < 4; ++p) {
            for (uint8 k = 1; k < KINDS; ++k) {
                bool may = registry.mayAppend(id, IVehicleRegistry.Kind(k), _people[p]);
                assertEq(may ? 1 : 0, _may(id, k, _people[p]) ? 1 : 0, "who may write what");
            }
        }
        assertFalse(registry.mayAppend(id, IVehicleRegistry.Kind.Correction, address(registry)), "the registry itself");
    }

    // The handler's own book.

    function _setGrant(bytes32 id, address giver, address shop, uint64 from, uint64 until, uint256 kinds) private {
        if (giver != _holder[id]) vm.expectRevert();
        vm.prank(giver);
        registry.setGrant(id, shop, from, until, kinds);
    }

    /// Every record told in this step has an author who was allowed to write it, and follows the one before.
    function _fold(Vm.Log[] memory logs) private {
        for (uint256 i = 0; i < logs.length; ++i) {
            if (logs[i].emitter != address(registry)) continue;
            if (logs[i].topics[0] != IVehicleRegistry.RecordAppended.selector) continue;
            (bytes32 id, uint64 index) = (logs[i].topics[1], uint64(uint256(logs[i].topics[2])));
            address author = address(uint160(uint256(logs[i].topics[3])));
            Told memory told = abi.decode(logs[i].data, (Told));
            assertEq(index, _count[id], "no record is left out");
            assertEq(told.time, _now, "the time of its block");
            _judge(id, author, told);
            _head[id] = keccak256(abi.encode(_head[id], index, told.kind, author, told.time, told.km, told.digest));
            assertEq(told.head, _head[id], "the head it tells");
            _count[id] = index + 1;
            if (told.km != 0) _km[id] = told.km;
            if (author != address(registry)) _wrote[id][author] = true;
        }
    }

    function _judge(bytes32 id, address author, Told memory told) private {
        if (author == address(registry)) {
            assertEq(told.kind, uint8(IVehicleRegistry.Kind.OwnershipChange), "what the registry writes");
            assertEq(told.digest, bytes32(uint256(uint160(_holder[id]))), "the new holder");
            ++seen["sold"];
        } else if (told.kind == uint8(IVehicleRegistry.Kind.Lien)) {
            assertEq(author, _lender[id], "the lender's record");
            assertTrue(_holds(author, uint8(IParticipants.Role.Lender)), "of a lender");
            ++seen["lien"];
        } else if (told.kind == uint8(IVehicleRegistry.Kind.LienRelease)) {
            assertTrue(_released && author == _lender[id], "the lender's release");
            delete _lender[id];
        } else {
            assertTrue(_may(id, told.kind, author), "an author without a role or grant");
            bool granted = author != _holder[id] && !_byRole(author, told.kind) && told.kind != KINDS - 1;
            ++seen[granted ? "granted" : "written"];
        }
    }

    function _may(bytes32 id, uint8 kind, address who) private view returns (bool) {
        IVehicleRegistry.Kind k = IVehicleRegistry.Kind(kind);
        if (k == IVehicleRegistry.Kind.Correction) return _wrote[id][who];
        bool ofHolder = k == IVehicleRegistry.Kind.Odometer || k == IVehicleRegistry.Kind.OwnerStatement
            || k == IVehicleRegistry.Kind.Service;
        if (ofHolder && who == _holder[id]) return true;
        return _byRole(who, kind) || (_isGranted(id, kind, who) && _byWorkshop(who, k));
    }

    function _isGranted(bytes32 id, uint8 kind, address who) private view returns (bool) {
        IVehicleRegistry.Grant memory grant = _granted[id][_holder[id]][who];
        return (grant.kinds >> kind) & 1 == 1 && grant.from <= _now && _now < grant.until;
    }

    function _byWorkshop(address who, IVehicleRegistry.Kind k) private view returns (bool) {
        bool both = k == IVehicleRegistry.Kind.Odometer || k == IVehicleRegistry.Kind.TroubleCodes;
        bool shop = both || k == IVehicleRegistry.Kind.Service || k == IVehicleRegistry.Kind.Repair;
        bool device = both || k == IVehicleRegistry.Kind.ObdSession;
        return (shop && _holds(who, uint8(IParticipants.Role.RepairShop)))
            || (device && _holds(who, uint8(IParticipants.Role.ObdDevice)));
    }

    function _byRole(address who, uint8 kind) private view returns (bool) {
        for (uint8 role = 1; role < ROLES; ++role) {
            if (_holds(who, role) && _isIn(_kindsOf(IParticipants.Role(role)), kind)) return true;
        }
        return false;
    }

    /// The table of docs/protocol.md, kinds as bytes. The roles that need a grant are not in it.
    function _kindsOf(IParticipants.Role role) private pure returns (bytes memory) {
        if (role == IParticipants.Role.Manufacturer) return hex"01020a0b";
        if (role == IParticipants.Role.Dealer) return hex"0203040915";
        if (role == IParticipants.Role.Inspector) return hex"08090c0d15";
        if (role == IParticipants.Role.Insurer) return hex"060713";
        if (role == IParticipants.Role.Government) return hex"0308090e111214";
        if (role == IParticipants.Role.Appraiser) return hex"0915";
        return "";
    }

    function _isIn(bytes memory kinds, uint8 kind) private pure returns (bool) {
        for (uint256 i = 0; i < kinds.length; ++i) {
            if (uint8(kinds[i]) == kind) return true;
        }
        return false;
    }

    function _holds(address who, uint8 role) private view returns (bool) {
        return _now < _roleEnds[who][role];
    }

    function _workshopOrDevice(uint8 seed) private pure returns (uint8) {
        return uint8(seed % 2 == 0 ? IParticipants.Role.RepairShop : IParticipants.Role.ObdDevice);
    }

    function _grantable(uint8 seed) private pure returns (uint8) {
        bytes memory kinds = hex"0405090c0d";
        return uint8(kinds[seed % kinds.length]);
    }
}
