// SPDX-License-Identifier: GPL-3.0-or-later
// utf8proc does the work into buffers that are ours, so that they can be locked and wiped.
#include "crypto/unicode.h"

#include <utf8proc.h>

namespace autochain
{
namespace
{

constexpr std::size_t kMaxText = 1 << 20;
constexpr auto kOptions = static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_STABLE);

utf8proc_int32_t lowered(utf8proc_int32_t letter, void* /*data*/)
{
    return utf8proc_tolower(letter);
}

const utf8proc_uint8_t* bytesOf(std::string_view text)
{
    return reinterpret_cast<const utf8proc_uint8_t*>(text.data());
}

} // namespace

std::optional<SecretBytes> nfkd(std::string_view utf8, bool lowerCase)
{
    if (utf8.size() > kMaxText) {
        return std::nullopt;
    }
    if (utf8.empty()) {
        return SecretBytes();
    }
    const auto size = static_cast<utf8proc_ssize_t>(utf8.size());
    const utf8proc_custom_func change = lowerCase ? lowered : nullptr;
    const auto letters = utf8proc_decompose_custom(bytesOf(utf8), size, nullptr, 0, kOptions, change, nullptr);
    if (letters < 0) {
        return std::nullopt;
    }
    SecretBytes decomposed(static_cast<std::size_t>(letters) * sizeof(utf8proc_int32_t));
    void* const pages = decomposed.data(); // SecretBytes are aligned for every type
    auto* const points = static_cast<utf8proc_int32_t*>(pages);
    if (utf8proc_decompose_custom(bytesOf(utf8), size, points, letters, kOptions, change, nullptr) != letters) {
        return std::nullopt;
    }
    SecretBytes encoded(static_cast<std::size_t>(letters) * 4);
    std::size_t length = 0;
    for (utf8proc_ssize_t i = 0; i < letters; ++i) {
        length += static_cast<std::size_t>(utf8proc_encode_char(points[i], encoded.data() + length));
    }
    return SecretBytes::copyOf(encoded.view().first(length));
}

} // namespace autochain
