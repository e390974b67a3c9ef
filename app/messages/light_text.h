// SPDX-License-Identifier: GPL-3.0-or-later
// What the light client tells, in words.
#pragma once

#include "light/light_status.h"

#include <QString>

namespace autochain::messages
{

QString text(light::Phase phase);             // "In sync and verified"
QString text(light::CheckpointSource source); // whose word it is: "the first block of the chain"
QString text(light::Lie lie);                 // "Proof was wrong"
// One node's state: "Agrees", "120 blocks behind", "Proof was wrong".
QString standing(const light::PeerStanding& peer, std::uint64_t headNumber = 0);

} // namespace autochain::messages
