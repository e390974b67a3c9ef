// SPDX-License-Identifier: GPL-3.0-or-later
// Reading what is to be signed, asking, signing.
#include "base/hex.h"
#include "codec/json.h"
#include "crypto/address.h"
#include "service.h"
#include "service_errors.h"

namespace autochain::signer
{

Result<signing::SigningContext> Service::contextFor(const Address& account) const
{
    if (!m_keyring.find(account)) {
        return Error(SigningError::UnknownAccount, {checksumAddress(account)});
    }
    if (m_setup.networkChanged) {
        return Error(SigningError::Refused, {"network changed"});
    }
    signing::SigningContext context{m_setup.network, account, m_home.addressBook(), m_home.signedDeals(account)};
    if (m_setup.network.kind == NetworkKind::Practice) {
        for (const auto& person : m_setup.network.people) {
            context.names.emplace(person.address, person.name);
        }
    }
    for (const auto& own : m_keyring.accounts()) {
        context.names.insert_or_assign(own.address, own.name);
    }
    return context;
}

Error Service::refuse(const Error& why)
{
    m_front.showRefusal(why);
    return why;
}

QCoro::Task<Result<Signature>> Service::askAndSign(Approval approval)
{
    const Address account = approval.statement.self.address;
    const Hash32 hash = approval.hash;
    AC_CO_CHECK(co_await ensureKey(account));
    const bool yes = co_await m_front.approve(std::move(approval));
    const auto* key = m_keyring.key(account);
    if (key == nullptr) {
        co_return Error(SigningError::Locked); // its time was over while the question stood
    }
    if (!yes) {
        co_return Error(SigningError::Declined);
    }
    touch();
    co_return key->sign(hash);
}

QCoro::Task<Result<QJsonObject>> Service::signTransaction(wire::Request request)
{
    const auto tx = decodeUnsigned(request.transaction);
    if (!tx.ok() || encodeUnsigned(*tx) != request.transaction) {
        co_return refuse(unreadable("transaction"));
    }
    const auto context = contextFor(*request.account);
    if (!context.ok()) {
        co_return refuse(context.error());
    }
    const auto statement = signing::decodeTransaction(*tx, *context, request.hints);
    if (!statement.ok()) {
        co_return refuse(statement.error());
    }
    Approval approval{*statement, tx->data, signingHash(*tx)}; // named: GCC 12 destroys such a temporary twice
    AC_CO_TRY(const auto signature, co_await askAndSign(std::move(approval)));
    co_return member("raw", toHex0x(encodeSigned(*tx, signature)));
}

QCoro::Task<Result<QJsonObject>> Service::signTypedData(wire::Request request)
{
    const auto context = contextFor(*request.account);
    if (!context.ok()) {
        co_return refuse(context.error());
    }
    const auto decoded = signing::decodeTypedData(request.typedDataJson, *context, request.hints);
    if (!decoded.ok()) {
        co_return refuse(decoded.error());
    }
    const Bytes raw = toBytes(request.typedDataJson);
    Approval approval{decoded->statement, raw, decoded->digest};
    AC_CO_TRY(const auto signature, co_await askAndSign(std::move(approval)));
    if (decoded->statement.kind == signing::Kind::SignTerms) {
        AC_CO_CHECK(m_home.rememberDeal(*request.account, decoded->statement.deal->id));
    }
    co_return member("signature", toHex0x(signature.toRsv()));
}

} // namespace autochain::signer
