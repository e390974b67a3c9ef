// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/json.h"
#include "fuzz.h"

using namespace autochain;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto value = json::parse({data, size});
    if (!value.ok()) {
        return 0;
    }
    const std::string text = json::write(*value);
    const auto again = json::parse(asBytes(text));
    fuzz::require(again.ok(), "what was read is written as JSON");
    fuzz::require(json::write(*again) == text, "and stays as it is");
    const QJsonObject object = value->toObject();
    (void)json::string(object, "a").ok();
    (void)json::integer(object, "a").ok();
    (void)json::quantity(object, "a").ok();
    (void)json::hexData(object, "a").ok();
    (void)json::address(object, "a").ok();
    return 0;
}
