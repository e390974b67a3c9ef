// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/shell/shellviewmodel.h"

#include "session/backupkeeper.h"
#include "viewmodels/base/format.h"
#include "viewmodels/settings/settingsviewmodel.h"

#include <QClipboard>
#include <QGuiApplication>

namespace autochain::desktop
{

ShellViewModel::ShellViewModel(Session& session, PracticeClock* practiceClock, Appearance& appearance, QObject* parent)
    : QObject(parent), m_session(session), m_appearance(appearance), m_finder(session, m_navigation), m_status(session),
      m_knowledge(session), m_practice(session, practiceClock), m_backup(session, m_navigation),
      m_copied(*QGuiApplication::clipboard())
{
    m_navigation.build({session, m_navigation, m_toasts});
    accounts()->refresh(); // for the menu at the foot of the rail
    connect(&session.backups(), &BackupKeeper::failed, this, [this](const Error& error) {
        m_toasts.show(
            tr("No backup could be made: %1 Settings, Backup says what to do.").arg(ErrorView::of(error).cause));
    });
    connect(&m_navigation, &Navigation::routeChanged, this, [this] { // both show when words and backups were last tried
        if (m_navigation.page() == QStringLiteral("settings") || m_navigation.page() == QStringLiteral("wallet")) {
            m_backup.refresh();
        }
    });
    connect(&appearance, &Appearance::distanceChanged, this, [this] { m_navigation.showAgain(); });
    connect(&session, &Session::namesChanged, this, &ShellViewModel::nameChanged);
    connect(&session, &Session::headChanged, this, [this] { m_navigation.blockArrived(); });
    connect(&session, &Session::linkChanged, this, [this] { m_navigation.blockArrived(); });
    connect(&session.lightFeed(), &LightFeed::freshnessChanged, this, [this] { m_navigation.blockArrived(); });
}

ShellViewModel::~ShellViewModel() = default;

QString ShellViewModel::myAddress() const
{
    return format::address(m_session.me());
}

AccountsViewModel* ShellViewModel::accounts() const
{
    auto* settings = qobject_cast<SettingsViewModel*>(m_navigation.viewModel(QStringLiteral("settings")));
    return settings == nullptr ? nullptr : settings->accounts();
}

void ShellViewModel::reportError(const ErrorView& error)
{
    m_error = error;
    emit errorChanged();
}

void ShellViewModel::refresh()
{
    m_session.pollNow();
    if (PageViewModel* front = m_navigation.viewModel(m_navigation.page())) {
        front->refresh();
    }
}

void ShellViewModel::copy(const QString& text, const QString& what)
{
    m_copied.put(text);
    m_toasts.show(tr("Copied: %1. It leaves the clipboard after %2 seconds.").arg(what).arg(Copied::kSeconds));
}

} // namespace autochain::desktop
