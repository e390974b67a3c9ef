// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/lightsettings.h"

#include "session/settinglists.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <charconv>

namespace autochain::desktop
{
namespace
{
constexpr auto kAmount = "light.amountBlocks";
constexpr auto kDeal = "light.dealBlocks";
constexpr auto kStale = "light.staleAfterSeconds";
constexpr auto kAdded = "light.addedNodes";
constexpr auto kRemoved = "light.removedNodes";
constexpr auto kNames = "light.nodeNames";
constexpr std::int64_t kLongestStale = 7 * 86'400;
constexpr std::size_t kMostNodes = 64;

std::string textOf(store::Settings& settings, const char* key)
{
    const auto text = settings.get(key);
    return text.ok() && *text ? **text : std::string();
}

template <typename Number>
Number numberOf(store::Settings& settings, const char* key, Number standard, Number least, Number most)
{
    const std::string text = textOf(settings, key);
    Number number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && number >= least && number <= most ? number : standard;
}

QJsonDocument jsonOf(store::Settings& settings, const char* key)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(textOf(settings, key)));
}

} // namespace

light::Sureness readSureness(store::Settings& settings, light::Sureness standard)
{
    standard.amountBlocks = numberOf(settings, kAmount, standard.amountBlocks, 1U, kMostSureBlocks);
    standard.dealBlocks = numberOf(settings, kDeal, standard.dealBlocks, 1U, kMostSureBlocks);
    standard.staleAfterSeconds =
        numberOf(settings, kStale, standard.staleAfterSeconds, std::int64_t(30), kLongestStale);
    return standard;
}

Result<> writeSureness(store::Settings& settings, const light::Sureness& sureness)
{
    AC_CHECK(settings.set(kAmount, std::to_string(sureness.amountBlocks)));
    AC_CHECK(settings.set(kDeal, std::to_string(sureness.dealBlocks)));
    return settings.set(kStale, std::to_string(sureness.staleAfterSeconds));
}

void NodeChoice::add(const std::string& url, const QString& name)
{
    std::erase(removed, url);
    if (std::find(added.begin(), added.end(), url) == added.end()) {
        added.push_back(url);
    }
    if (!name.isEmpty()) {
        names[QString::fromStdString(url)] = name;
    }
}

void NodeChoice::remove(const std::string& url)
{
    std::erase(added, url);
    names.remove(QString::fromStdString(url));
    if (std::find(removed.begin(), removed.end(), url) == removed.end()) {
        removed.push_back(url);
    }
}

NodeChoice readNodeChoice(store::Settings& settings)
{
    NodeChoice choice;
    choice.added = textsIn(settings, kAdded, kMostNodes);
    choice.removed = textsIn(settings, kRemoved, kMostNodes);
    const QJsonObject names = jsonOf(settings, kNames).object();
    for (auto it = names.begin(); it != names.end(); ++it) {
        choice.names[it.key()] = it.value().toString();
    }
    return choice;
}

Result<> writeNodeChoice(store::Settings& settings, const NodeChoice& choice)
{
    AC_CHECK(keepTexts(settings, kAdded, choice.added));
    AC_CHECK(keepTexts(settings, kRemoved, choice.removed));
    QJsonObject names;
    for (auto it = choice.names.begin(); it != choice.names.end(); ++it) {
        names[it.key()] = it.value();
    }
    return settings.set(kNames, QJsonDocument(names).toJson(QJsonDocument::Compact).toStdString());
}

} // namespace autochain::desktop
