// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorddetails.h"

#include "detailwords.h"
#include "viewmodels/base/distance.h"
#include "viewmodels/base/format.h"
#include "viewmodels/home/recordkindtext.h"

#include <QCoreApplication>

namespace autochain::desktop
{

namespace
{
using vehicle::ContentState;
using vehicle::Record;
using vehicle::SignatureState;

QString tr(const char* text)
{
    return QCoreApplication::translate("vehicle", text);
}

QString checkedText(const Record& record)
{
    using L = vehicle::Looked;
    QStringList names;
    for (const L topic : record.content.checked) {
        names << (topic == L::Accidents  ? tr("accidents")
                  : topic == L::Recalls  ? tr("recalls")
                  : topic == L::Theft    ? tr("theft")
                  : topic == L::Odometer ? tr("odometer")
                  : topic == L::Title    ? tr("title")
                                         : tr("liens"));
    }
    return names.join(QStringLiteral(", "));
}

void states(const Record& record, DetailList& out)
{
    switch (record.contentState) {
    case ContentState::Missing:
        out.state(QStringLiteral("nodata"),
                  tr("What it says is not on this computer, and nobody asked has it. That it was written, by whom and "
                     "when is certain all the same."));
        break;
    case ContentState::Altered:
        out.state(QStringLiteral("problem"),
                  tr("What was given for it does not fit the record: it was altered, and is not shown."));
        break;
    case ContentState::Unreadable:
        out.state(QStringLiteral("nodata"), tr("It is in no form this program reads."));
        break;
    default:
        break;
    }
    if (record.signature == SignatureState::Wrong) {
        out.state(QStringLiteral("problem"), tr("The signature in it is not its issuer’s over these words."));
    }
    if (record.right == vehicle::RightState::Wrong) {
        out.state(QStringLiteral("problem"), tr("Who wrote it had no right to, as far as is proven."));
    }
    if (record.content.privateSection) {
        out.state(QStringLiteral("nodata"),
                  tr("A part of it is private: only those can read it whom the owner has let."));
    }
    if (!record.content.unknownDetails.empty()) {
        out.state(QStringLiteral("nodata"), tr("It has details of a newer kind (%1) that this program does not know.")
                                                .arg(QString::fromStdString(record.content.unknownDetails)));
    }
}

void links(std::span<const Record> records, std::uint32_t position, const RecordLinks& all, DetailList& out)
{
    const Record& record = records[position];
    if (all.withdrawn(position)) {
        out.state(QStringLiteral("attention"), tr("Withdrawn by its issuer. It stays in view and does not count."));
    }
    if (record.content.corrects && *record.content.corrects < position) {
        const Record& target = records[*record.content.corrects];
        out.link(
            (record.kind == vehicle::RecordKind::Correction ? tr("Corrects record %1, %2") : tr("About record %1, %2"))
                .arg(target.index + 1)
                .arg(recordDate(target.time)),
            target.index);
    }
    for (const std::uint32_t speaker : all.speakingOf(position)) {
        const Record& other = records[speaker];
        const bool own = other.kind != vehicle::RecordKind::Correction || other.provider == record.provider;
        out.link((other.kind != vehicle::RecordKind::Correction ? tr("The owner’s statement: record %1, %2")
                  : own                                         ? tr("Its correction: record %1, %2")
                        : tr("Somebody else’s correction, which withdraws nothing: record %1, %2"))
                     .arg(other.index + 1)
                     .arg(recordDate(other.time)),
                 speaker);
    }
}

QString signatureText(SignatureState state)
{
    switch (state) {
    case SignatureState::Valid:
        return tr("its issuer’s own, over these very words");
    case SignatureState::Unsigned:
        return tr("none beside the transaction’s own");
    case SignatureState::Wrong:
        return tr("not its issuer’s");
    default:
        return {};
    }
}

void work(const Record& record, DetailList& out)
{
    const auto& content = record.content;
    for (const auto& item : content.items) {
        const QString text = QString::fromStdString(item.text);
        out.item(item.partSerial.empty() ? text
                                         : tr("%1, serial %2").arg(text, QString::fromStdString(item.partSerial)),
                 item.cost ? moneyText(*item.cost) : QString());
    }
    if (content.cost) {
        out.pair(content.items.empty() ? tr("Price") : tr("Together"), moneyText(*content.cost));
    }
    QStringList zones;
    for (const auto zone : content.zones) {
        zones << zoneName(zone);
    }
    out.pair(tr("Where on the car"), zones.join(QStringLiteral(", ")));
    out.pair(tr("Reference"), content.reference);
}

void issuer(const Record& record, const RecordPeople& people, DetailList& out)
{
    out.head(tr("Who says it"));
    out.pair(tr("Issuer"), issuerText(record, people));
    out.pair(tr("Account"), format::address(record.provider));
    out.pair(tr("Standing"), standingText(record));
    out.pair(tr("Signature"), signatureText(record.signature));
    out.pair(tr("Looked into"), checkedText(record));
    out.pair(tr("Place"), record.content.place);
    if (record.content.happenedAt && *record.content.happenedAt < record.time) {
        out.time(tr("Happened"), record.content.happenedAt);
    }
    out.pair(tr("Recorded"), format::dateTime(record.time));
}
} // namespace

QVariantList recordDetails(std::span<const Record> records, std::uint32_t position, const RecordLinks& all,
                           const RecordPeople& people)
{
    const Record& record = records[position];
    DetailList out;
    out.pair(tr("Record"),
             tr("%1 of %2, %3").arg(record.index + 1).arg(records.size()).arg(recordKindText(record.kind)));
    links(records, position, all, out);
    states(record, out);
    out.note(record.content.notes);
    if (record.odometerKm != 0) {
        out.pair(tr("Odometer"), format::distanceRecorded(record.odometerKm));
    }
    work(record, out);
    typedDetails(record, out);
    if (!record.content.documents.empty()) {
        out.head(tr("Documents"));
    }
    for (const auto& document : record.content.documents) {
        out.document(document);
    }
    issuer(record, people, out);
    return out.lines();
}

QString contentStateText(const Record& record)
{
    switch (record.contentState) {
    case ContentState::Missing:
        return tr("details not here");
    case ContentState::Altered:
        return tr("details were altered");
    case ContentState::Unreadable:
        return tr("details not readable");
    default:
        return record.right == vehicle::RightState::Wrong  ? tr("written without a right")
               : record.signature == SignatureState::Wrong ? tr("signature does not fit")
               : record.content.privateSection             ? tr("partly private")
                                                           : QString();
    }
}

QString searchText(const Record& record, const RecordPeople& people)
{
    QStringList words{recordTitle(record), recordKindText(record.kind), recordDate(record.time),
                      issuerText(record, people)};
    const auto& content = record.content;
    for (const std::string* text : {&content.notes, &content.place, &content.reference}) {
        words << QString::fromStdString(*text);
    }
    for (const auto& item : content.items) {
        words << QString::fromStdString(item.text) << QString::fromStdString(item.partSerial);
    }
    for (const auto& document : content.documents) {
        words << QString::fromStdString(document.name);
    }
    DetailList details;
    typedDetails(record, details);
    for (const QVariant& line : details.lines()) {
        words << line.toMap().value(QStringLiteral("value")).toString()
              << line.toMap().value(QStringLiteral("key")).toString();
    }
    if (record.odometerKm != 0) {
        words << readingText(record) << QString::number(record.odometerKm)
              << QString::number(vehicle::distanceIn(format::distanceUnit(), record.odometerKm));
    }
    return words.join(QLatin1Char('\n'));
}

} // namespace autochain::desktop
