// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity ^0.8.24;

interface IListingBoard {
    /// listedAt 0: not listed. A listing whose seller no longer holds the title or whose time is over is void.
    struct Listing { address seller; uint64 listedAt; uint64 expiresAt; uint256 price; bytes32 contentDigest; }

    event Listed(bytes32 indexed vehicleId, address indexed seller, uint256 price, uint64 expiresAt, bytes32 contentDigest);
    event PriceChanged(bytes32 indexed vehicleId, uint256 oldPrice, uint256 newPrice);
    event Withdrawn(bytes32 indexed vehicleId, address indexed seller);

    error NotTitleHolder(bytes32 vehicleId, address caller);
    error PriceIsZero();
    error ExpiryInPast(uint64 expiresAt);
    error NotListed(bytes32 vehicleId);

    function publish(bytes32 vehicleId, uint256 price, uint64 expiresAt, bytes32 contentDigest) external;
    function setPrice(bytes32 vehicleId, uint256 price) external;
    function withdraw(bytes32 vehicleId) external; // seller, or anyone once void
    function listing(bytes32 vehicleId) external view returns (Listing memory);
    function listedCount() external view returns (uint256);
    function listedAt(uint256 index) external view returns (bytes32 vehicleId);
}
