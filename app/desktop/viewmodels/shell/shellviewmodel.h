// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/backup/backupviewmodel.h"
#include "viewmodels/light/knowledgeviewmodel.h"
#include "viewmodels/settings/accountsviewmodel.h"
#include "viewmodels/shell/appearance.h"
#include "viewmodels/shell/copied.h"
#include "viewmodels/shell/finder.h"
#include "viewmodels/shell/navigation.h"
#include "viewmodels/shell/practiceviewmodel.h"
#include "viewmodels/shell/statusviewmodel.h"
#include "viewmodels/shell/toasts.h"

namespace autochain::desktop
{

/// What surrounds the pages of an open home.
class ShellViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the session")
    Q_PROPERTY(autochain::desktop::Navigation* navigation READ navigation CONSTANT)
    Q_PROPERTY(autochain::desktop::Finder* finder READ finder CONSTANT)
    Q_PROPERTY(autochain::desktop::StatusViewModel* status READ status CONSTANT)
    Q_PROPERTY(autochain::desktop::KnowledgeViewModel* knowledge READ knowledge CONSTANT)
    Q_PROPERTY(autochain::desktop::PracticeViewModel* practice READ practice CONSTANT)
    Q_PROPERTY(autochain::desktop::Toasts* toasts READ toasts CONSTANT)
    Q_PROPERTY(autochain::desktop::BackupViewModel* backup READ backup CONSTANT)
    Q_PROPERTY(autochain::desktop::Appearance* appearance READ appearance CONSTANT)
    Q_PROPERTY(autochain::desktop::AccountsViewModel* accounts READ accounts CONSTANT)
    Q_PROPERTY(QString myName READ myName NOTIFY nameChanged)
    Q_PROPERTY(QString myFirstName READ myFirstName NOTIFY nameChanged)
    Q_PROPERTY(QString myAddress READ myAddress CONSTANT)
    /// What went wrong with the shell itself (switching person, for one); empty: nothing. Stands until it is dismissed.
    Q_PROPERTY(autochain::desktop::ErrorView error READ error NOTIFY errorChanged)

public:
    /// All must outlive this.
    ShellViewModel(Session& session, PracticeClock* practiceClock, Appearance& appearance, QObject* parent = nullptr);
    ~ShellViewModel() override;

    Navigation* navigation() { return &m_navigation; }
    Finder* finder() { return &m_finder; }
    StatusViewModel* status() { return &m_status; }
    KnowledgeViewModel* knowledge() { return &m_knowledge; }
    PracticeViewModel* practice() { return &m_practice; }
    Toasts* toasts() { return &m_toasts; }
    BackupViewModel* backup() { return &m_backup; }
    Appearance* appearance() { return &m_appearance; }
    AccountsViewModel* accounts() const;
    QString myName() const { return m_session.myName(); }
    QString myFirstName() const { return m_session.myName().section(QLatin1Char(' '), 0, 0); }
    QString myAddress() const;
    ErrorView error() const { return m_error; }
    void reportError(const ErrorView& error);
    Q_INVOKABLE void dismissError() { reportError({}); }

    /// F5: asks the node and reads the page again.
    Q_INVOKABLE void refresh();
    /// Puts a text on the clipboard for half a minute and says so.
    Q_INVOKABLE void copy(const QString& text, const QString& what);
    /// Takes it off the clipboard now: the home is being locked or closed.
    void forgetCopied() { m_copied.clear(); }

signals:
    void errorChanged();
    void nameChanged();
    /// From the settings: forget the practice market and make it anew, or leave it for the first page.
    void practiceResetWanted();
    /// From a network: leave it for the practice market.
    void practiceWanted();
    /// Another account of this network's vault is to be in use.
    void accountWanted(const QString& address);
    void closeWanted();

private:
    Session& m_session;
    Appearance& m_appearance;
    ErrorView m_error;
    Toasts m_toasts;
    Navigation m_navigation;
    Finder m_finder;
    StatusViewModel m_status;
    KnowledgeViewModel m_knowledge;
    PracticeViewModel m_practice;
    BackupViewModel m_backup;
    Copied m_copied;
};

} // namespace autochain::desktop
