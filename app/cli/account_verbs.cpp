// SPDX-License-Identifier: GPL-3.0-or-later
// Accounts of the vault: bringing them back, looking for them, adding, naming, taking one out as a file.
#include "context.h"
#include "crypto/address.h"
#include "discovery_view.h"
#include "messages/discovery_text.h"
#include "verb.h"
#include "wallet/signer_accounts.h"
#include "wallet/watched_reader.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <cstdio>

namespace autochain::cli
{
namespace
{
QString tr(const char* text)
{
    return QCoreApplication::translate("Cli", text);
}

std::set<Address> addressesOf(const SignerStatus& status)
{
    std::set<Address> out;
    for (const SignerAccount& account : status.accounts) {
        out.insert(account.address);
    }
    return out;
}

void tellProgress(const QString& text)
{
    const QByteArray line = text.toLocal8Bit() + '\n';
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr);
}

// Asks the node about the accounts of these words and takes the used ones into the vault where `add` says so.
QCoro::Task<Result<>> lookForAccounts(Context& context, std::optional<Address> of, std::string name, bool add,
                                      Output& out)
{
    AC_CO_TRY(const SignerStatus before, co_await context.signer().status());
    const std::set<Address> known = addressesOf(before);
    wallet::SignerAddresses addresses(context.signer(), of);
    wallet::NodeAccountUse uses(context.node(), context.network());
    const bool quiet = context.options().json;
    const std::function<void(const wallet::Discovery&)> progress = [quiet](const wallet::Discovery& so) {
        if (!quiet) {
            tellProgress(messages::progressOf(so));
        }
    };
    wallet::DiscoveryPlan plan;
    const wallet::Discovery found = co_await wallet::discoverAccounts(std::move(plan), addresses, uses, progress);
    std::set<Address> added;
    if (add) {
        AC_CO_TRY(const auto accounts,
                  co_await wallet::addFoundAccounts(context.signer(), found.accounts(), std::move(name), of));
        for (const SignerAccount& account : accounts) {
            added.insert(account.address);
        }
    }
    putScan(out, found, added, known);
    co_return Unit{};
}

QCoro::Task<Result<Output>> restore(Context& context, Arguments arguments)
{
    const std::string name = arguments.text("name", QStringLiteral("Main")).toStdString();
    AC_CO_TRY(const SignerAccount account,
              co_await context.signer().restoreWords(name, arguments.has("with-passphrase")));
    Output out = accountOutput(account);
    if (arguments.has("no-scan")) {
        out.json.insert(QStringLiteral("scan"), QJsonValue());
        out.line(QString()).line(tr("Nothing was asked about the other accounts of these words (--no-scan). They may "
                                    "hold money: wallet discover --add looks for them."));
        co_return out;
    }
    const std::optional<Address> of(account.address);
    AC_CO_CHECK(co_await lookForAccounts(context, of, name, true, out));
    co_return out;
}

QCoro::Task<Result<Output>> discover(Context& context, Arguments arguments)
{
    std::optional<Address> of;
    if (!context.options().account.isEmpty()) {
        AC_CO_TRY(of, co_await context.me());
    }
    Output out;
    std::string name = arguments.text("name", QStringLiteral("Account")).toStdString();
    AC_CO_CHECK(co_await lookForAccounts(context, of, std::move(name), arguments.has("add"), out));
    co_return out;
}

QCoro::Task<Result<Output>> add(Context& context, Arguments arguments)
{
    std::optional<HdPath> path;
    if (arguments.has("path")) {
        AC_CO_TRY(path, parseHdPath(arguments.text("path").toStdString()));
    }
    std::optional<Address> of;
    if (!context.options().account.isEmpty()) {
        AC_CO_TRY(of, co_await context.me());
    }
    AC_CO_TRY(const SignerStatus status, co_await context.signer().status());
    std::string name = wallet::freeAccountName(arguments.text("name", QStringLiteral("Account")).toStdString(), status);
    AC_CO_TRY(const SignerAccount account, co_await context.signer().addAccount(std::move(name), std::move(path), of));
    co_return accountOutput(account);
}

QCoro::Task<Result<Output>> rename(Context& context, Arguments arguments)
{
    AC_CO_TRY(const Address account, co_await context.account(arguments.positional(0)));
    const QString name = arguments.text("name");
    AC_CO_CHECK(co_await context.signer().changeName(account, name.toStdString()));
    Output out;
    out.json.insert(QStringLiteral("address"), address(account));
    out.json.insert(QStringLiteral("name"), name);
    out.fact(tr("Account"), name).fact(tr("Address"), address(account));
    co_return out;
}

QCoro::Task<Result<Output>> exportKey(Context& context, Arguments arguments)
{
    AC_CO_TRY(const Address account, co_await context.me());
    const QString file = QFileInfo(arguments.text("out")).absoluteFilePath();
    AC_CO_CHECK(co_await context.signer().exportKey(account, file));
    Output out;
    out.json.insert(QStringLiteral("address"), address(account));
    out.json.insert(QStringLiteral("file"), file);
    out.fact(tr("Account"), address(account)).fact(tr("Key file"), file);
    out.line(tr("Whoever has this file and its passphrase has the account."));
    co_return out;
}

QCoro::Task<Result<Output>> recover(Context& context, Arguments arguments)
{
    AC_CO_CHECK(co_await context.signer().recover(arguments.has("with-passphrase")));
    AC_CO_TRY(const SignerStatus status, co_await context.signer().status());
    Output out;
    out.json.insert(QStringLiteral("accounts"), static_cast<qint64>(status.accounts.size()));
    out.line(tr("The new passphrase is set. All accounts and records are as they were."));
    co_return out;
}

QCoro::Task<Result<std::vector<store::WatchedAccount>>> watchedAccounts(Context& context)
{
    AC_CO_CHECK(co_await context.openStore());
    co_return store::WatchedAccounts(context.database()).all();
}

// The watched ones lie among the records, so that they need the passphrase.
QCoro::Task<Result<Output>> addressVerb(Context& context, Arguments arguments)
{
    AC_CO_TRY(const SignerStatus status, co_await context.signer().status());
    Output out;
    QJsonArray list;
    Table table({tr("Name"), tr("Address"), tr("Kind"), tr("Path")});
    for (const SignerAccount& account : status.accounts) {
        list.append(accountJson(account));
        table.add({qs(account.name), address(account.address), kindText(account), qs(account.path)});
    }
    if (arguments.has("watched")) {
        AC_CO_TRY(const auto watched, co_await watchedAccounts(context));
        for (const store::WatchedAccount& account : watched) {
            list.append(watchedJson(account));
            table.add({qs(account.name), address(account.address), tr("watch-only"), QString()});
        }
    }
    out.json.insert(QStringLiteral("accounts"), list);
    out.lines = table.isEmpty() ? QStringList{tr("No account yet: wallet create, restore or import.")} : table.lines();
    co_return out;
}

QCoro::Task<Result<Output>> watch(Context& context, Arguments arguments)
{
    AC_CO_TRY(const SignerStatus status, co_await context.signer().status());
    const std::set<Address> own = addressesOf(status);
    std::string text = arguments.positional(0).toStdString();
    std::string name = arguments.text("name", QStringLiteral("Watched")).toStdString();
    AC_CO_TRY(const auto accounts, co_await wallet::readWatched(context.node(), context.network(), std::move(text),
                                                                std::move(name), context.clock().now()));
    AC_CO_CHECK(co_await context.openStore());
    store::WatchedAccounts watched(context.database());
    Output out;
    QJsonArray list;
    for (const store::WatchedAccount& account : accounts) {
        if (own.contains(account.address)) {
            out.line(tr("%1 is one of your own accounts.").arg(address(account.address)));
            continue;
        }
        AC_CO_CHECK(watched.put(account));
        list.append(watchedJson(account));
        out.fact(qs(account.name), address(account.address));
    }
    out.json.insert(QStringLiteral("accounts"), list);
    co_return out;
}

QCoro::Task<Result<Output>> unwatch(Context& context, Arguments arguments)
{
    AC_CO_TRY(const Address account, parseAddress(arguments.positional(0).toStdString()));
    AC_CO_CHECK(co_await context.openStore());
    AC_CO_CHECK(store::WatchedAccounts(context.database()).remove(account));
    Output out;
    out.json.insert(QStringLiteral("address"), address(account));
    out.line(tr("%1 is not looked at any more.").arg(address(account)));
    co_return out;
}
} // namespace

QList<Verb> accountVerbs()
{
    const QString noun = QStringLiteral("wallet");
    const OptionSpec name{
        QStringLiteral("name"), QStringLiteral("TEXT"), tr("Your own label for the account."), false, {}};
    const OptionSpec secret{QStringLiteral("secret-fd"),
                            QStringLiteral("N"),
                            tr("Read words and passphrases from this open descriptor, a line each."),
                            false,
                            {}};
    const OptionSpec extra{QStringLiteral("with-passphrase"),
                           {},
                           tr("The words have a passphrase of their own; it is asked for after them."),
                           false,
                           {}};
    const OptionSpec noScan{
        QStringLiteral("no-scan"), {}, tr("Do not look for the other accounts of the words."), false, {}};
    const OptionSpec path{
        QStringLiteral("path"), QStringLiteral("PATH"), tr("As m/44'/60'/0'/0/3; default: the next one."), false, {}};
    const OptionSpec addThem{QStringLiteral("add"), {}, tr("Take the used ones into the vault."), false, {}};
    const OptionSpec withWatched{
        QStringLiteral("watched"), {}, tr("Also those that are only looked at; needs the passphrase."), false, {}};
    const OptionSpec newName{QStringLiteral("name"), QStringLiteral("TEXT"), tr("The new label."), true, {}};
    const OptionSpec file{QStringLiteral("out"), QStringLiteral("FILE"), tr("Where to; never over a file."), true, {}};
    return {
        {noun,
         QStringLiteral("restore"),
         tr("Restore accounts from their words; looks for those that were used."),
         {},
         {name, secret, extra, noScan},
         &restore,
         true},
        {noun,
         QStringLiteral("discover"),
         tr("Look again for used accounts of the words."),
         {},
         {addThem, name},
         &discover,
         true},
        {noun, QStringLiteral("add"), tr("Add an account of the words."), {}, {path, name}, &add, true},
        {noun,
         QStringLiteral("rename"),
         tr("Give an account another label."),
         {{QStringLiteral("ACCOUNT"), tr("Its address or label."), true}},
         {newName},
         &rename,
         true},
        {noun,
         QStringLiteral("export"),
         tr("Write one account's key into a key file (with --as)."),
         {},
         {file, secret},
         &exportKey,
         true},
        {noun,
         QStringLiteral("recover"),
         tr("Forgot the passphrase: set a new one with the words."),
         {},
         {secret, extra},
         &recover,
         true},
        {noun, QStringLiteral("address"), tr("List the accounts of this home."), {}, {withWatched}, &addressVerb, true},
        {noun,
         QStringLiteral("watch"),
         tr("Look at an account without its key."),
         {{QStringLiteral("WHAT"), tr("Address, ethereum:… or extended public key."), true}},
         {name},
         &watch,
         true},
        {noun,
         QStringLiteral("unwatch"),
         tr("Stop looking at it."),
         {{QStringLiteral("ADDRESS"), tr("Which."), true}},
         {},
         &unwatch,
         true}};
}

} // namespace autochain::cli
