// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity 0.8.28;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {Guard} from "@safe-global/safe-contracts/contracts/base/GuardManager.sol";
import {Enum} from "@safe-global/safe-contracts/contracts/common/Enum.sol";
import {IDealBook} from "./interfaces/IDealBook.sol";
import {IDealModule} from "./interfaces/IDealModule.sol";
import {ISafe} from "./interfaces/ISafe.sol";
import {SettlementTable} from "./SettlementTable.sol";

/// The guard of every deal's Safe. It lets one thing out: a plain call of the module's `settle` for this Safe's own deal,
/// a line of the settlement table, signed by the two whom that line names. Any other Safe transaction reverts, whoever
/// signed it. There are exactly two signatures, each either ECDSA over the EIP-712 hash (v 27 or 28) or the mark of an
/// owner who sends the transaction himself (v 1). Hashes approved earlier, contract signatures (v 0) and eth_sign ones
/// (v > 30) are refused, so that what was signed is always something a signer can show.
contract DealGuard is Guard {
    uint256 private constant SIGNATURE_BYTES = 65;
    uint256 private constant SETTLE_BYTES = 4 + 7 * 32;

    address private immutable _module;
    IDealBook private immutable _book;

    error GuardCallRefused();
    error GuardGasTermsRefused();
    error GuardNotThisDeal(bytes32 dealId, address safe);
    error GuardSignatureRefused();
    error GuardWrongSigners(address first, address second);
    error GuardSettlementFailed();

    constructor(address module_, IDealBook book_) {
        _module = module_;
        _book = book_;
    }

    /// Called by the Safe after it has found both signatures to be of distinct owners and has raised its nonce.
    /// Gas terms must all be zero: nobody is paid out of the Safe, and a failing settlement reverts without using up
    /// the nonce (with safeTxGas it would be kept as a failure).
    function checkTransaction(
        address to,
        uint256 value,
        bytes calldata data,
        Enum.Operation operation,
        uint256 safeTxGas,
        uint256 baseGas,
        uint256 gasPrice,
        address gasToken,
        address payable refundReceiver,
        bytes memory signatures,
        address msgSender
    ) external view {
        if (to != _module || value != 0 || operation != Enum.Operation.Call) revert GuardCallRefused();
        if (safeTxGas != 0 || baseGas != 0 || gasPrice != 0 || gasToken != address(0) || refundReceiver != address(0)) {
            revert GuardGasTermsRefused();
        }
        _checkSettlement(data, signatures, msgSender);
    }

    function checkAfterExecution(bytes32, bool success) external pure {
        if (!success) revert GuardSettlementFailed();
    }

    function supportsInterface(bytes4 interfaceId) external pure returns (bool) {
        return interfaceId == type(Guard).interfaceId || interfaceId == type(IERC165).interfaceId;
    }

    function _checkSettlement(bytes calldata data, bytes memory signatures, address sender) private view {
        if (data.length != SETTLE_BYTES || bytes4(data[:4]) != IDealModule.settle.selector) revert GuardCallRefused();
        (bytes32 dealId, IDealBook.Settlement memory chosen) = abi.decode(data[4:], (bytes32, IDealBook.Settlement));
        IDealBook.Deal memory deal = _book.deal(dealId);
        if (deal.safe != msg.sender) revert GuardNotThisDeal(dealId, msg.sender);
        IDealBook.Terms memory agreed = _book.terms(dealId);
        SettlementTable.check(agreed, deal, chosen);
        (address one, address other) = SettlementTable.signers(agreed, deal, chosen);
        (address first, address second) = _recoverBoth(data, signatures, sender);
        bool both = (first == one && second == other) || (first == other && second == one);
        if (!both) revert GuardWrongSigners(first, second);
    }

    function _recoverBoth(bytes calldata data, bytes memory signatures, address sender)
        private
        view
        returns (address first, address second)
    {
        if (signatures.length != 2 * SIGNATURE_BYTES) revert GuardSignatureRefused();
        uint256 nonce = ISafe(msg.sender).nonce() - 1; // raised already
        bytes32 hash = ISafe(msg.sender).getTransactionHash(
            _module, 0, data, Enum.Operation.Call, 0, 0, 0, address(0), address(0), nonce
        );
        first = _recover(hash, signatures, 0, sender);
        second = _recover(hash, signatures, SIGNATURE_BYTES, sender);
    }

    /// ECDSA knows v 27 and 28 and the low s alone. `offset` is where {r, s, v} begin. With v 1 the Safe has taken the
    /// owner from r, because he is the sender or approved the hash before; only the first counts here.
    function _recover(bytes32 hash, bytes memory signatures, uint256 offset, address sender)
        private
        pure
        returns (address signer)
    {
        bytes32 r;
        bytes32 s;
        uint8 v;
        assembly ("memory-safe") {
            let at := add(add(signatures, 0x20), offset)
            r := mload(at)
            s := mload(add(at, 0x20))
            v := byte(0, mload(add(at, 0x40)))
        }
        if (v == 1 && r == bytes32(uint256(uint160(sender)))) return sender;
        (signer,,) = ECDSA.tryRecover(hash, v, r, s);
        if (signer == address(0)) revert GuardSignatureRefused();
    }
}
