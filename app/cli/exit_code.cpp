// SPDX-License-Identifier: GPL-3.0-or-later
#include "exit_code.h"

#include "base/error.h"
#include "chain/error.h"
#include "codec/error.h"
#include "content/error.h"
#include "crypto/error.h"
#include "market/error.h"
#include "signing/error.h"
#include "store/error.h"
#include "vehicle/error.h"
#include "wallet/error.h"

namespace autochain::cli
{
namespace
{
template <typename... E>
bool isAny(const Error& error, E... codes)
{
    return (error.is(codes) || ...);
}
} // namespace

ExitCode exitCodeOf(const Error& error)
{
    if (isAny(error, SigningError::Declined)) {
        return kDeclined;
    }
    if (isAny(error, ChainError::NodeUnreachable, ChainError::NodeTimeout, ChainError::WrongChain,
              WalletError::NodeLostBefore, WalletError::NodeLostAfter, ContentError::Unreachable,
              ContentError::TimedOut)) {
        return kNoNode;
    }
    if (isAny(error, SigningError::Locked, SigningError::WrongPassphrase, StoreError::WrongPassphrase,
              CryptoError::WrongPassphrase)) {
        return kWrongPassphrase;
    }
    if (isAny(error, VehicleError::ReportUnreadable)) {
        return kUnreadable;
    }
    if (error.domain == Domain::Base ||
        isAny(error, CryptoError::BadAddress, CryptoError::BadChecksum, CryptoError::BadPath, VehicleError::BadVin,
              VehicleError::CheckDigit, VehicleError::BadTroubleCode, MarketError::PriceUnreadable,
              WalletError::BadAddress, WalletError::BadChecksum, WalletError::ZeroAmount, SigningError::BadSecret,
              CodecError::BadCid, ContentError::UrlNotAllowed)) {
        return kBadInput;
    }
    return kRefused;
}

} // namespace autochain::cli
