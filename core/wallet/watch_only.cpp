// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/watch_only.h"

#include "crypto/address.h"

#include <algorithm>

namespace autochain::wallet
{
namespace
{

constexpr std::string_view kUri = "ethereum:";
constexpr std::string_view kBlank = " \t\r\n";

std::string_view trimmed(std::string_view text)
{
    text.remove_prefix(std::min(text.find_first_not_of(kBlank), text.size()));
    return text.substr(0, text.find_last_not_of(kBlank) + 1);
}

} // namespace

Result<WatchOnly> readWatchOnly(std::string_view text)
{
    text = trimmed(text);
    if (const auto key = ExtendedPublicKey::parse(text); key.ok()) {
        return WatchOnly(*key);
    }
    if (text.starts_with(kUri)) {
        text.remove_prefix(kUri.size());
        text = text.substr(0, text.find_first_of("@/?"));
    }
    const auto address = parseAddress(text);
    if (!address.ok()) {
        return address.error().is(CryptoError::BadChecksum) ? WalletError::BadChecksum : WalletError::BadAddress;
    }
    if (address->isZero()) {
        return WalletError::ZeroAddress;
    }
    return WatchOnly(*address);
}

} // namespace autochain::wallet
