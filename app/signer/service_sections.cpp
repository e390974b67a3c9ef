// SPDX-License-Identifier: GPL-3.0-or-later
// Private sections: the agreement of keys happens here, so that the suite gets keys of sections and never one of a
// person.
#include "base/hex.h"
#include "crypto/hash.h"
#include "service.h"
#include "service_errors.h"
#include "signing/key_pipe.h"

#include <QJsonArray>

namespace autochain::signer
{

QCoro::Task<Result<QJsonObject>> Service::publicKey(Address account)
{
    AC_CO_CHECK(co_await ensureKey(account));
    const PrivateKey* const key = m_keyring.key(account);
    if (key == nullptr) {
        co_return locked();
    }
    touch();
    co_return member("publicKey", toHex0x(BytesView(key->publicKeyCompressed())));
}

// Asked once per car and account until the keys are wiped: a page that is opened again does not ask again.
QCoro::Task<Result<>> Service::askToOpen(const wire::Request& request)
{
    const auto consent = std::make_pair(*request.account, request.vehicle);
    if (m_mayOpen.count(consent) > 0) {
        co_return Unit();
    }
    const auto context = contextFor(*request.account);
    if (!context.ok()) {
        co_return refuse(context.error());
    }
    const auto statement = signing::describeOpening(request.sections, request.vehicle, *context, request.hints);
    if (!statement.ok()) {
        co_return refuse(statement.error());
    }
    Bytes raw;
    for (const auto& one : request.sections) {
        append(raw, privacy::encodeLocked(one));
    }
    Approval approval{*statement, raw, keccak256(raw)};
    const bool yes = co_await m_front.approve(std::move(approval));
    if (!yes) {
        co_return Error(SigningError::Declined);
    }
    m_mayOpen.insert(consent);
    co_return Unit();
}

QCoro::Task<Result<QJsonObject>> Service::openSections(wire::Request request)
{
    if (m_setup.keyFd < 0) {
        co_return noKeyPipe();
    }
    const Address account = *request.account;
    AC_CO_CHECK(co_await ensureKey(account));
    AC_CO_CHECK(co_await askToOpen(request));
    const PrivateKey* const key = m_keyring.key(account);
    if (key == nullptr) {
        m_mayOpen.clear();
        co_return locked(); // its time was over while the question stood
    }
    touch();
    QJsonArray opened;
    for (const auto& one : request.sections) {
        const auto contentKey = privacy::unwrapKey(one, *key);
        if (contentKey.ok() && !wire::writeKey(m_setup.keyFd, request.id, *contentKey)) {
            co_return noKeyPipe();
        }
        opened.append(contentKey.ok());
    }
    co_return QJsonObject{{QStringLiteral("opened"), opened}};
}

} // namespace autochain::signer
