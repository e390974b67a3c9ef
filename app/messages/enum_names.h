// SPDX-License-Identifier: GPL-3.0-or-later
// Names of enumerators as the compiler knows them, for machine-readable output and for going through all of them.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

namespace autochain::messages
{
inline constexpr std::size_t kMostEnumerators = 96;

namespace detail
{
template <auto V>
constexpr std::string_view rawName()
{
    // "… [with auto V = autochain::EscrowError::PriceIsZero; …]"; a value without a name reads
    // "(autochain::EscrowError)99".
    constexpr std::string_view text = __PRETTY_FUNCTION__;
    constexpr std::size_t from = text.find("V = ") + 4;
    constexpr std::size_t to = text.find_first_of(";]", from);
    return text.substr(from, to - from);
}

template <auto V>
constexpr std::string_view shortName()
{
    constexpr std::string_view raw = rawName<V>();
    if (raw.find('(') != std::string_view::npos) {
        return {};
    }
    const std::size_t colon = raw.rfind(':');
    return colon == std::string_view::npos ? raw : raw.substr(colon + 1);
}

template <typename E, std::size_t... I>
constexpr auto namesOf(std::index_sequence<I...>)
{
    return std::array<std::string_view, sizeof...(I)>{shortName<static_cast<E>(I)>()...};
}
} // namespace detail

// Enumerators must count up from 0 without holes, as all of this suite do.
template <typename E>
inline constexpr auto kEnumNames = detail::namesOf<E>(std::make_index_sequence<kMostEnumerators>());

template <typename E>
constexpr std::string_view enumName(E value)
{
    const auto index = static_cast<std::size_t>(value);
    return index < kMostEnumerators ? kEnumNames<E>[index] : std::string_view();
}

template <typename E>
constexpr std::size_t enumCount()
{
    std::size_t count = 0;
    while (count < kMostEnumerators && !kEnumNames<E>[count].empty()) {
        ++count;
    }
    return count;
}

} // namespace autochain::messages
