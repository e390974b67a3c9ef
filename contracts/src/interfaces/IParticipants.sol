// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity ^0.8.24;

/// Who may say what about a car. Roles have a span, so that a record can be judged by the role its provider had at its time.
interface IParticipants {
    enum Role { None, Manufacturer, Dealer, Inspector, RepairShop, Insurer, Lender, ObdDevice, Government,
        Appraiser }

    struct Membership { uint64 since; uint64 until; } // until 0: open ended; since 0: never had the role

    event RoleGranted(address indexed account, Role indexed role, uint64 since, uint64 until);
    event RoleRevoked(address indexed account, Role indexed role, uint64 at);
    event NameSet(address indexed account, string name);

    error NotFoundation(address caller);
    error BadSpan(uint64 since, uint64 until);
    error RoleNotHeld(address account, Role role);

    function grantRole(address account, Role role, uint64 until) external; // foundation only
    function revokeRole(address account, Role role) external; // foundation only
    function setName(address account, string calldata name) external; // foundation only: the public name of a business
    function membership(address account, Role role) external view returns (Membership memory);
    function hasRoleAt(address account, Role role, uint64 time) external view returns (bool);
    function nameOf(address account) external view returns (string memory);
    function foundation() external view returns (address);
}
