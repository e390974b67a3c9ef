// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/desk/deskwords.h"

#include "viewmodels/base/distance.h"
#include "viewmodels/base/format.h"

#include <QCoreApplication>
#include <QDateTime>

namespace autochain::desktop::deskwords
{
namespace
{
using dealer::Column;

QString tr(const char* text)
{
    return QCoreApplication::translate("desk", text);
}

QString dash()
{
    return QStringLiteral("–");
}

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

// "+2 %", "−1 %": a real minus.
QString signedPercent(std::int64_t percent)
{
    const QString number = QLocale().toString(qlonglong(percent < 0 ? -percent : percent));
    const QString sign = percent < 0 ? QStringLiteral("−") : percent > 0 ? QStringLiteral("+") : QString();
    return QStringLiteral("%1%2 %").arg(sign, number);
}

QString permille(std::int64_t value)
{
    const std::int64_t size = value < 0 ? -value : value;
    return (value < 0 ? QStringLiteral("−") : QString()) + QLocale().toString(qlonglong(size / 10)) +
           QLocale().decimalPoint() + QString::number(size % 10);
}

QString marks(const dealer::Car& car)
{
    QStringList out;
    for (int i = 0; i < dealer::kMarks; ++i) {
        if (car.has(static_cast<dealer::Mark>(i))) {
            out.append(word(static_cast<dealer::Mark>(i)));
        }
    }
    return out.join(QStringLiteral(", "));
}

QString number(const dealer::Car& car, Column column, UnixTime now)
{
    const auto value = dealer::numberIn(car, column, now);
    if (!value) {
        return dash();
    }
    switch (column) {
    case Column::Margin:
        return permille(*value);
    case Column::Market:
        return signedPercent(*value);
    case Column::Checked:
        return age(*value, now);
    case Column::Deadline:
        return format::dayOrDate(*value, now);
    case Column::Km:
        return format::distanceNumber(static_cast<std::uint64_t>(*value));
    case Column::Year:
    case Column::Stock:
        return QString::number(*value);
    default:
        return QLocale().toString(qlonglong(*value));
    }
}
} // namespace

QString head(Column column)
{
    switch (column) {
    case Column::Stock:
        return tr("Stock");
    case Column::Vin:
        return tr("VIN");
    case Column::Plate:
        return tr("Plate");
    case Column::Car:
        return tr("Car");
    case Column::Make:
        return tr("Make");
    case Column::Year:
        return tr("Year");
    case Column::Km:
        return format::distanceUnitName();
    case Column::Title:
        return tr("Ti");
    case Column::Liens:
        return tr("Li");
    case Column::Odometer:
        return tr("Od");
    case Column::Accidents:
        return tr("Ac");
    case Column::Recalls:
        return tr("Re");
    case Column::Theft:
        return tr("Th");
    case Column::Cost:
        return tr("Cost");
    case Column::Ask:
        return tr("Ask");
    case Column::Lowest:
        return tr("Lowest");
    case Column::Margin:
        return tr("Margin %");
    case Column::Market:
        return tr("Market");
    case Column::Days:
        return tr("Days");
    case Column::Status:
        return tr("Status");
    case Column::Records:
        return tr("Records");
    case Column::Checked:
        return tr("Read");
    case Column::Deadline:
        return tr("Ends");
    case Column::Marks:
        return tr("Flags");
    case Column::Note:
        return tr("Note");
    }
    return {};
}

QString fullHead(Column column)
{
    switch (column) {
    case Column::Stock:
        return tr("Stock number");
    case Column::Km:
        return tr("Odometer, %1").arg(format::distanceUnitName());
    case Column::Title:
        return tr("Title");
    case Column::Liens:
        return tr("Liens");
    case Column::Odometer:
        return tr("Odometer");
    case Column::Accidents:
        return tr("Accidents");
    case Column::Recalls:
        return tr("Recalls");
    case Column::Theft:
        return tr("Theft");
    case Column::Cost:
        return tr("Cost, AUC");
    case Column::Ask:
        return tr("Asking price, AUC");
    case Column::Lowest:
        return tr("Lowest price you set, AUC");
    case Column::Margin:
        return tr("Margin on the cost, percent");
    case Column::Market:
        return tr("Against the market");
    case Column::Days:
        return tr("Days in stock");
    case Column::Records:
        return tr("Records in the history");
    case Column::Checked:
        return tr("When it was read");
    case Column::Deadline:
        return tr("Next deadline");
    default:
        return head(column);
    }
}

QString word(dealer::CarStatus status)
{
    switch (status) {
    case dealer::CarStatus::InDeal:
        return tr("In deal");
    case dealer::CarStatus::Hold:
        return tr("Hold");
    case dealer::CarStatus::NeedsPapers:
        return tr("Needs papers");
    case dealer::CarStatus::Listed:
        return tr("Listed");
    case dealer::CarStatus::NoVin:
        return tr("No VIN");
    case dealer::CarStatus::Checking:
        return tr("Checking");
    case dealer::CarStatus::NoAnswer:
        return tr("No answer");
    case dealer::CarStatus::NotChecked:
        return tr("Not checked");
    case dealer::CarStatus::NotOnChain:
        return tr("Not registered");
    case dealer::CarStatus::Ready:
        return tr("Ready");
    }
    return {};
}

QString word(dealer::Mark mark)
{
    switch (mark) {
    case dealer::Mark::Hold:
        return tr("Hold");
    case dealer::Mark::NeedsPapers:
        return tr("Needs papers");
    case dealer::Mark::NeedsPhotos:
        return tr("Needs photos");
    case dealer::Mark::NeedsWork:
        return tr("Needs work");
    case dealer::Mark::Watched:
        return tr("Watched");
    }
    return {};
}

QString word(vehicle::Status status)
{
    switch (status) {
    case vehicle::Status::Clean:
        return tr("Clean");
    case vehicle::Status::Attention:
        return tr("Attention");
    case vehicle::Status::Problem:
        return tr("Problem");
    case vehicle::Status::NoData:
        return tr("No data");
    }
    return {};
}

QString groupTitle(const dealer::Group& group, dealer::GroupBy by)
{
    const QString count = format::count(group.rows.size());
    const QString name = by == dealer::GroupBy::Make ? (group.make.empty() ? tr("Make not known") : text(group.make))
                         : by == dealer::GroupBy::Status ? word(group.status)
                                                         : word(group.verdict);
    return QStringLiteral("%1 · %2").arg(name, count);
}

QString cell(const dealer::Car& car, Column column, UnixTime now)
{
    if (const auto topic = dealer::topicOf(column)) {
        return word(dealer::statusOf(car, *topic));
    }
    switch (dealer::kindOf(column)) {
    case dealer::Kind::Money: {
        const U256* money = dealer::moneyIn(car, column, now);
        return money == nullptr ? dash() : format::money(*money, 0);
    }
    case dealer::Kind::Text:
        return column == Column::Car ? text(car.name.empty() ? car.own.plate : car.name)
                                     : text(dealer::textIn(car, column));
    case dealer::Kind::Number:
        break;
    }
    if (column == Column::Status) {
        return word(dealer::statusOf(car, now));
    }
    return column == Column::Marks ? marks(car) : number(car, column, now);
}

QString spoken(const dealer::Car& car, Column column, UnixTime now)
{
    const QString value = cell(car, column, now);
    return QStringLiteral("%1: %2").arg(fullHead(column), value.isEmpty() || value == dash() ? tr("not known") : value);
}

QString problem(const dealer::QueryProblem& problem, const QString& query)
{
    const QByteArray bytes = query.toUtf8();
    const auto at = QString::fromUtf8(bytes.left(static_cast<qsizetype>(problem.at))).size() + 1;
    const QString found =
        QString::fromUtf8(bytes.mid(static_cast<qsizetype>(problem.at), static_cast<qsizetype>(problem.size))).left(40);
    QString out = tr("At %1: ").arg(at);
    switch (problem.issue) {
    case dealer::QueryIssue::TooLong:
        out += tr("this is longer than a query may be.");
        break;
    case dealer::QueryIssue::UnclosedQuote:
        out += tr("a quote is opened and never closed.");
        break;
    case dealer::QueryIssue::UnknownField:
        out += tr("there is no field “%1”.").arg(found);
        break;
    case dealer::QueryIssue::UnknownValue:
        out += tr("“%1” is not one of this field's values.").arg(found);
        break;
    case dealer::QueryIssue::NotANumber:
        out += tr("“%1” is not a number.").arg(found);
        break;
    case dealer::QueryIssue::EmptyRange:
        out += tr("nothing lies within “%1”.").arg(found);
        break;
    case dealer::QueryIssue::MissingValue:
        out += tr("a value is missing.");
        break;
    case dealer::QueryIssue::MissingWord:
        out += tr("a word is missing behind the minus.");
        break;
    }
    if (!problem.suggestion.empty()) {
        out += QLatin1Char(' ') + tr("Is “%1” meant?").arg(text(problem.suggestion));
    }
    return out;
}

QString problem(const dealer::LineProblem& problem)
{
    const QString line = tr("Line %1: ").arg(problem.line);
    const QString what = text(problem.text);
    const auto has = [&](vehicle::VinProblem kind) {
        return std::any_of(problem.vin.begin(), problem.vin.end(),
                           [&](const auto& issue) { return issue.problem == kind; });
    };
    switch (problem.issue) {
    case dealer::LineIssue::BadVin:
        if (has(vehicle::VinProblem::CheckDigit)) {
            return line + tr("the check digit of %1 does not fit").arg(what);
        }
        if (has(vehicle::VinProblem::TooShort) || has(vehicle::VinProblem::TooLong)) {
            return line + tr("%1 has not 17 characters").arg(what);
        }
        return line + tr("%1 has a character no VIN may have").arg(what);
    case dealer::LineIssue::BadPlate:
        return line + tr("“%1” is neither a VIN nor a plate").arg(what);
    case dealer::LineIssue::Twice:
        return line + tr("%1 stands in line %2 already").arg(what).arg(problem.sameAs);
    case dealer::LineIssue::InStock:
        return line + tr("%1 is on the desk already, stock number %2").arg(what).arg(problem.stock);
    case dealer::LineIssue::BadAmount:
        return line + tr("“%1” is not an amount").arg(what);
    case dealer::LineIssue::TooMany:
        return line + tr("more than %1 cars; %2 is left out").arg(format::count(dealer::kMaxListCars), what);
    }
    return line;
}

QString failure(dealer::Failure failure)
{
    switch (failure) {
    case dealer::Failure::None:
        return {};
    case dealer::Failure::NoAnswer:
        return tr("no answer from their node");
    case dealer::Failure::Refused:
        return tr("answered with an error");
    case dealer::Failure::Incomplete:
        return tr("records missing");
    case dealer::Failure::Mismatch:
        return tr("records altered");
    }
    return {};
}

QString failures(const dealer::JobState& state)
{
    QStringList out;
    for (int i = 1; i < dealer::kFailures; ++i) {
        if (const std::size_t count = state.failed[static_cast<std::size_t>(i)]; count > 0) {
            out.append(QStringLiteral("%1 %2").arg(format::count(count), failure(static_cast<dealer::Failure>(i))));
        }
    }
    return out.join(QStringLiteral(", "));
}

QString timeLeft(const dealer::JobState& state, qint64 elapsedMs)
{
    constexpr qint64 kSecond = 1'000;
    constexpr qint64 kMinute = 60 * kSecond;
    if (state.done < 5 || state.done >= state.total || elapsedMs < 2 * kSecond) {
        return {};
    }
    const qint64 left = elapsedMs * static_cast<qint64>(state.total - state.done) / static_cast<qint64>(state.done);
    if (left < kMinute) {
        return tr("less than a minute left");
    }
    return left < 60 * kMinute ? tr("about %1 min left").arg((left + kMinute / 2) / kMinute)
                               : tr("about %1 h left").arg((left + 30 * kMinute) / (60 * kMinute));
}

QString age(UnixTime at, UnixTime now)
{
    constexpr std::int64_t kMinute = 60;
    constexpr std::int64_t kHour = 60 * kMinute;
    const std::int64_t seconds = std::max<std::int64_t>(0, now - at);
    if (seconds < kMinute) {
        return tr("now");
    }
    return seconds < kHour        ? tr("%1 min ago").arg(seconds / kMinute)
           : seconds < 48 * kHour ? tr("%1 h ago").arg(seconds / kHour)
                                  : tr("%1 d ago").arg(seconds / (24 * kHour));
}

} // namespace autochain::desktop::deskwords
