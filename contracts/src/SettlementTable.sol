// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity 0.8.28;

import {IDealBook} from "./interfaces/IDealBook.sol";

/// The table of settlements that people sign (docs/protocol.md, "Deal"; paper 4.4). Guard, module and book all ask it.
library SettlementTable {
    /// Reverts with WrongState or BadSettlement where the table has no such line.
    function check(IDealBook.Terms memory agreed, IDealBook.Deal memory deal, IDealBook.Settlement memory chosen)
        internal
        pure
    {
        _checkState(deal.state, chosen.outcome);
        if (chosen.titleTo != agreed.buyer && chosen.titleTo != agreed.seller) _refuse(chosen, 3);
        // Each is bounded by what is funded first, so that the sum can't wrap around.
        bool each = chosen.toBuyer <= deal.funded && chosen.toSeller <= deal.funded && chosen.toAppraiser <= deal.funded;
        if (!each || chosen.toBuyer + chosen.toSeller + chosen.toAppraiser != deal.funded) _refuse(chosen, 1);
        if (!_amountsFit(agreed, deal, chosen)) _refuse(chosen, 2);
        if (chosen.outcome == IDealBook.Outcome.Ruling && chosen.reasonsDigest == 0) _refuse(chosen, 4);
    }

    /// The two who must sign, in no order. In a ruling the favoured side is the one that does not take the title: it gets
    /// the larger part of the money (see _amountsFit), so appraiser and one side can't give that side both.
    function signers(IDealBook.Terms memory agreed, IDealBook.Deal memory deal, IDealBook.Settlement memory chosen)
        internal
        pure
        returns (address, address)
    {
        if (chosen.outcome != IDealBook.Outcome.Ruling) return (agreed.buyer, agreed.seller);
        return (deal.currentAppraiser, chosen.titleTo == agreed.buyer ? agreed.seller : agreed.buyer);
    }

    /// Who gets toAppraiser: the ruling fee is the one's who rules, the assessment fee the one's who assessed.
    function payee(IDealBook.Terms memory agreed, IDealBook.Deal memory deal, IDealBook.Outcome outcome)
        internal
        pure
        returns (address)
    {
        return outcome == IDealBook.Outcome.Ruling ? deal.currentAppraiser : agreed.appraiser;
    }

    /// A refund needs only the money to be in; the rest needs the title too; a ruling needs an open dispute.
    function _checkState(IDealBook.State state, IDealBook.Outcome outcome) private pure {
        bool disputed = state == IDealBook.State.Disputed || state == IDealBook.State.SubstituteRules;
        bool bothIn = disputed || state == IDealBook.State.BothIn;
        bool fits = false;
        if (outcome == IDealBook.Outcome.Refund) fits = bothIn || state == IDealBook.State.Funded;
        else if (outcome == IDealBook.Outcome.Ruling) fits = disputed;
        else if (outcome == IDealBook.Outcome.Release || outcome == IDealBook.Outcome.Settle) fits = bothIn;
        else revert IDealBook.BadSettlement(outcome, 5);
        if (!fits) revert IDealBook.WrongState(state);
    }

    function _amountsFit(IDealBook.Terms memory agreed, IDealBook.Deal memory deal, IDealBook.Settlement memory chosen)
        private
        pure
        returns (bool)
    {
        bool titleToBuyer = chosen.titleTo == agreed.buyer;
        if (chosen.outcome == IDealBook.Outcome.Release) {
            return titleToBuyer && chosen.toSeller == agreed.price && chosen.toAppraiser == agreed.assessmentFee;
        }
        if (chosen.outcome == IDealBook.Outcome.Refund) return !titleToBuyer && chosen.toBuyer == deal.funded;
        if (chosen.outcome == IDealBook.Outcome.Settle) {
            return chosen.toAppraiser == 0 || chosen.toAppraiser == agreed.assessmentFee;
        }
        if (chosen.toAppraiser != agreed.rulingFee) return false;
        return titleToBuyer ? chosen.toSeller >= chosen.toBuyer : chosen.toBuyer >= chosen.toSeller;
    }

    function _refuse(IDealBook.Settlement memory chosen, uint8 reason) private pure {
        revert IDealBook.BadSettlement(chosen.outcome, reason);
    }
}
