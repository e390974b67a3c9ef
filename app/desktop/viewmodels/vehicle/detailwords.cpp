// SPDX-License-Identifier: GPL-3.0-or-later
#include "detailwords.h"

#include "recordwords.h"
#include "viewmodels/base/distance.h"
#include "viewmodels/base/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace autochain::desktop
{

namespace
{
using namespace vehicle;

QString tr(const char* text)
{
    return QCoreApplication::translate("vehicle", text);
}

template <typename Enum, std::size_t N>
QString choice(Enum value, const std::array<const char*, N>& words)
{
    const auto at = static_cast<std::size_t>(value);
    return at < N && words[at][0] != '\0' ? tr(words[at]) : QString();
}

QString country(const std::string& code)
{
    return code.empty() ? QString()
                        : QLocale::territoryToString(QLocale::codeToTerritory(QString::fromStdString(code)));
}

QString yesNo(bool value)
{
    return value ? tr("yes") : tr("no");
}

void parts(const std::vector<Part>& parts, DetailList& out)
{
    if (!parts.empty()) {
        out.head(tr("Parts"));
    }
    for (const Part& part : parts) {
        const QString number = QString::fromStdString(part.number);
        const QString serial = QString::fromStdString(part.serial);
        out.item(number.isEmpty() ? QString::fromStdString(part.name)
                                  : tr("%1, part %2").arg(QString::fromStdString(part.name), number),
                 serial.isEmpty() ? QString() : tr("serial %1").arg(serial));
    }
}

// One overload per type of details; the obd charts are drawn beside, not written out.
struct Words {
    DetailList& out;

    void operator()(const std::monostate&) const {}
    void operator()(const ProductionDetails& d) const
    {
        out.pair(tr("Plant"), d.plant);
        out.pair(tr("Country"), country(d.country));
        out.time(tr("Built"), d.builtAt);
        out.pair(tr("Model year"), d.modelYear == 0 ? QString() : QString::number(d.modelYear));
        out.pair(tr("Engine"), d.engine);
        out.pair(tr("Paint"), d.paintCode);
        parts(d.parts, out);
    }
    void operator()(const FirstSaleDetails& d) const
    {
        out.pair(tr("Sold in"), country(d.market));
        out.time(tr("Sold"), d.soldAt);
        out.time(tr("Warranty until"), d.warrantyUntil);
        out.km(tr("Warranty up to"), d.warrantyKm);
        out.cost(tr("List price"), d.listPrice);
    }
    void operator()(const ImportExportDetails& d) const
    {
        out.pair(tr("From"), country(d.from));
        out.pair(tr("To"), country(d.to));
        out.time(tr("Crossed the border"), d.crossedAt);
        out.pair(tr("Customs reference"), d.customsReference);
    }
    void operator()(const ServiceDetails& d) const
    {
        out.km(tr("Next service at"), d.nextDueKm);
        out.time(tr("Next service by"), d.nextDueAt);
        parts(d.parts, out);
    }
    void operator()(const RepairDetails& d) const
    {
        if (d.accidentRecord) {
            out.link(tr("Repairs what record %1 tells").arg(*d.accidentRecord + 1), *d.accidentRecord);
        }
        out.km(tr("Warranty up to"), d.warrantyKm);
        out.time(tr("Warranty until"), d.warrantyUntil);
        parts(d.parts, out);
    }
    void operator()(const InspectionDetails& d) const
    {
        static constexpr std::array kResults = {QT_TRANSLATE_NOOP("vehicle", "passed"),
                                                QT_TRANSLATE_NOOP("vehicle", "passed, with remarks"),
                                                QT_TRANSLATE_NOOP("vehicle", "failed")};
        static constexpr std::array kSeverities = {
            QT_TRANSLATE_NOOP("vehicle", "advisory"), QT_TRANSLATE_NOOP("vehicle", "minor"),
            QT_TRANSLATE_NOOP("vehicle", "major"), QT_TRANSLATE_NOOP("vehicle", "dangerous")};
        out.pair(tr("Result"), choice(d.result, kResults));
        out.pair(tr("Scheme"), d.scheme);
        out.pair(tr("Certificate"), d.certificate);
        out.time(tr("Valid until"), d.validUntil);
        for (const Defect& defect : d.defects) {
            const QString text = QString::fromStdString(defect.text);
            out.item(defect.code.empty() ? text : tr("%1 (%2)").arg(text, QString::fromStdString(defect.code)),
                     choice(defect.severity, kSeverities));
        }
    }
    void operator()(const OdometerDetails& d) const
    {
        if (d.unit == DistanceUnit::Mi && d.shown > 0) {
            out.pair(tr("On the instrument"), format::distanceAsTold(static_cast<std::uint64_t>(d.shown), d.unit));
        }
        if (d.replaced) {
            out.state(QStringLiteral("attention"), tr("The instrument is not the one the car had before."));
        }
    }
    void operator()(const RecallDetails& d) const
    {
        out.pair(tr("Campaign"), d.campaign);
        out.pair(tr("Authority"), d.authority);
        out.pair(tr("Part of the car"), d.component);
        out.time(tr("Issued"), d.issuedAt);
        out.pair(tr("What is wrong"), d.summary);
        out.pair(tr("What can happen"), d.consequence);
        out.pair(tr("What is done"), d.remedy);
    }
    void operator()(const AccidentDetails& d) const
    {
        static constexpr std::array kSeverities = {"", QT_TRANSLATE_NOOP("vehicle", "light"),
                                                   QT_TRANSLATE_NOOP("vehicle", "moderate"),
                                                   QT_TRANSLATE_NOOP("vehicle", "severe")};
        out.pair(tr("Severity"), choice(d.severity, kSeverities));
        out.pair(tr("Airbags"), !d.airbagsDeployed        ? tr("not known")
                                : *d.airbagsDeployed == 0 ? tr("none deployed")
                                                          : tr("%1 deployed").arg(*d.airbagsDeployed));
        out.pair(tr("Frame bent"), yesNo(d.structural));
        out.pair(tr("Towed"), yesNo(d.towed));
        out.pair(tr("Claim"), d.claimNumber);
    }
    void operator()(const ClaimDetails& d) const
    {
        out.pair(tr("Claim"), d.number);
        out.cost(tr("Paid"), d.paid);
        out.cost(tr("Damage"), d.total);
        if (d.accidentRecord) {
            out.link(tr("For what record %1 tells").arg(*d.accidentRecord + 1), *d.accidentRecord);
        }
    }
    void operator()(const TotalLossDetails& d) const
    {
        static constexpr std::array kCauses = {"",
                                               QT_TRANSLATE_NOOP("vehicle", "collision"),
                                               QT_TRANSLATE_NOOP("vehicle", "flood"),
                                               QT_TRANSLATE_NOOP("vehicle", "fire"),
                                               QT_TRANSLATE_NOOP("vehicle", "theft"),
                                               QT_TRANSLATE_NOOP("vehicle", "hail"),
                                               QT_TRANSLATE_NOOP("vehicle", "something else")};
        out.pair(tr("Cause"), choice(d.cause, kCauses));
        out.pair(tr("Claim"), d.claimNumber);
        out.cost(tr("Value before"), d.valueBefore);
        out.cost(tr("Value of the wreck"), d.salvageValue);
        out.pair(tr("Owner kept it"), yesNo(d.ownerKeptIt));
    }
    void operator()(const TheftDetails& d) const
    {
        out.pair(tr("What happened"), d.event == TheftEvent::Recovered ? tr("recovered") : tr("reported stolen"));
        out.pair(tr("Authority"), d.authority);
        out.pair(tr("Case"), d.caseNumber);
        out.time(tr("Stolen"), d.stolenAt);
    }
    void operator()(const ScrappedDetails& d) const
    {
        out.pair(tr("Where"), d.facility);
        out.pair(tr("Certificate of destruction"), d.certificate);
    }
    void operator()(const ObdSessionDetails& d) const
    {
        out.time(tr("Started"), d.startedAt);
        out.pair(tr("Lasted"), tr("%1 min").arg((d.durationS + 30) / 60));
        if (d.distanceM > 0) {
            out.pair(tr("Driven"), format::distanceDriven(static_cast<std::uint64_t>(d.distanceM)));
        }
        out.pair(tr("Trips"), QString::number(d.trips));
        out.pair(tr("Device"), d.device);
        out.pair(tr("Signals"), QString::number(d.series.size()));
    }
    void operator()(const TroubleCodesDetails& d) const
    {
        static constexpr std::array kStates = {QT_TRANSLATE_NOOP("vehicle", "stored"),
                                               QT_TRANSLATE_NOOP("vehicle", "pending"),
                                               QT_TRANSLATE_NOOP("vehicle", "permanent")};
        out.pair(tr("Engine lamp"), d.milOn ? tr("on") : tr("off"));
        out.pair(tr("Cleared after reading"), yesNo(d.cleared));
        if (d.codes.empty()) {
            out.state(QStringLiteral("clean"), tr("Read, and there were none."));
        }
        for (const TroubleCode& code : d.codes) {
            const QString name = QString::fromStdString(code.code);
            out.item(code.meaning.empty() ? name : tr("%1 · %2").arg(name, QString::fromStdString(code.meaning)),
                     choice(code.status, kStates));
        }
    }
    void operator()(const OwnershipDetails& d) const
    {
        out.pair(tr("Kind of owner"), ownerKindText(d.ownerKind));
        out.pair(tr("Region"), d.region);
        out.time(tr("Since"), d.since);
    }
    void operator()(const LienDetails& d) const
    {
        out.pair(tr("Lender"), d.lender);
        out.pair(tr("Contract"), d.contractNumber);
        out.cost(tr("Amount"), d.amount);
        out.time(tr("Until"), d.until);
    }
    void operator()(const TitleBrandDetails& d) const
    {
        const TitleBrandEntry& entry = entryOf(d.brand);
        out.pair(tr("Brand"), tr("%1 (code %2)")
                                  .arg(QLatin1String(entry.name.data(), static_cast<int>(entry.name.size())),
                                       QLatin1String(entry.code.data(), static_cast<int>(entry.code.size()))));
        out.pair(tr("Where"), d.jurisdiction);
        out.pair(tr("Title number"), d.titleNumber);
    }
    void operator()(const ValuationDetails& d) const
    {
        static constexpr std::array kBases = {"",
                                              QT_TRANSLATE_NOOP("vehicle", "private sale"),
                                              QT_TRANSLATE_NOOP("vehicle", "dealer, retail"),
                                              QT_TRANSLATE_NOOP("vehicle", "trade-in"),
                                              QT_TRANSLATE_NOOP("vehicle", "auction"),
                                              QT_TRANSLATE_NOOP("vehicle", "insurance"),
                                              QT_TRANSLATE_NOOP("vehicle", "comparable cars")};
        out.cost(tr("Value"), d.amount);
        out.pair(tr("Basis"), choice(d.basis, kBases));
        out.pair(tr("Compared cars"), d.comparedCars == 0 ? QString() : QString::number(d.comparedCars));
    }
    void operator()(const StatementDetails& d) const
    {
        if (d.disputes) {
            out.state(QStringLiteral("attention"), tr("The owner says the record is wrong."));
        }
    }
    void operator()(const CorrectionDetails& d) const
    {
        if (d.withdrawn) {
            out.state(QStringLiteral("attention"), tr("The record does not count at all any more."));
        }
        for (const ReplacedField& field : d.replaced) {
            const bool km = field.field == "odometerKm";
            const auto shown = [km](const std::string& value) {
                const QString text = QString::fromStdString(value);
                bool isNumber = false;
                const uint number = text.toUInt(&isNumber);
                return km && isNumber ? format::distance(number) : text;
            };
            out.item(km ? tr("Odometer") : QString::fromStdString(field.field),
                     tr("%1, before: %2").arg(shown(field.now), shown(field.was)));
        }
    }
};
} // namespace

QString ownerKindText(OwnerKind kind)
{
    static constexpr std::array kKinds = {"",
                                          QT_TRANSLATE_NOOP("vehicle", "private"),
                                          QT_TRANSLATE_NOOP("vehicle", "company"),
                                          QT_TRANSLATE_NOOP("vehicle", "fleet"),
                                          QT_TRANSLATE_NOOP("vehicle", "rental"),
                                          QT_TRANSLATE_NOOP("vehicle", "taxi"),
                                          QT_TRANSLATE_NOOP("vehicle", "government"),
                                          QT_TRANSLATE_NOOP("vehicle", "dealer")};
    return choice(kind, kKinds);
}

void typedDetails(const Record& record, DetailList& out)
{
    std::visit(Words{out}, record.content.details);
}

} // namespace autochain::desktop
