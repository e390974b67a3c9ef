// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/base/pageviewmodel.h"
#include "viewmodels/settings/accountsviewmodel.h"
#include "viewmodels/settings/addressbookeditor.h"
#include "viewmodels/settings/contractsmodel.h"
#include "viewmodels/settings/networkviewmodel.h"
#include "viewmodels/wallet/signerviewmodel.h"

namespace autochain::desktop
{

/// Facts about the network and what may be set. Appearance lies in the shell, it is there without a wallet.
class SettingsViewModel : public PageViewModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the session")
    /// "appearance", "accounts", "network", "signer", "backup", "book", "practice", "about".
    Q_PROPERTY(QString section READ section WRITE setSection NOTIFY sectionChanged)
    Q_PROPERTY(bool practice READ practice CONSTANT)
    Q_PROPERTY(QString networkName READ networkName CONSTANT)
    Q_PROPERTY(QString networkKind READ networkKind CONSTANT)
    Q_PROPERTY(QString networkFile READ networkFile CONSTANT)
    Q_PROPERTY(QString chainId READ chainId CONSTANT)
    Q_PROPERTY(QString coin READ coin CONSTANT)
    Q_PROPERTY(QString confirmations READ confirmations CONSTANT)
    Q_PROPERTY(QString genesis READ genesis CONSTANT)
    Q_PROPERTY(QString folder READ folder CONSTANT)
    Q_PROPERTY(QString folderSize READ folderSize NOTIFY changed)
    Q_PROPERTY(QString version READ version CONSTANT)
    Q_PROPERTY(QString qtVersion READ qtVersion CONSTANT)
    Q_PROPERTY(autochain::desktop::NetworkViewModel* network READ network CONSTANT)
    Q_PROPERTY(autochain::desktop::ContractsModel* contracts READ contracts CONSTANT)
    Q_PROPERTY(autochain::desktop::AddressBookEditor* book READ book CONSTANT)
    Q_PROPERTY(autochain::desktop::AccountsViewModel* accounts READ accounts CONSTANT)
    Q_PROPERTY(autochain::desktop::SignerViewModel* signer READ signer CONSTANT)

public:
    explicit SettingsViewModel(PageContext context);

    QString section() const { return m_section; }
    void setSection(const QString& section);
    bool practice() const { return session().practice(); }
    QString networkName() const { return QString::fromStdString(session().network().name); }
    QString networkKind() const;
    QString networkFile() const;
    QString chainId() const;
    QString coin() const { return QString::fromStdString(session().network().coin); }
    QString confirmations() const;
    QString genesis() const;
    QString folder() const;
    QString folderSize() const { return m_folderSize; }
    QString version() const;
    QString qtVersion() const;
    NetworkViewModel* network() { return &m_network; }
    ContractsModel* contracts() { return &m_contracts; }
    AddressBookEditor* book() { return &m_book; }
    AccountsViewModel* accounts() { return &m_accounts; }
    SignerViewModel* signer() { return &m_signer; }

    void visit(const QString& rest) override;
    QString place() const override { return m_section; }
    QVector<SearchHit> search(const QString& text) const override;

signals:
    void changed();
    void sectionChanged();

protected:
    QCoro::Task<Result<>> load() override;

private:
    void restate() override { m_accounts.refresh(); }
    QCoro::Task<Result<>> readContracts();

    NetworkViewModel m_network;
    ContractsModel m_contracts;
    AddressBookEditor m_book;
    AccountsViewModel m_accounts;
    SignerViewModel m_signer;
    QString m_section = QStringLiteral("appearance");
    QString m_folderSize;
    bool m_contractsRead = false;
};

} // namespace autochain::desktop
