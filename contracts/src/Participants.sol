// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity 0.8.28;

import {IParticipants} from "./interfaces/IParticipants.sol";

/// Businesses, devices and authorities with the spans of their roles. A span that ended is kept when the role is granted
/// anew, so that what was written under it can still be judged.
contract Participants is IParticipants {
    address private immutable _foundation;

    mapping(address account => mapping(Role role => Membership)) private _memberships;
    mapping(address account => mapping(Role role => Membership[])) private _pastMemberships;
    mapping(address account => string) private _names;

    modifier onlyFoundation() {
        if (msg.sender != _foundation) revert NotFoundation(msg.sender);
        _;
    }

    constructor(address foundation_) {
        _foundation = foundation_;
    }

    /// @inheritdoc IParticipants
    /// @dev until: 0 open ended, otherwise in the future. A role held now is prolonged or shortened and keeps its beginning.
    function grantRole(address account, Role role, uint64 until) external onlyFoundation {
        uint64 time = uint64(block.timestamp);
        if (role == Role.None || (until != 0 && until <= time)) revert BadSpan(time, until);
        Membership storage current = _memberships[account][role];
        if (!_covers(current, time)) {
            if (current.since != 0) _pastMemberships[account][role].push(current);
            current.since = time;
        }
        current.until = until;
        emit RoleGranted(account, role, current.since, until);
    }

    /// @inheritdoc IParticipants
    /// @dev The role ends with this block: what was written in it already stands, nothing can follow.
    function revokeRole(address account, Role role) external onlyFoundation {
        uint64 time = uint64(block.timestamp);
        Membership storage current = _memberships[account][role];
        if (!_covers(current, time)) revert RoleNotHeld(account, role);
        current.until = time;
        emit RoleRevoked(account, role, time);
    }

    /// @inheritdoc IParticipants
    function setName(address account, string calldata name) external onlyFoundation {
        _names[account] = name;
        emit NameSet(account, name);
    }

    /// @inheritdoc IParticipants
    /// @dev The latest span; earlier ones count in hasRoleAt.
    function membership(address account, Role role) external view returns (Membership memory) {
        return _memberships[account][role];
    }

    /// @inheritdoc IParticipants
    function hasRoleAt(address account, Role role, uint64 time) external view returns (bool) {
        if (_covers(_memberships[account][role], time)) return true;
        Membership[] storage past = _pastMemberships[account][role];
        for (uint256 i = past.length; i > 0; --i) {
            if (_covers(past[i - 1], time)) return true;
        }
        return false;
    }

    /// @inheritdoc IParticipants
    function nameOf(address account) external view returns (string memory) {
        return _names[account];
    }

    /// @inheritdoc IParticipants
    function foundation() external view returns (address) {
        return _foundation;
    }

    /// A span holds from `since` on and ends before `until`.
    function _covers(Membership storage span, uint64 time) private view returns (bool) {
        return span.since != 0 && span.since <= time && (span.until == 0 || time < span.until);
    }
}
