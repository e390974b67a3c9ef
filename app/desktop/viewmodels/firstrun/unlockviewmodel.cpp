// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/firstrun/unlockviewmodel.h"

#include "session/worker.h"
#include "store/vault_key.h"
#include "viewmodels/base/format.h"

namespace autochain::desktop
{
namespace
{
constexpr int kTriesBeforeWait = 5;
constexpr int kWaitSeconds = 60;
constexpr int kSecondMs = 1'000;
constexpr std::int64_t kToldAhead = 7 * 86'400; // a deadline farther away is not told on the locked page
} // namespace

UnlockViewModel::UnlockViewModel(HomeFolder& home, const Clock& clock, TaskGate& gate, QObject* parent)
    : QObject(parent), m_home(home), m_clock(clock), m_gate(gate)
{
    m_second.setInterval(kSecondMs);
    connect(&m_second, &QTimer::timeout, this, [this] {
        if (--m_wait <= 0) {
            m_wait = 0;
            m_second.stop();
        }
        emit changed();
    });
}

void UnlockViewModel::show(const NetworkHome& network)
{
    m_network = network;
    m_error = {};
    emit changed();
}

QString UnlockViewModel::deadline() const
{
    const std::int64_t left = m_home.nextDeadline(m_network.folder) - m_clock.now();
    return left > 0 && left < kToldAhead ? tr("A deadline ends in %1").arg(format::timeLeft(left)) : QString();
}

int UnlockViewModel::others() const
{
    return static_cast<int>(m_home.networks().size()) - 1 + (m_home.practiceExists() ? 1 : 0);
}

void UnlockViewModel::otherPerson()
{
    const std::vector<NetworkHome> all = m_home.networks();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].folder == m_network.folder && all.size() > 1) {
            show(all[(i + 1) % all.size()]);
            return;
        }
    }
    emit startWanted();
}

void UnlockViewModel::unlock(const QString& passphrase)
{
    if (m_busy || m_wait > 0) {
        return;
    }
    QByteArray utf8 = passphrase.toUtf8();
    SecretBytes secret = SecretBytes::copyOf(
        {reinterpret_cast<const std::uint8_t*>(utf8.constData()), static_cast<std::size_t>(utf8.size())});
    utf8.fill('\0');
    m_gate.start(tryIt(std::move(secret)));
}

QCoro::Task<> UnlockViewModel::tryIt(SecretBytes passphrase)
{
    m_busy = true;
    m_error = {};
    emit changed();
    const std::string file = (m_network.folder + QStringLiteral("/store.key")).toStdString();
    std::optional<Result<SecretBytes>> key;
    const std::function<void()> work = [&] { key = store::openVault(file, passphrase); };
    co_await inThread(work);
    m_busy = false;
    if (key->ok()) {
        m_tries = 0;
        m_key = std::move(key->value());
        emit changed();
        emit unlocked();
    } else {
        count(key->error());
        emit changed();
    }
}

// Guesses by hand are slowed; guesses by machine are slowed by scrypt.
void UnlockViewModel::count(const Error& error)
{
    m_error = ErrorView::of(error);
    if (!error.is(StoreError::WrongPassphrase)) {
        return;
    }
    ++m_tries;
    const int left = kTriesBeforeWait - m_tries;
    m_error.cause = tr("This password does not open your records.");
    m_error.money = tr("Not touched.");
    if (left > 0) {
        m_error.next = tr("Look at Caps Lock and type it again. %n try(s) left, then a minute's wait.", nullptr, left);
        return;
    }
    m_tries = 0;
    m_wait = kWaitSeconds;
    m_second.start();
    m_error.next =
        tr("Wait a minute, then type it again. Without it the records stay closed; your 24 words still bring "
           "back money, titles and open deals.");
}

void UnlockViewModel::fail(const ErrorView& error)
{
    m_error = error;
    emit changed();
}

} // namespace autochain::desktop
