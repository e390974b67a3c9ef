// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/outbox.h"

namespace autochain::desktop
{
// What each domain module knows of the reasons contracts give, in the order they are asked.
std::vector<wallet::RevertDecoder> revertDecoders();
} // namespace autochain::desktop
