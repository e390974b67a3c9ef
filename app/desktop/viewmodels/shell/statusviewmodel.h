// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/session.h"
#include "viewmodels/base/errorview.h"

#include <qqml.h>
#include <QTimer>

namespace autochain::desktop
{

/// The line at the foot of the window: which network, which block, how sure, and what to do when the node is away.
class StatusViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the session")
    Q_PROPERTY(QString network READ network CONSTANT)
    Q_PROPERTY(QString networkShort READ networkShort CONSTANT)
    /// "Block 25,914,207 verified 9 s ago", "Checking headers: 12 of 90".
    Q_PROPERTY(QString block READ block NOTIFY changed)
    /// "3 of 4 nodes agree"; empty where there is nothing to compare.
    Q_PROPERTY(QString agreement READ agreement NOTIFY changed)
    /// Who is shut out, and why; empty: nobody.
    Q_PROPERTY(QString warning READ warning NOTIFY changed)
    /// "proven", "local", "reported" or "stale": what a value read now would be.
    Q_PROPERTY(QString level READ level NOTIFY changed)
    Q_PROPERTY(bool connected READ connected NOTIFY changed)
    Q_PROPERTY(bool gone READ gone NOTIFY changed)
    /// Why the node does not answer, in three parts; empty while it does.
    Q_PROPERTY(autochain::desktop::ErrorView problem READ problem NOTIFY changed)
    /// What the pages show meanwhile.
    Q_PROPERTY(QString meanwhile READ meanwhile NOTIFY changed)

public:
    explicit StatusViewModel(Session& session, QObject* parent = nullptr);

    QString network() const;
    QString networkShort() const;
    QString block() const;
    QString agreement() const;
    QString warning() const;
    QString level() const;
    bool connected() const { return m_session.link() == Session::Link::Live; }
    bool gone() const { return m_session.link() == Session::Link::Gone; }
    ErrorView problem() const;
    QString meanwhile() const;
    Q_INVOKABLE void askAgain() { m_session.pollNow(); }

signals:
    void changed();

private:
    Session& m_session;
    QTimer m_second; // "9 s ago" on a network
};

} // namespace autochain::desktop
