// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/wallet/signerviewmodel.h"

#include "signing/signer_process.h"

#include <algorithm>

namespace autochain::desktop
{

bool SignerViewModel::hasMyKey() const
{
    return m_status && std::any_of(m_status->accounts.begin(), m_status->accounts.end(),
                                   [this](const SignerAccount& account) { return account.address == m_session.me(); });
}

void SignerViewModel::ask()
{
    begin(Wish::Ask);
}

void SignerViewModel::lock()
{
    begin(Wish::Lock);
}

void SignerViewModel::unlock()
{
    begin(Wish::Unlock);
}

void SignerViewModel::begin(Wish wish)
{
    if (!m_busy) {
        m_session.gate().start(carryOut(wish));
    }
}

QCoro::Task<Result<>> SignerViewModel::wish(Wish wish)
{
    if (wish == Wish::Lock) {
        co_return co_await m_session.signer().lock();
    }
    auto* process = dynamic_cast<SignerProcess*>(&m_session.signer());
    if (wish == Wish::Unlock && process != nullptr) {
        co_return co_await process->unlock(m_session.me());
    }
    co_return Unit{};
}

QCoro::Task<> SignerViewModel::carryOut(Wish what)
{
    m_busy = true;
    emit changed();
    const Result<> done = co_await wish(what);
    m_error = done.ok() ? ErrorView() : ErrorView::of(done.error());
    const Result<SignerStatus> status = co_await m_session.signer().status();
    if (status.ok()) {
        m_status = *status;
    } else {
        m_status.reset();
        m_error = ErrorView::of(status.error());
    }
    m_busy = false;
    emit changed();
}

} // namespace autochain::desktop
