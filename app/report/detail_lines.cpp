// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/detail_lines.h"

#include "base/hex.h"
#include "vehicle/record_details.h"
#include "vehicle/verified_history.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <utility>

namespace autochain::report
{
namespace
{
// Names of the schemas' fields (docs/record-format.md) in words. A field that is not here is printed by its own name.
constexpr std::array<std::pair<const char*, const char*>, 67> kLabels = {{
    {"plant", QT_TRANSLATE_NOOP("Report", "Plant")},
    {"country", QT_TRANSLATE_NOOP("Report", "Country")},
    {"builtAt", QT_TRANSLATE_NOOP("Report", "Built")},
    {"modelYear", QT_TRANSLATE_NOOP("Report", "Model year")},
    {"engine", QT_TRANSLATE_NOOP("Report", "Engine")},
    {"paintCode", QT_TRANSLATE_NOOP("Report", "Paint code")},
    {"parts", QT_TRANSLATE_NOOP("Report", "Parts")},
    {"name", QT_TRANSLATE_NOOP("Report", "name")},
    {"milOn", QT_TRANSLATE_NOOP("Report", "Warning lamp on")},
    {"number", QT_TRANSLATE_NOOP("Report", "Number")},
    {"serial", QT_TRANSLATE_NOOP("Report", "serial")},
    {"market", QT_TRANSLATE_NOOP("Report", "Sold in")},
    {"soldAt", QT_TRANSLATE_NOOP("Report", "Sold")},
    {"warrantyUntil", QT_TRANSLATE_NOOP("Report", "Warranty until")},
    {"warrantyKm", QT_TRANSLATE_NOOP("Report", "Warranty, km")},
    {"listPrice", QT_TRANSLATE_NOOP("Report", "List price")},
    {"from", QT_TRANSLATE_NOOP("Report", "From")},
    {"to", QT_TRANSLATE_NOOP("Report", "To")},
    {"crossedAt", QT_TRANSLATE_NOOP("Report", "Crossed the border")},
    {"customsReference", QT_TRANSLATE_NOOP("Report", "Customs reference")},
    {"nextDueKm", QT_TRANSLATE_NOOP("Report", "Next due at, km")},
    {"nextDueAt", QT_TRANSLATE_NOOP("Report", "Next due")},
    {"accidentRecord", QT_TRANSLATE_NOOP("Report", "Accident, record")},
    {"result", QT_TRANSLATE_NOOP("Report", "Result")},
    {"defects", QT_TRANSLATE_NOOP("Report", "Defects")},
    {"text", QT_TRANSLATE_NOOP("Report", "text")},
    {"severity", QT_TRANSLATE_NOOP("Report", "Severity")},
    {"code", QT_TRANSLATE_NOOP("Report", "code")},
    {"validUntil", QT_TRANSLATE_NOOP("Report", "Valid until")},
    {"certificate", QT_TRANSLATE_NOOP("Report", "Certificate")},
    {"scheme", QT_TRANSLATE_NOOP("Report", "Scheme")},
    {"shown", QT_TRANSLATE_NOOP("Report", "Instrument showed")},
    {"unit", QT_TRANSLATE_NOOP("Report", "Unit")},
    {"replaced", QT_TRANSLATE_NOOP("Report", "Changed")},
    {"campaign", QT_TRANSLATE_NOOP("Report", "Campaign")},
    {"authority", QT_TRANSLATE_NOOP("Report", "Authority")},
    {"component", QT_TRANSLATE_NOOP("Report", "Component")},
    {"summary", QT_TRANSLATE_NOOP("Report", "Summary")},
    {"consequence", QT_TRANSLATE_NOOP("Report", "Consequence")},
    {"remedy", QT_TRANSLATE_NOOP("Report", "Remedy")},
    {"issuedAt", QT_TRANSLATE_NOOP("Report", "Issued")},
    {"airbagsDeployed", QT_TRANSLATE_NOOP("Report", "Airbags deployed")},
    {"structural", QT_TRANSLATE_NOOP("Report", "Frame or body shell bent")},
    {"towed", QT_TRANSLATE_NOOP("Report", "Towed")},
    {"claimNumber", QT_TRANSLATE_NOOP("Report", "Claim number")},
    {"paid", QT_TRANSLATE_NOOP("Report", "Paid")},
    {"total", QT_TRANSLATE_NOOP("Report", "Damage as assessed")},
    {"cause", QT_TRANSLATE_NOOP("Report", "Cause")},
    {"valueBefore", QT_TRANSLATE_NOOP("Report", "Value before")},
    {"salvageValue", QT_TRANSLATE_NOOP("Report", "Salvage value")},
    {"ownerKeptIt", QT_TRANSLATE_NOOP("Report", "Owner kept it")},
    {"event", QT_TRANSLATE_NOOP("Report", "Event")},
    {"caseNumber", QT_TRANSLATE_NOOP("Report", "Case number")},
    {"stolenAt", QT_TRANSLATE_NOOP("Report", "Stolen")},
    {"facility", QT_TRANSLATE_NOOP("Report", "Facility")},
    {"ownerKind", QT_TRANSLATE_NOOP("Report", "Kind of owner")},
    {"region", QT_TRANSLATE_NOOP("Report", "Region")},
    {"since", QT_TRANSLATE_NOOP("Report", "Since")},
    {"lender", QT_TRANSLATE_NOOP("Report", "Lender")},
    {"contractNumber", QT_TRANSLATE_NOOP("Report", "Contract number")},
    {"amount", QT_TRANSLATE_NOOP("Report", "Amount")},
    {"until", QT_TRANSLATE_NOOP("Report", "Until")},
    {"brandName", QT_TRANSLATE_NOOP("Report", "Brand")},
    {"jurisdiction", QT_TRANSLATE_NOOP("Report", "Jurisdiction")},
    {"basis", QT_TRANSLATE_NOOP("Report", "Basis")},
    {"withdrawn", QT_TRANSLATE_NOOP("Report", "Withdrawn")},
    {"disputes", QT_TRANSLATE_NOOP("Report", "The owner disputes the record")},
}};

QString spaced(const QString& camelCase) // "passedWithNotes" -> "passed with notes"
{
    QString out;
    for (const QChar c : camelCase) {
        out += c.isUpper() ? QStringLiteral(" ") + c.toLower() : QString(c);
    }
    return out;
}

// Fields whose value is one word of a closed list.
bool isChoice(const QString& field)
{
    static constexpr std::array kFields = {"result",    "severity", "cause", "event",
                                           "ownerKind", "basis",    "unit",  "status"};
    return std::any_of(kFields.begin(), kFields.end(), [&](const char* name) { return field == QLatin1String(name); });
}

QString labelOf(const QString& field)
{
    const auto at = std::find_if(kLabels.begin(), kLabels.end(),
                                 [&](const auto& entry) { return field == QLatin1String(entry.first); });
    if (at != kLabels.end()) {
        return tr(at->second);
    }
    const QString out = spaced(field);
    return out.isEmpty() ? out : out.left(1).toUpper() + out.mid(1);
}

bool isTime(const QString& field)
{
    return field.endsWith(QLatin1String("At")) || field == QLatin1String("validUntil") ||
           field == QLatin1String("warrantyUntil") || field == QLatin1String("until") ||
           field == QLatin1String("since");
}

QString valueText(const QString& field, const QJsonValue& value, const Words& words);

QString objectText(const QJsonObject& object, const Words& words)
{
    if (object.contains(QLatin1String("minorUnits"))) {
        vehicle::Cost cost;
        cost.minorUnits = object.value(QLatin1String("minorUnits")).toInteger();
        cost.currency = object.value(QLatin1String("currency")).toString().toStdString();
        return words.money(cost);
    }
    if (object.contains(QLatin1String("field"))) { // of a correction
        return labelOf(object.value(QLatin1String("field")).toString()) + QStringLiteral(": ") +
               object.value(QLatin1String("was")).toString() + QStringLiteral(" → ") +
               object.value(QLatin1String("now")).toString();
    }
    QStringList out;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString text = valueText(it.key(), it.value(), words);
        const bool speaks = it.key() == QLatin1String("name") || it.key() == QLatin1String("text");
        speaks ? out.prepend(text) : out.append(labelOf(it.key()) + QLatin1Char(' ') + text);
    }
    return out.join(QStringLiteral(", "));
}

QString valueText(const QString& field, const QJsonValue& value, const Words& words)
{
    if (value.isBool()) {
        return value.toBool() ? tr("yes") : tr("no");
    }
    if (value.isDouble()) {
        const qint64 number = value.toInteger();
        if (field == QLatin1String("accidentRecord")) {
            return QString::number(number + 1);
        }
        return isTime(field)                         ? words.day(number)
               : field == QLatin1String("modelYear") ? QString::number(number)
                                                     : words.count(number);
    }
    if (value.isObject()) {
        return objectText(value.toObject(), words);
    }
    if (value.isArray()) {
        QStringList out;
        const QJsonArray array = value.toArray();
        for (const QJsonValue& entry : array) {
            out.append(valueText(field, entry, words));
        }
        return out.join(QStringLiteral("; "));
    }
    const QString text = value.toString();
    const bool isCountry = (field == QLatin1String("country") || field == QLatin1String("market") ||
                            field == QLatin1String("from") || field == QLatin1String("to")) &&
                           text.size() == 2;
    return isCountry ? words.country(text) : isChoice(field) ? spaced(text) : text;
}

void addDetails(QStringList& out, const vehicle::RecordContent& content, const Words& words)
{
    // A drive is curves and words of its own (drive_curves.h).
    const QJsonObject details = content.detailsAs<vehicle::ObdSessionDetails>() != nullptr
                                    ? QJsonObject()
                                    : vehicle::writeDetails(content.details);
    for (auto it = details.begin(); it != details.end(); ++it) {
        if (it.key() != QLatin1String("schema")) {
            out.append(labelOf(it.key()) + QStringLiteral(": ") + valueText(it.key(), it.value(), words));
        }
    }
    if (!content.unknownDetails.empty()) {
        out.append(tr("It has details of the newer form “%1”, which this program cannot read.")
                       .arg(qs(content.unknownDetails)));
    }
}

void addItems(QStringList& out, const vehicle::RecordContent& content, const Words& words)
{
    for (const auto& item : content.items) {
        QString line = QStringLiteral("• ") + qs(item.text);
        if (!item.partSerial.empty()) {
            line += tr(", part no. %1").arg(qs(item.partSerial));
        }
        out.append(item.cost ? line + QStringLiteral(": ") + words.money(*item.cost) : line);
    }
    if (content.cost) {
        out.append(tr("Price: %1").arg(words.money(*content.cost)));
    }
}
} // namespace

QStringList contentLines(const vehicle::Record& record, const Words& words)
{
    const auto& content = record.content;
    QStringList out;
    if (content.happenedAt && *content.happenedAt / 86'400 != record.time / 86'400) {
        out.append(tr("Happened: %1").arg(words.day(*content.happenedAt)));
    }
    if (!content.place.empty()) {
        out.append(tr("Place: %1").arg(qs(content.place)));
    }
    if (!content.reference.empty()) {
        out.append(tr("Reference: %1").arg(qs(content.reference)));
    }
    QStringList zones, checked;
    for (const auto zone : content.zones) {
        zones.append(zoneWord(zone));
    }
    for (const auto looked : content.checked) {
        checked.append(lookedWord(looked));
    }
    if (!zones.isEmpty()) {
        out.append(tr("Where: %1").arg(zones.join(QStringLiteral(", "))));
    }
    if (!checked.isEmpty()) {
        out.append(tr("Says to have checked: %1").arg(checked.join(QStringLiteral(", "))));
    }
    addDetails(out, content, words);
    addItems(out, content, words);
    if (content.resolved) {
        out.append(tr("Settled: yes"));
    }
    if (!content.notes.empty()) {
        out.append(qs(content.notes));
    }
    for (const auto& document : content.documents) {
        out.append(tr("Document: %1 (%2), %3").arg(qs(document.name), qs(document.type), qs(vehicle::cidOf(document))));
    }
    return out;
}

std::vector<FaultLine> faultLines(const vehicle::Record& record)
{
    using vehicle::RecordFault;
    switch (vehicle::faultOf(record)) {
    case RecordFault::None:
        return {};
    case RecordFault::ContentAltered:
        return {{tr("The text given for this record is not the one the chain names. It is not printed."), true}};
    case RecordFault::SignatureWrong:
        return {{tr("The text is signed by somebody else, or something else was signed."), true}};
    case RecordFault::NoRight:
        return {{tr("Who wrote it had no right to write it at that time, as far as is proven."), true}};
    case RecordFault::ContentUnreadable:
        return {{tr("The text is the right one but cannot be read as a record of this kind."), false}};
    case RecordFault::ContentMissing:
        return {{tr("The text of this record was not to be had."), false}};
    case RecordFault::RightUnknown:
        return {{tr("By which right it was written is not proven here."), false}};
    case RecordFault::Unsigned:
        return {{tr("The text carries no signature; that its issuer appended it is proven by the chain."), false}};
    }
    return {};
}

QString rightWord(const vehicle::Record& record)
{
    switch (record.right) {
    case vehicle::RightState::Registry:
        return tr("by the registry itself");
    case vehicle::RightState::Holder:
        return tr("as holder of the title");
    case vehicle::RightState::Role:
        return roleWords(record.providerRoles);
    case vehicle::RightState::Grant:
        return tr("%1, with the holder’s grant").arg(roleWords(record.providerRoles));
    case vehicle::RightState::IssuedBefore:
        return tr("as the issuer of the record it corrects");
    case vehicle::RightState::Wrong:
        return tr("without a right");
    case vehicle::RightState::Unknown:
        break;
    }
    return record.byRegistry ? tr("by the registry itself") : roleWords(record.providerRoles);
}

} // namespace autochain::report
