// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/contentstores.h"
#include "vehicle/record_values.h"

namespace autochain::desktop
{

// Of a document in several pieces this much is fetched without asking the person.
inline constexpr std::uint64_t kMostUnasked = 8ULL * 1024 * 1024;
// The most of one document that is read at all.
inline constexpr std::uint64_t kMostOfDocument = 1024ULL * 1024 * 1024;

Cid cidOfDocument(const vehicle::Attachment& document);
// Its bytes, checked against what the record names, into `sink`. What was handed on before an error is the right
// beginning. Errors: the stores', the verifier's, the sink's.
QCoro::Task<Result<>> readDocument(ContentStores& stores, vehicle::Attachment document, std::uint64_t maxBytes,
                                   BytesSink sink, ReadProgress progress = {});
// The same into memory. TooLarge above `maxBytes`.
QCoro::Task<Result<Bytes>> documentBytes(ContentStores& stores, vehicle::Attachment document, std::uint64_t maxBytes);

} // namespace autochain::desktop
