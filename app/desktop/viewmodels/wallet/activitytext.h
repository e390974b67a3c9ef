// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/activity.h"

#include <QString>

namespace autochain::desktop
{

/// Groups of the activity list's "All kinds" menu.
enum class ActivityKind { In, Out, Deals, Other, Hidden };
ActivityKind kindOf(const wallet::Activity& entry);
/// "Sent", "Put into the Safe, Mazda3": `subject` is what the deal or car is called, empty where there is none.
QString whatText(const wallet::Activity& entry, const QString& subject, std::uint32_t confirmationsWanted);
QString whatIcon(const wallet::Activity& entry); // Lucide
QString purposeText(store::Purpose purpose);
bool isDealStep(store::Purpose purpose);

} // namespace autochain::desktop
