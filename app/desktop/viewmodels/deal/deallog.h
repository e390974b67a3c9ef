// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dealpeople.h"

#include <QVariantList>

namespace autochain::desktop
{

/// What happened in a deal, oldest first: { icon, text, when, level }.
QVariantList dealLog(const escrow::DealView& deal, const DealPeople& people, UnixTime now, const QString& level);

} // namespace autochain::desktop
