// SPDX-License-Identifier: GPL-3.0-or-later
#include "messages/error_text.h"

#include "messages/enum_names.h"
#include "messages/placeholders.h"
#include "messages/tables.h"

#include <QCoreApplication>

namespace autochain::messages
{
namespace
{
// Calls `use` with the enumerator the error carries; false where this program knows no such code.
template <typename E, typename Use>
bool withCode(int code, Use use)
{
    if (code < 0 || static_cast<std::size_t>(code) >= enumCount<E>()) {
        return false;
    }
    use(static_cast<E>(code));
    return true;
}

template <typename Use>
bool withEnum(const Error& error, Use use)
{
    switch (error.domain) {
    case Domain::Base:
        return withCode<BaseError>(error.code, use);
    case Domain::Crypto:
        return withCode<CryptoError>(error.code, use);
    case Domain::Codec:
        return withCode<CodecError>(error.code, use);
    case Domain::Chain:
        return withCode<ChainError>(error.code, use);
    case Domain::Contracts:
        return withCode<ContractsError>(error.code, use);
    case Domain::Store:
        return withCode<StoreError>(error.code, use);
    case Domain::Content:
        return withCode<ContentError>(error.code, use);
    case Domain::Signing:
        return withCode<SigningError>(error.code, use);
    case Domain::Vehicle:
        return withCode<VehicleError>(error.code, use);
    case Domain::Wallet:
        return withCode<WalletError>(error.code, use);
    case Domain::Market:
        return withCode<MarketError>(error.code, use);
    case Domain::Escrow:
        return withCode<EscrowError>(error.code, use);
    case Domain::Appraisal:
        return withCode<AppraisalError>(error.code, use);
    case Domain::Practice:
        return withCode<PracticeError>(error.code, use);
    case Domain::Privacy:
        return withCode<PrivacyError>(error.code, use);
    case Domain::Net:
        break; // net speaks in ChainError
    }
    return false;
}

ErrorText unknown()
{
    return {QCoreApplication::translate("Errors", "This program does not know this error."),
            QCoreApplication::translate(
                "Errors", "Nothing was sent because of it. Look at the deal or wallet before you repeat a step."),
            QCoreApplication::translate("Errors", "Update the program: the other side is newer.")};
}

QString fromView(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}
} // namespace

ErrorText describe(const Error& error)
{
    ErrorText text;
    if (!withEnum(error, [&text](auto code) { text = textOf(code); })) {
        return unknown();
    }
    return {fillIn(text.cause, error.args), fillIn(text.money, error.args), fillIn(text.next, error.args)};
}

QString domainName(Domain domain)
{
    return fromView(enumName(domain)).toLower();
}

QString codeName(const Error& error)
{
    QString name;
    const bool known = withEnum(error, [&name](auto code) { name = fromView(enumName(code)); });
    return known ? name : QString::number(error.code);
}

} // namespace autochain::messages
