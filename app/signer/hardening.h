// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace autochain::signer
{
// Before any key is read: no core dumps, no reading of this process by others of the same user (prctl PR_SET_DUMPABLE),
// files for the owner alone, and an end when the suite ends.
void harden();
} // namespace autochain::signer
