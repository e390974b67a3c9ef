// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/light/knowledgeviewmodel.h"

#include "session/lightsettings.h"
#include "viewmodels/base/format.h"

namespace autochain::desktop
{

KnowledgeViewModel::KnowledgeViewModel(Session& session, QObject* parent) : QObject(parent), m_session(session)
{
    const auto again = [this] {
        if (!m_about.isEmpty()) {
            explain();
        }
    };
    connect(&session.lightFeed(), &LightFeed::changed, this, again);
    connect(&session, &Session::linkChanged, this, again);
}

void KnowledgeViewModel::ask(const QString& about, const QString& level, const QString& detail, const QVariant& block)
{
    m_about = about;
    m_question = {};
    m_question.detail = detail;
    for (const Provenance one : {Provenance::Proven, Provenance::Local, Provenance::Stale}) {
        if (level == format::level(one)) {
            m_question.provenance = one;
        }
    }
    if (block.canConvert<BlockRef>()) {
        m_question.block = block.value<BlockRef>();
    }
    explain();
}

void KnowledgeViewModel::explain()
{
    Knowledge::Ground ground;
    ground.network = QString::fromStdString(m_session.network().name);
    ground.practice = m_session.practice();
    ground.newest = m_session.head();
    ground.light = m_session.lightFeed().status();
    if (m_question.block) {
        ground.known = m_session.lightFeed().knowledgeOf(m_question.block->hash);
    }
    ground.quorum = m_session.lightFeed().quorum();
    ground.nodeNames = readNodeChoice(m_session.settings()).names;
    ground.now = m_session.now();
    m_answer = Knowledge::explain(m_question, ground);
    emit changed();
}

QString KnowledgeViewModel::level() const
{
    return format::level(m_question.provenance);
}

QVariantList KnowledgeViewModel::facts() const
{
    QVariantList out;
    for (const Knowledge::Fact& fact : m_answer.facts) {
        out.append(QVariantMap{{QStringLiteral("key"), fact.key}, {QStringLiteral("value"), fact.value}});
    }
    return out;
}

} // namespace autochain::desktop
