// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity 0.8.28;

import {IERC1363Receiver} from "@openzeppelin/contracts/interfaces/IERC1363Receiver.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {IAppraisalDesk} from "./interfaces/IAppraisalDesk.sol";
import {IDealBook} from "./interfaces/IDealBook.sol";

/// Appraisers with their stakes and seats. An appraiser takes every seat himself, after reading the terms; only then can
/// his silence cost him stake. A substitute is named by others, so his stake is never touched.
contract AppraisalDesk is IAppraisalDesk, IERC1363Receiver {
    using SafeERC20 for IERC20;

    struct Seat { address appraiser; uint256 stake; }

    uint256 private constant MAX_NAME_BYTES = 96;
    uint256 private constant MAX_LIST_BYTES = 256; // regions, languages

    IERC20 private immutable _auc;
    IDealBook private immutable _dealBook;
    address private immutable _incentivePool;
    uint256 private immutable _seatStake;
    uint256 private immutable _latePenalty;

    mapping(address account => Appraiser) private _appraisers;
    mapping(address account => Profile) private _profiles;
    mapping(bytes32 dealId => Seat) private _seats;
    address[] private _accounts;

    modifier onlyDealBook() {
        if (msg.sender != address(_dealBook)) revert NotDealBook(msg.sender);
        _;
    }

    /// latePenalty_ is at most seatStake_, so that a locked seat always covers it.
    constructor(IERC20 auc_, IDealBook dealBook_, address incentivePool_, uint256 seatStake_, uint256 latePenalty_) {
        if (latePenalty_ > seatStake_) revert NotEnoughStake(seatStake_, latePenalty_);
        _auc = auc_;
        _dealBook = dealBook_;
        _incentivePool = incentivePool_;
        _seatStake = seatStake_;
        _latePenalty = latePenalty_;
    }

    /// Stake arrives here (AUC.transferAndCall). data: abi.encode(Profile) the first time, with at least one seat's stake;
    /// empty to add stake.
    function onTransferReceived(address, address from, uint256 value, bytes calldata data) external returns (bytes4) {
        if (msg.sender != address(_auc)) revert WrongToken(msg.sender);
        if (_appraisers[from].since == 0) {
            _register(from, value, data);
        } else {
            if (data.length != 0) revert ProfileTooLong();
            _appraisers[from].stake += value;
            emit StakeAdded(from, value);
        }
        return IERC1363Receiver.onTransferReceived.selector;
    }

    /// @inheritdoc IAppraisalDesk
    function updateProfile(Profile calldata profile_) external {
        if (_appraisers[msg.sender].since == 0) revert NotRegistered(msg.sender);
        _setProfile(msg.sender, profile_);
        emit ProfileUpdated(msg.sender, profile_.name);
    }

    /// @inheritdoc IAppraisalDesk
    function withdrawStake(uint256 amount) external {
        Appraiser storage found = _appraisers[msg.sender];
        uint256 free = found.stake - found.locked;
        if (amount > free) revert NotEnoughStake(free, amount);
        found.stake -= amount;
        emit StakeWithdrawn(msg.sender, amount);
        _auc.safeTransfer(msg.sender, amount);
    }

    /// @inheritdoc IAppraisalDesk
    function acceptSeat(bytes32 dealId) external {
        Appraiser storage found = _appraisers[msg.sender];
        if (found.since == 0) revert NotRegistered(msg.sender);
        if (_dealBook.terms(dealId).appraiser != msg.sender) revert NotYourSeat(dealId, msg.sender);
        uint256 free = found.stake - found.locked;
        if (free < _seatStake) revert NotEnoughStake(free, _seatStake);
        found.locked += _seatStake;
        found.seats += 1;
        _seats[dealId] = Seat(msg.sender, _seatStake);
        emit SeatAccepted(dealId, msg.sender);
        _dealBook.seatTaken(dealId, msg.sender);
    }

    /// @inheritdoc IAppraisalDesk
    function releaseSeat(bytes32 dealId, address ruledBy) external onlyDealBook {
        if (_appraisers[ruledBy].since != 0) _appraisers[ruledBy].rulings += 1;
        if (_seats[dealId].appraiser != address(0)) _vacate(dealId);
    }

    /// @inheritdoc IAppraisalDesk
    function forfeitSeat(bytes32 dealId) external onlyDealBook {
        address silent = _seats[dealId].appraiser;
        Appraiser storage found = _appraisers[silent];
        _vacate(dealId);
        found.stake -= _latePenalty;
        found.late += 1;
        emit StakeSlashed(dealId, silent, _latePenalty);
        _auc.safeTransfer(_incentivePool, _latePenalty);
    }

    /// @inheritdoc IAppraisalDesk
    function appraiser(address account) external view returns (Appraiser memory) {
        return _appraisers[account];
    }

    /// @inheritdoc IAppraisalDesk
    function profile(address account) external view returns (Profile memory) {
        return _profiles[account];
    }

    /// @inheritdoc IAppraisalDesk
    function appraiserCount() external view returns (uint256) {
        return _accounts.length;
    }

    /// @inheritdoc IAppraisalDesk
    function appraiserAt(uint256 index) external view returns (address) {
        return _accounts[index];
    }

    /// @inheritdoc IAppraisalDesk
    function seatStake() external view returns (uint256) {
        return _seatStake;
    }

    /// @inheritdoc IAppraisalDesk
    function latePenalty() external view returns (uint256) {
        return _latePenalty;
    }

    function _register(address account, uint256 stake, bytes calldata data) private {
        if (data.length == 0) revert NotRegistered(account);
        if (stake == 0 || stake < _seatStake) revert NotEnoughStake(stake, _seatStake);
        Profile memory given = abi.decode(data, (Profile));
        _setProfile(account, given);
        _accounts.push(account);
        _appraisers[account].stake = stake;
        _appraisers[account].since = uint64(block.timestamp);
        emit Registered(account, stake, given.name);
    }

    function _setProfile(address account, Profile memory given) private {
        if (
            bytes(given.name).length > MAX_NAME_BYTES || bytes(given.regions).length > MAX_LIST_BYTES
                || bytes(given.languages).length > MAX_LIST_BYTES
        ) revert ProfileTooLong();
        _profiles[account] = given;
    }

    function _vacate(bytes32 dealId) private {
        Seat memory seat = _seats[dealId];
        delete _seats[dealId];
        _appraisers[seat.appraiser].locked -= seat.stake;
        _appraisers[seat.appraiser].seats -= 1;
        emit SeatReleased(dealId, seat.appraiser);
    }
}
