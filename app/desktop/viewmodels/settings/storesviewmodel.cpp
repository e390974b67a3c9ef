// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/settings/storesviewmodel.h"

#include "net/http_request.h"
#include "session/session.h"

#include <QDir>
#include <QUrl>

#include <algorithm>

namespace autochain::desktop
{
namespace
{
StoreRow folderRow(Session& session)
{
    StoreRow row;
    row.name = StoresViewModel::tr("This computer");
    row.address = QDir::toNativeSeparators(QString::fromStdString(session.content().folder()));
    row.status = QStringLiteral("clean");
    row.state = StoresViewModel::tr("Asked first");
    return row;
}

StoreRow rowOf(const ContentStores::State& store, bool kubo)
{
    StoreRow row;
    row.key = row.address = QString::fromStdString(store.url);
    row.name = kubo ? StoresViewModel::tr("Kubo node") : StoresViewModel::tr("Gateway");
    row.removable = true;
    if (store.lies > 0) {
        row.status = QStringLiteral("problem");
        row.state = StoresViewModel::tr("Gave something else");
        row.meaning = StoresViewModel::tr("%n time(s) it gave other bytes than the ones that were named. They were "
                                          "thrown away.",
                                          nullptr, store.lies);
    } else if (store.trouble) {
        row.status = QStringLiteral("attention");
        row.state = StoresViewModel::tr("Does not answer");
        row.meaning = ErrorView::of(*store.trouble).cause;
    } else {
        row.status = store.asked ? QStringLiteral("clean") : QStringLiteral("nodata");
        row.state = store.asked ? StoresViewModel::tr("Answers") : StoresViewModel::tr("Not asked yet");
    }
    return row;
}
} // namespace

StoresViewModel::StoresViewModel(Session& session, QObject* parent) : RowModel(parent), m_session(session)
{
    connect(&session.content(), &ContentStores::changed, this, &StoresViewModel::show);
    show();
}

QHash<int, QByteArray> StoresViewModel::roleNames() const
{
    return {{UrlRole, "url"},         {NameRole, "name"},       {AddressRole, "address"},    {StatusRole, "status"},
            {StateRole, "stateText"}, {MeaningRole, "meaning"}, {RemovableRole, "removable"}};
}

QVariant StoresViewModel::value(const StoreRow& row, int role) const
{
    switch (role) {
    case UrlRole:
        return row.key;
    case NameRole:
        return row.name;
    case AddressRole:
        return row.address;
    case StatusRole:
        return row.status;
    case StateRole:
        return row.state;
    case MeaningRole:
        return row.meaning;
    case RemovableRole:
        return row.removable;
    default:
        return {};
    }
}

bool StoresViewModel::hasKubo() const
{
    return !m_session.content().choice().kubo.empty();
}

void StoresViewModel::show()
{
    std::vector<StoreRow> next{folderRow(m_session)};
    const auto states = m_session.content().states();
    for (std::size_t i = 0; i < states.size(); ++i) {
        next.push_back(rowOf(states[i], i == 0 && hasKubo()));
    }
    setRows(std::move(next));
    emit changed();
}

QString StoresViewModel::waiting() const
{
    // In the practice market everybody reads from this computer's folder.
    const int count = m_session.practice() ? 0 : static_cast<int>(m_session.content().waiting());
    return count == 0 ? QString() : tr("%n piece(s) that you published lie on this computer only.", nullptr, count);
}

QString StoresViewModel::reasonNotToAdd(const QString& url, bool kubo) const
{
    const QUrl parsed(url.trimmed(), QUrl::StrictMode);
    if (url.trimmed().isEmpty()) {
        return kubo ? tr("Type the address of the node's RPC, for instance http://127.0.0.1:5001.")
                    : tr("Type the gateway's address: https:// and its name.");
    }
    const bool isWeb = parsed.scheme() == QStringLiteral("https") || parsed.scheme() == QStringLiteral("http");
    if (!parsed.isValid() || !isWeb || parsed.host().isEmpty()) {
        return tr("An address begins with https:// (or http:// for this computer).");
    }
    if (!net::isAllowedUrl(parsed, false)) {
        return tr("Over http:// anybody between you and it sees what you ask for. Use https://.");
    }
    const auto same = [&](const StoreRow& row) { return QUrl(row.key) == parsed; };
    if (std::any_of(rows().begin(), rows().end(), same)) {
        return tr("This one is in the list already.");
    }
    return !kubo && m_session.content().choice().gateways.size() >= kMostGateways
               ? tr("There are %n gateways; that is the most.", nullptr, static_cast<int>(kMostGateways))
               : QString();
}

void StoresViewModel::add(const QString& url, bool kubo)
{
    if (!reasonNotToAdd(url, kubo).isEmpty()) {
        return;
    }
    ContentChoice choice = m_session.content().choice();
    if (kubo) {
        choice.kubo = url.trimmed().toStdString();
    } else {
        choice.gateways.push_back(url.trimmed().toStdString());
    }
    use(choice);
}

void StoresViewModel::remove(const QString& url)
{
    ContentChoice choice = m_session.content().choice();
    if (choice.kubo == url.toStdString()) {
        choice.kubo.clear();
    }
    std::erase(choice.gateways, url.toStdString());
    use(choice);
}

void StoresViewModel::askAgain()
{
    m_session.content().askAgain();
}

void StoresViewModel::use(const ContentChoice& choice)
{
    const Result<> kept = m_session.content().choose(choice);
    m_problem = kept.ok() ? QString() : ErrorView::of(kept.error()).cause;
    show();
}

} // namespace autochain::desktop
