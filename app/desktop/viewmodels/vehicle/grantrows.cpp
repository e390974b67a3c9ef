// SPDX-License-Identifier: GPL-3.0-or-later
#include "grantrows.h"

#include "session/session.h"
#include "viewmodels/base/format.h"
#include "viewmodels/home/recordkindtext.h"

#include <QCoreApplication>

#include <algorithm>

namespace autochain::desktop
{

namespace
{

using privacy::ReadRight;

class GrantRows
{
    Q_DECLARE_TR_FUNCTIONS(GrantRows)
public:
    static QString kinds(std::uint32_t bits);
    static QString readText(const privacy::ReadGrant& grant);
    static QString writeText(const vehicle::Grant& grant);
    static QString state(UnixTime from, UnixTime until, UnixTime now);
    static QString stateText(UnixTime from, UnixTime until, UnixTime now);
    static QString why(const Session& session, const sharing::SectionRights& rights, ReadRight right);
    static QString notRead() { return tr("Private. Whether it is shared with you could not be read."); }
    static QString notOffered() { return tr("Private. This network is older than sharing."); }
    static QString binary(const privacy::Document& document);
};

QString GrantRows::kinds(std::uint32_t bits)
{
    QStringList out;
    for (int i = 1; i < vehicle::kRecordKinds; ++i) {
        const auto kind = static_cast<vehicle::RecordKind>(i);
        if ((bits & vehicle::kindBit(kind)) != 0) {
            out << recordKindText(kind).toLower();
        }
    }
    return out.size() == vehicle::kRecordKinds - 1 ? tr("all records") : out.join(tr(", "));
}

QString GrantRows::readText(const privacy::ReadGrant& grant)
{
    const QString what = tr("Reads the private parts of %1").arg(kinds(grant.kinds));
    if (grant.firstRecord == 0 && grant.lastRecord == privacy::kEveryRecord) {
        return what;
    }
    return grant.lastRecord == privacy::kEveryRecord
               ? tr("%1, from record %2 on").arg(what).arg(grant.firstRecord)
               : tr("%1, records %2 to %3").arg(what).arg(grant.firstRecord).arg(grant.lastRecord);
}

QString GrantRows::writeText(const vehicle::Grant& grant)
{
    return tr("Writes records of %1").arg(kinds(grant.kinds));
}

QString GrantRows::state(UnixTime from, UnixTime until, UnixTime now)
{
    return now >= until ? QStringLiteral("ended") : now < from ? QStringLiteral("later") : QStringLiteral("holds");
}

QString GrantRows::stateText(UnixTime from, UnixTime until, UnixTime now)
{
    if (now >= until) {
        return tr("Ended on %1").arg(format::dateTime(until));
    }
    return now < from ? tr("From %1").arg(format::dateTime(from)) : tr("Until %1").arg(format::dateTime(until));
}

QString GrantRows::why(const Session& session, const sharing::SectionRights& rights, ReadRight right)
{
    const QString name = session.nameOf(rights.holder);
    const QString owner = name.isEmpty() ? format::shortAddress(rights.holder) : name;
    switch (right) {
    case ReadRight::Holder:
        return tr("Private. You hold the title, so you may open it.");
    case ReadRight::Writer:
        return tr("Private. You wrote it, so you may open it.");
    case ReadRight::Granted:
        return tr("Private. Shared with you until %1.").arg(format::dateTime(rights.grant.until));
    case ReadRight::NotYet:
        return tr("Private. Your access begins on %1.").arg(format::dateTime(rights.grant.from));
    case ReadRight::Ended:
        return tr("Private. Your access ended on %1. Ask the owner, %2.")
            .arg(format::dateTime(rights.grant.until), owner);
    case ReadRight::NotCovered:
        return tr("Private. What is shared with you does not cover it. Ask the owner, %1.").arg(owner);
    case ReadRight::None:
        break;
    }
    return tr("Private: ask the owner, %1.").arg(owner);
}

QString GrantRows::binary(const privacy::Document& document)
{
    return tr("%1, %2 bytes. Save it to look at it.")
        .arg(QString::fromStdString(document.type), format::count(document.content.size()));
}

QVariantMap personRow(const Session& session, const Address& who, bool writes)
{
    const QString name = session.nameOf(who);
    return {{QStringLiteral("address"), format::address(who)},
            {QStringLiteral("name"), name.isEmpty() ? format::shortAddress(who) : name},
            {QStringLiteral("writes"), writes}};
}

void setSpan(QVariantMap& row, UnixTime from, UnixTime until, UnixTime now)
{
    row[QStringLiteral("state")] = GrantRows::state(from, until, now);
    row[QStringLiteral("stateText")] = GrantRows::stateText(from, until, now);
    row[QStringLiteral("canEnd")] = now < until;
}

} // namespace

QVariantList peopleRows(const Session& session, const sharing::CarGrants& grants,
                        const std::vector<vehicle::ShopGrant>& writers, UnixTime now)
{
    QVariantList out;
    for (const sharing::Grantee& one : grants.grantees) {
        QVariantMap row = personRow(session, one.account, false);
        row[QStringLiteral("text")] = GrantRows::readText(one.grant);
        setSpan(row, one.grant.from, one.grant.until, now);
        out << row;
    }
    for (const vehicle::ShopGrant& one : writers) {
        const vehicle::Grant& grant = one.grant.until == 0 && !one.past.empty() ? one.past.back() : one.grant;
        if (grant.until == 0) {
            continue;
        }
        QVariantMap row = personRow(session, one.shop, true);
        if (!one.name.empty()) {
            row[QStringLiteral("name")] = QString::fromStdString(one.name);
        }
        row[QStringLiteral("text")] = GrantRows::writeText(grant);
        setSpan(row, grant.from, grant.until, now);
        out << row;
    }
    std::stable_sort(out.begin(), out.end(), [](const QVariant& a, const QVariant& b) {
        return a.toMap().value(QStringLiteral("canEnd")).toBool() &&
               !b.toMap().value(QStringLiteral("canEnd")).toBool();
    });
    return out;
}

QString sectionTitle(const vehicle::Record& record)
{
    const QString what = QStringLiteral("%1, %2").arg(format::dateTime(record.time), recordKindText(record.kind));
    return record.content.title.empty()
               ? what
               : QStringLiteral("%1: %2").arg(what, QString::fromStdString(record.content.title));
}

QVariantMap sectionRow(const Session& session, const QString& title, std::uint64_t record,
                       const std::optional<sharing::SectionRights>& rights, const privacy::Document* document,
                       bool offered)
{
    QVariantMap row{{QStringLiteral("record"), static_cast<int>(record)},
                    {QStringLiteral("title"), title},
                    {QStringLiteral("state"), QStringLiteral("shut")},
                    {QStringLiteral("text"), offered ? GrantRows::notRead() : GrantRows::notOffered()},
                    {QStringLiteral("name"), QString()},
                    {QStringLiteral("content"), QString()}};
    for (const auto& one : rights ? rights->sections : std::vector<sharing::SectionRight>()) {
        if (one.record == record) {
            row[QStringLiteral("text")] = GrantRows::why(session, *rights, one.right);
            row[QStringLiteral("state")] = privacy::mayRead(one.right)     ? QStringLiteral("readable")
                                           : one.right == ReadRight::Ended ? QStringLiteral("ended")
                                                                           : QStringLiteral("shut");
        }
    }
    if (document != nullptr) {
        const bool isText = document->type.starts_with("text/");
        row[QStringLiteral("state")] = QStringLiteral("opened");
        row[QStringLiteral("name")] = QString::fromStdString(document->name);
        row[QStringLiteral("content")] =
            isText ? QString::fromUtf8(reinterpret_cast<const char*>(document->content.data()),
                                       static_cast<qsizetype>(document->content.size()))
                   : GrantRows::binary(*document);
    }
    return row;
}

} // namespace autochain::desktop
