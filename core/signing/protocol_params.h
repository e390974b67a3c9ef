// SPDX-License-Identifier: GPL-3.0-or-later
// The "params" of a request, method by method.
#pragma once

#include "signing/protocol.h"

#include <QJsonObject>

namespace autochain::wire
{

// Into `request`, whose method is set. That no other members stand there was checked before. BadMessage.
Result<> readParams(const QJsonObject& params, Request& request);
QJsonObject paramsOf(const Request& request);

} // namespace autochain::wire
