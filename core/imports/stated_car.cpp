// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/stated_car.h"

#include "imports/plain_text.h"

#include <algorithm>
#include <unordered_map>

namespace autochain::imports
{
using vpic::Element;

bool sameMake(std::string_view stated, std::string_view decoded)
{
    std::string a = plain(stated);
    std::string b = plain(decoded);
    static const std::unordered_map<std::string, std::string> others = {
        {"chevy", "chevrolet"},      {"vw", "volkswagen"},  {"mercedes", "mercedesbenz"}, {"mb", "mercedesbenz"},
        {"benz", "mercedesbenz"},    {"alfa", "alfaromeo"}, {"infinity", "infiniti"},     {"rover", "landrover"},
        {"rangerover", "landrover"}, {"dodgeram", "ram"},   {"ramtrucks", "ram"},         {"smartcar", "smart"}};
    const auto common = [](const std::string& name) {
        const auto at = others.find(name);
        return at == others.end() ? name : at->second;
    };
    a = common(a);
    b = common(b);
    return a == b || (a.size() >= 3 && b.size() >= 3 && (a.starts_with(b) || b.starts_with(a)));
}

bool sameModel(std::string_view stated, const vpic::DecodedVin& decoded)
{
    const std::string told = plain(stated);
    const vpic::Fact* model = decoded.find(Element::Model);
    const auto fits = [&](const std::string& candidate) {
        const std::string name = plain(candidate);
        return told.find(name) != told.npos || name.find(told) != name.npos;
    };
    if (fits(model->value) || std::any_of(model->others.begin(), model->others.end(), fits)) {
        return true;
    }
    for (const Element more : {Element::Series, Element::Trim}) { // "3 Series" is a 328i, "C 300" a C-Class
        const vpic::Fact* fact = decoded.find(more);
        if (fact != nullptr && !fact->value.empty() && fits(fact->value)) {
            return true;
        }
    }
    // The first word, or as many signs of it as both have: "Grand" of "Grand Caravan SXT" and "Grand Caravan".
    const std::string first = plain(std::string_view(model->value).substr(0, model->value.find(' ')));
    return first.size() >= 2 && told.starts_with(first);
}

} // namespace autochain::imports
