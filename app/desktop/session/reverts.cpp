// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/reverts.h"

#include "appraisal/revert.h"
#include "escrow/revert.h"
#include "market/revert.h"
#include "sharing/grant_calls.h"
#include "vehicle/vehicle_calls.h"

namespace autochain::desktop
{

std::vector<wallet::RevertDecoder> revertDecoders()
{
    return {vehicle::decodeRegistryRevert, market::decodeBoardRevert, escrow::decodeDealRevert,
            appraisal::decodeDeskRevert, sharing::decodeGrantsRevert};
}

} // namespace autochain::desktop
