// SPDX-License-Identifier: GPL-3.0-or-later
#include "discovery_view.h"

#include "messages/discovery_text.h"

#include <QCoreApplication>

namespace autochain::cli
{
namespace
{
QString tr(const char* text)
{
    return QCoreApplication::translate("Cli", text);
}

QJsonObject schemeJson(const wallet::SchemeScan& scan)
{
    QJsonObject out;
    out.insert(QStringLiteral("scheme"), qs(scan.scheme.id));
    out.insert(QStringLiteral("path"), qs(scan.scheme.pattern()));
    out.insert(QStringLiteral("asked"), static_cast<qint64>(scan.asked));
    out.insert(QStringLiteral("used"), static_cast<qint64>(scan.found.size()));
    out.insert(QStringLiteral("ended"), messages::endName(scan.end));
    return out;
}

QJsonObject foundJson(const wallet::FoundAccount& found, bool added, bool known)
{
    QJsonObject out;
    out.insert(QStringLiteral("address"), address(found.address));
    out.insert(QStringLiteral("path"), qs(hdPathText(found.path)));
    out.insert(QStringLiteral("scheme"), qs(found.scheme));
    out.insert(QStringLiteral("auc"), plainAuc(found.use.auc));
    out.insert(QStringLiteral("coin"), plainAuc(found.use.coinWei));
    out.insert(QStringLiteral("sent"), static_cast<qint64>(found.use.nonce));
    putSource(out, found.use.provenance, found.use.block);
    out.insert(QStringLiteral("added"), added);
    out.insert(QStringLiteral("known"), known);
    return out;
}
} // namespace

QString kindWord(AccountKind kind)
{
    switch (kind) {
    case AccountKind::Words:
        return QStringLiteral("words");
    case AccountKind::Key:
        return QStringLiteral("imported");
    case AccountKind::File:
        break;
    }
    return QStringLiteral("key-file");
}

QString kindText(const SignerAccount& account)
{
    switch (account.kind) {
    case AccountKind::Words:
        return tr("words");
    case AccountKind::Key:
        return tr("imported");
    case AccountKind::File:
        break;
    }
    return tr("key file of an earlier version");
}

QJsonObject accountJson(const SignerAccount& account)
{
    QJsonObject json;
    json.insert(QStringLiteral("name"), qs(account.name));
    json.insert(QStringLiteral("address"), address(account.address));
    json.insert(QStringLiteral("kind"), kindWord(account.kind));
    json.insert(QStringLiteral("path"), qs(account.path));
    return json;
}

QJsonObject watchedJson(const store::WatchedAccount& account)
{
    QJsonObject json;
    json.insert(QStringLiteral("name"), qs(account.name));
    json.insert(QStringLiteral("address"), address(account.address));
    json.insert(QStringLiteral("kind"), QStringLiteral("watch-only"));
    json.insert(QStringLiteral("path"), QString());
    return json;
}

Output accountOutput(const SignerAccount& account)
{
    Output out;
    out.json = accountJson(account);
    out.fact(tr("Account"), qs(account.name));
    out.fact(tr("Address"), address(account.address));
    if (!account.path.empty()) {
        out.fact(tr("Path"), qs(account.path));
    }
    return out;
}

void putScan(Output& out, const wallet::Discovery& discovery, const std::set<Address>& added,
             const std::set<Address>& known)
{
    QJsonArray schemes;
    Table paths({tr("Path"), tr("Asked"), tr("Used"), tr("Ended"), tr("Of")}, {1, 2});
    for (const wallet::SchemeScan& scan : discovery.scans) {
        schemes.append(schemeJson(scan));
        paths.add({qs(scan.scheme.pattern()), QString::number(scan.asked), QString::number(scan.found.size()),
                   messages::endOf(scan), messages::schemeName(scan.scheme.id)});
    }
    QJsonArray accounts;
    Table found({tr("Used account"), tr("Path"), QStringLiteral("AUC"), QString()}, {2});
    for (const wallet::FoundAccount& one : discovery.accounts()) {
        const bool isNew = added.contains(one.address);
        const bool isKnown = known.contains(one.address);
        accounts.append(foundJson(one, isNew, isKnown));
        found.add({address(one.address), qs(hdPathText(one.path)), plainAuc(one.use.auc),
                   isNew ? tr("added") : (isKnown ? tr("is here") : tr("not added"))});
    }
    const messages::ErrorText verdict = messages::verdictOf(discovery);
    QJsonObject scan;
    scan.insert(QStringLiteral("verdict"), messages::verdictName(discovery.verdict()));
    scan.insert(QStringLiteral("asked"), static_cast<qint64>(discovery.asked()));
    scan.insert(QStringLiteral("paths"), schemes);
    scan.insert(QStringLiteral("accounts"), accounts);
    out.json.insert(QStringLiteral("scan"), scan);
    out.lines += QStringList{QString(), verdict.cause, verdict.money, verdict.next, QString()};
    out.lines += paths.lines();
    if (!found.isEmpty()) {
        out.lines += QStringList{QString()};
        out.lines += found.lines();
    }
}

} // namespace autochain::cli
