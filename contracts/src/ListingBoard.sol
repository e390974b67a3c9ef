// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity 0.8.28;

import {IListingBoard} from "./interfaces/IListingBoard.sol";
import {IVehicleRegistry} from "./interfaces/IVehicleRegistry.sol";

/// Cars for sale. A listing binds nobody: a deal is made of signed terms. It only says that the holder of the title asks
/// this price for this content.
contract ListingBoard is IListingBoard {
    IVehicleRegistry private immutable _registry;

    mapping(bytes32 vehicleId => Listing) private _listings;
    bytes32[] private _listed;
    mapping(bytes32 vehicleId => uint256) private _position; // in _listed, from 1

    constructor(IVehicleRegistry registry_) {
        _registry = registry_;
    }

    /// @inheritdoc IListingBoard
    /// @dev Replaces an earlier listing of the car, the void one of a former holder too.
    function publish(bytes32 vehicleId, uint256 price, uint64 expiresAt, bytes32 contentDigest) external {
        if (!_holdsTitle(vehicleId, msg.sender)) revert NotTitleHolder(vehicleId, msg.sender);
        bytes32 dealId = _registry.dealOf(vehicleId);
        if (dealId != 0) revert IVehicleRegistry.LockedInDeal(vehicleId, dealId);
        if (price == 0) revert PriceIsZero();
        if (expiresAt <= block.timestamp) revert ExpiryInPast(expiresAt);
        if (_position[vehicleId] == 0) {
            _listed.push(vehicleId);
            _position[vehicleId] = _listed.length;
        }
        _listings[vehicleId] = Listing(msg.sender, uint64(block.timestamp), expiresAt, price, contentDigest);
        emit Listed(vehicleId, msg.sender, price, expiresAt, contentDigest);
    }

    /// @inheritdoc IListingBoard
    function setPrice(bytes32 vehicleId, uint256 price) external {
        Listing storage found = _listings[vehicleId];
        if (_isVoid(vehicleId, found)) revert NotListed(vehicleId);
        if (found.seller != msg.sender) revert NotTitleHolder(vehicleId, msg.sender);
        if (price == 0) revert PriceIsZero();
        uint256 oldPrice = found.price;
        found.price = price;
        emit PriceChanged(vehicleId, oldPrice, price);
    }

    /// @inheritdoc IListingBoard
    function withdraw(bytes32 vehicleId) external {
        Listing storage found = _listings[vehicleId];
        address seller = found.seller;
        if (seller == address(0)) revert NotListed(vehicleId);
        if (seller != msg.sender && !_isVoid(vehicleId, found)) revert NotTitleHolder(vehicleId, msg.sender);
        delete _listings[vehicleId];
        _remove(vehicleId);
        emit Withdrawn(vehicleId, seller);
    }

    /// @inheritdoc IListingBoard
    function listing(bytes32 vehicleId) external view returns (Listing memory) {
        return _listings[vehicleId];
    }

    /// @inheritdoc IListingBoard
    function listedCount() external view returns (uint256) {
        return _listed.length;
    }

    /// @inheritdoc IListingBoard
    function listedAt(uint256 index) external view returns (bytes32 vehicleId) {
        return _listed[index];
    }

    /// holderOf, not the token's owner: while the title is in a deal's Safe the seller's listing stays his.
    function _isVoid(bytes32 vehicleId, Listing storage found) private view returns (bool) {
        return found.seller == address(0) || found.expiresAt <= block.timestamp
            || _registry.holderOf(vehicleId) != found.seller;
    }

    function _holdsTitle(bytes32 vehicleId, address account) private view returns (bool) {
        return _registry.holderOf(vehicleId) == account;
    }

    /// The last entry takes the place of the removed one.
    function _remove(bytes32 vehicleId) private {
        uint256 position = _position[vehicleId];
        bytes32 last = _listed[_listed.length - 1];
        _listed[position - 1] = last;
        _position[last] = position;
        _listed.pop();
        delete _position[vehicleId];
    }
}
