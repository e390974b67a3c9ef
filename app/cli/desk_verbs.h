// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "verb.h"

namespace autochain::cli
{
QList<Verb> deskVerbs(); // of a dealer's stock
} // namespace autochain::cli
