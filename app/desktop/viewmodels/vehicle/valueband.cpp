// SPDX-License-Identifier: GPL-3.0-or-later
#include "valueband.h"

#include "base/amount.h"
#include "verdictwords.h"
#include "viewmodels/base/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace autochain::desktop
{

namespace
{
using vehicle::ScorePart;

QString tr(const char* text)
{
    return QCoreApplication::translate("vehicle", text);
}

QString whole(const U256& amount)
{
    return format::money(amount, 0);
}

// Where an amount stands between two others, in thousandths: only for drawing.
double along(const U256& amount, const U256& from, const U256& to)
{
    if (amount <= from || to <= from) {
        return 0;
    }
    const U256 part = (std::min(amount, to) - from) * U256(1000) / (to - from);
    return static_cast<double>(part.toU64()) / 1000;
}

QString assumed(const Similar& similar, bool rolledBack)
{
    const QString cars =
        tr("%1 cars of this model, about as old and as far driven, are offered here.").arg(similar.position.comparable);
    return rolledBack ? tr("%1 They assume an honest odometer; this car has none.").arg(cars)
                      : tr("%1 Prices asked, not paid; half of them lie within the band.").arg(cars);
}

QString partName(ScorePart part)
{
    switch (part) {
    case ScorePart::Odometer:
        return tr("Odometer");
    case ScorePart::Accidents:
        return tr("Accidents");
    case ScorePart::Title:
        return tr("Title");
    case ScorePart::Upkeep:
        return tr("Upkeep");
    case ScorePart::Recalls:
        return tr("Recalls");
    case ScorePart::Theft:
        return tr("Theft");
    case ScorePart::Liens:
        return tr("Liens");
    }
    return {};
}

vehicle::Topic topicOf(ScorePart part)
{
    switch (part) {
    case ScorePart::Accidents:
        return vehicle::Topic::Accidents;
    case ScorePart::Title:
        return vehicle::Topic::Title;
    case ScorePart::Recalls:
        return vehicle::Topic::Recalls;
    case ScorePart::Theft:
        return vehicle::Topic::Theft;
    case ScorePart::Liens:
        return vehicle::Topic::Liens;
    default:
        return vehicle::Topic::Odometer;
    }
}

QString why(const vehicle::ScoreReason& reason, const vehicle::Assessment& assessment)
{
    if (reason.part != ScorePart::Upkeep) {
        return verdictText(assessment.of(topicOf(reason.part)));
    }
    return reason.known ? tr("%1 services, repairs and inspections").arg(reason.records.size())
                        : tr("no shop or inspector has recorded any");
}

QVariantMap reasonRow(const vehicle::ScoreReason& reason, const vehicle::Assessment& assessment)
{
    const int weight = vehicle::scoreWeight(reason.part);
    const QString status = !reason.known             ? QStringLiteral("nodata")
                           : reason.points == weight ? QStringLiteral("clean")
                           : reason.points == 0      ? QStringLiteral("problem")
                                                     : QStringLiteral("attention");
    QVariantList records;
    for (const std::uint64_t index : reason.records) {
        records << static_cast<int>(index);
    }
    return {{QStringLiteral("part"), partName(reason.part)},
            {QStringLiteral("text"), why(reason, assessment)},
            {QStringLiteral("points"),
             reason.known ? tr("%1 of %2").arg(reason.points).arg(weight) : tr("unknown, %1").arg(weight)},
            {QStringLiteral("share"), static_cast<double>(reason.points) / weight},
            {QStringLiteral("status"), status},
            {QStringLiteral("records"), records}};
}
} // namespace

QVariantMap valueBand(const Similar& similar, const U256& price, bool rolledBack)
{
    QVariantMap out{{QStringLiteral("band"), QString()},
                    {QStringLiteral("low"), 0.0},
                    {QStringLiteral("high"), 0.0},
                    {QStringLiteral("ask"), -1.0},
                    {QStringLiteral("askText"), QString()}};
    if (!similar.position.band) {
        out[QStringLiteral("text")] =
            !similar.modelKnown
                ? tr("No data: this car was never offered here, so its model is not known well enough to compare.")
                : tr("No data: %1 comparable cars are offered here, at least %2 are needed.")
                      .arg(similar.position.comparable)
                      .arg(market::kFewestComparable);
        return out;
    }
    const auto& band = *similar.position.band;
    const U256 from = price.isZero() ? band.lowest : std::min(band.lowest, price);
    const U256 to = std::max(band.highest, price);
    out[QStringLiteral("band")] = tr("%1 – %2").arg(whole(band.low), whole(band.high));
    out[QStringLiteral("low")] = along(band.low, from, to);
    out[QStringLiteral("high")] = along(band.high, from, to);
    if (!price.isZero()) {
        out[QStringLiteral("ask")] = along(price, from, to);
        out[QStringLiteral("askText")] = tr("asks %1").arg(whole(price));
    }
    out[QStringLiteral("text")] = assumed(similar, rolledBack);
    return out;
}

QVariantMap scoreWords(const vehicle::Score& score, const vehicle::Assessment& assessment,
                       const std::vector<vehicle::Score>& similar)
{
    QVariantList reasons;
    for (const auto& reason : score.reasons) {
        reasons << reasonRow(reason, assessment);
    }
    std::vector<int> others;
    for (const vehicle::Score& other : similar) {
        if (other.enoughKnown()) {
            others.push_back(other.earned);
        }
    }
    std::sort(others.begin(), others.end());
    const bool any = others.size() >= market::kFewestComparable;
    const QString span = score.earned == score.atMost() ? QString::number(score.earned)
                                                        : tr("%1 – %2").arg(score.earned).arg(score.atMost());
    return {
        {QStringLiteral("known"), score.enoughKnown()},
        {QStringLiteral("from"), score.earned},
        {QStringLiteral("to"), score.atMost()},
        {QStringLiteral("range"), score.enoughKnown() ? span : QString()},
        {QStringLiteral("text"),
         score.enoughKnown()
             ? (score.known == 100 ? tr("Somebody able to know has spoken of everything that counts.")
                                   : tr("%1 points are known to be good. On %2 nobody able to know has spoken.")
                                         .arg(score.earned)
                                         .arg(100 - score.known))
             : tr("Not enough is known for a score: somebody able to know has spoken of %1 of 100 points. Unknown "
                  "is not good.")
                   .arg(score.known)},
        {QStringLiteral("similarFrom"), any ? others.front() : -1},
        {QStringLiteral("similarTo"), any ? others.back() : -1},
        {QStringLiteral("similarText"),
         any ? tr("%1 cars of about this age and distance, offered here: %2 to %3.")
                   .arg(others.size())
                   .arg(others.front())
                   .arg(others.back())
             : tr("Too few similar cars with a known history are offered here for a range (%1).").arg(others.size())},
        {QStringLiteral("reasons"), reasons}};
}

} // namespace autochain::desktop
