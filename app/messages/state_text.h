// SPDX-License-Identifier: GPL-3.0-or-later
// Short texts for states, actions and reasons, in the reader's language.
#pragma once

#include "appraisal/tasks.h"
#include "chain/provenance.h"
#include "escrow/rules.h"
#include "market/listing.h"

#include <QString>

namespace autochain::messages
{

QString text(Provenance provenance);              // "Proven"
QString text(escrow::Party party);                // "Buyer"
QString text(escrow::Outcome outcome);            // "Release"
QString text(escrow::DealStage stage);            // "Both sides are in the Safe"
QString explain(escrow::DealStage stage);         // one more sentence: "The money and the title lie together. …"
QString text(escrow::ActionKind action);          // "Put the money into the Safe"
QString text(escrow::WhyNot whyNot);              // why a button is disabled, and what to do
QString text(escrow::Consequence consequence);    // "Nothing moves"
QString explain(escrow::Consequence consequence); // "Either of you may open a dispute; …"
QString text(escrow::Warning warning);
QString text(market::ListingState state);
QString text(market::Finding finding); // "clean" "attention" "no data"
QString text(appraisal::TaskKind task);

} // namespace autochain::messages
