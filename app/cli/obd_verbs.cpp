// SPDX-License-Identifier: GPL-3.0-or-later
// obd import: trips, statistics, conditions of a log. obd code: what a trouble code means.
#include "context.h"
#include "issue_json.h"
#include "obd_view.h"
#include "verb.h"

#include "imports/obd_log.h"
#include "imports/trouble_code.h"
#include "messages/enum_names.h"
#include "messages/import_text.h"

#include <QCoreApplication>

namespace autochain::cli
{
namespace
{
QString tr(const char* text)
{
    return QCoreApplication::translate("Cli", text);
}

QCoro::Task<Result<Output>> importLogs(Context& context, Arguments arguments)
{
    Output out;
    for (const QString& argument : arguments.m_positionals) {
        const std::string path = argument.toStdString();
        AC_CO_TRY(const auto source, imports::FileSource::open(path));
        AC_CO_TRY(const auto report, imports::obd::readLog(*source, path));
        if (context.options().json) {
            printLine(obdJson(path, report));
        } else {
            printLine(obdLines(path, report).join(QLatin1Char('\n')).toStdString());
        }
    }
    out.printed = true;
    co_return out;
}

QCoro::Task<Result<Output>> explain(Context& context, Arguments arguments)
{
    Output out;
    for (const QString& argument : arguments.m_positionals) {
        const auto info = imports::readTroubleCode(argument.toStdString());
        if (!info) {
            co_return Error(VehicleError::BadTroubleCode, {argument.toStdString()});
        }
        imports::JsonLine json;
        json.open().key("code").text(info->code);
        json.key("system").text(camel(messages::enumName(info->system)));
        json.key("owner").text(camel(messages::enumName(info->owner)));
        json.key("area");
        info->area == imports::CodeArea::None ? json.null() : json.text(camel(messages::enumName(info->area)));
        json.key("meaning");
        info->meaning.empty() ? json.null() : json.text(info->meaning);
        json.key("meaningOfMaker");
        info->maker.empty() ? json.null() : json.text(info->maker);
        json.close();
        if (context.options().json) {
            printLine(json.out());
            continue;
        }
        Output one;
        one.fact(tr("Code"), qs(info->code));
        one.fact(tr("Meaning"), info->meaning.empty() ? tr("not in the list") : qs(info->meaning));
        if (!info->maker.empty()) {
            one.fact(tr("Says so"), tr("%1, of its own cars alone").arg(qs(info->maker)));
        }
        one.fact(tr("System"), messages::text(info->system));
        one.fact(tr("Defined"), messages::text(info->owner));
        if (info->area != imports::CodeArea::None) {
            one.fact(tr("Area"), messages::text(info->area));
        }
        printLine(one.lines.join(QLatin1Char('\n')).toStdString());
    }
    out.printed = true;
    co_return out;
}
} // namespace

QList<Verb> obdVerbs()
{
    const QString noun = QStringLiteral("obd");
    PositionalSpec file{QStringLiteral("FILE"), tr("A log as CSV, - for standard input.")};
    file.repeats = true;
    PositionalSpec code{QStringLiteral("CODE"), tr("Trouble code, as P0301.")};
    code.repeats = true;
    Verb importVerb{
        noun,       QStringLiteral("import"), tr("Trips, statistics and conditions of a diagnosis log."), {file}, {},
        &importLogs};
    Verb codeVerb{noun, QStringLiteral("code"), tr("What a trouble code means."), {code}, {}, &explain};
    QList<Verb> out{importVerb, codeVerb};
    for (Verb& verb : out) {
        verb.needsNetwork = verb.needsContracts = verb.needsHome = false;
    }
    return out;
}

} // namespace autochain::cli
