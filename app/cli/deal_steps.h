// SPDX-License-Identifier: GPL-3.0-or-later
// What the verbs of a deal share.
#pragma once

#include "context.h"
#include "output.h"

#include "escrow/deal_service.h"

namespace autochain::cli
{
// Precondition: context.prepareToSend() ended well.
escrow::DealService serviceOf(Context& context);
Output stepOutput(const escrow::StepResult& step, const QString& done);
} // namespace autochain::cli
