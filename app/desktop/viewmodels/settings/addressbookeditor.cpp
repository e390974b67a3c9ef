// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/settings/addressbookeditor.h"

#include "crypto/address.h"
#include "session/session.h"

namespace autochain::desktop
{
namespace
{
constexpr qsizetype kLongestName = 64;
}

AddressBookEditor::AddressBookEditor(Session& session, QObject* parent) : QObject(parent), m_session(session)
{
    connect(&session, &Session::namesChanged, this, &AddressBookEditor::fill);
    fill();
}

void AddressBookEditor::fill()
{
    m_contacts.fill(m_session);
}

void AddressBookEditor::setName(const QString& name)
{
    if (name != m_name) {
        m_name = name;
        m_nameError = {};
        emit inputChanged();
        emit errorChanged();
    }
}

void AddressBookEditor::setAddress(const QString& address)
{
    if (address != m_address) {
        m_address = address;
        m_addressError = {};
        emit inputChanged();
        emit errorChanged();
    }
}

bool AddressBookEditor::checkName(const Address& address)
{
    const QString wanted = m_name.trimmed();
    if (wanted.isEmpty() || wanted.size() > kLongestName) {
        m_nameError.cause =
            wanted.isEmpty() ? tr("The name is missing.") : tr("The name is longer than 64 characters.");
        m_nameError.next = tr("Type a name you will recognise.");
    } else {
        for (const ContactRow& row : m_contacts.rows()) {
            if (row.name.compare(wanted, Qt::CaseInsensitive) == 0 &&
                row.key != QString::fromStdString(checksumAddress(address))) {
                m_nameError.cause = tr("%1 is already the name of another address.").arg(row.name);
                m_nameError.next = tr("Choose a name that tells the two apart.");
            }
        }
    }
    m_nameError.money = m_nameError.present() ? tr("Not touched.") : QString();
    return !m_nameError.present();
}

bool AddressBookEditor::keep()
{
    m_nameError = m_addressError = {};
    const auto address = parseAddress(m_address.trimmed().toStdString());
    if (!address.ok()) {
        m_addressError = ErrorView::of(address.error());
    } else if (checkName(*address)) {
        const auto kept = m_session.addressBook().put({*address, m_name.trimmed().toStdString(), {}, m_session.now()});
        if (kept.ok()) {
            m_name.clear();
            m_address.clear();
            m_session.reloadNames();
            emit inputChanged();
        } else {
            m_addressError = ErrorView::of(kept.error());
        }
    }
    emit errorChanged();
    return !m_nameError.present() && !m_addressError.present();
}

void AddressBookEditor::forget(const QString& address)
{
    if (const auto parsed = parseAddress(address.toStdString()); parsed.ok()) {
        const auto removed = m_session.addressBook().remove(*parsed);
        m_addressError = removed.ok() ? ErrorView() : ErrorView::of(removed.error());
        m_session.reloadNames();
        emit errorChanged();
    }
}

} // namespace autochain::desktop
