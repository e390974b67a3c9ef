// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/base/formdraft.h"

#include "codec/json.h"
#include "session/session.h"

namespace autochain::desktop
{

QJsonObject FormDraft::kept(const std::string& id) const
{
    const auto draft = m_session.drafts().find(m_kind, id);
    if (!draft.ok() || !draft->has_value()) {
        return {};
    }
    auto typed = json::parseObject(asBytes((*draft)->json));
    return typed.ok() ? std::move(*typed) : QJsonObject();
}

void FormDraft::keep(const std::string& id, const QJsonObject& typed)
{
    (void)m_session.drafts().put({m_kind, id, json::write(typed), m_session.now()});
}

void FormDraft::forget(const std::string& id)
{
    (void)m_session.drafts().remove(m_kind, id);
}

} // namespace autochain::desktop
