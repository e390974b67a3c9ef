// SPDX-License-Identifier: GPL-3.0-or-later
// What the network knows of the block a file's proof is of.
#pragma once

#include "history_view.h"

#include <QCoroTask>

namespace autochain::cli
{
class Context;

struct HistoryLook {
    vehicle::HistoryTrust trust;
    HeaderCheck header = HeaderCheck::NotChecked;
    Provenance provenance = Provenance::Reported;
};
// Without a network, or `offline`: nothing is known. An error where a network was named and cannot be read, or its node
// does not answer.
QCoro::Task<Result<HistoryLook>> lookAtNetwork(Context& context, bool offline, Bytes header);

} // namespace autochain::cli
