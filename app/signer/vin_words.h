// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>

namespace autochain::signer
{
// "Mazda, 2019" from the VIN itself: maker by ISO 3780 code where it is a common one, model year by 49 CFR 565 (the
// tenth sign; the seventh, a letter, says it is of the later cycle of thirty years). Parts not known are left out.
QString vinWords(const std::string& vin);
} // namespace autochain::signer
