// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "viewmodels/base/errorview.h"
#include "viewmodels/wallet/contactsmodel.h"

namespace autochain::desktop
{

/// Names for addresses: add, rename, forget. A name that is already somebody else's is refused: two Bobs are how money
/// goes to the wrong one.
class AddressBookEditor : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the session")
    Q_PROPERTY(autochain::desktop::ContactsModel* contacts READ contacts CONSTANT)
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY inputChanged)
    Q_PROPERTY(QString address READ address WRITE setAddress NOTIFY inputChanged)
    Q_PROPERTY(autochain::desktop::ErrorView nameError READ nameError NOTIFY errorChanged)
    Q_PROPERTY(autochain::desktop::ErrorView addressError READ addressError NOTIFY errorChanged)

public:
    explicit AddressBookEditor(Session& session, QObject* parent = nullptr);

    ContactsModel* contacts() { return &m_contacts; }
    const std::vector<ContactRow>& rows() const { return m_contacts.rows(); }
    QString name() const { return m_name; }
    void setName(const QString& name);
    QString address() const { return m_address; }
    void setAddress(const QString& address);
    ErrorView nameError() const { return m_nameError; }
    ErrorView addressError() const { return m_addressError; }

    /// Adds what stands in the fields, or renames the address where it is in the book. Empties them when it is kept.
    Q_INVOKABLE bool keep();
    Q_INVOKABLE void forget(const QString& address);

signals:
    void inputChanged();
    void errorChanged();

private:
    bool checkName(const Address& address);
    void fill();

    Session& m_session;
    ContactsModel m_contacts;
    QString m_name;
    QString m_address;
    ErrorView m_nameError;
    ErrorView m_addressError;
};

} // namespace autochain::desktop
