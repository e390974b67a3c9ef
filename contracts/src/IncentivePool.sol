// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity 0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

/// Holds the 20 % of AUC for those who add to the ecology (paper 5.2) and what silent appraisers lose. The foundation
/// pays rewards out of it, never more than a cap per person and a cap in all within a period of fixed length.
contract IncentivePool {
    using SafeERC20 for IERC20;

    IERC20 private immutable _auc;
    address private immutable _foundation;
    uint64 private immutable _periodSeconds;
    uint256 private immutable _recipientCap;
    uint256 private immutable _periodCap;

    mapping(uint256 period => uint256 amount) private _paidInPeriod;
    mapping(uint256 period => mapping(address recipient => uint256 amount)) private _paidTo;

    /// reason: what the reward is for, e.g. the digest of the record or report it rewards.
    event RewardPaid(address indexed recipient, uint256 indexed period, uint256 amount, bytes32 reason);

    error NotFoundation(address caller);
    error AboveRecipientCap(address recipient, uint256 left);
    error AbovePeriodCap(uint256 left);
    error BadCaps();

    constructor(IERC20 auc_, address foundation_, uint64 periodSeconds_, uint256 recipientCap_, uint256 periodCap_) {
        if (periodSeconds_ == 0 || recipientCap_ > periodCap_) revert BadCaps();
        _auc = auc_;
        _foundation = foundation_;
        _periodSeconds = periodSeconds_;
        _recipientCap = recipientCap_;
        _periodCap = periodCap_;
    }

    /// Foundation only. Reverts above either cap; the foundation can't reward itself.
    function pay(address recipient, uint256 amount, bytes32 reason) external {
        if (msg.sender != _foundation || recipient == _foundation) revert NotFoundation(msg.sender);
        uint256 period = currentPeriod();
        uint256 leftForRecipient = _recipientCap - _paidTo[period][recipient];
        if (amount > leftForRecipient) revert AboveRecipientCap(recipient, leftForRecipient);
        uint256 leftInPeriod = _periodCap - _paidInPeriod[period];
        if (amount > leftInPeriod) revert AbovePeriodCap(leftInPeriod);
        _paidTo[period][recipient] += amount;
        _paidInPeriod[period] += amount;
        emit RewardPaid(recipient, period, amount, reason);
        _auc.safeTransfer(recipient, amount);
    }

    /// Periods are counted from the Unix epoch in steps of periodSeconds.
    function currentPeriod() public view returns (uint256) {
        return block.timestamp / _periodSeconds;
    }

    function paidInPeriod(uint256 period) external view returns (uint256) {
        return _paidInPeriod[period];
    }

    function paidTo(uint256 period, address recipient) external view returns (uint256) {
        return _paidTo[period][recipient];
    }

    function foundation() external view returns (address) {
        return _foundation;
    }

    function periodSeconds() external view returns (uint64) {
        return _periodSeconds;
    }

    function recipientCap() external view returns (uint256) {
        return _recipientCap;
    }

    function periodCap() external view returns (uint256) {
        return _periodCap;
    }
}
