// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a car is what a query asks for. Runs ten thousand times per key typed: nothing is allocated here.
#include "dealer/query.h"

#include <algorithm>
#include <array>

namespace autochain::dealer
{
namespace
{
using vehicle::Fact;
using vehicle::Status;
using vehicle::Topic;

constexpr std::int64_t kHour = 3'600;
constexpr std::int64_t kDay = 24 * kHour;
// What a dealer sees at once; theft is seldom known and asked for by its own word.
constexpr std::array kFive = {Topic::Title, Topic::Liens, Topic::Odometer, Topic::Accidents, Topic::Recalls};

bool factIs(const Car& car, Topic topic, std::initializer_list<Fact> facts)
{
    return car.check && car.check->registered &&
           std::find(facts.begin(), facts.end(), car.check->of(topic).fact) != facts.end();
}

template <typename Test>
bool anyTopic(const Car& car, Test test)
{
    return std::any_of(vehicle::kTopics.begin(), vehicle::kTopics.end(),
                       [&](Topic topic) { return test(statusOf(car, topic)); });
}

bool holds(Flag flag, const Car& car, const QueryContext& context)
{
    const auto five = [&](Status wanted) {
        return [&car, wanted](Topic topic) { return statusOf(car, topic) == wanted; };
    };
    switch (flag) {
    case Flag::Rollback:
        return factIs(car, Topic::Odometer, {Fact::RolledBack});
    case Flag::Accidents:
        return factIs(car, Topic::Accidents, {Fact::AccidentsOpen, Fact::AccidentsRepaired});
    case Flag::Lien:
        return factIs(car, Topic::Liens, {Fact::LienOnTitle});
    case Flag::Branded:
        return factIs(car, Topic::Title, {Fact::TitleBranded, Fact::TotalLoss, Fact::Scrapped});
    case Flag::Recalls:
        return factIs(car, Topic::Recalls, {Fact::RecallsOpen});
    case Flag::Stolen:
        return factIs(car, Topic::Theft, {Fact::ReportedStolen});
    case Flag::Attention:
        return anyTopic(car, [](Status s) { return s == Status::Attention || s == Status::Problem; });
    case Flag::Problem:
        return anyTopic(car, [](Status s) { return s == Status::Problem; });
    case Flag::Clean:
        return std::all_of(kFive.begin(), kFive.end(), five(Status::Clean));
    case Flag::NoData:
        return std::any_of(kFive.begin(), kFive.end(), five(Status::NoData));
    case Flag::Mine:
        return heldBy(car, context.me);
    case Flag::Listed:
        return isListed(car, context.now);
    case Flag::Deadline: {
        const UnixTime at = deadlineOf(car, context.now);
        return at != 0 && at - context.now < kDay;
    }
    case Flag::Failed:
        return car.failure() != Failure::None;
    case Flag::Wanted:
        return car.wanted();
    case Flag::Unchecked:
        return !car.check;
    }
    return false;
}

std::uint64_t choiceOf(const Car& car, Column column, UnixTime now)
{
    if (column == Column::Status) {
        return std::uint64_t{1} << static_cast<unsigned>(statusOf(car, now));
    }
    if (column == Column::Marks) {
        return car.own.marks;
    }
    return std::uint64_t{1} << static_cast<unsigned>(statusOf(car, *topicOf(column)));
}

// As a person counts: percent, hours since, whole days until.
std::optional<std::int64_t> askedNumber(const Car& car, Column column, UnixTime now)
{
    const auto number = numberIn(car, column, now);
    if (!number) {
        return number;
    }
    switch (column) {
    case Column::Margin:
        return *number / 10;
    case Column::Checked:
        return std::max<std::int64_t>(0, now - *number) / kHour;
    case Column::Deadline:
        return (*number - now) / kDay;
    default:
        return number;
    }
}

template <typename Range, typename Value>
bool within(const std::vector<Range>& ranges, const Value& value)
{
    return std::any_of(ranges.begin(), ranges.end(), [&](const Range& range) {
        return (!range.from || value >= *range.from) && (!range.to || value <= *range.to);
    });
}

bool hasText(std::string_view where, const std::vector<std::string>& texts)
{
    return std::any_of(texts.begin(), texts.end(),
                       [&](const std::string& text) { return where.find(text) != std::string_view::npos; });
}

// Fields of text look in what is folded; a line of `folded` per field.
std::string_view foldedPart(const Car& car, Column column)
{
    constexpr std::array kLines = {Column::Car, Column::Make, Column::Vin, Column::Plate, Column::Note};
    std::string_view rest = car.folded;
    for (const Column line : kLines) {
        const std::size_t end = line == Column::Note ? rest.size() : std::min(rest.find('\n'), rest.size());
        if (line == column) {
            return rest.substr(0, end);
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return {};
}

bool holds(const Term& term, const Car& car, const QueryContext& context)
{
    if (term.flag) {
        return holds(*term.flag, car, context);
    }
    if (!term.column) {
        return hasText(car.folded, term.texts);
    }
    if (term.choices != 0) {
        return (choiceOf(car, *term.column, context.now) & term.choices) != 0;
    }
    switch (kindOf(*term.column)) {
    case Kind::Text:
        return hasText(foldedPart(car, *term.column), term.texts);
    case Kind::Money: {
        const U256* value = moneyIn(car, *term.column, context.now);
        return value != nullptr && within(term.moneys, *value);
    }
    case Kind::Number:
        break;
    }
    const auto value = askedNumber(car, *term.column, context.now);
    return value && within(term.numbers, *value);
}
} // namespace

bool matches(const Car& car, const Query& query, const QueryContext& context)
{
    return std::all_of(query.terms.begin(), query.terms.end(),
                       [&](const Term& term) { return holds(term, car, context) != term.negated; });
}

} // namespace autochain::dealer
