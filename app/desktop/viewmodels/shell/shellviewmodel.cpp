// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/shell/shellviewmodel.h"

#include "viewmodels/base/format.h"
#include "viewmodels/settings/settingsviewmodel.h"

#include <QClipboard>
#include <QGuiApplication>

namespace autochain::desktop
{

ShellViewModel::ShellViewModel(Session& session, PracticeClock* practiceClock, Appearance& appearance, QObject* parent)
    : QObject(parent), m_session(session), m_appearance(appearance), m_finder(m_navigation), m_status(session),
      m_practice(session, practiceClock)
{
    m_navigation.build({session, m_navigation, m_toasts});
    accounts()->refresh(); // for the menu at the foot of the rail
    connect(&session, &Session::headChanged, this, [this] { m_navigation.blockArrived(); });
    connect(&session, &Session::linkChanged, this, [this] { m_navigation.blockArrived(); });
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
    QGuiApplication::clipboard()->setText(text);
    m_toasts.show(tr("Copied: %1").arg(what));
}

} // namespace autochain::desktop
