// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity 0.8.28;

import {IERC1363Receiver} from "@openzeppelin/contracts/interfaces/IERC1363Receiver.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Burnable} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Burnable.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {ERC165} from "@openzeppelin/contracts/utils/introspection/ERC165.sol";
import {IAUC} from "./interfaces/IAUC.sol";

/// AutoChain's token (paper 5.2). The whole supply is minted once, here; nothing can mint later, burning is public.
contract AUC is IAUC, ERC20, ERC20Permit, ERC20Burnable, ERC165 {
    uint256 private constant TOTAL = 10_000_000_000 ether;

    error AUCReceiverRefused(address receiver);

    /// 40 % private placement and 10 % team (both vesting wallets), 20 % incentive pool, 30 % foundation treasury.
    constructor(address privatePlacement, address incentivePool, address treasury, address team)
        ERC20("AutoChain", "AUC")
        ERC20Permit("AutoChain")
    {
        _mint(privatePlacement, TOTAL * 40 / 100);
        _mint(incentivePool, TOTAL * 20 / 100);
        _mint(treasury, TOTAL * 30 / 100);
        _mint(team, TOTAL * 10 / 100);
    }

    /// @inheritdoc IAUC
    /// @dev As in ERC-1363 an account without code can't be the receiver, and one that doesn't answer with the selector of
    /// onTransferReceived (0x88a7ca5c) undoes the transfer.
    function transferAndCall(address to, uint256 value, bytes calldata data) external returns (bool) {
        address from = _msgSender();
        _transfer(from, to, value);
        if (to.code.length == 0) revert AUCReceiverRefused(to);
        if (IERC1363Receiver(to).onTransferReceived(from, from, value, data) != IERC1363Receiver.onTransferReceived.selector) {
            revert AUCReceiverRefused(to);
        }
        return true;
    }

    /// The id of IAUC is the selector of the one ERC-1363 call there is (0x4000aea0). The id of all six of ERC-1363
    /// (0xb0202a11) is not claimed: the other five are not here.
    function supportsInterface(bytes4 interfaceId) public view override returns (bool) {
        return interfaceId == type(IAUC).interfaceId || super.supportsInterface(interfaceId);
    }
}
