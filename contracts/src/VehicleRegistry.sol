// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity 0.8.28;

import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {IParticipants} from "./interfaces/IParticipants.sol";
import {IVehicleRegistry} from "./interfaces/IVehicleRegistry.sol";
import {RecordRights} from "./RecordRights.sol";

/// Titles and histories. The title is an ERC-721 token; the history is a hash chain of which storage holds the count and
/// the head, so that one storage proof proves all records of a car.
///
/// Where the title goes:
/// - free: wherever its holder sends it, except to the DealBook;
/// - under a lien: nowhere;
/// - in a deal: holder -> DealBook (as a deposit that names its deal) -> the deal's Safe. The DealBook lifts the lock when
///   the deal closes and the module moves the title out of the Safe in the same transaction.
/// Every change of the person who holds it is written to the history by the registry itself (Kind.OwnershipChange,
/// provider: this contract; its digest is the new holder's address, so that the fold proves who held the title when). The
/// DealBook and a deal's Safe are custody, not persons: a refund writes nothing.
contract VehicleRegistry is IVehicleRegistry, ERC721 {
    struct Lock { bytes32 dealId; address safe; }

    IParticipants private immutable _participants;
    address private immutable _dealBook;

    mapping(bytes32 vehicleId => History) private _histories;
    mapping(bytes32 vehicleId => address) private _holders;
    mapping(bytes32 vehicleId => Lock) private _locks;
    mapping(bytes32 vehicleId => address lender) private _liens;
    mapping(bytes32 vehicleId => mapping(address lender => bool)) private _lienProposals;
    // Keyed by the holder who gave it too, so that a grant ends with his title.
    mapping(bytes32 vehicleId => mapping(address holder => mapping(address shop => Grant))) private _grants;
    mapping(bytes32 vehicleId => mapping(address holder => mapping(address shop => Grant[]))) private _pastGrants;
    mapping(bytes32 vehicleId => mapping(address provider => bool)) private _issued;
    bytes32[] private _vehicleIds;

    modifier onlyDealBook() {
        if (msg.sender != _dealBook) revert NotDealBook(msg.sender);
        _;
    }

    modifier onlyTitleHolder(bytes32 vehicleId) {
        if (_ownerOf(uint256(vehicleId)) != msg.sender) revert NotTitleHolder(vehicleId, msg.sender);
        _;
    }

    constructor(IParticipants participants_, address dealBook_) ERC721("AutoChain Vehicle Title", "ACVT") {
        _participants = participants_;
        _dealBook = dealBook_;
    }

    /// @inheritdoc IVehicleRegistry
    function register(string calldata vin, uint32 odometerKm, bytes32 contentDigest) external returns (bytes32 vehicleId) {
        if (!_isNormalisedVin(bytes(vin))) revert BadVin(vin);
        vehicleId = keccak256(bytes(vin));
        if (_ownerOf(uint256(vehicleId)) != address(0)) revert AlreadyRegistered(vehicleId);
        _vehicleIds.push(vehicleId);
        _mint(msg.sender, uint256(vehicleId));
        emit VehicleRegistered(vehicleId, vin, msg.sender);
        bool byMaker = RecordRights.holds(_participants, msg.sender, IParticipants.Role.Manufacturer);
        _write(vehicleId, byMaker ? Kind.Production : Kind.Odometer, msg.sender, odometerKm, contentDigest);
    }

    /// @inheritdoc IVehicleRegistry
    function append(bytes32 vehicleId, Kind kind, uint32 odometerKm, bytes32 contentDigest) external {
        if (_ownerOf(uint256(vehicleId)) == address(0)) revert UnknownVehicle(vehicleId);
        if (!mayAppend(vehicleId, kind, msg.sender)) revert NotAllowed(vehicleId, msg.sender, kind);
        _write(vehicleId, kind, msg.sender, odometerKm, contentDigest);
    }

    /// @inheritdoc IVehicleRegistry
    /// @dev Holds from `from` on, but never from before now, and ends before `until`; an `until` that is over takes the grant
    /// back. A grant that has held is kept with the time it really ended, so that what was written under it can still be
    /// judged.
    function setGrant(bytes32 vehicleId, address shop, uint64 from, uint64 until, uint256 kinds)
        external
        onlyTitleHolder(vehicleId)
    {
        uint64 time = uint64(block.timestamp);
        Grant storage current = _grants[vehicleId][msg.sender][shop];
        uint64 ended = current.until < time ? current.until : time;
        if (current.from < ended) _pastGrants[vehicleId][msg.sender][shop].push(Grant(current.from, ended, current.kinds));
        if (from < time) from = time;
        if (until <= from) (from, until, kinds) = (0, 0, 0);
        _grants[vehicleId][msg.sender][shop] = Grant(from, until, kinds);
        emit GrantSet(vehicleId, shop, from, until, kinds);
    }

    /// @inheritdoc IVehicleRegistry
    function proposeLien(bytes32 vehicleId) external {
        if (_ownerOf(uint256(vehicleId)) == address(0)) revert UnknownVehicle(vehicleId);
        if (!_isLender(msg.sender)) revert NotAllowed(vehicleId, msg.sender, Kind.Lien);
        _lienProposals[vehicleId][msg.sender] = true;
        emit LienProposed(vehicleId, msg.sender);
    }

    /// @inheritdoc IVehicleRegistry
    function acceptLien(bytes32 vehicleId, address lender) external onlyTitleHolder(vehicleId) {
        if (_locks[vehicleId].dealId != 0) revert LockedInDeal(vehicleId, _locks[vehicleId].dealId);
        if (_liens[vehicleId] != address(0)) revert UnderLien(vehicleId, _liens[vehicleId]);
        if (!_lienProposals[vehicleId][lender] || !_isLender(lender)) revert LienNotProposed(vehicleId, lender);
        delete _lienProposals[vehicleId][lender];
        _liens[vehicleId] = lender;
        emit LienSet(vehicleId, lender);
        _write(vehicleId, Kind.Lien, lender, 0, 0);
    }

    /// @inheritdoc IVehicleRegistry
    /// @dev A lender whose role has ended must still be able to set the car free.
    function releaseLien(bytes32 vehicleId) external {
        if (_liens[vehicleId] != msg.sender) revert NotLender(vehicleId, msg.sender);
        delete _liens[vehicleId];
        emit LienReleased(vehicleId, msg.sender);
        _write(vehicleId, Kind.LienRelease, msg.sender, 0, 0);
    }

    /// @inheritdoc IVehicleRegistry
    function lockForDeal(bytes32 vehicleId, bytes32 dealId, address safe) external onlyDealBook {
        if (_locks[vehicleId].dealId != 0) revert LockedInDeal(vehicleId, _locks[vehicleId].dealId);
        if (_liens[vehicleId] != address(0)) revert UnderLien(vehicleId, _liens[vehicleId]);
        _locks[vehicleId] = Lock(dealId, safe);
        emit TitleLocked(vehicleId, dealId, safe);
    }

    /// @inheritdoc IVehicleRegistry
    function unlockFromDeal(bytes32 vehicleId, bytes32 dealId) external onlyDealBook {
        if (_locks[vehicleId].dealId != dealId) revert LockedInDeal(vehicleId, _locks[vehicleId].dealId);
        delete _locks[vehicleId];
        emit TitleUnlocked(vehicleId, dealId);
    }

    /// A title reaches the DealBook only with its receive hook, or it would be stuck there.
    function transferFrom(address from, address to, uint256 tokenId) public override(ERC721) {
        if (to == _dealBook) revert NotInDeal(bytes32(tokenId));
        super.transferFrom(from, to, tokenId);
    }

    function safeTransferFrom(address from, address to, uint256 tokenId, bytes memory data) public override(ERC721) {
        if (to == _dealBook) {
            _checkAuthorized(_ownerOf(tokenId), _msgSender(), tokenId);
            _safeTransfer(from, to, tokenId, data);
        } else {
            super.safeTransferFrom(from, to, tokenId, data);
        }
    }

    /// @inheritdoc IVehicleRegistry
    function mayAppend(bytes32 vehicleId, Kind kind, address provider) public view returns (bool) {
        if (kind == Kind.Correction) return _issued[vehicleId][provider];
        uint256 bit = 1 << uint8(kind);
        if (RecordRights.HOLDER & bit != 0 && _ownerOf(uint256(vehicleId)) == provider) return true;
        if (RecordRights.byRole(_participants, provider, bit)) return true;
        return _isGranted(vehicleId, provider, bit) && RecordRights.byGrant(_participants, provider, bit);
    }

    /// @inheritdoc IVehicleRegistry
    function holderOf(bytes32 vehicleId) external view returns (address) {
        return _holders[vehicleId];
    }

    /// @inheritdoc IVehicleRegistry
    function history(bytes32 vehicleId) external view returns (History memory) {
        return _histories[vehicleId];
    }

    /// @inheritdoc IVehicleRegistry
    /// @dev The grant of the present holder.
    function grantOf(bytes32 vehicleId, address shop) external view returns (Grant memory) {
        return _grants[vehicleId][_holders[vehicleId]][shop];
    }

    /// @inheritdoc IVehicleRegistry
    function lienOf(bytes32 vehicleId) external view returns (address lender) {
        return _liens[vehicleId];
    }

    /// @inheritdoc IVehicleRegistry
    function dealOf(bytes32 vehicleId) external view returns (bytes32 dealId) {
        return _locks[vehicleId].dealId;
    }

    /// @inheritdoc IVehicleRegistry
    function vehicleCount() external view returns (uint256) {
        return _vehicleIds.length;
    }

    /// @inheritdoc IVehicleRegistry
    function vehicleAt(uint256 index) external view returns (bytes32) {
        return _vehicleIds[index];
    }

    /// Every mint and transfer passes here: locks first, then the move, then the record of a new holder.
    function _update(address to, uint256 tokenId, address auth) internal override returns (address from) {
        bytes32 vehicleId = bytes32(tokenId);
        from = _ownerOf(tokenId);
        if (from != address(0)) _checkMayMove(vehicleId, from, to);
        super._update(to, tokenId, auth);
        address holder = _holders[vehicleId];
        if (to == holder || to == _dealBook || to == _locks[vehicleId].safe) return from;
        _holders[vehicleId] = to;
        if (holder != address(0)) _write(vehicleId, Kind.OwnershipChange, address(this), 0, bytes32(uint256(uint160(to))));
    }

    function _checkMayMove(bytes32 vehicleId, address from, address to) private view {
        Lock storage lock = _locks[vehicleId];
        if (lock.dealId != 0) {
            bool deposited = to == _dealBook && from != lock.safe;
            bool passedOn = from == _dealBook && to == lock.safe;
            if (!deposited && !passedOn) revert LockedInDeal(vehicleId, lock.dealId);
        } else {
            if (_liens[vehicleId] != address(0)) revert UnderLien(vehicleId, _liens[vehicleId]);
            if (to == _dealBook) revert NotInDeal(vehicleId);
        }
    }

    function _write(bytes32 vehicleId, Kind kind, address provider, uint32 odometerKm, bytes32 contentDigest) private {
        History storage chain = _histories[vehicleId];
        uint64 index = chain.count;
        uint64 time = uint64(block.timestamp);
        bytes32 head = keccak256(abi.encode(chain.head, index, kind, provider, time, odometerKm, contentDigest));
        chain.count = index + 1;
        chain.head = head;
        chain.lastTime = time;
        if (odometerKm != 0) chain.odometerKm = odometerKm; // 0: not stated. Lower than before is kept: a rollback must show
        if (provider != address(this)) _issued[vehicleId][provider] = true;
        emit RecordAppended(vehicleId, index, kind, provider, time, odometerKm, contentDigest, head);
    }

    function _isLender(address account) private view returns (bool) {
        return RecordRights.holds(_participants, account, IParticipants.Role.Lender);
    }

    function _isGranted(bytes32 vehicleId, address shop, uint256 bit) private view returns (bool) {
        Grant storage grant = _grants[vehicleId][_holders[vehicleId]][shop];
        return grant.kinds & bit != 0 && grant.from <= block.timestamp && block.timestamp < grant.until;
    }

    /// ISO 3779: 17 of 0-9 and A-Z without I, O and Q. Small letters are refused, so one car has one id.
    function _isNormalisedVin(bytes calldata vin) private pure returns (bool) {
        if (vin.length != 17) return false;
        for (uint256 i = 0; i < 17; ++i) {
            bytes1 char = vin[i];
            bool digit = char >= "0" && char <= "9";
            bool letter = char >= "A" && char <= "Z" && char != "I" && char != "O" && char != "Q";
            if (!digit && !letter) return false;
        }
        return true;
    }
}
