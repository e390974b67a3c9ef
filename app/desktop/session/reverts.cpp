// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/reverts.h"

#include "vehicle/vehicle_calls.h"

namespace autochain::desktop
{

std::vector<wallet::RevertDecoder> revertDecoders()
{
    return {vehicle::decodeRegistryRevert};
}

} // namespace autochain::desktop
