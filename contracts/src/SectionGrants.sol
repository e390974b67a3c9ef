// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity 0.8.28;

import {ISectionGrants} from "./interfaces/ISectionGrants.sol";
import {IVehicleRegistry} from "./interfaces/IVehicleRegistry.sol";

/// Read grants on private sections. Keyed by the holder who gave them, as the registry's own grants: with the title they end.
/// Owns nothing, holds no coins and calls nobody but the registry.
contract SectionGrants is ISectionGrants {
    uint256 public constant MOST_GRANTEES = 256; // of one holder of one car: what a wallet reads at once has an end

    IVehicleRegistry private immutable _registry;

    mapping(address account => PublicKey) private _keys;
    mapping(bytes32 vehicleId => mapping(address holder => mapping(address grantee => Grant))) private _grants;
    mapping(bytes32 vehicleId => mapping(address holder => address[])) private _grantees;

    modifier onlyHolder(bytes32 vehicleId) {
        if (_registry.holderOf(vehicleId) != msg.sender) revert GrantsNotHolder(vehicleId, msg.sender);
        _;
    }

    constructor(IVehicleRegistry registry_) {
        _registry = registry_;
    }

    /// @inheritdoc ISectionGrants
    /// @dev Whoever could find other 64 bytes with this hash could sign for the account too, so it is a point of the curve.
    function publishKey(bytes32 x, bytes32 y) external {
        if (address(uint160(uint256(keccak256(abi.encodePacked(x, y))))) != msg.sender) revert GrantsNotYourKey(msg.sender);
        _keys[msg.sender] = PublicKey(x, y);
        emit KeyPublished(msg.sender, x, y);
    }

    /// @inheritdoc ISectionGrants
    function grantRead(bytes32 vehicleId, address grantee, Grant calldata terms) external onlyHolder(vehicleId) {
        _checkTerms(vehicleId, grantee, terms);
        Grant storage kept = _grants[vehicleId][msg.sender][grantee];
        if (kept.until == 0) {
            address[] storage all = _grantees[vehicleId][msg.sender];
            if (all.length >= MOST_GRANTEES) revert GrantsTooMany(vehicleId, MOST_GRANTEES);
            all.push(grantee);
        }
        _grants[vehicleId][msg.sender][grantee] = terms;
        emit ReadGranted(
            vehicleId, msg.sender, grantee, terms.from, terms.until, terms.firstRecord, terms.lastRecord, terms.kinds,
            terms.keysDigest
        );
    }

    /// @inheritdoc ISectionGrants
    function revokeRead(bytes32 vehicleId, address grantee) external onlyHolder(vehicleId) {
        Grant storage kept = _grants[vehicleId][msg.sender][grantee];
        if (kept.until <= block.timestamp) revert GrantsNone(vehicleId, grantee);
        kept.until = uint64(block.timestamp);
        emit ReadRevoked(vehicleId, msg.sender, grantee);
    }

    /// @inheritdoc ISectionGrants
    function keyOf(address account) external view returns (PublicKey memory) {
        return _keys[account];
    }

    /// @inheritdoc ISectionGrants
    function grantOf(bytes32 vehicleId, address grantee) external view returns (Grant memory) {
        return _grants[vehicleId][_registry.holderOf(vehicleId)][grantee];
    }

    /// @inheritdoc ISectionGrants
    function mayRead(bytes32 vehicleId, address reader, uint8 kind, uint64 index, uint64 time) external view returns (bool) {
        address holder = _registry.holderOf(vehicleId);
        if (holder == address(0)) return false;
        if (holder == reader) return true;
        Grant storage kept = _grants[vehicleId][holder][reader];
        return kept.kinds & (1 << kind) != 0 && kept.from <= time && time < kept.until && kept.firstRecord <= index
            && index <= kept.lastRecord;
    }

    /// @inheritdoc ISectionGrants
    function granteeCount(bytes32 vehicleId) external view returns (uint256) {
        return _grantees[vehicleId][_registry.holderOf(vehicleId)].length;
    }

    /// @inheritdoc ISectionGrants
    function granteeAt(bytes32 vehicleId, uint256 position) external view returns (address) {
        return _grantees[vehicleId][_registry.holderOf(vehicleId)][position];
    }

    function _checkTerms(bytes32 vehicleId, address grantee, Grant calldata terms) private view {
        if (grantee == msg.sender) revert GrantsToHolder(vehicleId);
        if (_keys[grantee].x == 0 && _keys[grantee].y == 0) revert GrantsNoKey(grantee);
        if (terms.from >= terms.until || terms.until <= block.timestamp) revert GrantsBadSpan(terms.from, terms.until);
        if (terms.kinds == 0 || terms.firstRecord > terms.lastRecord) {
            revert GrantsBadScope(terms.kinds, terms.firstRecord, terms.lastRecord);
        }
    }
}
