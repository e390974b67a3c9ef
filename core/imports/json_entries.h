// SPDX-License-Identifier: GPL-3.0-or-later
// What importers of JSON share.
#pragma once

#include "codec/json.h"
#include "imports/importer.h"

namespace autochain::imports
{

inline constexpr std::size_t kMostJson = 64 * 1024 * 1024;

// The whole document. CannotImport (too large, reading fails), UnknownFormat (no JSON); args: `name`.
Result<QJsonValue> readJson(ByteSource& source, const std::string& name);
// A field as text: strings and whole numbers; empty where it is absent, null or something else.
std::string textIn(const QJsonObject& object, const char* key);
// At most `most` bytes of UTF-8, cut between characters.
std::string clipped(std::string text, std::size_t most);

} // namespace autochain::imports
