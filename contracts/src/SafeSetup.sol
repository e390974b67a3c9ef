// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity 0.8.28;

import {ISafe} from "./interfaces/ISafe.sol";

/// Runs once by delegatecall inside the setup of a deal's Safe: `this` is the Safe, which calls itself to switch on the
/// module and the guard. Has no storage and does nothing of use when called directly.
contract SafeSetup {
    function configure(address module, address guard) external {
        ISafe(address(this)).enableModule(module);
        ISafe(address(this)).setGuard(guard);
    }
}
