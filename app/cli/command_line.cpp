// SPDX-License-Identifier: GPL-3.0-or-later
#include "command_line.h"

#include "desk_verbs.h"
#include "import_verbs.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace autochain::cli
{
namespace
{
QString tr(const char* text)
{
    return QCoreApplication::translate("Cli", text);
}

QList<OptionSpec> globalSpecs()
{
    return {
        {QStringLiteral("home"), QStringLiteral("DIR"), tr("Folder of this person's data.")},
        {QStringLiteral("network"), QStringLiteral("FILE"), tr("Network file; kept in the home after the first use.")},
        {QStringLiteral("json"), {}, tr("One JSON object on standard output, errors too.")},
        {QStringLiteral("yes"), {}, tr("Sign what the signer can decode without asking.")},
        {QStringLiteral("passphrase-fd"), QStringLiteral("N"), tr("Read the passphrase from this open descriptor.")},
        {QStringLiteral("as"), QStringLiteral("ACCOUNT"), tr("Account that acts: its address or name.")}};
}

void declare(QCommandLineParser& parser, const QList<OptionSpec>& specs)
{
    for (const OptionSpec& spec : specs) {
        parser.addOption(QCommandLineOption(spec.name, spec.help, spec.valueName));
    }
}

std::optional<Verb> findVerb(const QString& noun, const QString& name)
{
    for (const Verb& verb : allVerbs()) {
        if (verb.noun == noun && verb.name == name) {
            return verb;
        }
    }
    return std::nullopt;
}

QString usageLine(const Verb& verb)
{
    QString line = QStringLiteral("autochain-cli %1 %2").arg(verb.noun, verb.name);
    for (const PositionalSpec& spec : verb.positionals) {
        line += spec.required ? QStringLiteral(" ") + spec.name : QStringLiteral(" [") + spec.name + QLatin1Char(']');
        line += spec.repeats ? QStringLiteral(" …") : QString();
    }
    return line;
}

QString listOfVerbs(const QString& noun)
{
    QString text =
        tr("Usage: autochain-cli --home DIR [--network FILE] [--json] [--passphrase-fd N] [--yes] NOUN VERB …\n\n");
    for (const Verb& verb : allVerbs()) {
        if (noun.isEmpty() || verb.noun == noun) {
            text += QStringLiteral("  ") + (verb.noun + QLatin1Char(' ') + verb.name).leftJustified(22) + verb.help +
                    QLatin1Char('\n');
        }
    }
    return text + tr("\nautochain-cli NOUN VERB --help tells more.\n");
}

QString helpOf(const Verb& verb)
{
    QString text = tr("Usage: ") + usageLine(verb) + QStringLiteral("\n\n") + verb.help + QStringLiteral("\n");
    for (const PositionalSpec& spec : verb.positionals) {
        text += QStringLiteral("\n  ") + spec.name.leftJustified(26) + spec.help;
    }
    for (const OptionSpec& spec : verb.options + globalSpecs()) {
        QString left = QStringLiteral("--") + spec.name;
        if (!spec.valueName.isEmpty()) {
            left += QLatin1Char(' ') + spec.valueName;
        }
        text += QStringLiteral("\n  ") + left.leftJustified(26) + spec.help;
        if (!spec.choices.isEmpty()) {
            text += QStringLiteral(" (") + spec.choices.join(QStringLiteral(", ")) + QLatin1Char(')');
        }
        if (spec.required) {
            text += tr(" Required.");
        }
    }
    return text + QLatin1Char('\n');
}

// The first two words that are no options and no options' values.
QStringList nounAndVerb(const QStringList& arguments)
{
    QStringList words;
    QStringList withValue;
    for (const OptionSpec& spec : globalSpecs()) {
        if (!spec.valueName.isEmpty()) {
            withValue.append(QStringLiteral("--") + spec.name);
        }
    }
    for (qsizetype i = 1; i < arguments.size() && words.size() < 2; ++i) {
        if (withValue.contains(arguments[i])) {
            ++i;
        } else if (!arguments[i].startsWith(QLatin1Char('-'))) {
            words.append(arguments[i]);
        }
    }
    return words;
}

QString checkOptions(const QCommandLineParser& parser, const Verb& verb)
{
    for (const OptionSpec& spec : verb.options) {
        if (spec.required && !parser.isSet(spec.name)) {
            return tr("--%1 is missing.").arg(spec.name);
        }
        const bool outside =
            !spec.choices.isEmpty() && parser.isSet(spec.name) && !spec.choices.contains(parser.value(spec.name));
        if (outside) {
            return tr("--%1 must be one of: %2.").arg(spec.name, spec.choices.join(QStringLiteral(", ")));
        }
    }
    return {};
}

int descriptorOf(const QCommandLineParser& parser, const char* name, QString& error)
{
    const QString option = QLatin1String(name);
    if (!parser.optionNames().contains(option)) {
        return -1;
    }
    bool ok = false;
    const int value = parser.value(option).toInt(&ok);
    if (!ok || value < 0) {
        error = tr("--%1 needs the number of an open descriptor.").arg(option);
    }
    return value;
}

GlobalOptions globalOf(const QCommandLineParser& parser, bool needsHome, QString& error)
{
    GlobalOptions out;
    out.home =
        parser.isSet(QStringLiteral("home")) ? QDir(parser.value(QStringLiteral("home"))).absolutePath() : QString();
    out.networkFile = parser.value(QStringLiteral("network"));
    out.json = parser.isSet(QStringLiteral("json"));
    out.yes = parser.isSet(QStringLiteral("yes"));
    out.account = parser.value(QStringLiteral("as"));
    out.passphraseFd = descriptorOf(parser, "passphrase-fd", error);
    out.secretFd = descriptorOf(parser, "secret-fd", error);
    out.wordsFd = descriptorOf(parser, "words-fd", error);
    if (out.home.isEmpty() && needsHome) {
        error = tr("--home is missing.");
    }
    return out;
}

Arguments argumentsOf(const QCommandLineParser& parser, const Verb& verb)
{
    Arguments out;
    for (const OptionSpec& spec : verb.options) {
        if (parser.isSet(spec.name)) {
            out.m_values.insert(spec.name, spec.repeatable ? parser.values(spec.name).join(QLatin1Char(','))
                                                           : parser.value(spec.name));
        }
    }
    out.m_positionals = parser.positionalArguments().mid(2);
    return out;
}

QString checkPositionals(const Arguments& arguments, const Verb& verb)
{
    const auto needed = std::count_if(verb.positionals.begin(), verb.positionals.end(),
                                      [](const PositionalSpec& spec) { return spec.required; });
    if (arguments.m_positionals.size() < needed) {
        return tr("%1 is missing.").arg(verb.positionals[arguments.m_positionals.size()].name);
    }
    const bool repeats = !verb.positionals.isEmpty() && verb.positionals.last().repeats;
    if (arguments.m_positionals.size() > verb.positionals.size() && !repeats) {
        return tr("Too many arguments: %1.").arg(arguments.m_positionals.last());
    }
    for (int i = 0; i < std::min(arguments.m_positionals.size(), verb.positionals.size()); ++i) {
        const PositionalSpec& spec = verb.positionals[i];
        if (!spec.choices.isEmpty() && !spec.choices.contains(arguments.m_positionals[i])) {
            return tr("%1 must be one of: %2.").arg(spec.name, spec.choices.join(QStringLiteral(", ")));
        }
    }
    return {};
}

void parseVerb(const QStringList& all, const Verb& verb, ParsedCommandLine& out)
{
    QCommandLineParser parser;
    declare(parser, globalSpecs());
    declare(parser, verb.options);
    if (!parser.parse(all)) {
        out.error = parser.errorText() + QLatin1Char('\n') + usageLine(verb);
        return;
    }
    Invocation invocation;
    const bool asksHome = std::any_of(verb.homeOptions.begin(), verb.homeOptions.end(),
                                      [&](const QString& option) { return parser.isSet(option); });
    invocation.global = globalOf(parser, verb.needsHome || asksHome, out.error);
    invocation.arguments = argumentsOf(parser, verb);
    for (const QString& problem : {checkOptions(parser, verb), checkPositionals(invocation.arguments, verb)}) {
        if (!problem.isEmpty()) {
            out.error = problem + QLatin1Char('\n') + usageLine(verb);
        }
    }
    if (out.error.isEmpty()) {
        invocation.verb = verb;
        out.invocation = std::move(invocation);
    }
}
} // namespace

QList<Verb> allVerbs()
{
    return networkVerbs() + verificationVerbs() + practiceVerbs() + walletVerbs() + accountVerbs() + waitingVerbs() +
           lockVerbs() + backupVerbs() + contentVerbs() + vehicleVerbs() + recordVerbs() + grantVerbs() +
           historyVerbs() + reportVerbs() + privateVerbs() + vinVerbs() + obdVerbs() + importVerbs() + listingVerbs() +
           dealVerbs() + settleVerbs() + appraiserVerbs() + deskVerbs();
}

ParsedCommandLine parseCommandLine(const QStringList& arguments)
{
    ParsedCommandLine out;
    out.json = arguments.contains(QStringLiteral("--json"));
    const bool wantsHelp = arguments.contains(QStringLiteral("--help")) || arguments.contains(QStringLiteral("-h"));
    const QStringList words = nounAndVerb(arguments);
    const auto verb = findVerb(words.value(0), words.value(1));
    if (wantsHelp) {
        out.help = verb ? helpOf(*verb) : listOfVerbs(words.value(0));
    } else if (verb) {
        parseVerb(arguments, *verb, out);
    } else {
        out.error =
            (words.isEmpty() ? tr("No verb given.") : tr("There is no verb “%1”.").arg(words.join(QLatin1Char(' ')))) +
            QLatin1Char('\n') + listOfVerbs({});
    }
    return out;
}

} // namespace autochain::cli
