// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/wallet/checksmodel.h"

#include "session/session.h"
#include "viewmodels/base/format.h"

namespace autochain::desktop
{
namespace
{
const auto kClean = QStringLiteral("clean");
const auto kAttention = QStringLiteral("attention");
const auto kProblem = QStringLiteral("problem");

CheckRow typedRight(const wallet::AddressFacts& facts)
{
    if (facts.hasChecksum) {
        return {QStringLiteral("typed"),
                kClean,
                ChecksModel::tr("The address is typed right"),
                ChecksModel::tr("Its checksum (capital letters) fits."),
                {}};
    }
    return {QStringLiteral("typed"),
            kAttention,
            ChecksModel::tr("The address carries no checksum"),
            ChecksModel::tr("Without capital letters nothing tells a slip of the pen. Compare it letter by letter."),
            {}};
}

CheckRow known(const wallet::AddressFacts& facts)
{
    if (!facts.label.empty()) {
        return {QStringLiteral("known"),
                kClean,
                ChecksModel::tr("You know this address"),
                ChecksModel::tr("Same as in your address book, letter by letter."),
                {}};
    }
    if (!facts.personName.empty()) {
        return {QStringLiteral("known"),
                kClean,
                ChecksModel::tr("A person of the practice market"),
                ChecksModel::tr("It is %1's address.").arg(QString::fromStdString(facts.personName)),
                {}};
    }
    if (!facts.firstTime) {
        return {QStringLiteral("known"),
                kClean,
                ChecksModel::tr("You sent there before"),
                ChecksModel::tr("It is not in your address book."),
                {}};
    }
    return {QStringLiteral("known"),
            kAttention,
            ChecksModel::tr("You have not sent anything there before"),
            ChecksModel::tr("Ask the person for the address on a second way, for example by phone."),
            {}};
}

CheckRow lives(const wallet::AddressFacts& facts)
{
    if (facts.hasCode) {
        return {QStringLiteral("lives"),
                kAttention,
                ChecksModel::tr("A program, not a person"),
                ChecksModel::tr("A contract lives there. It may keep what it gets for good."),
                {}};
    }
    if (facts.never) {
        return {QStringLiteral("lives"),
                kAttention,
                ChecksModel::tr("Nobody has used this address yet"),
                ChecksModel::tr("A new address looks like this, and a mistyped one too."),
                {}};
    }
    return {QStringLiteral("lives"),
            kClean,
            ChecksModel::tr("A person, not a program"),
            ChecksModel::tr("No contract lives there."),
            {}};
}

int weight(const CheckRow& row)
{
    return row.status == kProblem ? 0 : row.status == kAttention ? 1 : 2;
}
} // namespace

void ChecksModel::fill(const Session& session, const wallet::AddressFacts& facts)
{
    std::vector<CheckRow> rows = {typedRight(facts), known(facts), lives(facts)};
    if (facts.imitates) {
        const QString name = session.nameOf(*facts.imitates);
        rows.push_back({QStringLiteral("imitates"), kProblem, tr("It looks like somebody else's address"),
                        name.isEmpty() ? tr("Same start and end, other middle as one you know. It is not that one.")
                                       : tr("Same start and end, other middle as %1's. It is not theirs.").arg(name),
                        format::address(*facts.imitates)});
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const CheckRow& a, const CheckRow& b) { return weight(a) < weight(b); });
    setRows(std::move(rows));
}

QHash<int, QByteArray> ChecksModel::roleNames() const
{
    return {{StatusRole, "status"}, {TitleRole, "title"}, {TextRole, "text"}, {AddressRole, "address"}};
}

QVariant ChecksModel::value(const CheckRow& row, int role) const
{
    switch (role) {
    case StatusRole:
        return row.status;
    case TitleRole:
        return row.title;
    case TextRole:
        return row.text;
    case AddressRole:
        return row.address;
    default:
        return {};
    }
}

} // namespace autochain::desktop
