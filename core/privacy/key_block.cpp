// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/key_block.h"

#include "privacy/byte_reader.h"

#include <algorithm>

namespace autochain::privacy
{
namespace
{
constexpr std::string_view kMagic = "autochain-keys/1\n";

Error bad(const char* what)
{
    return {PrivacyError::BadKeyBlock, {what}};
}
} // namespace

Bytes encodeKeyBlock(const KeyBlock& block)
{
    Bytes out = toBytes(kMagic);
    append(out, block.vehicleId.view());
    append(out, block.sharedBy.view());
    append(out, block.reader.view());
    putNumber(out, block.until, 8);
    putNumber(out, block.keys.size(), 2);
    for (const SectionKey& one : block.keys) {
        append(out, one.sectionDigest.view());
        append(out, one.key.ephemeral);
        append(out, one.key.sealed);
    }
    return out;
}

Result<KeyBlock> decodeKeyBlock(BytesView bytes)
{
    ByteReader in(bytes);
    if (!in.skip(kMagic)) {
        return bad("format");
    }
    KeyBlock out;
    out.vehicleId = in.fixed<Hash32>();
    out.sharedBy = in.fixed<Address>();
    out.reader = in.fixed<Address>();
    out.until = in.number(8);
    const std::uint64_t keys = in.number(2);
    if (keys > kMaxBlockKeys) {
        return bad("keys");
    }
    for (std::uint64_t i = 0; i < keys && in.ok(); ++i) {
        SectionKey one;
        one.sectionDigest = in.fixed<Hash32>();
        one.key.reader = out.reader;
        one.key.sharedBy = out.sharedBy;
        one.key.until = out.until;
        one.key.ephemeral = in.array<33>();
        one.key.sealed = in.array<48>();
        out.keys.push_back(one);
    }
    return in.ok() && in.rest().empty() ? Result<KeyBlock>(std::move(out)) : Result<KeyBlock>(bad("length"));
}

const WrappedKey* keyOf(const KeyBlock& block, const Hash32& sectionDigest)
{
    const auto found = std::find_if(block.keys.begin(), block.keys.end(),
                                    [&](const SectionKey& one) { return one.sectionDigest == sectionDigest; });
    return found == block.keys.end() ? nullptr : &found->key;
}

Result<> checkBelongs(const KeyBlock& block, const Hash32& vehicleId, const Address& sharedBy, const Address& reader)
{
    const char* what = block.vehicleId != vehicleId ? "car"
                       : block.sharedBy != sharedBy ? "holder"
                       : block.reader != reader     ? "reader"
                                                    : nullptr;
    return what == nullptr ? Result<>() : Result<>(Error(PrivacyError::OtherCar, {what}));
}

} // namespace autochain::privacy
