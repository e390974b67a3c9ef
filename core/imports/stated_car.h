// SPDX-License-Identifier: GPL-3.0-or-later
// Whether what a listing writes about a car is the car its VIN tells.
#pragma once

#include "vpic/decode.h"

namespace autochain::imports
{

// Makes go by several names; what a listing writes shorter or longer is no difference.
bool sameMake(std::string_view stated, std::string_view decoded);
// "ILX5-Speed" is an ILX, "F-1502WD" an F-150; one may say more than the other. `decoded` has a model.
bool sameModel(std::string_view stated, const vpic::DecodedVin& decoded);

} // namespace autochain::imports
