// SPDX-License-Identifier: GPL-3.0-or-later
// Rights, worth and words: RecordKind OwnershipChange (by a dealer or authority), Lien, LienRelease, TitleBrand,
// Valuation, OwnerStatement, Correction.
#pragma once

#include "vehicle/details/title_brand.h"
#include "vehicle/record_values.h"

namespace autochain::vehicle
{

enum class OwnerKind { Unknown, Private, Company, Fleet, Rental, Taxi, Government, Dealer };
struct OwnershipDetails { // "ownership/1"; never a name
    OwnerKind ownerKind = OwnerKind::Unknown;
    std::string region; // ISO 3166-2, or -1
    std::optional<UnixTime> since;
    bool operator==(const OwnershipDetails&) const = default;
};

struct LienDetails { // "lien/1", of both kinds
    std::string lender;
    std::string contractNumber;
    std::optional<Cost> amount;
    std::optional<UnixTime> until;
    bool operator==(const LienDetails&) const = default;
};

struct TitleBrandDetails { // "titleBrand/1"
    TitleBrand brand = TitleBrand::None;
    std::string jurisdiction; // ISO 3166-2
    std::string titleNumber;
    bool operator==(const TitleBrandDetails&) const = default;
};

enum class ValuationBasis { Unknown, PrivateSale, DealerRetail, TradeIn, Auction, Insurance, Comparable };
struct ValuationDetails { // "valuation/1"
    std::optional<Cost> amount;
    ValuationBasis basis = ValuationBasis::Unknown;
    std::int64_t comparedCars = 0;
    bool operator==(const ValuationDetails&) const = default;
};

// The words stand in RecordContent::notes, the record it is about in RecordContent::corrects.
struct StatementDetails {  // "statement/1"
    bool disputes = false; // the owner says the record is wrong
    bool operator==(const StatementDetails&) const = default;
};

// Which record stands in RecordContent::corrects.
struct ReplacedField {
    std::string field; // name in the record or its content: "odometerKm", "details.paid"
    std::string was;
    std::string now;
    bool operator==(const ReplacedField&) const = default;
};
struct CorrectionDetails { // "correction/1"
    std::vector<ReplacedField> replaced;
    bool withdrawn = false; // the record does not count at all any more
    bool operator==(const CorrectionDetails&) const = default;
};

} // namespace autochain::vehicle
