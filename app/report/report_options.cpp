// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report_options.h"

#include "vehicle/error.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace autochain::report
{
namespace
{
constexpr qsizetype kMaxText = 120;
constexpr std::array kPapers = {"A4", "Letter"};
constexpr std::array kScopes = {"whole", "summary"};
constexpr std::array kProvenances = {"proven", "local", "reported", "stale"};

Error bad(const char* field)
{
    return Error(VehicleError::ReportUnreadable, {field});
}

template <std::size_t N>
int indexOf(const std::array<const char*, N>& names, const QString& name)
{
    const auto at = std::find_if(names.begin(), names.end(), [&](const char* n) { return name == QLatin1String(n); });
    return at == names.end() ? -1 : static_cast<int>(at - names.begin());
}

bool isPlain(const QString& text)
{
    return text.size() <= kMaxText &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c.isPrint() && !c.isSurrogate(); });
}

bool isName(const QString& text, const char* allowed)
{
    return std::all_of(text.begin(), text.end(), [&](QChar c) { return QLatin1String(allowed).contains(c); });
}
} // namespace

QByteArray writeOptions(const ReportOptions& o)
{
    const auto name = [](const auto& names, auto value) {
        return QLatin1String(names[static_cast<std::size_t>(value)]);
    };
    QJsonObject json; // QJsonObject keeps its keys sorted
    json.insert(QStringLiteral("paper"), name(kPapers, o.paper));
    json.insert(QStringLiteral("scope"), name(kScopes, o.scope));
    json.insert(QStringLiteral("language"), o.language);
    json.insert(QStringLiteral("drawnAt"), static_cast<qint64>(o.drawnAt));
    json.insert(QStringLiteral("network"), o.network);
    json.insert(QStringLiteral("provenance"), name(kProvenances, o.provenance));
    json.insert(QStringLiteral("offline"), o.offline);
    json.insert(QStringLiteral("body"), o.body);
    json.insert(QStringLiteral("paint"), o.paint);
    json.insert(QStringLiteral("drawnBy"), o.drawnBy);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<ReportOptions> parseOptions(const QByteArray& json)
{
    if (json.size() > kMaxOptionsBytes) {
        return bad("options");
    }
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const auto text = [&](const char* key) { return object.value(QLatin1String(key)).toString(); };
    const int paper = indexOf(kPapers, text("paper"));
    const int scope = indexOf(kScopes, text("scope"));
    const int provenance = indexOf(kProvenances, text("provenance"));
    if (paper < 0 || scope < 0 || provenance < 0) {
        return bad("options");
    }
    ReportOptions out;
    out.paper = static_cast<Paper>(paper);
    out.scope = static_cast<Scope>(scope);
    out.provenance = static_cast<Provenance>(provenance);
    out.language = text("language");
    out.drawnAt = object.value(QLatin1String("drawnAt")).toInteger();
    out.network = text("network");
    out.offline = object.value(QLatin1String("offline")).toBool();
    out.body = text("body");
    out.paint = text("paint");
    out.drawnBy = text("drawnBy");
    if (out.drawnAt < 0 || out.drawnAt > 253'402'300'799) { // the year 9999
        return bad("drawnAt");
    }
    if (!isName(out.language, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_") || out.language.size() > 12) {
        return bad("language");
    }
    if (!isName(out.body, "abcdefghijklmnopqrstuvwxyz") || out.body.size() > 20) {
        return bad("body");
    }
    if (!isName(out.paint, "0123456789abcdef") || (!out.paint.isEmpty() && out.paint.size() != 6)) {
        return bad("paint");
    }
    if (!isPlain(out.network) || !isPlain(out.drawnBy)) {
        return bad("network");
    }
    // What does not come out again as it went in is not ours.
    return writeOptions(out) == json ? Result<ReportOptions>(out) : bad("options");
}

} // namespace autochain::report
