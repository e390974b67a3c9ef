// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/settings/checkpointviewmodel.h"
#include "viewmodels/settings/nodesmodel.h"
#include "viewmodels/settings/storesviewmodel.h"
#include "viewmodels/settings/surenessviewmodel.h"

namespace autochain::desktop
{

/// What is verified, how far headers are, which nodes there are and what each is good for.
class NetworkViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the settings")
    /// Headers are verified here; else there is neither a checkpoint nor anything to be sure about.
    Q_PROPERTY(bool verifies READ verifies NOTIFY changed)
    Q_PROPERTY(QString level READ level NOTIFY changed)
    Q_PROPERTY(QString headline READ headline NOTIFY changed)
    Q_PROPERTY(QString explanation READ explanation NOTIFY changed)
    /// "34,207", "of 34,207 since the checkpoint", 0 to 1, and the three numbers below the bar.
    Q_PROPERTY(QString headersDone READ headersDone NOTIFY changed)
    Q_PROPERTY(QString headersOf READ headersOf NOTIFY changed)
    Q_PROPERTY(double headersPart READ headersPart NOTIFY changed)
    Q_PROPERTY(QString headersFrom READ headersFrom NOTIFY changed)
    Q_PROPERTY(QString headersSettled READ headersSettled NOTIFY changed)
    Q_PROPERTY(QString headersHead READ headersHead NOTIFY changed)
    Q_PROPERTY(autochain::desktop::NodesModel* nodes READ nodes CONSTANT)
    Q_PROPERTY(autochain::desktop::CheckpointViewModel* checkpoint READ checkpoint CONSTANT)
    Q_PROPERTY(autochain::desktop::SurenessViewModel* sureness READ sureness CONSTANT)
    Q_PROPERTY(autochain::desktop::StoresViewModel* stores READ stores CONSTANT)
    /// What could not be kept; empty: nothing.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    explicit NetworkViewModel(Session& session, QObject* parent = nullptr);

    bool verifies() const { return m_session.lightFeed().status().has_value(); }
    QString level() const;
    QString headline() const;
    QString explanation() const;
    QString headersDone() const;
    QString headersOf() const;
    double headersPart() const;
    QString headersFrom() const;
    QString headersSettled() const;
    QString headersHead() const;
    NodesModel* nodes() { return &m_nodes; }
    CheckpointViewModel* checkpoint() { return &m_checkpoint; }
    SurenessViewModel* sureness() { return &m_sureness; }
    StoresViewModel* stores() { return &m_stores; }
    QString problem() const { return m_problem; }

    /// Why a node of this address cannot be added; empty: it can.
    Q_INVOKABLE QString reasonNotToAdd(const QString& url) const;
    Q_INVOKABLE void addNode(const QString& url, const QString& name);
    Q_INVOKABLE void removeNode(const QString& url);
    /// One that lied is asked again.
    Q_INVOKABLE void askAgain(const QString& url);
    /// How the one node answered, where nothing is verified.
    void noteAnswer(const Result<BlockRef>& answer, qint64 tookMs);
    /// Something may read otherwise now (time passed, a block came).
    void show();

signals:
    void changed();

private:
    void showPeers(const light::LightStatus& status);

    Session& m_session;
    NodesModel m_nodes;
    CheckpointViewModel m_checkpoint;
    SurenessViewModel m_sureness;
    StoresViewModel m_stores;
    QString m_problem;
};

} // namespace autochain::desktop
