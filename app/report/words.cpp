// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/words.h"

#include "base/hex.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <array>
#include <cmath>

namespace autochain::report
{
namespace
{
using vehicle::Status;
using vehicle::Topic;

constexpr UnixTime kMonth = 30 * 86'400 + 37'800; // the mean one

QDateTime utc(UnixTime time)
{
    return QDateTime::fromSecsSinceEpoch(time, Qt::UTC);
}
} // namespace

QString tr(const char* text)
{
    return QCoreApplication::translate("Report", text);
}

QString qs(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QString shortHex(const Hash32& hash)
{
    const QString whole = qs(toHex0x(hash));
    return whole.left(10) + QChar(0x2026) + whole.right(8);
}

Words::Words(const QString& language) : m_locale(language) {}

QString Words::day(UnixTime time) const
{
    return m_locale.toString(utc(time).date(), QStringLiteral("d MMM yyyy"));
}

QString Words::month(UnixTime time) const
{
    return m_locale.toString(utc(time).date(), QStringLiteral("MMM yyyy"));
}

QString Words::moment(UnixTime time) const
{
    return day(time) + utc(time).toString(QStringLiteral(", HH:mm")) + QStringLiteral(" UTC");
}

QString Words::count(std::int64_t number) const
{
    return m_locale.toString(static_cast<qlonglong>(number));
}

QString Words::real(double number, int decimals) const
{
    const QString out = m_locale.toString(number, 'f', decimals);
    const QString zero = m_locale.toString(0.0, 'f', decimals);
    return out == m_locale.negativeSign() + zero ? zero : out;
}

QString Words::km(std::int64_t km) const
{
    return count(km) + QChar(0xA0) + QStringLiteral("km");
}

QString Words::money(const vehicle::Cost& cost) const
{
    // Currencies with another number of decimals than two (ISO 4217).
    static constexpr std::array kNone = {"JPY", "KRW", "CLP", "ISK", "VND", "XAF", "XOF", "PYG", "UGX"};
    const bool whole = std::any_of(kNone.begin(), kNone.end(), [&](const char* c) { return cost.currency == c; });
    const std::int64_t cents = cost.minorUnits % 100;
    return qs(cost.currency) + QChar(0xA0) +
           (whole ? count(cost.minorUnits)
                  : count(cost.minorUnits / 100) + m_locale.decimalPoint() +
                        QString::number(cents).rightJustified(2, QLatin1Char('0')));
}

QString Words::span(UnixTime seconds) const
{
    const std::int64_t months = std::max<std::int64_t>(0, seconds / kMonth);
    const QString years = tr("%1 y").arg(months / 12);
    const QString rest = tr("%1 m").arg(months % 12);
    return months < 12 ? rest : months % 12 == 0 ? years : years + QLatin1Char(' ') + rest;
}

QString Words::country(const QString& code) const
{
    const QLocale::Territory territory = QLocale::codeToTerritory(code);
    return territory == QLocale::AnyTerritory ? code : QLocale::territoryToString(territory);
}

Words::Fact Words::of(const vehicle::Verdict& verdict) const
{
    const auto number = [&](std::size_t i) {
        return i < verdict.numbers.size() ? verdict.numbers[i] : std::int64_t(0);
    };
    const auto many = [&](std::size_t i) { return count(number(i)); };
    switch (verdict.fact) {
    case vehicle::Fact::ReadingsRise:
        return {tr("Clean"), tr("%1 readings, always rising; %2 by somebody with a role").arg(many(0), many(1))};
    case vehicle::Fact::RolledBack:
        return {tr("Rolled back"),
                tr("%1 km less, between %2 and %3").arg(many(0), month(number(1)), month(number(2)))};
    case vehicle::Fact::ReadingGap:
        return {tr("A gap"),
                tr("no reading for %1 months, from %2 to %3").arg(many(0), month(number(1)), month(number(2)))};
    case vehicle::Fact::ImpossibleRate:
        return {tr("Impossible"),
                tr("%1 km within %2 days, by %3; a car can drive %4").arg(many(0), many(1), month(number(3)), many(4))};
    case vehicle::Fact::OwnerReadingsOnly:
        return {tr("Owners’ word only"), number(0) == 1 ? tr("1 reading, not by somebody with a role")
                                                        : tr("%1 readings, none by somebody with a role").arg(many(0))};
    case vehicle::Fact::NoReadings:
        return {tr("No data"), tr("nobody has read it")};
    case vehicle::Fact::NoneRecorded:
        return {tr("None recorded"), tr("last looked at in %1").arg(month(number(0)))};
    case vehicle::Fact::AccidentsRepaired:
        return {tr("%1 recorded").arg(many(0)), tr("last in %1, repaired").arg(month(number(1)))};
    case vehicle::Fact::AccidentsOpen:
        return {tr("%1 recorded").arg(many(0)),
                tr("last in %1; %2 without a repair recorded").arg(month(number(1)), many(2))};
    case vehicle::Fact::NobodyLooked:
        return {tr("No data"), tr("no insurer or inspector looked")};
    case vehicle::Fact::TitleFree:
        return {tr("Clean"), tr("transferable, no brand recorded")};
    case vehicle::Fact::TitleInDeal:
        return {tr("In a deal"), tr("locked until the deal ends")};
    case vehicle::Fact::TitleBranded:
        return {tr("Branded"), tr("since %1").arg(month(number(0)))};
    case vehicle::Fact::TotalLoss:
        return {tr("Total loss"), tr("recorded in %1").arg(month(number(0)))};
    case vehicle::Fact::Scrapped:
        return {tr("Scrapped"), tr("recorded in %1").arg(month(number(0)))};
    case vehicle::Fact::NoLienOnTitle:
        return {tr("None on the title"), tr("other registers were not asked")};
    case vehicle::Fact::LienOnTitle:
        return {tr("A lien"),
                number(0) > 0 ? tr("since %1").arg(month(number(0))) : tr("a lender stands on the title")};
    case vehicle::Fact::RecallsClosed:
        return {tr("Done"), tr("%1 recorded, all closed").arg(many(0))};
    case vehicle::Fact::RecallsOpen:
        return {tr("%1 open").arg(many(0)), tr("of %1 recorded").arg(many(1))};
    case vehicle::Fact::NoRecallOpen:
        return {tr("None open"), tr("last looked at in %1").arg(month(number(0)))};
    case vehicle::Fact::MakerDoesNotReport:
        return {tr("No data"), tr("the maker does not report here")};
    case vehicle::Fact::NotReportedStolen:
        return {tr("Not reported"), tr("last looked at in %1").arg(month(number(0)))};
    case vehicle::Fact::ReportedStolen:
        return {tr("Reported stolen"), tr("in %1").arg(month(number(0)))};
    case vehicle::Fact::StolenAndRecovered:
        return {tr("Stolen, recovered"), tr("%1, back in %2").arg(month(number(0)), month(number(1)))};
    case vehicle::Fact::NoPoliceSource:
        return {tr("No data"), tr("no police source reports here")};
    }
    return {};
}

QString topicWord(Topic topic)
{
    switch (topic) {
    case Topic::Odometer:
        return tr("Odometer");
    case Topic::Accidents:
        return tr("Accidents");
    case Topic::Title:
        return tr("Title");
    case Topic::Liens:
        return tr("Liens");
    case Topic::Recalls:
        return tr("Recalls");
    case Topic::Theft:
        return tr("Theft");
    }
    return {};
}

QString statusWord(Status status)
{
    return status == Status::Problem     ? tr("Problem")
           : status == Status::Attention ? tr("Attention")
           : status == Status::Clean     ? tr("Clean")
                                         : tr("No data");
}

QString statusMark(Status status)
{
    return status == Status::Problem     ? QStringLiteral("problem")
           : status == Status::Attention ? QStringLiteral("attention")
           : status == Status::Clean     ? QStringLiteral("clean")
                                         : QStringLiteral("nodata");
}

QString provenanceWord(Provenance provenance)
{
    return provenance == Provenance::Proven     ? tr("Proven")
           : provenance == Provenance::Local    ? tr("Local")
           : provenance == Provenance::Reported ? tr("Reported")
                                                : tr("Stale");
}

QString provenanceMark(Provenance provenance)
{
    return provenance == Provenance::Proven     ? QStringLiteral("proven")
           : provenance == Provenance::Local    ? QStringLiteral("local")
           : provenance == Provenance::Reported ? QStringLiteral("reported")
                                                : QStringLiteral("stale");
}

QString kindWord(vehicle::RecordKind kind)
{
    static constexpr std::array kWords = {QT_TRANSLATE_NOOP("Report", "Record"),
                                          QT_TRANSLATE_NOOP("Report", "Production"),
                                          QT_TRANSLATE_NOOP("Report", "First sale"),
                                          QT_TRANSLATE_NOOP("Report", "Change of owner"),
                                          QT_TRANSLATE_NOOP("Report", "Service"),
                                          QT_TRANSLATE_NOOP("Report", "Repair"),
                                          QT_TRANSLATE_NOOP("Report", "Accident"),
                                          QT_TRANSLATE_NOOP("Report", "Insurance claim"),
                                          QT_TRANSLATE_NOOP("Report", "Inspection"),
                                          QT_TRANSLATE_NOOP("Report", "Odometer reading"),
                                          QT_TRANSLATE_NOOP("Report", "Recall opened"),
                                          QT_TRANSLATE_NOOP("Report", "Recall closed"),
                                          QT_TRANSLATE_NOOP("Report", "OBD session"),
                                          QT_TRANSLATE_NOOP("Report", "Trouble codes"),
                                          QT_TRANSLATE_NOOP("Report", "Theft"),
                                          QT_TRANSLATE_NOOP("Report", "Lien"),
                                          QT_TRANSLATE_NOOP("Report", "Lien released"),
                                          QT_TRANSLATE_NOOP("Report", "Import or export"),
                                          QT_TRANSLATE_NOOP("Report", "Title brand"),
                                          QT_TRANSLATE_NOOP("Report", "Total loss"),
                                          QT_TRANSLATE_NOOP("Report", "Scrapped"),
                                          QT_TRANSLATE_NOOP("Report", "Valuation"),
                                          QT_TRANSLATE_NOOP("Report", "Owner’s statement"),
                                          QT_TRANSLATE_NOOP("Report", "Correction")};
    const auto at = static_cast<std::size_t>(kind);
    return tr(kWords[at < kWords.size() ? at : 0]);
}

QString roleWord(vehicle::ProviderRole role)
{
    static constexpr std::array kWords = {
        QT_TRANSLATE_NOOP("Report", "Owner"),       QT_TRANSLATE_NOOP("Report", "Manufacturer"),
        QT_TRANSLATE_NOOP("Report", "Dealer"),      QT_TRANSLATE_NOOP("Report", "Inspector"),
        QT_TRANSLATE_NOOP("Report", "Repair shop"), QT_TRANSLATE_NOOP("Report", "Insurer"),
        QT_TRANSLATE_NOOP("Report", "Lender"),      QT_TRANSLATE_NOOP("Report", "OBD device"),
        QT_TRANSLATE_NOOP("Report", "Government"),  QT_TRANSLATE_NOOP("Report", "Appraiser")};
    const auto at = static_cast<std::size_t>(role);
    return at < kWords.size() ? tr(kWords[at]) : tr("Role %1").arg(at);
}

QString roleWords(vehicle::RoleMask roles)
{
    QStringList out;
    for (int role = 1; role < vehicle::kProviderRoles; ++role) {
        if ((roles & vehicle::maskOf(static_cast<vehicle::ProviderRole>(role))) != 0) {
            out.append(roleWord(static_cast<vehicle::ProviderRole>(role)));
        }
    }
    return out.join(QStringLiteral(", "));
}

QString zoneWord(vehicle::BodyZone zone)
{
    static constexpr std::array kWords = {
        QT_TRANSLATE_NOOP("Report", "front"),       QT_TRANSLATE_NOOP("Report", "front left"),
        QT_TRANSLATE_NOOP("Report", "front right"), QT_TRANSLATE_NOOP("Report", "left side"),
        QT_TRANSLATE_NOOP("Report", "right side"),  QT_TRANSLATE_NOOP("Report", "rear left"),
        QT_TRANSLATE_NOOP("Report", "rear right"),  QT_TRANSLATE_NOOP("Report", "rear"),
        QT_TRANSLATE_NOOP("Report", "roof"),        QT_TRANSLATE_NOOP("Report", "underbody"),
        QT_TRANSLATE_NOOP("Report", "interior")};
    const auto at = static_cast<std::size_t>(zone);
    return at < kWords.size() ? tr(kWords[at]) : QString();
}

QString lookedWord(vehicle::Looked looked)
{
    static constexpr std::array kWords = {
        QT_TRANSLATE_NOOP("Report", "accidents"), QT_TRANSLATE_NOOP("Report", "recalls"),
        QT_TRANSLATE_NOOP("Report", "theft"),     QT_TRANSLATE_NOOP("Report", "odometer"),
        QT_TRANSLATE_NOOP("Report", "title"),     QT_TRANSLATE_NOOP("Report", "liens")};
    const auto at = static_cast<std::size_t>(looked);
    return at < kWords.size() ? tr(kWords[at]) : QString();
}

QString coverageWord(std::size_t row)
{
    static constexpr std::array kWords = {
        QT_TRANSLATE_NOOP("Report", "Inspection"), QT_TRANSLATE_NOOP("Report", "Service, repair"),
        QT_TRANSLATE_NOOP("Report", "Insurer"),    QT_TRANSLATE_NOOP("Report", "Lender"),
        QT_TRANSLATE_NOOP("Report", "Recalls"),    QT_TRANSLATE_NOOP("Report", "Theft")};
    return row < kWords.size() ? tr(kWords[row]) : QString();
}

} // namespace autochain::report
