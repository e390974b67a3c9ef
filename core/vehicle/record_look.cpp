// SPDX-License-Identifier: GPL-3.0-or-later
#include "vehicle/record_look.h"

#include "crypto/hash.h"

namespace autochain::vehicle
{
namespace
{
bool isSignedByProvider(const Record& record, const SignedContent& parts, const RecordSigning& signing)
{
    const Hash32 digest = signing.digest(record.kind, record.odometerKm, sha256(parts.content));
    const auto signer = recoverAddress(digest, *parts.signature);
    return signer.ok() && *signer == record.provider;
}
} // namespace

void lookAtBlock(Record& record, BytesView block, const RecordSigning& signing, ReadContent readContent)
{
    const auto parts = splitSignedContent(block);
    if (!parts.ok()) {
        record.contentState = ContentState::Unreadable;
        record.signature = SignatureState::Wrong;
        return;
    }
    if (!parts->signature) {
        record.signature = SignatureState::Unsigned;
    } else if (record.signature != SignatureState::Valid) {
        record.signature = isSignedByProvider(record, *parts, signing) ? SignatureState::Valid : SignatureState::Wrong;
    }
    record.contentState = ContentState::Loaded;
    if (readContent == ReadContent::No) {
        return;
    }
    auto content = parseRecordContent(parts->content);
    const bool good = content.ok() && detailsFit(record.kind, content->details);
    record.contentState = good ? ContentState::Loaded : ContentState::Unreadable;
    if (good) {
        record.content = std::move(content).value();
    }
}

void lookAtNothing(Record& record, bool altered)
{
    record.contentState = altered ? ContentState::Altered : ContentState::Missing;
}

bool blockFits(const Record& record, BytesView block)
{
    return sha256(block) == record.contentDigest;
}

bool hasContent(const Record& record, const Address& registry)
{
    return !record.contentDigest.isZero() && record.provider != registry;
}

} // namespace autochain::vehicle
