// SPDX-License-Identifier: GPL-3.0-or-later
// Which single character was probably misread.
#pragma once

#include "vehicle/vin.h"

namespace autochain::vehicle
{
// Easily taken for each other on a plate, a sticker or a photo.
bool looksAlikeOnPlate(char a, char b);
// The most plausible single substitution after which the check digit fits, the maker is known and position 10 is a
// year. None where only implausible ones remain. Precondition: isWellFormedVin(vin), its check digit does not fit.
std::optional<VinFix> findLikelyFix(std::string_view vin, int latestModelYear);
// The one forbidden letter of an otherwise good VIN as the digit it looks like; none where that does not make it fit.
std::optional<VinFix> fixForbiddenLetter(const VinAnalysis& analysis);
} // namespace autochain::vehicle
