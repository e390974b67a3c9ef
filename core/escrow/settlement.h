// SPDX-License-Identifier: GPL-3.0-or-later
// Ways to settle. Every builder's sums are checked; nothing else should be shown or signed.
#pragma once

#include "escrow/deal.h"

namespace autochain::escrow
{

// Price to the seller, title to the buyer, assessment fee to the appraiser.
Settlement releaseOf(const Terms& terms, const Deal& deal);
// All money to the buyer, title to the seller.
Settlement refundOf(const Terms& terms, const Deal& deal);
// `toBuyer` of the price to the buyer, the rest of it to the seller; assessment fee as in a release.
// SumsDoNotAddUp where toBuyer is above the price.
Result<Settlement> splitOf(const Terms& terms, const Deal& deal, const U256& toBuyer, bool titleToBuyer);
// The paper's ruling (4.4): ruling fee to the one who rules, all else to the favoured side. For the buyer: title back
// to the seller; for the seller: title to the buyer. Of 200,000: 190,000 and 10,000. `reasons`: not empty.
// ReasonsMissing.
Result<Settlement> rulingOf(const Terms& terms, const Deal& deal, bool favourBuyer, std::string_view reasons);
// A ruling with amounts of the appraiser's own: `toBuyer` of what is left after his fee.
// Who does not take the title gets the larger part and must sign: SumsDoNotAddUp, WrongSettlement, ReasonsMissing.
Result<Settlement> rulingSplitOf(const Terms& terms, const Deal& deal, const U256& toBuyer, bool titleToBuyer,
                                 std::string_view reasons);
// The split both signed at the start (clock path; needs no signature).
Settlement fallbackOf(const Terms& terms, const Deal& deal);

// SumsDoNotAddUp, TitleToNobody, WrongSettlement: what a hostile peer may have signed. Empty deal.funded: the terms'
// due.
Result<> checkSettlement(const Terms& terms, const Deal& deal, const Settlement& settlement);
// The two who must sign, as the guard demands: buyer and seller; in a ruling who holds the seat and the favoured side,
// which is the one that does not take the title.
std::pair<Address, Address> signersOf(const Terms& terms, const Deal& deal, const Settlement& settlement);
U256 fundsOf(const Terms& terms, const Deal& deal); // what lies in the Safe, before funding what is due
// sha2-256 of the UTF-8 text. ReasonsDoNotFit.
Hash32 reasonsDigest(std::string_view reasons);
Result<> checkReasons(const Settlement& settlement, std::string_view reasons);

} // namespace autochain::escrow
