// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/kind_words.h"

#include "imports/plain_text.h"

#include <algorithm>
#include <array>

namespace autochain::imports
{
using vehicle::RecordKind;

namespace
{
struct KindWord {
    std::string_view word;
    RecordKind kind;
};
constexpr std::array<KindWord, 52> kKindWords = {{
    {"production", RecordKind::Production},
    {"firstsale", RecordKind::FirstSale},
    {"sale", RecordKind::FirstSale},
    {"ownershipchange", RecordKind::OwnershipChange},
    {"ownerchange", RecordKind::OwnershipChange},
    {"service", RecordKind::Service},
    {"maintenance", RecordKind::Service},
    {"oilchange", RecordKind::Service},
    {"annualservice", RecordKind::Service},
    {"fullservice", RecordKind::Service},
    {"interimservice", RecordKind::Service},
    {"inspektion", RecordKind::Service},
    {"repair", RecordKind::Repair},
    {"repairs", RecordKind::Repair},
    {"reparatur", RecordKind::Repair},
    {"accident", RecordKind::Accident},
    {"collision", RecordKind::Accident},
    {"crash", RecordKind::Accident},
    {"insuranceclaim", RecordKind::InsuranceClaim},
    {"claim", RecordKind::InsuranceClaim},
    {"inspection", RecordKind::Inspection},
    {"mot", RecordKind::Inspection},
    {"hu", RecordKind::Inspection},
    {"tuv", RecordKind::Inspection},
    {"check", RecordKind::Inspection},
    {"odometer", RecordKind::Odometer},
    {"odometerreading", RecordKind::Odometer},
    {"mileage", RecordKind::Odometer},
    {"reading", RecordKind::Odometer},
    {"recallopened", RecordKind::RecallOpened},
    {"recall", RecordKind::RecallOpened},
    {"recallclosed", RecordKind::RecallClosed},
    {"recalldone", RecordKind::RecallClosed},
    {"recallcompleted", RecordKind::RecallClosed},
    {"obdsession", RecordKind::ObdSession},
    {"troublecodes", RecordKind::TroubleCodes},
    {"dtc", RecordKind::TroubleCodes},
    {"diagnostics", RecordKind::TroubleCodes},
    {"theft", RecordKind::Theft},
    {"stolen", RecordKind::Theft},
    {"lien", RecordKind::Lien},
    {"lienrelease", RecordKind::LienRelease},
    {"importexport", RecordKind::ImportExport},
    {"import", RecordKind::ImportExport},
    {"export", RecordKind::ImportExport},
    {"titlebrand", RecordKind::TitleBrand},
    {"totalloss", RecordKind::TotalLoss},
    {"scrapped", RecordKind::Scrapped},
    {"valuation", RecordKind::Valuation},
    {"appraisal", RecordKind::Valuation},
    {"ownerstatement", RecordKind::OwnerStatement},
    {"correction", RecordKind::Correction},
}};
} // namespace

RecordKind kindOfWord(std::string_view word)
{
    const std::string wanted = plain(word);
    const auto at =
        std::find_if(kKindWords.begin(), kKindWords.end(), [&](const KindWord& one) { return one.word == wanted; });
    return at == kKindWords.end() ? RecordKind::None : at->kind;
}

} // namespace autochain::imports
