// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/wallet/contactsmodel.h"

#include "session/practicerunner.h"
#include "session/session.h"
#include "viewmodels/base/format.h"

namespace autochain::desktop
{

void ContactsModel::fill(Session& session)
{
    std::vector<ContactRow> rows;
    const auto add = [&](const Address& address, const std::string& name, const std::string& note, bool own) {
        const QString key = format::address(address);
        const bool there = std::any_of(rows.begin(), rows.end(), [&](const ContactRow& row) { return row.key == key; });
        if (address != session.me() && !there) {
            rows.push_back({key, QString::fromStdString(name), QString::fromStdString(note), own});
        }
    };
    if (const auto contacts = session.addressBook().all(); contacts.ok()) {
        for (const store::Contact& contact : *contacts) {
            add(contact.address, contact.name, contact.note, true);
        }
    }
    for (const PracticePerson& person : session.network().people) {
        if (PracticeRunner::isForPlaying(person)) {
            add(person.address, person.name, {}, false);
        }
    }
    setRows(std::move(rows));
}

QHash<int, QByteArray> ContactsModel::roleNames() const
{
    return {{NameRole, "name"}, {AddressRole, "address"}, {NoteRole, "note"}, {OwnRole, "own"}};
}

QVariant ContactsModel::value(const ContactRow& row, int role) const
{
    switch (role) {
    case NameRole:
        return row.name;
    case AddressRole:
        return row.key;
    case NoteRole:
        return row.note;
    case OwnRole:
        return row.own;
    default:
        return {};
    }
}

} // namespace autochain::desktop
