// SPDX-License-Identifier: GPL-3.0-or-later
#include "verdictwords.h"

#include "viewmodels/base/distance.h"
#include "viewmodels/base/format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace autochain::desktop
{

namespace
{
using vehicle::Fact;
using vehicle::Status;
using vehicle::Topic;
using vehicle::Verdict;

QString tr(const char* text)
{
    return QCoreApplication::translate("vehicle", text);
}

QString month(std::int64_t time)
{
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(time).date(), QStringLiteral("MMM yyyy"));
}

struct Words {
    QString fact;
    QString detail;
};

Words wordsOf(const Verdict& verdict)
{
    const auto number = [&](std::size_t i) {
        return i < verdict.numbers.size() ? verdict.numbers[i] : std::int64_t(0);
    };
    const auto count = [&](std::size_t i) {
        return format::count(static_cast<std::uint64_t>(std::max<std::int64_t>(0, number(i))));
    };
    const auto far = [&](std::size_t i) {
        return format::distance(static_cast<std::uint64_t>(std::max<std::int64_t>(0, number(i))));
    };
    switch (verdict.fact) {
    case Fact::ReadingsRise:
        return {tr("Clean"), tr("%1 readings, always rising").arg(count(0))};
    case Fact::RolledBack:
        return {tr("Rolled back"), tr("%1 less, between %2 and %3").arg(far(0), month(number(1)), month(number(2)))};
    case Fact::ReadingGap:
        return {tr("A gap"), tr("no reading for %1 months").arg(count(0))};
    case Fact::ImpossibleRate:
        return {tr("Impossible"), tr("%1 within %2 days, by %3").arg(far(0), count(1), month(number(3)))};
    case Fact::OwnerReadingsOnly:
        return {tr("No data"), tr("only the owners’ own readings")};
    case Fact::NoReadings:
        return {tr("No data"), tr("nobody has read it")};
    case Fact::NoneRecorded:
        return {tr("None recorded"), tr("last looked at in %1").arg(month(number(0)))};
    case Fact::AccidentsRepaired:
        return {tr("%1 recorded").arg(count(0)), tr("%1, repaired").arg(month(number(1)))};
    case Fact::AccidentsOpen:
        return {tr("%1 recorded").arg(count(0)), tr("%1, no repair recorded").arg(month(number(1)))};
    case Fact::NobodyLooked:
        return {tr("No data"), tr("no insurer or inspector looked")};
    case Fact::TitleFree:
        return {tr("Clean"), tr("transferable, no brand")};
    case Fact::TitleInDeal:
        return {tr("In a deal"), tr("locked until the deal ends")};
    case Fact::TitleBranded:
        return {tr("Branded"), tr("since %1").arg(month(number(0)))};
    case Fact::TotalLoss:
        return {tr("Total loss"), month(number(0))};
    case Fact::Scrapped:
        return {tr("Scrapped"), month(number(0))};
    case Fact::NoLienOnTitle:
        return {tr("None on the title"), tr("other registers were not asked")};
    case Fact::LienOnTitle:
        return {tr("A lien"),
                number(0) > 0 ? tr("since %1").arg(month(number(0))) : tr("a lender stands on the title")};
    case Fact::RecallsClosed:
        return {tr("Done"), tr("%1 recorded, all closed").arg(count(0))};
    case Fact::RecallsOpen:
        return {tr("%1 open").arg(count(0)), tr("of %1 recorded").arg(count(1))};
    case Fact::NoRecallOpen:
        return {tr("None open"), tr("last looked at in %1").arg(month(number(0)))};
    case Fact::MakerDoesNotReport:
        return {tr("No data"), tr("the maker does not report here")};
    case Fact::NotReportedStolen:
        return {tr("Not reported"), tr("last looked at in %1").arg(month(number(0)))};
    case Fact::ReportedStolen:
        return {tr("Reported stolen"), month(number(0))};
    case Fact::StolenAndRecovered:
        return {tr("Stolen, recovered"), tr("%1, back in %2").arg(month(number(0)), month(number(1)))};
    case Fact::NoPoliceSource:
        return {tr("No data"), tr("no police source reports here")};
    }
    return {};
}

} // namespace

QString topicName(Topic topic)
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

int statusOrder(Status status)
{
    return status == Status::Problem ? 0 : status == Status::Attention ? 1 : status == Status::Clean ? 2 : 3;
}

QString statusKey(Status status)
{
    return status == Status::Problem     ? QStringLiteral("problem")
           : status == Status::Attention ? QStringLiteral("attention")
           : status == Status::Clean     ? QStringLiteral("clean")
                                         : QStringLiteral("nodata");
}
QString verdictText(const Verdict& verdict)
{
    const Words words = wordsOf(verdict);
    return words.detail.isEmpty() ? words.fact : tr("%1: %2").arg(words.fact, words.detail);
}

QVariantList verdictStrip(const vehicle::Assessment& assessment)
{
    std::vector<Verdict> sorted(assessment.verdicts.begin(), assessment.verdicts.end());
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Verdict& a, const Verdict& b) { return statusOrder(a.status) < statusOrder(b.status); });
    QVariantList strip;
    for (const Verdict& verdict : sorted) {
        const Words words = wordsOf(verdict);
        strip << QVariantMap{{QStringLiteral("topic"), topicName(verdict.topic)},
                             {QStringLiteral("status"), statusKey(verdict.status)},
                             {QStringLiteral("fact"), words.fact},
                             {QStringLiteral("detail"), words.detail},
                             {QStringLiteral("level"),
                              verdict.status == Status::NoData ? QString() : format::level(verdict.provenance)}};
    }
    return strip;
}

} // namespace autochain::desktop
