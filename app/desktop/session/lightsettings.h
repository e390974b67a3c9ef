// SPDX-License-Identifier: GPL-3.0-or-later
// What the person set about verification, in the session's settings: "light.amountBlocks", "light.dealBlocks",
// "light.staleAfterSeconds" as numbers; "light.addedNodes" and "light.removedNodes" as JSON arrays of URLs;
// "light.nodeNames" as a JSON object from URL to name.
#pragma once

#include "light/light_status.h"
#include "store/settings.h"

#include <QMap>
#include <QString>

namespace autochain::desktop
{

inline constexpr std::uint32_t kMostSureBlocks = 10'000;

// What cannot be read or makes no sense stays as in `standard`.
light::Sureness readSureness(store::Settings& settings, light::Sureness standard);
Result<> writeSureness(store::Settings& settings, const light::Sureness& sureness);

struct NodeChoice {
    std::vector<std::string> added; // in the order they came
    std::vector<std::string> removed;
    QMap<QString, QString> names; // by URL

    void add(const std::string& url, const QString& name);
    void remove(const std::string& url);
};
NodeChoice readNodeChoice(store::Settings& settings);
Result<> writeNodeChoice(store::Settings& settings, const NodeChoice& choice);

} // namespace autochain::desktop
