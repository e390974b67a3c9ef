// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "verb.h"

namespace autochain::cli
{

QList<Verb> importVerbs(); // of the noun "record"

} // namespace autochain::cli
