// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/session.h"
#include "viewmodels/light/knowledge.h"

#include <qqml.h>
#include <QVariant>

namespace autochain::desktop
{

/// "How do we know?": what stands in the popover of a mark. One mark at a time; follows what is verified meanwhile.
class KnowledgeViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the session")
    /// What the mark stands behind: "Free to spend".
    Q_PROPERTY(QString about READ about NOTIFY changed)
    /// "proven", "local", "reported", "stale".
    Q_PROPERTY(QString level READ level NOTIFY changed)
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed)
    /// [{ key, value }]
    Q_PROPERTY(QVariantList facts READ facts NOTIFY changed)
    Q_PROPERTY(QString advice READ advice NOTIFY changed)

public:
    explicit KnowledgeViewModel(Session& session, QObject* parent = nullptr);

    QString about() const { return m_about; }
    QString level() const;
    QString sentence() const { return m_answer.sentence; }
    QVariantList facts() const;
    QString advice() const { return m_answer.advice; }

    /// `block`: a BlockRef a row carries, or nothing. `detail`: whose word it is, where the page knows.
    Q_INVOKABLE void ask(const QString& about, const QString& level, const QString& detail, const QVariant& block);

signals:
    void changed();

private:
    void explain();

    Session& m_session;
    QString m_about;
    Knowledge::Question m_question;
    Knowledge::Answer m_answer;
};

} // namespace autochain::desktop
