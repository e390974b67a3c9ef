// SPDX-License-Identifier: GPL-3.0-or-later
#include "messages/discovery_text.h"

#include <QCoreApplication>

namespace autochain::messages
{
namespace
{
using wallet::Discovery;
using wallet::DiscoveryVerdict;
using wallet::SchemeScan;

class Texts
{
    Q_DECLARE_TR_FUNCTIONS(Discovery)
public:
    static QString name(const std::string& id)
    {
        const std::pair<const char*, QString> names[] = {
            {"bip44", tr("Usual (this program, MetaMask, Trezor)")},
            {"ledger-live", tr("Ledger Live")},
            {"ledger-legacy", tr("Ledger's old application, MyEtherWallet")},
            {"classic", tr("Ethereum Classic by its own number")},
            {"classic-live", tr("Ledger Live, Ethereum Classic")},
            {"classic-legacy", tr("Ledger's old application, Ethereum Classic")},
        };
        for (const auto& [known, text] : names) {
            if (id == known) {
                return text;
            }
        }
        return QString::fromStdString(id);
    }

    static QString end(const SchemeScan& scan)
    {
        switch (scan.end) {
        case SchemeScan::End::Gap:
            return tr("20 unused in a row");
        case SchemeScan::End::Most:
            return tr("limit reached, there may be more");
        case SchemeScan::End::NoAnswer:
            return scan.error ? tr("no answer: %1").arg(describe(*scan.error).cause) : tr("no answer");
        case SchemeScan::End::NotYet:
            break;
        }
        return scan.asked == 0 ? tr("not asked") : tr("stopped before the end");
    }

    static QString scanned(const Discovery& d)
    {
        const auto paths = std::count_if(d.scans.begin(), d.scans.end(), [](const auto& s) { return s.asked > 0; });
        return tr("Asked about %1 accounts on %2 paths").arg(d.asked()).arg(paths);
    }

    static QString used(const Discovery& d) { return tr("%1 used").arg(d.accounts().size()); }

    static ErrorText verdict(const Discovery& d)
    {
        const QString what = tr("%1; %2.").arg(scanned(d), used(d));
        switch (d.verdict()) {
        case DiscoveryVerdict::Found:
            return {what,
                    tr("These accounts were used on this network. Others of your words were not, as far as was "
                       "looked: until 20 unused ones in a row on each path."),
                    tr("If one is missing, add it by its path, or by its key file where it was imported.")};
        case DiscoveryVerdict::NothingUsed:
            return {what,
                    tr("None of them has sent, holds coins or AUC on this network. That says nothing about other "
                       "networks, other paths or accounts that were imported as keys."),
                    tr("Compare the first address with one you know. If it is another, the words have a passphrase of "
                       "their own, or they are other words.")};
        case DiscoveryVerdict::FoundInPart:
            return {what, tr("Not everything could be asked: there may be more accounts with money on them."),
                    tr("Look again when the node answers.")};
        case DiscoveryVerdict::CouldNotAsk:
            break;
        }
        return {what, tr("Not everything could be asked. This says nothing about what is on your accounts."),
                tr("Look again when the node answers.")};
    }
};
} // namespace

QString schemeName(const std::string& schemeId)
{
    return Texts::name(schemeId);
}

QString endOf(const wallet::SchemeScan& scan)
{
    return Texts::end(scan);
}

QString progressOf(const wallet::Discovery& known)
{
    return Texts::tr("%1; %2").arg(Texts::scanned(known), Texts::used(known));
}

ErrorText verdictOf(const wallet::Discovery& discovery)
{
    return Texts::verdict(discovery);
}

QString verdictName(wallet::DiscoveryVerdict verdict)
{
    switch (verdict) {
    case DiscoveryVerdict::Found:
        return QStringLiteral("found");
    case DiscoveryVerdict::NothingUsed:
        return QStringLiteral("nothing-used");
    case DiscoveryVerdict::FoundInPart:
        return QStringLiteral("found-in-part");
    case DiscoveryVerdict::CouldNotAsk:
        break;
    }
    return QStringLiteral("could-not-ask");
}

QString endName(wallet::SchemeScan::End end)
{
    switch (end) {
    case SchemeScan::End::Gap:
        return QStringLiteral("gap");
    case SchemeScan::End::Most:
        return QStringLiteral("most");
    case SchemeScan::End::NoAnswer:
        return QStringLiteral("no-answer");
    case SchemeScan::End::NotYet:
        break;
    }
    return QStringLiteral("stopped");
}

} // namespace autochain::messages
