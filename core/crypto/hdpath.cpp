// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/hdpath.h"

#include <charconv>

namespace autochain
{
namespace
{

constexpr std::size_t kMaxLevels = 255; // the depth is one byte in BIP-32's serialisation

Result<std::uint32_t> parseIndex(std::string_view text)
{
    const bool hardened = text.ends_with('\'') || text.ends_with('h') || text.ends_with('H');
    if (hardened) {
        text.remove_suffix(1);
    }
    std::uint32_t index = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), index);
    if (failure != std::errc() || end != text.data() + text.size() || index >= kHardened) {
        return CryptoError::BadPath;
    }
    return hardened ? index | kHardened : index;
}

} // namespace

Result<HdPath> parseHdPath(std::string_view text)
{
    if (text != "m" && !text.starts_with("m/")) {
        return CryptoError::BadPath;
    }
    HdPath out;
    while (text.find('/') != std::string_view::npos) {
        text.remove_prefix(text.find('/') + 1);
        AC_TRY(const std::uint32_t index, parseIndex(text.substr(0, text.find('/'))));
        out.push_back(index);
        if (out.size() > kMaxLevels) {
            return CryptoError::BadPath;
        }
    }
    return out;
}

std::string hdPathText(const HdPath& path)
{
    std::string out = "m";
    for (const std::uint32_t index : path) {
        out += '/' + std::to_string(index & ~kHardened);
        out += (index & kHardened) != 0 ? "'" : "";
    }
    return out;
}

} // namespace autochain
