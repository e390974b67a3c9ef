// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/settings/accountsviewmodel.h"

#include "base/hex.h"
#include "session/opener.h"
#include "store/watched_accounts.h"
#include "viewmodels/base/format.h"
#include "wallet/balances.h"
#include "wallet/signer_accounts.h"
#include "wallet/watched_reader.h"

#include <QFileInfo>

namespace autochain::desktop
{
namespace
{
// Errors are made by functions: GCC 12 destroys what a braced list made inside a coroutine twice.
Error noSigner()
{
    return Error(SigningError::SignerGone);
}

Error existing(const Address& account)
{
    return {SigningError::AccountExists, {format::address(account).toStdString()}};
}
} // namespace

AccountsViewModel::AccountsViewModel(Session& session, QObject* parent)
    : QObject(parent), m_session(session), m_scan(session.gate())
{
    connect(&m_scan, &ScanViewModel::changed, this, &AccountsViewModel::changed);
}

SignerProcess* AccountsViewModel::process() const
{
    return dynamic_cast<SignerProcess*>(&m_session.signer());
}

QString AccountsViewModel::addReason() const
{
    return m_status.hasWords ? QString() : tr("This wallet has no words: its keys were imported.");
}

void AccountsViewModel::refresh()
{
    if (m_reading) {
        m_again = true;
    } else if (!m_session.gate().closed()) {
        m_session.gate().start(read());
    }
}

QCoro::Task<> AccountsViewModel::read()
{
    m_reading = true;
    do {
        m_again = false;
        const auto status = co_await m_session.signer().status();
        if (status.ok()) {
            show(*status);
            co_await readBalances();
        } else {
            m_error = ErrorView::of(status.error());
            emit changed();
        }
    } while (m_again && !m_session.gate().closed());
    m_reading = false;
}

QString AccountsViewModel::originOf(const SignerAccount& account) const
{
    switch (account.kind) {
    case AccountKind::Words:
        return tr("Of your words, %1").arg(QString::fromStdString(account.path));
    case AccountKind::Key:
        return tr("Imported key");
    case AccountKind::File:
        break;
    }
    return tr("Key file of an earlier version");
}

QString AccountsViewModel::useReason(bool watched) const
{
    if (watched) {
        return tr("Its key is not on this computer: it can be looked at and never signs.");
    }
    return m_session.practice() ? tr("On the practice market people are switched above.") : QString();
}

void AccountsViewModel::show(const SignerStatus& status)
{
    m_status = status;
    std::vector<AccountRow> rows;
    const auto before = [this](const QString& key) {
        const auto& old = m_accounts.rows();
        const auto found = std::find_if(old.begin(), old.end(), [&](const AccountRow& row) { return row.key == key; });
        return found == old.end() ? AccountRow() : *found;
    };
    const auto put = [&](const Address& address, const std::string& name, const QString& origin, bool watched) {
        AccountRow row = before(format::address(address)); // keeps its balance until the new one is read
        row.key = format::address(address);
        row.name = QString::fromStdString(name);
        row.origin = origin;
        row.watched = watched;
        row.inUse = address == m_session.me();
        row.useReason = useReason(watched);
        rows.push_back(std::move(row));
    };
    for (const SignerAccount& account : status.accounts) {
        put(account.address, account.name, originOf(account), false);
    }
    const auto watched = store::WatchedAccounts(m_session.database()).all();
    for (const store::WatchedAccount& one : watched.ok() ? *watched : std::vector<store::WatchedAccount>()) {
        const bool own = std::any_of(status.accounts.begin(), status.accounts.end(),
                                     [&](const SignerAccount& account) { return account.address == one.address; });
        if (!own) {
            put(one.address, one.name,
                one.source.empty() ? tr("Only looked at") : tr("Only looked at, of an extended public key"), true);
        }
    }
    m_accounts.setRows(std::move(rows));
    emit changed();
}

QCoro::Task<> AccountsViewModel::readBalances()
{
    const std::vector<AccountRow> rows = m_accounts.rows();
    for (const AccountRow& asked : rows) {
        const auto address = addressFromHex(asked.key.toStdString());
        if (!address.ok() || m_session.gate().closed()) {
            co_return;
        }
        const auto balances = co_await wallet::readBalances(m_session.node(), m_session.network(), *address);
        std::vector<AccountRow> next = m_accounts.rows();
        for (AccountRow& row : next) {
            if (row.key != asked.key) {
                continue;
            }
            if (balances.ok()) {
                row.auc = format::money(balances->auc);
                row.coin = format::money(balances->coinWei, 4);
            }
            row.level = row.auc.isEmpty()
                            ? QString()
                            : format::level(balances.ok() ? m_session.shown(worst(balances->provenance, balances->coinProvenance)) : Provenance::Stale);
        }
        m_accounts.setRows(std::move(next));
    }
}

// `work` has begun already: a task begins when it is made.
void AccountsViewModel::perform(Work work, const QString& progress, const QString& done)
{
    m_busy = true;
    m_progress = progress;
    m_done.clear();
    m_error = {};
    emit changed();
    m_session.gate().start(finish(std::move(work), done));
}

QCoro::Task<> AccountsViewModel::finish(Work work, QString done)
{
    const Result<> result = co_await work;
    m_busy = false;
    m_progress.clear();
    if (result.ok()) {
        m_done = done;
    } else if (!result.error().is(SigningError::Declined)) { // who closed the window knows
        m_error = ErrorView::of(result.error());
    }
    emit changed();
    refresh();
}

void AccountsViewModel::add(const QString& name, const QString& path)
{
    if (!m_busy) {
        perform(doAdd(name.trimmed(), path.trimmed()), tr("The signer adds the account…"),
                tr("The account is added. Your words bring it back too."));
    }
}

AccountsViewModel::Work AccountsViewModel::doAdd(QString name, QString path)
{
    SignerProcess* const signer = process();
    if (signer == nullptr) {
        co_return noSigner();
    }
    std::optional<HdPath> at;
    if (!path.isEmpty()) {
        AC_CO_TRY(at, parseHdPath(path.toStdString()));
    }
    AC_CO_TRY(const SignerStatus status, co_await signer->status());
    const std::string wanted = name.isEmpty() ? tr("Account").toStdString() : name.toStdString();
    std::string label = wallet::freeAccountName(wanted, status);
    AC_CO_CHECK(co_await signer->addAccount(std::move(label), std::move(at)));
    emit added();
    co_return Unit{};
}

void AccountsViewModel::rename(const QString& address, const QString& name)
{
    if (!m_busy && !name.trimmed().isEmpty()) {
        perform(doRename(address, name.trimmed()), {}, tr("Renamed."));
    }
}

AccountsViewModel::Work AccountsViewModel::doRename(QString address, QString name)
{
    AC_CO_TRY(const Address account, addressFromHex(address.toStdString()));
    store::WatchedAccounts watched(m_session.database());
    AC_CO_TRY(const auto all, watched.all());
    for (store::WatchedAccount one : all) {
        if (one.address == account) {
            one.name = name.toStdString();
            co_return watched.put(one);
        }
    }
    SignerProcess* const signer = process();
    if (signer == nullptr) {
        co_return noSigner();
    }
    AC_CO_CHECK(co_await signer->changeName(account, name.toStdString()));
    if (account == m_session.me() && !m_session.practice()) {
        Profile profile = readProfile(m_session.folder());
        profile.account = name; // for the next unlocking
        writeProfile(m_session.folder(), profile);
        m_session.setMyName(name);
    }
    co_return Unit{};
}

void AccountsViewModel::importKey(const QString& name)
{
    if (!m_busy) {
        perform(doImport(name.trimmed(), {}), tr("Type the key in the signer's own window. It never comes here."),
                tr("The account is here. Your words do not bring it back: keep its key."));
    }
}

void AccountsViewModel::importFile(const QString& name, const QUrl& file)
{
    if (!m_busy) {
        perform(doImport(name.trimmed(), file.toLocalFile()),
                tr("Type the file's passphrase in the signer's own window. It never comes here."),
                tr("The account is here. Your words do not bring it back: keep its file and passphrase."));
    }
}

AccountsViewModel::Work AccountsViewModel::doImport(QString name, QString file)
{
    SignerProcess* const signer = process();
    if (signer == nullptr) {
        co_return noSigner();
    }
    AC_CO_TRY(const SignerStatus status, co_await signer->status());
    const std::string wanted = name.isEmpty() ? tr("Imported").toStdString() : name.toStdString();
    std::string label = wallet::freeAccountName(wanted, status);
    if (file.isEmpty()) {
        AC_CO_CHECK(co_await signer->importPrivateKey(std::move(label)));
    } else {
        AC_CO_CHECK(co_await signer->importKeystore(std::move(label), file));
    }
    emit added();
    co_return Unit{};
}

void AccountsViewModel::exportKey(const QString& address, const QUrl& file)
{
    const QString path = file.toLocalFile();
    if (!m_busy && !path.isEmpty()) {
        perform(doExport(address, path),
                tr("Go on in the signer's own window: your passphrase, then one for the file."),
                tr("The key file is %1. Whoever has it and its passphrase has the account.").arg(path));
    }
}

AccountsViewModel::Work AccountsViewModel::doExport(QString address, QString file)
{
    SignerProcess* const signer = process();
    if (signer == nullptr) {
        co_return noSigner();
    }
    AC_CO_TRY(const Address account, addressFromHex(address.toStdString()));
    co_return co_await signer->exportKey(account, QFileInfo(file).absoluteFilePath());
}

void AccountsViewModel::watch(const QString& name, const QString& text)
{
    if (!m_busy) {
        perform(doWatch(name.trimmed(), text.trimmed()), tr("Asking the node about it…"),
                tr("It is in the list, to look at only."));
    }
}

AccountsViewModel::Work AccountsViewModel::doWatch(QString name, QString text)
{
    const std::string label = name.isEmpty() ? tr("Watched").toStdString() : name.toStdString();
    AC_CO_TRY(const auto accounts, co_await wallet::readWatched(m_session.node(), m_session.network(),
                                                                text.toStdString(), label, m_session.now()));
    store::WatchedAccounts watched(m_session.database());
    for (const store::WatchedAccount& one : accounts) {
        const bool own = std::any_of(m_status.accounts.begin(), m_status.accounts.end(),
                                     [&](const SignerAccount& account) { return account.address == one.address; });
        if (own && accounts.size() == 1) {
            co_return existing(one.address);
        }
        AC_CO_CHECK(watched.put(one));
    }
    emit watching();
    co_return Unit{};
}

void AccountsViewModel::unwatch(const QString& address)
{
    if (!m_busy) {
        perform(doUnwatch(address), {}, tr("It is not looked at any more. Nothing of it was lost."));
    }
}

AccountsViewModel::Work AccountsViewModel::doUnwatch(QString address)
{
    AC_CO_TRY(const Address account, addressFromHex(address.toStdString()));
    co_return store::WatchedAccounts(m_session.database()).remove(account);
}

void AccountsViewModel::lookAgain()
{
    if (m_scan.state() != ScanViewModel::Asking && process() != nullptr) {
        m_session.gate().start(doLook());
    }
}

QCoro::Task<> AccountsViewModel::doLook()
{
    const auto status = co_await m_session.signer().status();
    std::set<Address> known;
    for (const SignerAccount& account : status.ok() ? status->accounts : std::vector<SignerAccount>()) {
        known.insert(account.address);
    }
    auto addresses = std::make_shared<wallet::SignerAddresses>(*process());
    auto uses = std::make_shared<wallet::NodeAccountUse>(m_session.node(), m_session.network());
    m_scan.begin(std::move(addresses), std::move(uses), std::move(known));
}

void AccountsViewModel::takeFound()
{
    if (!m_busy && m_scan.wantedCount() > 0) {
        perform(doTake(), tr("Taking the accounts in…"), tr("They are in the list."));
    }
}

AccountsViewModel::Work AccountsViewModel::doTake()
{
    SignerProcess* const signer = process();
    if (signer == nullptr) {
        co_return noSigner();
    }
    std::string name = tr("Account").toStdString();
    const std::optional<Address> of;
    AC_CO_TRY(const auto added, co_await wallet::addFoundAccounts(*signer, m_scan.wanted(), std::move(name), of));
    std::set<Address> taken;
    for (const SignerAccount& account : added) {
        taken.insert(account.address);
    }
    m_scan.tookIn(taken);
    co_return Unit{};
}

} // namespace autochain::desktop
