// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/backup/findings.h"

#include "viewmodels/base/errorview.h"
#include "viewmodels/base/format.h"

namespace autochain::desktop
{
namespace
{
const auto kClean = QStringLiteral("clean");
const auto kAttention = QStringLiteral("attention");
const auto kProblem = QStringLiteral("problem");

QString arg(const Error& error, std::size_t index)
{
    return index < error.args.size() ? QString::fromStdString(error.args[index]) : QString();
}
} // namespace

Findings::Finding Findings::ofWords(const SignerProcess::WordsTested& tested)
{
    if (tested.ofWords == 0) {
        return {kAttention, tr("No account here comes from words"),
                tr("They are words of the right kind, but the keys of this wallet were brought in without words.")};
    }
    if (tested.covered == 0) {
        return {
            kProblem, tr("These are the words of another wallet"),
            tr("They are words of the right kind, but none of the accounts here comes from them. If this computer "
               "broke they would not bring your money back. Look for the paper you wrote for this wallet; without it, "
               "make a new wallet and send everything there.")};
    }
    if (tested.covered < tested.ofWords) {
        return {kAttention, tr("Your words bring back a part"),
                tr("%1 of %2 accounts come from these words. The others have words of their own: test those too.")
                    .arg(tested.covered)
                    .arg(tested.ofWords)};
    }
    return {kClean, tr("Your words are right"),
            tr("%n account(s) here come from them: money, titles and open deals are found again from the chain.",
               nullptr, tested.covered)};
}

Findings::Finding Findings::ofBadWords(const Error& error)
{
    const QString kind = arg(error, 1);
    const QString title = tr("These words are not right yet");
    const QString meaning =
        tr("Nothing was changed. If this is what your paper says, it would not bring your money back.");
    if (kind == QStringLiteral("count")) {
        return {kProblem, title,
                tr("There are %1 words; a wallet made here has 24.").arg(arg(error, 2)) + QLatin1Char(' ') + meaning};
    }
    if (kind == QStringLiteral("unknown")) {
        return {kProblem, title,
                tr("Word %1 is not in the list of words. Look at its spelling on your paper.").arg(arg(error, 2)) +
                    QLatin1Char(' ') + meaning};
    }
    return {kProblem, title,
            tr("Each is in the list, but together they do not fit: two may be swapped, or one is another word.") +
                QLatin1Char(' ') + meaning};
}

std::optional<Findings::Finding> Findings::ofImported(int imported)
{
    if (imported == 0) {
        return std::nullopt;
    }
    return Finding{kAttention, tr("%n account(s) were imported", nullptr, imported),
                   tr("No words bring them back. Keep their key file or private key as well, or send what they hold to "
                      "an account of your words.")};
}

QString Findings::contents(const store::BackupReport& report)
{
    QStringList parts;
    const auto add = [&](const char* table, QString (*words)(int)) {
        if (const int count = static_cast<int>(report.rowsOf(table)); count > 0) {
            parts.append(words(count));
        }
    };
    add("setting", [](int n) { return tr("%n setting(s)", nullptr, n); });
    add("contact", [](int n) { return tr("%n name(s)", nullptr, n); });
    add("draft", [](int n) { return tr("%n draft(s)", nullptr, n); });
    add("watched", [](int n) { return tr("%n watched car(s)", nullptr, n); });
    add("stock", [](int n) { return tr("%n car(s) in stock", nullptr, n); });
    add("message", [](int n) { return tr("%n message(s) and signature(s)", nullptr, n); });
    add("grant_until", [](int n) { return tr("%n grant(s)", nullptr, n); });
    add("outbox", [](int n) { return tr("%n payment(s) on their way", nullptr, n); });
    return parts.isEmpty() ? tr("nothing yet") : parts.join(QStringLiteral(", "));
}

Findings::Finding Findings::ofFile(const Result<store::BackupReport>& report, const QString& name)
{
    if (!report.ok()) {
        const ErrorView error = ErrorView::of(report.error());
        const bool away = report.error().is(StoreError::FolderGone) || report.error().is(StoreError::NotFound);
        return {kProblem, away ? tr("There was no file to try") : tr("The file %1 brings nothing back").arg(name),
                error.cause + QLatin1Char(' ') + error.next};
    }
    const QString age =
        report->ageSeconds < 60 ? tr("just now") : tr("%1 ago").arg(format::timeLeft(report->ageSeconds));
    return {kClean, tr("The file is whole"),
            tr("%1, made %2 (%3). In it: %4.").arg(name, format::dateTime(report->madeAt), age, contents(*report))};
}

Findings::Finding Findings::ofNoFile()
{
    return {kAttention, tr("There is no backup file yet"),
            tr("Your words bring back money, titles and deals. Names, drafts and settings would be lost.")};
}

Findings::Finding Findings::ofWalletBack()
{
    return {kClean, tr("Your wallet is back"),
            tr("Money, titles and open deals are read from the chain as soon as the home is open.")};
}

Findings::Finding Findings::ofMissing()
{
    return {kAttention, tr("What is missing without a backup"),
            tr("Names you gave to addresses, drafts, watched cars, settings, and signatures others sent you. You can "
               "go on without them, or try another file now: once the home is open none can be put in any more.")};
}

QVariantList Findings::toList(const std::vector<Finding>& findings)
{
    QVariantList out;
    for (const Finding& finding : findings) {
        out.append(QVariantMap{{QStringLiteral("status"), finding.status},
                               {QStringLiteral("title"), finding.title},
                               {QStringLiteral("text"), finding.text}});
    }
    return out;
}

QVariantList Findings::toList(const Finding& one)
{
    return toList(std::vector<Finding>{one});
}

QVariantList Findings::ofRestore(const Result<store::BackupReport>& report, const QString& name)
{
    std::vector<Finding> findings{ofWalletBack(), ofFile(report, name)};
    if (!report.ok()) {
        findings.push_back(ofMissing());
    }
    return toList(findings);
}

} // namespace autochain::desktop
