// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity ^0.8.24;

interface IAppraisalDesk {
    struct Profile { bytes32 licenceDigest; bytes32 rulesDigest; uint256 rulingFee; uint256 assessmentFee; string name; string regions; string languages; }
    struct Appraiser { uint256 stake; uint256 locked; uint64 since; uint32 seats; uint32 rulings; uint32 late; }

    event Registered(address indexed appraiser, uint256 stake, string name);
    event StakeAdded(address indexed appraiser, uint256 amount);
    event StakeWithdrawn(address indexed appraiser, uint256 amount);
    event SeatAccepted(bytes32 indexed dealId, address indexed appraiser);
    event SeatReleased(bytes32 indexed dealId, address indexed appraiser);
    event ProfileUpdated(address indexed appraiser, string name);
    event StakeSlashed(bytes32 indexed dealId, address indexed appraiser, uint256 amount);

    error NotRegistered(address appraiser);
    error NotEnoughStake(uint256 free, uint256 needed);
    error NotYourSeat(bytes32 dealId, address caller);
    error NotDealBook(address caller);
    error WrongToken(address caller);
    error ProfileTooLong();

    // Registering: AUC.transferAndCall(desk, stake, abi.encode(Profile)); further stake: transferAndCall(desk, amount, "").
    function updateProfile(Profile calldata profile) external;
    function withdrawStake(uint256 amount) external;   // free stake only
    function acceptSeat(bytes32 dealId) external;      // the deal's named appraiser; locks seatStake
    // DealBook only: the deal closed (ruledBy: who ruled it, zero where nobody did), or the one on the seat stayed silent.
    function releaseSeat(bytes32 dealId, address ruledBy) external;
    function forfeitSeat(bytes32 dealId) external;

    function appraiser(address account) external view returns (Appraiser memory);
    function profile(address account) external view returns (Profile memory);
    function appraiserCount() external view returns (uint256);
    function appraiserAt(uint256 index) external view returns (address);
    function seatStake() external view returns (uint256);  // AUC locked per seat
    function latePenalty() external view returns (uint256); // AUC lost by staying silent past ruleBy; goes to the incentive pool
}
