// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity 0.8.28;

import {IDealBook} from "./interfaces/IDealBook.sol";

/// What terms must keep to, and their EIP-712 struct hash (the dealId).
library TermsRules {
    bytes32 internal constant TYPEHASH = keccak256(
        "Terms(bytes32 vehicleId,bytes32 historyHead,uint64 historyCount,uint32 odometerKm,bytes32 reportDigest,"
        "uint256 price,address buyer,address seller,address appraiser,address substitute,uint256 rulingFee,"
        "uint256 assessmentFee,uint64 seatBy,uint64 fundBy,uint64 depositBy,uint64 handoverBy,uint64 ruleWithin,"
        "uint64 substituteRuleWithin,uint256 fallbackToBuyer,bool fallbackTitleToBuyer,uint256 salt)"
    );

    // Far more than a sale needs. Without a bound a slip of the pen could lock money for ever.
    uint64 private constant MAX_HANDOVER_SECONDS = 3 * 365 days;
    uint64 private constant MAX_RULE_SECONDS = 365 days;

    function structHash(IDealBook.Terms memory agreed) internal pure returns (bytes32) {
        return keccak256(abi.encode(TYPEHASH, agreed));
    }

    /// Reverts with BadTerms(reason), see there.
    function check(IDealBook.Terms memory agreed) internal view {
        if (agreed.price == 0) revert IDealBook.BadTerms(1);
        _checkPeople(agreed);
        _checkTimes(agreed);
        if (agreed.rulingFee > agreed.price || agreed.assessmentFee > agreed.price) revert IDealBook.BadTerms(4);
        _checkFallback(agreed);
    }

    function _checkPeople(IDealBook.Terms memory agreed) private pure {
        address[4] memory people = [agreed.buyer, agreed.seller, agreed.appraiser, agreed.substitute];
        for (uint256 i = 0; i < 4; ++i) {
            if (uint160(people[i]) <= 1) revert IDealBook.BadTerms(7); // 1 is the sentinel of a Safe's owner list
            for (uint256 j = 0; j < i; ++j) {
                if (people[i] == people[j]) revert IDealBook.BadTerms(2);
            }
        }
    }

    function _checkTimes(IDealBook.Terms memory agreed) private view {
        bool ordered = agreed.seatBy <= agreed.fundBy && agreed.fundBy < agreed.depositBy
            && agreed.depositBy < agreed.handoverBy;
        bool bounded = agreed.handoverBy <= block.timestamp + MAX_HANDOVER_SECONDS
            && _isRuleTime(agreed.ruleWithin) && _isRuleTime(agreed.substituteRuleWithin);
        if (!ordered || !bounded) revert IDealBook.BadTerms(3);
        if (agreed.seatBy < block.timestamp) revert IDealBook.BadTerms(6);
    }

    function _isRuleTime(uint64 duration) private pure returns (bool) {
        return duration != 0 && duration <= MAX_RULE_SECONDS;
    }

    /// The silence of both appraisers gives nobody the car together with its whole price.
    function _checkFallback(IDealBook.Terms memory agreed) private pure {
        uint256 toTitleSide = agreed.fallbackTitleToBuyer ? agreed.price : 0;
        if (agreed.fallbackToBuyer > agreed.price || agreed.fallbackToBuyer == toTitleSide) revert IDealBook.BadTerms(5);
    }
}
