// SPDX-License-Identifier: GPL-3.0-or-later
// What a signature would do, as a structure. Clear signing fills it from the bytes; app/signer turns it into words.
#pragma once

#include "base/bytes.h"
#include "base/u256.h"
#include "contracts/generated/deal_book_types.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace autochain::signing
{

enum class Kind {
    SendCoin,
    SendAuc,
    ApproveAuc,
    RevokeAllowance,
    Permit,
    FundDeal,
    RegisterAppraiser,
    AddStake,
    WithdrawStake,
    UpdateProfile,
    AcceptSeat,
    RegisterVehicle,
    AppendRecord,
    SignRecord, // typed data: own signature under the content of a record
    SetGrant,
    ProposeLien,
    AcceptLien,
    ReleaseLien,
    DepositTitle,
    GiveTitle,
    PublishListing,
    SetPrice,
    WithdrawListing,
    SignTerms,
    OfferDeal,
    WithdrawOffer,
    AcceptDeal,
    SignSettlement,    // typed data: own signature over a settlement, still to be joined by the other one
    PublishSettlement, // DealBook.coSign: puts a signature where any wallet finds it
    ExecuteSettlement, // Safe.execTransaction: money and title move now
    CancelUnfunded,
    RefundNoTitle,
    OpenDispute,
    ReplaceAppraiser,
    FallbackSplit,
    GrantRole,
    RevokeRole,
    SetPublicName,
    DeployContract,
    CreateTreasury,
    TakeNumber,    // an empty payment to oneself: a waiting transaction of the same number is cancelled
    Described,     // of a contract that is not the network's, by a descriptor: see Statement::intent
    PublishKey,    // SectionGrants: the public key others wrap keys with
    ShareSections, // SectionGrants.grantRead
    EndSharing,    // SectionGrants.revokeRead
    OpenSections,  // not signed: keys of private sections go to the suite
    UnknownCall    // nobody can say what it does; only asked for by an expert, and only signed after typing
};

enum class Role { Person, Buyer, Seller, Appraiser, Substitute, DealSafe, Contract };

struct Party {
    Address address;
    Role role = Role::Person;
    std::string name; // from the signer's own address book or accounts; of a contract its key; empty: unknown
    bool self = false;
    bool operator==(const Party&) const = default;
};

struct Vehicle {
    Hash32 id;
    std::string vin; // empty where no hint hashes to the id
    bool operator==(const Vehicle&) const = default;
};

enum class Asset { Auc, Coin, Title };

struct Move {
    Asset asset = Asset::Auc;
    bool fee = false; // the appraiser's fee, said apart from the price
    Party from;
    Party to;
    U256 amount; // smallest units; a title has none
    bool operator==(const Move&) const = default;
};

struct Deal {
    Hash32 id;
    std::optional<contracts::dealBook::Terms> terms; // where a hint or the bytes gave terms that hash to the id
    std::optional<Address> safe;                     // recomputed from the terms
    bool operator==(const Deal&) const = default;
};

struct Settlement {
    contracts::dealBook::Settlement terms;
    std::optional<U256> safeNonce; // in the bytes, or the one the signatures fit
    bool operator==(const Settlement&) const = default;
};

// Further values of the call, in the order of its arguments.
enum class FactKind {
    Price,  // U256, AUC
    Amount, // U256, AUC
    AssessmentFee,
    RulingFee,
    OdometerKm,  // uint64
    RecordKind,  // uint64: vehicleRegistry::Kind
    RecordKinds, // U256: bit per Kind
    RoleId,      // uint64: participants::Role
    From,        // uint64, unix seconds
    Until,
    ListedUntil,
    PermitUntil,
    SeatBy,
    FundBy,
    DepositBy,
    HandoverBy,
    RuleWithin, // uint64, seconds
    SubstituteRuleWithin,
    FallbackToBuyer, // U256, AUC
    FallbackTitle,   // Party
    ContentDigest,   // Hash32
    ReportDigest,
    ReasonsDigest,
    HistoryHead,
    HistoryCount, // uint64
    LicenceDigest,
    RulesDigest,
    Name, // text
    Regions,
    Languages,
    Reasons,
    Lender, // Party
    Shop,
    Account,
    Buyer,
    Seller,
    Appraiser,
    Substitute,
    Spender,
    Owner,
    ContractName,     // text: key of the contract
    ConstructorWords, // text: hex of the arguments
    Salt,             // U256
    PermitNonce,
    Nonce,         // uint64: the transaction's number
    Labelled,      // Party, U256 (a plain number) or text, with a label of its own
    LabelledDate,  // U256, unix seconds
    LabelledCoins, // U256, of the network's coin
    Selector,      // text: hex
    Reader,        // Party: who may read private sections
    SharedBy,      // Party
    Sections,      // uint64: how many
    FirstRecord,   // uint64
    LastRecord,    // uint64; the largest number: all that follow
    KeysDigest     // Hash32
};

struct Fact {
    FactKind kind;
    std::variant<U256, std::uint64_t, std::string, Hash32, Party> value;
    std::string label = {}; // of the labelled kinds: English, from a descriptor
    bool operator==(const Fact&) const = default;
};

enum class OtherSide { NotPartOfThis, NotYet, Signed };

// What the signer verified. Those that do not apply are not in the list; those that failed lead to a refusal.
enum class Check {
    PlainCall,         // no delegatecall, no coins on the side
    EveryByte,         // encoded again, the same bytes come out
    VinFitsTitle,      // keccak256(VIN) is the title's number
    SameAsTerms,       // the settlement is one these terms allow, and the terms hash to the deal's number
    SameAsTermsSigned, // as SameAsTerms, and this account's signature over the terms is remembered here
    SafeFromTerms,     // CREATE2 of the terms gives this Safe
    OtherSignature,    // recovered from the signature: the other side's address
    OwnSignature,      // the signature sent along is this account's
    ThisNetwork        // chain id and contract of the document
};

enum class Warning {
    CannotUndo,          // gone for good once it is on the chain; arg: a deal's appraiser, who cannot either
    SafeEmptyAfterwards, // deal over, nobody holds anything back
    OnlyWithCarAndKeys,  // release: sign when you hold the car
    OnlyWithMoneySeen,   // seller's side of a deposit: the title is out of your hands
    SilencePaysNobody,   // nothing forces this signature now
    CannotTakeBack,      // a co-signature lapses only when another settlement is final
    LapsesWhenSettled,
    UnknownRecipient, // not in the address book
    LooksAlike,       // shares first and last signs with a known address; arg: that name
    TitleForNothing,  // the title leaves without a price
    AllowanceStands,  // somebody may take this amount at any time
    BindingOffer,     // signed terms hold until the deadline
    StakeAtRisk,      // silence past the date costs stake
    VinUnknown,       // no VIN given for this title
    TermsUnknown,     // no terms given for this deal
    TermsNotSignedHere,
    HighFee,
    PublicForGood, // stands on the chain for everyone, never deleted
    UnknownToken,  // not in the network file: no name, no decimals, no worth can be told
    SafeOwners,    // changes who may move what a Safe holds
    UnknownCode,   // what it does cannot be told
    CopiesStay,    // who read something may keep it, whatever ends later
    SuiteReads     // the suite gets the keys of these sections until it ends
};

struct WarningLine {
    Warning kind;
    std::string arg;
    Address address = {}; // LooksAlike: the one in the bytes
    Address known = {};   // and the one it imitates
    bool operator==(const WarningLine&) const = default;
};

struct Statement {
    Kind kind = Kind::SendAuc;
    std::string intent; // Described: what a descriptor calls it, in English
    Party self;
    std::vector<Move> moves;
    std::optional<Vehicle> vehicle;
    std::optional<Deal> deal;
    std::optional<Settlement> settlement;
    std::vector<Fact> facts;
    OtherSide otherSide = OtherSide::NotPartOfThis;
    std::vector<Party> signers;      // whose signatures lie in the bytes, verified
    std::optional<Address> contract; // called, or verifying the document
    std::optional<U256> maxFeeWei;   // transactions: gas limit times the highest price
    std::vector<Check> checks;
    std::vector<WarningLine> warnings;
    bool operator==(const Statement&) const = default;

    bool has(Check check) const;
    bool warns(Warning warning) const;
};

} // namespace autochain::signing
