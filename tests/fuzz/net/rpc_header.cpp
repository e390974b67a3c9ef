// SPDX-License-Identifier: GPL-3.0-or-later
// A header in JSON. The name it gives itself is put right first, so that what is changed in it is still looked at.
#include "net/rpc_header.h"
#include "codec/json.h"
#include "fuzz.h"
#include "net/rpc_values.h"

using namespace autochain;

namespace
{

void check(const QJsonValue& value)
{
    const auto header = net::headerOf(value);
    if (!header.ok()) {
        return;
    }
    fuzz::require(hashOf(header->header) == header->hash, "a header has the hash it is named by");
    const auto again = decodeHeader(encodeHeader(header->header));
    fuzz::require(again.ok() && *again == header->header, "it is one that bytes can hold");
    const auto head = net::blockOf(value);
    fuzz::require(head.ok() && head->ref.number == header->header.number && head->ref.hash == header->hash,
                  "both readers see the same block");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto parsed = json::parse(BytesView(data, size));
    if (!parsed.ok()) {
        return 0;
    }
    check(*parsed);
    QJsonObject object = parsed->toObject();
    if (const auto header = net::headerFieldsOf(object); header.ok()) {
        object.insert(QStringLiteral("hash"), net::hexText(hashOf(*header).view()));
        check(object);
    }
    return 0;
}
