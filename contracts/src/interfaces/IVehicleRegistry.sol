// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity ^0.8.24;

/// One Credit ID per car (paper 2.1). ERC-721 "AutoChain Vehicle Title" / "ACVT"; tokenId == uint256(vehicleId),
/// vehicleId == keccak256(bytes(VIN)) of the normalised VIN: 17 of 0-9 A-Z without I, O, Q.
interface IVehicleRegistry {
    /// Record kinds; issue rights per kind are in docs/protocol.md.
    enum Kind { None, Production, FirstSale, OwnershipChange, Service, Repair, Accident, InsuranceClaim, Inspection,
        Odometer, RecallOpened, RecallClosed, ObdSession, TroubleCodes, Theft, Lien, LienRelease, ImportExport,
        TitleBrand, TotalLoss, Scrapped, Valuation, OwnerStatement, Correction }

    struct History { uint64 count; bytes32 head; uint32 odometerKm; uint64 lastTime; }
    struct Grant { uint64 from; uint64 until; uint256 kinds; } // holds while from <= time < until; kinds: bit per Kind

    event VehicleRegistered(bytes32 indexed vehicleId, string vin, address indexed owner);
    event RecordAppended(bytes32 indexed vehicleId, uint64 indexed index, Kind kind, address indexed provider,
        uint64 time, uint32 odometerKm, bytes32 contentDigest, bytes32 head);
    event TitleLocked(bytes32 indexed vehicleId, bytes32 indexed dealId, address safe);
    event TitleUnlocked(bytes32 indexed vehicleId, bytes32 indexed dealId);
    event LienProposed(bytes32 indexed vehicleId, address indexed lender);
    event LienSet(bytes32 indexed vehicleId, address indexed lender);
    event LienReleased(bytes32 indexed vehicleId, address indexed lender);
    event GrantSet(bytes32 indexed vehicleId, address indexed shop, uint64 from, uint64 until, uint256 kinds);

    error BadVin(string vin);
    error AlreadyRegistered(bytes32 vehicleId);
    error UnknownVehicle(bytes32 vehicleId);
    error NotAllowed(bytes32 vehicleId, address provider, Kind kind);
    error NotTitleHolder(bytes32 vehicleId, address caller);
    error LockedInDeal(bytes32 vehicleId, bytes32 dealId);
    error UnderLien(bytes32 vehicleId, address lender);
    error NotDealBook(address caller);
    error NotInDeal(bytes32 vehicleId);                      // sent to the DealBook without a deal, or without saying which
    error LienNotProposed(bytes32 vehicleId, address lender);
    error NotLender(bytes32 vehicleId, address caller);

    /// Registers the car to the caller and writes record 0: Kind.Odometer by the owner, or Kind.Production where the
    /// caller is a Manufacturer. contentDigest: sha2-256 of the record's content block, zero where there is none.
    function register(string calldata vin, uint32 odometerKm, bytes32 contentDigest) external returns (bytes32 vehicleId);
    /// head' = keccak256(abi.encode(head, index, kind, provider, time, odometerKm, contentDigest)); head of none is 0.
    function append(bytes32 vehicleId, Kind kind, uint32 odometerKm, bytes32 contentDigest) external;
    /// Lets `shop` write records of `kinds`, where its role lets it too. Replaces what it had; until 0: nothing any more.
    function setGrant(bytes32 vehicleId, address shop, uint64 from, uint64 until, uint256 kinds) external; // holder only
    function proposeLien(bytes32 vehicleId) external; // Lender
    function acceptLien(bytes32 vehicleId, address lender) external; // holder; appends Kind.Lien by the lender
    function releaseLien(bytes32 vehicleId) external; // the lender; appends Kind.LienRelease
    function lockForDeal(bytes32 vehicleId, bytes32 dealId, address safe) external; // DealBook only; then only `safe` may receive it
    function unlockFromDeal(bytes32 vehicleId, bytes32 dealId) external; // DealBook only

    /// May `provider` append a record of `kind` now? Lien and LienRelease are written by the lien functions alone.
    function mayAppend(bytes32 vehicleId, Kind kind, address provider) external view returns (bool);
    /// The person who has the title, or had it when it went into a deal that is still open. Zero: unknown vehicle.
    function holderOf(bytes32 vehicleId) external view returns (address);
    function history(bytes32 vehicleId) external view returns (History memory);
    function grantOf(bytes32 vehicleId, address shop) external view returns (Grant memory);
    function lienOf(bytes32 vehicleId) external view returns (address lender);
    function dealOf(bytes32 vehicleId) external view returns (bytes32 dealId);
    function vehicleCount() external view returns (uint256);
    function vehicleAt(uint256 index) external view returns (bytes32);
}
