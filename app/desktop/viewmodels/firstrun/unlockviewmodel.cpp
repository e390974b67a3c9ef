// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/firstrun/unlockviewmodel.h"

#include "viewmodels/base/format.h"

namespace autochain::desktop
{
namespace
{
constexpr std::int64_t kToldAhead = 7 * 86'400; // a deadline farther away is not told on the locked page
} // namespace

UnlockViewModel::UnlockViewModel(HomeFolder& home, const Clock& clock, TaskGate& gate, QObject* parent)
    : QObject(parent), m_home(home), m_clock(clock), m_gate(gate)
{
}

UnlockViewModel::~UnlockViewModel() = default;

void UnlockViewModel::show(const NetworkHome& network)
{
    m_network = network;
    m_error = {};
    m_serviceNote.clear();
    emit changed();
}

void UnlockViewModel::setSignerLook(const QString& theme, double scale)
{
    m_theme = theme;
    m_scale = scale;
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
    if (m_busy) {
        return;
    }
    const std::vector<NetworkHome> all = m_home.networks();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].folder == m_network.folder && all.size() > 1) {
            show(all[(i + 1) % all.size()]);
            return;
        }
    }
    emit startWanted();
}

void UnlockViewModel::setBusy(bool busy, const QString& progress)
{
    m_busy = busy;
    m_progress = progress;
    emit changed();
}

void UnlockViewModel::unlock()
{
    if (!m_busy) {
        m_gate.start(tryIt(&UnlockViewModel::askForKey));
    }
}

void UnlockViewModel::recover()
{
    if (!m_busy) {
        m_gate.start(tryIt(&UnlockViewModel::askForWords));
    }
}

QCoro::Task<> UnlockViewModel::tryIt(Ask ask)
{
    m_error = {};
    m_serviceNote.clear();
    setBusy(true, tr("Starting the signer…"));
    const QString file = m_network.folder + QStringLiteral("/network.json");
    m_signer = makeSigner(m_network.folder, file, m_theme, m_scale);
    auto key = co_await (this->*ask)();
    if (key.ok()) {
        m_key = std::move(*key);
        setBusy(false);
        emit unlocked();
        co_return;
    }
    m_signer.reset();
    m_error = ErrorView::of(key.error());
    if (key.error().is(SigningError::Declined)) {
        m_error = {}; // the person closed the window; the page says how to go on
    }
    setBusy(false);
}

QCoro::Task<Result<SecretBytes>> UnlockViewModel::askForKey()
{
    AC_CO_TRY(const SignerStatus status, co_await m_signer->status());
    SecretService::Answer answer;
    if (!status.slot.empty()) {
        m_asksService = true;
        setBusy(true, tr("Asking this desktop's key service…"));
        auto asked = co_await m_service.fetch(QString::fromStdString(status.slot));
        answer = std::move(asked);
        m_asksService = false;
        m_serviceNote = noteOf(answer.state);
    }
    setBusy(true, tr("Go on in the signer's own window. Your passphrase never comes here."));
    co_return co_await askDatabaseKey(*m_signer, m_network.folder, answer.state, std::move(answer.key));
}

QCoro::Task<Result<SecretBytes>> UnlockViewModel::askForWords()
{
    setBusy(true, tr("Type your words in the signer's own window, then choose a new passphrase there."));
    AC_CO_CHECK(co_await m_signer->recover());
    co_return co_await askDatabaseKey(*m_signer, m_network.folder);
}

QString UnlockViewModel::noteOf(SlotState slot)
{
    switch (slot) {
    case SlotState::NotAsked:
    case SlotState::Here:
        return {};
    case SlotState::Gone:
        return tr("This desktop's key service is not running. Your passphrase unlocks.");
    case SlotState::Slow:
        return tr("This desktop's key service did not answer within 3 seconds. Your passphrase unlocks.");
    case SlotState::Wiped:
        return tr("This desktop has no key for this vault any more. Nothing is lost: your passphrase unlocks.");
    case SlotState::Refused:
        return tr("This desktop's key service is locked or said no. Your passphrase unlocks.");
    case SlotState::Given:
        return tr("You did not wait for this desktop's key service. Your passphrase unlocks.");
    }
    return {};
}

void UnlockViewModel::fail(const ErrorView& error)
{
    m_error = error;
    emit changed();
}

} // namespace autochain::desktop
