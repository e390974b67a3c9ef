// SPDX-License-Identifier: GPL-3.0-or-later
#include "report.h"

#include "exit_code.h"
#include "messages/error_text.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cstdio>

namespace autochain::cli
{
namespace
{
void print(FILE* stream, const QString& text)
{
    const QByteArray utf8 = text.toUtf8() + '\n';
    std::fwrite(utf8.constData(), 1, static_cast<std::size_t>(utf8.size()), stream);
    std::fflush(stream);
}

void printJson(const QJsonObject& object)
{
    print(stdout, QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}
} // namespace

void reportOutput(const Output& output, bool json)
{
    if (output.printed) {
        return;
    }
    if (json) {
        printJson(output.json);
    } else {
        print(stdout, output.lines.join(QLatin1Char('\n')));
    }
}

int reportError(const Error& error, bool json)
{
    const messages::ErrorText text = messages::describe(error);
    if (json) {
        QJsonObject inner;
        inner.insert(QStringLiteral("module"), messages::domainName(error.domain));
        inner.insert(QStringLiteral("code"), messages::codeName(error));
        inner.insert(QStringLiteral("cause"), text.cause);
        inner.insert(QStringLiteral("money"), text.money);
        inner.insert(QStringLiteral("next"), text.next);
        inner.insert(QStringLiteral("details"), qs(error.detail));
        QJsonObject outer;
        outer.insert(QStringLiteral("error"), inner);
        printJson(outer);
        return exitCodeOf(error);
    }
    print(stderr, QCoreApplication::translate("Cli", "Cause:      ") + text.cause);
    print(stderr, QCoreApplication::translate("Cli", "Your money: ") + text.money);
    print(stderr, QCoreApplication::translate("Cli", "What to do: ") + text.next);
    if (!error.detail.empty()) {
        print(stderr, QCoreApplication::translate("Cli", "Details:    ") + messages::domainName(error.domain) +
                          QLatin1Char('.') + messages::codeName(error) + QStringLiteral(": ") + qs(error.detail));
    }
    return exitCodeOf(error);
}

int reportUsage(const ParsedCommandLine& parsed)
{
    if (!parsed.help.isEmpty()) {
        print(stdout, parsed.help.trimmed());
        return kDone;
    }
    if (parsed.json) {
        QJsonObject inner;
        inner.insert(QStringLiteral("module"), QStringLiteral("cli"));
        inner.insert(QStringLiteral("code"), QStringLiteral("Usage"));
        inner.insert(QStringLiteral("cause"), parsed.error.section(QLatin1Char('\n'), 0, 0));
        inner.insert(QStringLiteral("money"), QCoreApplication::translate("Cli", "Nothing was done."));
        inner.insert(QStringLiteral("next"), QCoreApplication::translate("Cli", "See --help of the verb."));
        QJsonObject outer;
        outer.insert(QStringLiteral("error"), inner);
        printJson(outer);
    } else {
        print(stderr, parsed.error.trimmed());
    }
    return kUsage;
}

} // namespace autochain::cli
