// SPDX-License-Identifier: GPL-3.0-or-later
#include "options.h"

#include <QCommandLineParser>
#include <QDir>
#include <QRegularExpression>
#include <QStandardPaths>

#include <cstdio>
#include <cstdlib>

namespace autochain::desktop
{
namespace
{
[[noreturn]] void refuse(const QString& why)
{
    std::fprintf(stderr, "autochain: %s\n", qPrintable(why));
    std::exit(2);
}

QSize readSize(const QString& text)
{
    static const QRegularExpression kSize(QStringLiteral("^(\\d{3,5})x(\\d{3,5})$"));
    const auto match = kSize.match(text);
    if (!match.hasMatch()) {
        refuse(QStringLiteral("--size wants WIDTHxHEIGHT, for example 1440x900"));
    }
    return {match.captured(1).toInt(), match.captured(2).toInt()};
}

double readScale(const QString& text)
{
    bool ok = false;
    const double scale = text.toDouble(&ok);
    if (!ok || scale < 1.0 || scale > 3.0) {
        refuse(QStringLiteral("--scale wants a number from 1 to 3"));
    }
    return scale;
}
} // namespace

Options readOptions(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("AutoChain: wallet, car histories, market, deals and appraisals"));
    parser.addHelpOption();
    parser.addVersionOption();
    const auto option = [&](const char* name, const char* text, const char* value = nullptr) {
        parser.addOption(QCommandLineOption(QString::fromLatin1(name), QString::fromLatin1(text),
                                            value == nullptr ? QString() : QString::fromLatin1(value)));
    };
    option("home", "Folder of settings, networks and the practice market", "DIR");
    option("network", "Network file to open or join", "FILE");
    option("practice", "Open the practice market at once");
    option("as", "Practice person to be, by name", "NAME");
    option("page", "Page to open, for example wallet or wallet/send", "NAME");
    option("theme", "light, dark or system; for this run", "THEME");
    option("scale", "Size of everything, 1 to 3; for this run", "X");
    option("size", "Size of the window", "WxH");
    option("shots", "Take a picture of every page into DIR and end", "DIR");
    option("pages", "What --shots takes pictures of, for example home,market/table,vehicle/VIN", "ROUTES");
    option("log", "Say on stderr what happens");
    parser.process(arguments);

    const auto value = [&](const char* name) { return parser.value(QString::fromLatin1(name)); };
    Options options;
    const QString standard = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    options.home = QDir(value("home").isEmpty() ? standard : value("home")).absolutePath();
    options.start.networkFile = value("network");
    options.start.practice = parser.isSet(QStringLiteral("practice"));
    options.start.person = value("as");
    options.start.page = value("page");
    options.theme = value("theme");
    if (!options.theme.isEmpty() && options.theme != QStringLiteral("light") &&
        options.theme != QStringLiteral("dark") && options.theme != QStringLiteral("system")) {
        refuse(QStringLiteral("--theme wants light, dark or system"));
    }
    options.scale = value("scale").isEmpty() ? 0 : readScale(value("scale"));
    if (!value("size").isEmpty()) {
        options.size = readSize(value("size"));
    }
    options.shots = value("shots");
    options.pages = value("pages").split(QLatin1Char(','), Qt::SkipEmptyParts);
    options.log = parser.isSet(QStringLiteral("log"));
    return options;
}

} // namespace autochain::desktop
