// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity ^0.8.24;

/// Terms, offers, acceptance, funding and deposit. Deals are EIP-712: domain {name "AutoChain DealBook", version "1",
/// chainId, verifyingContract}. dealId == the EIP-712 struct hash of Terms.
interface IDealBook {
    struct Terms {
        bytes32 vehicleId;
        bytes32 historyHead;          // head of the car's history both sides saw
        uint64 historyCount;
        uint32 odometerKm;
        bytes32 reportDigest;         // appraisal report both sides rely on; zero: none
        uint256 price;                // AUC, 18 decimals
        address buyer;
        address seller;
        address appraiser;
        address substitute;
        uint256 rulingFee;            // to the one who rules, out of the price, only if he rules (paper 4.4: 10,000)
        uint256 assessmentFee;        // paid on release to the appraiser on top of the price, by the buyer; zero: none
        uint64 seatBy;                // times: unix seconds, seatBy <= fundBy < depositBy < handoverBy
        uint64 fundBy;
        uint64 depositBy;
        uint64 handoverBy;
        uint64 ruleWithin;            // seconds from the opening of a dispute
        uint64 substituteRuleWithin;  // seconds from the substitute's taking over
        uint256 fallbackToBuyer;      // split when both stay silent; rest of the price to the seller
        bool fallbackTitleToBuyer;
        uint256 salt;
    }
    enum State { None, Offered, Accepted, Funded, BothIn, Disputed, SubstituteRules, Settled, Cancelled }
    enum Outcome { None, Release, Refund, Settle, Ruling, Unfunded, NoTitle, Fallback, Lapsed }
    /// One way to settle. Sums: toBuyer + toSeller + toAppraiser == everything of AUC the deal put in the Safe.
    /// Release, Refund, Settle: signed by buyer and seller. Ruling: signed by the current appraiser and the favoured side,
    /// which is the side that is NOT titleTo: one side gets the title, the other at least half of the AUC left after the
    /// ruling fee (paper 4.4: 190,000), so nobody can ever sign both the car and its price to himself.
    struct Settlement { Outcome outcome; uint256 toBuyer; uint256 toSeller; uint256 toAppraiser; address titleTo; bytes32 reasonsDigest; }
    struct Deal {
        State state;
        Outcome outcome;
        address safe;
        address currentAppraiser;
        uint64 acceptedAt;
        uint64 fundedAt;
        uint64 depositedAt;
        uint64 disputedAt;
        uint64 ruleBy;
        uint64 closedAt;
        uint256 funded;               // AUC put in, == price + assessmentFee once funded
    }

    event Offered(bytes32 indexed dealId, address indexed buyer, address indexed seller, bytes32 vehicleId);
    event OfferWithdrawn(bytes32 indexed dealId);
    event Accepted(bytes32 indexed dealId, address indexed appraiser, address safe);
    event SeatTaken(bytes32 indexed dealId, address indexed appraiser);
    event Funded(bytes32 indexed dealId, uint256 amount);
    event TitleDeposited(bytes32 indexed dealId);
    /// safeTxHash is the EIP-712 hash the owners sign at the deal's Safe for exactly this settlement.
    event CoSigned(bytes32 indexed dealId, address indexed signer, bytes32 indexed safeTxHash, uint256 safeNonce, Settlement settlement, bytes signature, string reasons);
    event DisputeOpened(bytes32 indexed dealId, address indexed by, uint64 ruleBy);
    event AppraiserReplaced(bytes32 indexed dealId, address indexed from, address indexed to, uint64 ruleBy);
    event Closed(bytes32 indexed dealId, Outcome outcome, uint256 toBuyer, uint256 toSeller, uint256 toAppraiser, address titleTo);

    // 1 zero price, 2 same person twice, 3 deadlines, 4 fees above price, 5 fallback, 6 expired,
    // 7 an address nobody can hold, 8 the history is not the car's
    error BadTerms(uint8 reason);
    error BadSignature(address signer);
    error WrongState(State state);
    error NotParty(address caller);
    error NotSeller(address caller);
    error AppraiserNotSeated();
    error AlreadyInDeal(bytes32 vehicleId, bytes32 dealId);
    error WrongAmount(uint256 sent, uint256 due);
    error TooEarly(uint64 notBefore);
    error TooLate(uint64 deadline);
    error NotModule(address caller);
    error NotDesk(address caller);
    error NotTitleHolder(bytes32 vehicleId, address seller); // on accepting: the seller doesn't hold the title
    error WrongToken(address caller);        // a receive hook called by anything but AUC or the vehicle registry
    error WrongVehicle(bytes32 deposited, bytes32 due);
    error WrongNonce(uint256 given, uint256 current);
    error WrongReasons(bytes32 digest);      // sha2-256 of the text sent, which isn't settlement.reasonsDigest
    // 1 sum, 2 amounts, 3 titleTo is neither side, 4 ruling without reasons, 5 not an outcome people sign
    error BadSettlement(Outcome outcome, uint8 reason);

    /// Puts the buyer's signed offer on chain. buyerSignature: 65-byte EIP-712 signature of Terms by terms.buyer. Sender: the buyer.
    function offer(Terms calldata terms, bytes calldata buyerSignature) external returns (bytes32 dealId);
    function withdrawOffer(bytes32 dealId) external; // buyer, while Offered
    /// The seller accepts: creates the deal's Safe {buyer, seller, appraiser} 2-of-3 with module and guard, locks the title. Sender: the seller.
    function accept(bytes32 dealId, bytes calldata sellerSignature) external returns (address safe);
    /// The appraiser takes the seat: needs free stake in the AppraisalDesk. Called by the desk only.
    function seatTaken(bytes32 dealId, address appraiser) external;
    // Funding:  AUC.transferAndCall(dealBook, price + assessmentFee, abi.encode(dealId)) by the buyer, state Accepted and seated.
    // Deposit:  VehicleRegistry.safeTransferFrom(seller, dealBook, tokenId, abi.encode(dealId)) by the seller, state Funded.
    // Both are passed on to the Safe in the same call.
    /// Publishes an owner's signature over the Safe transaction of a settlement, for any wallet to find from its seed alone.
    /// reasons: text of a ruling (its sha2-256 is settlement.reasonsDigest), empty otherwise.
    function coSign(bytes32 dealId, uint256 safeNonce, Settlement calldata settlement, bytes calldata signature, string calldata reasons) external;

    // What the DealModule writes back, and nobody else can.
    function disputeOpened(bytes32 dealId, address by) external;
    function appraiserReplaced(bytes32 dealId) external;
    function closed(bytes32 dealId, Settlement calldata settlement) external;

    function terms(bytes32 dealId) external view returns (Terms memory);
    function deal(bytes32 dealId) external view returns (Deal memory);
    function isSeated(bytes32 dealId) external view returns (bool);
    /// Where the deal's Safe is or will be: CREATE2, so it is known as soon as the offer is.
    function safeAddress(bytes32 dealId) external view returns (address);
    function dealCount() external view returns (uint256);
    function dealAt(uint256 index) external view returns (bytes32);
    function domainSeparator() external view returns (bytes32);
    function hashTerms(Terms calldata terms) external pure returns (bytes32);
}
