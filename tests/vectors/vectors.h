// SPDX-License-Identifier: GPL-3.0-or-later
// Reading the vectors beside this file from tests (AUTOCHAIN_SOURCE_DIR comes from autochain_test).
#pragma once

#include "base/hex.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

namespace autochain::test
{

// The parsed file; a null document when it is missing, which every caller checks by finding no cases.
inline QJsonDocument readVectors(const char* name)
{
    QFile file(QStringLiteral(AUTOCHAIN_SOURCE_DIR "/tests/vectors/") + QString::fromUtf8(name));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()) : QJsonDocument();
}

inline std::string str(const QJsonValue& value)
{
    return value.toString().toStdString();
}

// Bytes of hex that is known to be right.
inline Bytes unhex(std::string_view text)
{
    return fromHex(text).value();
}
inline Bytes unhex(const char* text)
{
    return unhex(std::string_view(text));
}
inline Bytes unhex(const QJsonValue& value)
{
    return unhex(str(value));
}

} // namespace autochain::test
