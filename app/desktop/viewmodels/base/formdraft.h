// SPDX-License-Identifier: GPL-3.0-or-later
// A form half filled in, kept in the encrypted store until it is sent. Where it cannot be kept, what was typed still
// stands in the form.
#pragma once

#include <QJsonObject>

#include <string>

namespace autochain::desktop
{

class Session;

class FormDraft
{
public:
    // The session must outlive it. `kind`: a literal ("listing").
    FormDraft(Session& session, const char* kind) : m_session(session), m_kind(kind) {}

    QJsonObject kept(const std::string& id) const; // empty: none that can be read
    void keep(const std::string& id, const QJsonObject& typed);
    void forget(const std::string& id);

private:
    Session& m_session;
    const char* m_kind;
};

} // namespace autochain::desktop
