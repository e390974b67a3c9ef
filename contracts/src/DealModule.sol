// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity 0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {Enum} from "@safe-global/safe-contracts/contracts/common/Enum.sol";
import {IDealBook} from "./interfaces/IDealBook.sol";
import {IDealModule} from "./interfaces/IDealModule.sol";
import {ISafe} from "./interfaces/ISafe.sol";
import {SettlementTable} from "./SettlementTable.sol";

/// Moves what a deal's Safe holds, in one transaction, by a settlement the Safe's owners signed or by a clock path. Has no
/// state and no owner. AUC that somebody sent to the Safe besides the deal goes to the buyer when the deal closes.
contract DealModule is IDealModule {
    IERC20 private immutable _auc;
    IERC721 private immutable _registry;
    IDealBook private immutable _book;

    error NotTheSafe(bytes32 dealId, address caller);
    error MoveFailed();

    constructor(IERC20 auc_, IERC721 registry_, IDealBook book_) {
        _auc = auc_;
        _registry = registry_;
        _book = book_;
    }

    /// @inheritdoc IDealModule
    function settle(bytes32 dealId, IDealBook.Settlement calldata settlement) external {
        IDealBook.Deal memory deal = _book.deal(dealId);
        if (msg.sender != deal.safe) revert NotTheSafe(dealId, msg.sender);
        IDealBook.Terms memory agreed = _book.terms(dealId);
        SettlementTable.check(agreed, deal, settlement);
        _close(dealId, agreed, deal, settlement);
    }

    /// @inheritdoc IDealModule
    function cancelUnfunded(bytes32 dealId) external {
        IDealBook.Deal memory deal = _dealIn(dealId, IDealBook.State.Accepted);
        IDealBook.Terms memory agreed = _book.terms(dealId);
        _requireAfter(agreed.fundBy);
        _close(dealId, agreed, deal, IDealBook.Settlement(IDealBook.Outcome.Unfunded, 0, 0, 0, agreed.seller, 0));
    }

    /// @inheritdoc IDealModule
    function refundNoTitle(bytes32 dealId) external {
        IDealBook.Deal memory deal = _dealIn(dealId, IDealBook.State.Funded);
        IDealBook.Terms memory agreed = _book.terms(dealId);
        _requireAfter(agreed.depositBy);
        _close(dealId, agreed, deal, IDealBook.Settlement(IDealBook.Outcome.NoTitle, deal.funded, 0, 0, agreed.seller, 0));
    }

    /// @inheritdoc IDealModule
    function openDispute(bytes32 dealId) external {
        _dealIn(dealId, IDealBook.State.BothIn);
        IDealBook.Terms memory agreed = _book.terms(dealId);
        if (msg.sender != agreed.buyer && msg.sender != agreed.seller) revert IDealBook.NotParty(msg.sender);
        _requireAfter(agreed.handoverBy);
        _book.disputeOpened(dealId, msg.sender);
    }

    /// @inheritdoc IDealModule
    /// @dev In the Safe's owner list the appraiser follows the seller (DealSafes.initializer), and nothing else moves owners.
    function replaceAppraiser(bytes32 dealId) external {
        IDealBook.Deal memory deal = _dealIn(dealId, IDealBook.State.Disputed);
        IDealBook.Terms memory agreed = _book.terms(dealId);
        _requireAfter(deal.ruleBy);
        _book.appraiserReplaced(dealId);
        _execute(
            deal.safe,
            deal.safe,
            abi.encodeCall(ISafe.swapOwner, (agreed.seller, deal.currentAppraiser, agreed.substitute))
        );
    }

    /// @inheritdoc IDealModule
    /// @dev The assessment fee, if there was one, goes back to the buyer with his part: nobody worked.
    function fallbackSplit(bytes32 dealId) external {
        IDealBook.Deal memory deal = _dealIn(dealId, IDealBook.State.SubstituteRules);
        IDealBook.Terms memory agreed = _book.terms(dealId);
        _requireAfter(deal.ruleBy);
        uint256 toSeller = agreed.price - agreed.fallbackToBuyer;
        address titleTo = agreed.fallbackTitleToBuyer ? agreed.buyer : agreed.seller;
        _close(
            dealId,
            agreed,
            deal,
            IDealBook.Settlement(IDealBook.Outcome.Fallback, deal.funded - toSeller, toSeller, 0, titleTo, 0)
        );
    }

    /// Books first, moves after. None of the tokens calls a receiver here.
    function _close(
        bytes32 dealId,
        IDealBook.Terms memory agreed,
        IDealBook.Deal memory deal,
        IDealBook.Settlement memory settlement
    ) private {
        _book.closed(dealId, settlement);
        uint256 besides = _auc.balanceOf(deal.safe) - deal.funded;
        _pay(deal.safe, agreed.buyer, settlement.toBuyer + besides);
        _pay(deal.safe, agreed.seller, settlement.toSeller);
        _pay(deal.safe, SettlementTable.payee(agreed, deal, settlement.outcome), settlement.toAppraiser);
        if (deal.depositedAt != 0) {
            bytes memory move =
                abi.encodeCall(IERC721.transferFrom, (deal.safe, settlement.titleTo, uint256(agreed.vehicleId)));
            _execute(deal.safe, address(_registry), move);
        }
    }

    function _pay(address safe, address to, uint256 amount) private {
        if (amount != 0) _execute(safe, address(_auc), abi.encodeCall(IERC20.transfer, (to, amount)));
    }

    /// AUC and the registry revert where they can't move, so success means moved.
    function _execute(address safe, address to, bytes memory data) private {
        if (!ISafe(safe).execTransactionFromModule(to, 0, data, Enum.Operation.Call)) revert MoveFailed();
    }

    function _dealIn(bytes32 dealId, IDealBook.State needed) private view returns (IDealBook.Deal memory deal) {
        deal = _book.deal(dealId);
        if (deal.state != needed) revert IDealBook.WrongState(deal.state);
    }

    function _requireAfter(uint64 deadline) private view {
        if (block.timestamp <= deadline) revert IDealBook.TooEarly(deadline);
    }
}
