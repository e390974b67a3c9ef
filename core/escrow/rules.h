// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of a deal as functions of values: where it stands, whose turn it is, what happens if nobody acts, what each
// person may do. docs/protocol.md has the table. `now`: the chain's time, unix seconds.
#pragma once

#include "escrow/deal.h"

namespace autochain::escrow
{

enum class Party { Buyer, Seller, Appraiser, Substitute, Stranger };
// Appraiser: who holds the seat now, or is named for it; Substitute: until he takes the seat.
Party partyOf(const DealView& deal, const Address& who);
Address addressOf(const DealView& deal, Party party); // zero for Stranger

enum class DealStage {
    None,            // no such deal
    Offered,         // waits for the seller
    Accepted,        // waits for the appraiser to take the seat
    Seated,          // waits for the money
    Funded,          // waits for the title
    BothIn,          // handover
    HandoverPassed,  // both in, handover date over in silence
    Disputed,        // waits for the appraiser
    Ruled,           // a ruling is signed and waits for the favoured side
    SubstituteRules, // waits for the substitute
    Settled,
    Cancelled
};
DealStage stageOf(const DealView& deal, UnixTime now);
bool isOpen(DealStage stage);

enum class ActionKind {
    Offer,
    WithdrawOffer,
    Accept,
    TakeSeat,
    Fund,
    Deposit,
    SignRelease,
    SignRefund,
    ProposeSplit,
    SignSplit,
    ExecuteRelease,
    ExecuteRefund,
    ExecuteSplit,
    OpenDispute,
    Rule,
    CoSignRuling, // the favoured side signs and carries out
    CancelUnfunded,
    RefundNoTitle,
    ReplaceAppraiser,
    FallbackSplit
};
bool movesMoneyOrTitle(ActionKind kind); // cannot be undone: held, never a default button

enum class WhyNot {
    None,
    NotYourRole, // another person's step
    WrongStage,  // the deal is not there yet, or past it
    DealClosed,
    TooEarly, // Action::notBefore says from when
    TooLate,  // its deadline is over
    AppraiserNotSeated,
    NotFunded,
    NoTitleYet,  // title is not in the Safe
    DisputeOpen, // an open dispute stops every other clock
    NoDispute,
    AlreadySigned,       // a signature cannot be taken back; it lapses when another way is final
    NoProposal,          // nobody proposed a split
    NeedsOtherSignature, // the other side has not signed
    NoRuling,
    RulingNotForYou, // the ruling favours the other side
    TitleElsewhere,  // the seller does not hold the title any more
    UnderLien,       // a lender stands on the title
    InOtherDeal      // another deal locks the title
};

struct Action {
    ActionKind kind = ActionKind::Offer;
    bool enabled = false;
    WhyNot whyNot = WhyNot::None;
    UnixTime notBefore = 0;               // for TooEarly
    UnixTime deadline = 0;                // last moment, 0: none
    std::optional<Settlement> settlement; // what would be signed or carried out, where it is known
    bool operator==(const Action&) const = default;
};
// Every kind but Offer, in the order of the table; Execute… and SignSplit once per settlement that has signatures.
std::vector<Action> availableActions(const DealView& deal, const Address& me, UnixTime now);
// The one action of that kind (and settlement, where given); kind disabled with its reason where it is not possible.
Action actionOf(const DealView& deal, const Address& me, UnixTime now, ActionKind kind,
                const std::optional<Settlement>& settlement = {});

struct Turn {
    Party party = Party::Stranger;         // Stranger: nobody's, the deal is closed
    ActionKind action = ActionKind::Offer; // what is waited for
    bool operator==(const Turn&) const = default;
};
Turn whoseTurn(const DealView& deal, UnixTime now);
bool isMyTurn(const DealView& deal, const Address& me, UnixTime now);

// What happens if nobody acts by the deadline.
enum class Consequence {
    Nothing,             // nothing moves, no deadline
    OfferLapses,         // the seller cannot accept any more
    SeatStaysEmpty,      // the money cannot come in; the title comes free at fundBy
    TitleUnlocked,       // the deal ends, the title is free again
    MoneyBackToBuyer,    // the deal ends, all money goes back
    DisputePossible,     // nothing moves; either side may open a dispute
    SubstituteTakesSeat, // the silent appraiser loses stake
    FallbackSplit        // the split both signed at the start
};
struct Deadline {
    UnixTime at = 0;
    Consequence consequence = Consequence::Nothing;
    bool passed = false; // the consequence can be carried out now (by anyone's transaction)
    bool operator==(const Deadline&) const = default;
};
// None where the deal is closed or nothing is due (handover passed, dispute not opened).
std::optional<Deadline> nextDeadline(const DealView& deal, UnixTime now);

enum class Warning {
    HistoryGrew,   // a record was added after signing
    LienAppeared,  // a lender stands on the title
    RulingPending, // a ruling is signed; another way would override it
    SafeShort,     // the Safe holds less than the deal put in, or the title lies elsewhere
    DeadlineNear   // less than 24 hours
};
std::vector<Warning> warningsOf(const DealView& deal, UnixTime now);

} // namespace autochain::escrow
