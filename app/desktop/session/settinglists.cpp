// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/settinglists.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace autochain::desktop
{

std::vector<std::string> textsIn(store::Settings& settings, const char* key, std::size_t most)
{
    std::vector<std::string> out;
    const auto text = settings.get(key);
    const QByteArray json = text.ok() && *text ? QByteArray::fromStdString(**text) : QByteArray();
    const QJsonArray array = QJsonDocument::fromJson(json).array();
    for (const QJsonValue& value : array) {
        if (value.isString() && out.size() < most) {
            out.push_back(value.toString().toStdString());
        }
    }
    return out;
}

Result<> keepTexts(store::Settings& settings, const char* key, const std::vector<std::string>& texts)
{
    QJsonArray array;
    for (const std::string& text : texts) {
        array.append(QString::fromStdString(text));
    }
    return settings.set(key, QJsonDocument(array).toJson(QJsonDocument::Compact).toStdString());
}

} // namespace autochain::desktop
