// SPDX-License-Identifier: GPL-3.0-or-later
#include "rlp_item.h"

namespace autochain::rlp
{
namespace
{

std::optional<Item> takeItem(BytesView& bytes, int depth)
{
    const auto view = depth > kMaxDepth ? std::nullopt : takeRlp(bytes);
    if (!view) {
        return std::nullopt;
    }
    Item out;
    out.isList = view->isList;
    if (!out.isList) {
        out.data = toBytes(view->payload);
        return out;
    }
    for (BytesView rest = view->payload; !rest.empty();) {
        auto child = takeItem(rest, depth + 1);
        if (!child) {
            return std::nullopt;
        }
        out.items.push_back(std::move(*child));
    }
    return out;
}

} // namespace

Bytes encode(const Item& item)
{
    Bytes out;
    if (!item.isList) {
        appendString(out, item.data);
        return out;
    }
    for (const Item& child : item.items) {
        append(out, encode(child));
    }
    return list(out);
}

std::optional<Item> decode(BytesView bytes)
{
    auto item = takeItem(bytes, 1);
    return bytes.empty() ? std::move(item) : std::nullopt;
}

} // namespace autochain::rlp
