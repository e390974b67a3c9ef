// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/unixfs.h"

#include "content/dag_pb.h"
#include "content/protobuf.h"

namespace autochain::unixfs
{
namespace
{

// Field numbers of the message Data.
enum Number : std::uint64_t {
    kType = 1,
    kBytes = 2,
    kFileSize = 3,
    kBlockSizes = 4,
    kHashType = 5,
    kFanout = 6,
    kMode = 7,
    kModified = 8
};

Error bad(const char* why)
{
    return Error(ContentError::BadBlock, {""}, why);
}

const char* takeNumber(Data& out, const protobuf::Field& field)
{
    switch (field.number) {
    case kType:
        out.kind = static_cast<Kind>(field.value);
        return field.value > static_cast<std::uint64_t>(Kind::HamtShard) ? "UnixFS of a kind that is not known"
                                                                         : nullptr;
    case kFileSize:
        out.hasFileBytes = true;
        out.fileBytes = field.value;
        return nullptr;
    case kBlockSizes:
        out.blockBytes.push_back(field.value);
        return out.blockBytes.size() > dagpb::kMaxLinks ? "UnixFS with too many sizes" : nullptr;
    case kHashType:
        out.hashType = field.value;
        return nullptr;
    case kFanout:
        out.fanout = field.value;
        return nullptr;
    case kMode:
        return nullptr;
    default:
        return "UnixFS with a field that is not known";
    }
}

} // namespace

Result<Data> decode(BytesView from)
{
    Data out;
    unsigned seen = 0;
    while (!from.empty()) {
        const auto field = protobuf::take(from);
        if (!field || field->number == 0 || field->number > kModified) {
            return bad("UnixFS with a broken field");
        }
        const unsigned bit = 1U << field->number;
        if ((seen & bit) != 0 && field->number != kBlockSizes) {
            return bad("UnixFS with a field twice");
        }
        seen |= bit;
        if (field->isBytes) {
            if (field->number == kBytes) {
                out.bytes = toBytes(field->bytes);
            } else if (field->number != kModified) {
                return bad("UnixFS with a field of another type");
            }
        } else if (const char* why = takeNumber(out, *field); why != nullptr) {
            return bad(why);
        }
    }
    return (seen & 1U << kType) != 0 ? Result<Data>(std::move(out)) : Result<Data>(bad("UnixFS without a kind"));
}

Bytes encode(const Data& data)
{
    Bytes out;
    out.reserve(16 + data.bytes.size() + data.blockBytes.size() * 4);
    protobuf::putNumber(out, kType, static_cast<std::uint64_t>(data.kind));
    if (!data.bytes.empty()) {
        protobuf::putBytes(out, kBytes, data.bytes);
    }
    if (data.hasFileBytes) {
        protobuf::putNumber(out, kFileSize, data.fileBytes);
    }
    for (const std::uint64_t size : data.blockBytes) {
        protobuf::putNumber(out, kBlockSizes, size);
    }
    if (data.kind == Kind::HamtShard) {
        protobuf::putNumber(out, kHashType, data.hashType);
        protobuf::putNumber(out, kFanout, data.fanout);
    }
    return out;
}

} // namespace autochain::unixfs
