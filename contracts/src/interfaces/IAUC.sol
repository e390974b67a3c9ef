// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity ^0.8.24;

/// AUC: ERC-20, ERC-2612 permit, burnable, plus the one ERC-1363 call the suite uses, so that paying into a
/// deal or staking is one signature with one sentence instead of approve + pull.
interface IAUC {
    /// Moves `value` to `to` and calls onTransferReceived(operator, from, value, data) there (ERC-1363).
    function transferAndCall(address to, uint256 value, bytes calldata data) external returns (bool);
}
