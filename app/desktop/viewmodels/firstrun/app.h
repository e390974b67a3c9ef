// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/homefolder.h"
#include "session/opener.h"
#include "session/practicerunner.h"
#include "viewmodels/firstrun/firstrunviewmodel.h"
#include "viewmodels/firstrun/joinviewmodel.h"
#include "viewmodels/firstrun/unlockviewmodel.h"
#include "viewmodels/shell/shellviewmodel.h"

namespace autochain::desktop
{

struct StartOptions {
    QString networkFile; // --network
    bool practice = false;
    QString person; // --as: name or address of a practice person
    QString page;   // --page: a route
};

/// The root object QML is given: which of the program's few stages is on, and what belongs to it.
class App : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by main")
    Q_PROPERTY(Stage stage READ stage NOTIFY stageChanged)
    /// The stage whose pages are on the screen. Those of a home are built a little at a time, so that the window never
    /// stands still; until arrived() the page before stays.
    Q_PROPERTY(Stage shown READ shown NOTIFY shownChanged)
    Q_PROPERTY(autochain::desktop::Appearance* appearance READ appearance CONSTANT)
    Q_PROPERTY(autochain::desktop::FirstRunViewModel* firstRun READ firstRun CONSTANT)
    Q_PROPERTY(autochain::desktop::JoinViewModel* join READ join CONSTANT)
    Q_PROPERTY(autochain::desktop::UnlockViewModel* unlock READ unlock CONSTANT)
    /// Null unless stage is Open; another object for every person.
    Q_PROPERTY(autochain::desktop::ShellViewModel* shell READ shell NOTIFY shellChanged)
    Q_PROPERTY(QString version READ version CONSTANT)

public:
    enum Stage { FirstRun, Join, Unlock, Open };
    Q_ENUM(Stage)

    App(HomeFolder home, const Clock& system, Appearance& appearance, QObject* parent = nullptr);
    ~App() override;

    /// Goes to the stage the options and the home call for.
    void start(const StartOptions& options);

    /// Shows this home and lets go of the one before. start() ends here, by whichever way.
    void adopt(std::unique_ptr<Session> session);

    Stage stage() const { return m_stage; }
    Stage shown() const { return m_shown; }
    /// The home's pages are built.
    Q_INVOKABLE void arrived();
    Appearance* appearance() { return &m_appearance; }
    FirstRunViewModel* firstRun() { return &m_firstRun; }
    JoinViewModel* join() { return &m_join; }
    UnlockViewModel* unlock() { return &m_unlock; }
    ShellViewModel* shell() const { return m_shell.get(); }
    Session* session() const { return m_session.get(); }
    QString version() const;
    /// Lets go of records and keys and shows the page to unlock; the practice market has nothing to lock.
    Q_INVOKABLE void lock();
    /// What kept the program from opening what it was asked to; empty while it may still come.
    const ErrorView& startError() const { return m_startError; }

signals:
    void stageChanged();
    void shownChanged();
    void shellChanged();
    void failed(); // startError() says why

private:
    QCoro::Task<> openPractice();
    QCoro::Task<> openPracticeFile(QString file);
    QCoro::Task<Result<>> openPerson(OpenNetwork network, QString wanted);
    QCoro::Task<> switchPerson(QString address);
    QCoro::Task<> switchAccount(QString address);
    QCoro::Task<Result<>> openAccount(QString address);
    QCoro::Task<> resetPractice();
    QCoro::Task<> revivePractice();
    void openUnlocked();
    void openJoined();
    Result<> openNetwork(OpenRequest request);
    QCoro::Task<> lockSigner(SignerProcess* signer);
    void retire();
    void leave();
    void goPractise();
    void setStage(Stage stage);
    void setShown(Stage stage);
    void keepDeadline();
    void fail(const Error& error);

    HomeFolder m_home;
    const Clock& m_system;
    Appearance& m_appearance;
    TaskGate m_gate;
    FirstRunViewModel m_firstRun;
    JoinViewModel m_join;
    UnlockViewModel m_unlock;
    std::unique_ptr<PracticeRunner> m_practice;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<ShellViewModel> m_shell;
    StartOptions m_options;
    Stage m_stage = FirstRun;
    Stage m_shown = FirstRun;
    ErrorView m_startError;
};

} // namespace autochain::desktop
