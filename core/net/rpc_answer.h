// SPDX-License-Identifier: GPL-3.0-or-later
// What came back of a request, taken apart. Pure.
#pragma once

#include "base/bytes.h"
#include "base/result.h"
#include "chain/error.h"

#include <QJsonObject>

namespace autochain::net
{
// One answer to the call with this id. Errors: BadAnswer, NodeRefused, Reverted, UnderpricedOrKnown.
Result<QJsonValue> readAnswer(const std::string& url, const QJsonValue& answer, qint64 id);
// Answers to the calls firstId … firstId + count - 1, in any order; BadAnswer where one is missing, double or foreign.
Result<std::vector<Result<QJsonValue>>> readBatch(const std::string& url, BytesView body, qint64 firstId,
                                                  std::size_t count);
// The "error" member of an answer.
Error errorOf(const std::string& url, const QJsonObject& error);
} // namespace autochain::net
