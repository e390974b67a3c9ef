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
    if (m_session.practice()) {
        begin(Wish::Lock);
    } else {
        emit m_session.lockWanted();
    }
}

void SignerViewModel::changePassphrase()
{
    begin(Wish::ChangePassphrase);
}

void SignerViewModel::setDesktopUnlocks(bool on)
{
    begin(on ? Wish::Keep : Wish::Forget);
}

void SignerViewModel::setLockMinutes(int minutes)
{
    m_wantedMinutes = minutes;
    begin(Wish::LockAfter);
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
    if (wish == Wish::ChangePassphrase && process != nullptr) {
        AC_CO_CHECK(co_await process->changePassphrase());
        m_note = tr("From now on your new passphrase unlocks.");
    }
    if (wish == Wish::LockAfter && process != nullptr) {
        constexpr int kSecondsOfMinute = 60;
        co_return co_await process->setLockAfter(m_wantedMinutes * kSecondsOfMinute);
    }
    if (wish == Wish::Keep && process != nullptr) {
        co_return co_await keep(*process);
    }
    if (wish == Wish::Forget && process != nullptr) {
        co_return co_await forget(*process);
    }
    co_return Unit{};
}

// A vault that waits for a key nobody keeps would only slow unlocking down, so that is undone.
QCoro::Task<Result<>> SignerViewModel::keep(SignerProcess& signer)
{
    AC_CO_TRY(const SignerProcess::Slot slot, co_await signer.keepSlot());
    const SlotState kept = co_await m_service.keep(QString::fromStdString(slot.name), slot.key);
    if (kept == SlotState::Here) {
        m_note = tr("This desktop unlocks from now on while you are logged in. Your passphrase keeps working.");
        co_return Unit{};
    }
    AC_CO_CHECK(co_await signer.dropSlot());
    m_note = kept == SlotState::Refused ? tr("This desktop's key service is locked or said no. Nothing was changed.")
             : kept == SlotState::Slow
                 ? tr("This desktop's key service did not answer within 3 seconds. Nothing was changed.")
                 : tr("This desktop has no key service that runs. Nothing was changed.");
    co_return Unit{};
}

QCoro::Task<Result<>> SignerViewModel::forget(SignerProcess& signer)
{
    const QString name = m_status ? QString::fromStdString(m_status->slot) : QString();
    AC_CO_CHECK(co_await signer.dropSlot()); // from here on what the desktop keeps opens nothing
    const SlotState gone = co_await m_service.forget(name);
    Q_UNUSED(gone)
    m_note = tr("From now on only your passphrase unlocks.");
    co_return Unit{};
}

QCoro::Task<> SignerViewModel::carryOut(Wish what)
{
    m_busy = true;
    m_note.clear();
    emit changed();
    const Result<> done = co_await wish(what);
    m_error = done.ok() || done.error().is(SigningError::Declined) ? ErrorView() : ErrorView::of(done.error());
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
