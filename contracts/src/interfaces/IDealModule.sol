// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity ^0.8.24;

import {IDealBook} from "./IDealBook.sol";

/// The only Safe module of every deal. It can do nothing but `settle`, called by the Safe itself, and the clock paths.
interface IDealModule {
    /// Called by the Safe of the deal through execTransaction (plain call; the guard checked who signed).
    function settle(bytes32 dealId, IDealBook.Settlement calldata settlement) external;

    // Clock paths, callable by anyone once their time has come; an open dispute stops the first three.
    function cancelUnfunded(bytes32 dealId) external;   // after fundBy, not funded: title unlocked, Outcome.Unfunded
    function refundNoTitle(bytes32 dealId) external;    // after depositBy, no title: all money back to the buyer, Outcome.NoTitle
    function openDispute(bytes32 dealId) external;      // buyer or seller, after handoverBy, state BothIn
    function replaceAppraiser(bytes32 dealId) external; // after ruleBy, state Disputed: substitute takes the seat, the silent one loses stake
    function fallbackSplit(bytes32 dealId) external;    // after ruleBy, state SubstituteRules: the split both signed at the start
}
