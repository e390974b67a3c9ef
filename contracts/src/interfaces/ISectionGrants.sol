// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity ^0.8.24;

/// Who may read the private sections of a car's records, and until when. The sections themselves are encrypted and lie off
/// the chain (docs/private-sections.md); here stand the keys people receive with and the grants, so that anybody can
/// prove that a grant holds, or that it has ended.
interface ISectionGrants {
    /// Covers record `index` of `kind` while from <= time < until, where the kind's bit is set (bit i: Kind i of the
    /// vehicle registry) and firstRecord <= index <= lastRecord.
    /// keysDigest: sha2-256 of the block with the keys wrapped for the grantee; zero where there was nothing to wrap.
    struct Grant { uint64 from; uint64 until; uint64 firstRecord; uint64 lastRecord; uint256 kinds; bytes32 keysDigest; }
    /// A point of secp256k1.
    struct PublicKey { bytes32 x; bytes32 y; }

    event KeyPublished(address indexed account, bytes32 x, bytes32 y);
    event ReadGranted(bytes32 indexed vehicleId, address indexed holder, address indexed grantee, uint64 from, uint64 until,
        uint64 firstRecord, uint64 lastRecord, uint256 kinds, bytes32 keysDigest);
    event ReadRevoked(bytes32 indexed vehicleId, address indexed holder, address indexed grantee);

    error GrantsNotYourKey(address account);            // the point's address is another one
    error GrantsNoKey(address grantee);                 // has published no key to wrap for
    error GrantsNotHolder(bytes32 vehicleId, address caller);
    error GrantsToHolder(bytes32 vehicleId);            // the holder reads without a grant
    error GrantsBadSpan(uint64 from, uint64 until);     // over before it begins, or already
    error GrantsBadScope(uint256 kinds, uint64 firstRecord, uint64 lastRecord);
    error GrantsTooMany(bytes32 vehicleId, uint256 most);
    error GrantsNone(bytes32 vehicleId, address grantee); // nothing to revoke

    /// The sender's own public key. Checked: its hash is the sender's address.
    function publishKey(bytes32 x, bytes32 y) external;
    /// By the person who holds the title, also while a deal keeps it. Replaces what this holder granted before.
    function grantRead(bytes32 vehicleId, address grantee, Grant calldata terms) external;
    /// Ends a grant now. It stays readable, so that anybody can prove since when.
    function revokeRead(bytes32 vehicleId, address grantee) external;

    /// Zeros: none.
    function keyOf(address account) external view returns (PublicKey memory);
    /// The grant of the present holder; zeros: none.
    function grantOf(bytes32 vehicleId, address grantee) external view returns (Grant memory);
    /// The holder may always; others while a grant of the present holder covers the record.
    function mayRead(bytes32 vehicleId, address reader, uint8 kind, uint64 index, uint64 time) external view returns (bool);
    /// Whom the present holder ever granted something.
    function granteeCount(bytes32 vehicleId) external view returns (uint256);
    function granteeAt(bytes32 vehicleId, uint256 position) external view returns (address);
}
