// SPDX-License-Identifier: GPL-3.0-or-later
#include "statement_text.h"

#include "base/amount.h"
#include "base/hex.h"
#include "crypto/address.h"
#include "statement_rows.h"
#include "statement_words.h"
#include "vin_words.h"

#include <QLocale>

namespace autochain::signer
{

using namespace words; // NOLINT(google-build-using-namespace): the same text, in three files

namespace
{

QString otherName(const Statement& s)
{
    for (const auto& signer : s.signers) {
        if (!signer.self) {
            return shortName(signer);
        }
    }
    return tr("the other side");
}

QString warningText(const signing::WarningLine& warning)
{
    using signing::Warning;
    switch (warning.kind) {
    case Warning::CannotUndo:
        return warning.arg.empty()
                   ? tr("Nobody can undo this.")
                   : tr("Nobody can undo this, %1 included.").arg(qs(warning.arg).section(QLatin1Char(' '), 0, 0));
    case Warning::SafeEmptyAfterwards:
        return tr("The Safe is empty afterwards.");
    case Warning::OnlyWithCarAndKeys:
        return tr("Sign only when you hold the car and its keys.");
    case Warning::OnlyWithMoneySeen:
        return tr("Sign only when the deal shows the money in the Safe. The title leaves your hands.");
    case Warning::SilencePaysNobody:
        return tr("Nothing forces you now: by your terms, silence pays nobody.");
    case Warning::CannotTakeBack:
        return tr("A signature once given cannot be taken back.");
    case Warning::LapsesWhenSettled:
        return tr("It lapses only when another settlement is final.");
    case Warning::UnknownRecipient:
        return tr("This address is not in your address book. Compare every sign of it.");
    case Warning::LooksAlike:
        return tr("The address begins and ends like that of %1 but is another one.").arg(qs(warning.arg));
    case Warning::TitleForNothing:
        return tr("The title leaves without any price. For a sale use a deal.");
    case Warning::AllowanceStands:
        return tr("It may be taken at any time, without asking again.");
    case Warning::BindingOffer:
        return tr("You are bound to these terms once the other side signs them too.");
    case Warning::StakeAtRisk:
        return tr("Silence past the date of a ruling costs stake.");
    case Warning::VinUnknown:
        return tr("The VIN was not given, so only the title's number can be shown.");
    case Warning::TermsUnknown:
        return tr("The terms were not given, so price and sides cannot be shown.");
    case Warning::TermsNotSignedHere:
        return tr("This program has no memory of your signing these terms.");
    case Warning::HighFee:
        return tr("The network fee is unusually high.");
    case Warning::PublicForGood:
        return tr("It stands on the chain for everyone and is never deleted.");
    case Warning::UnknownToken:
        return tr("The token is not in this network’s file: it is counted in its smallest units, and what it is worth "
                  "cannot be told.");
    case Warning::SafeOwners:
        return tr("It changes who may move what lies in the Safe.");
    case Warning::CopiesStay:
        return tr("Who reads something once may keep a copy; ending it later takes back nothing that was read.");
    case Warning::SuiteReads:
        return tr(
            "AutoChain gets the keys of these sections, not yours, and asks no more for this car until the signer "
            "locks.");
    case Warning::UnknownCode:
        return tr("This program cannot say what it does. It may take everything this account has, now or later, and "
                  "nobody can undo it. If somebody told you to do this, they probably want your money.");
    }
    return {};
}

QString checkText(const Statement& s, signing::Check check)
{
    using signing::Check;
    switch (check) {
    case Check::PlainCall:
        return tr("Plain call, no delegate call");
    case Check::EveryByte:
        return tr("Every byte understood");
    case Check::VinFitsTitle:
        return tr("VIN fits the title’s number");
    case Check::SameAsTerms:
        return tr("Fits the deal’s terms");
    case Check::SameAsTermsSigned:
        return tr("Same as the terms you signed");
    case Check::SafeFromTerms:
        return tr("Safe belongs to these terms");
    case Check::OtherSignature:
        return tr("Signature of %1 is right").arg(otherName(s));
    case Check::OwnSignature:
        return tr("Your own signature is right");
    case Check::ThisNetwork:
        return tr("For this network only");
    }
    return {};
}

// The four a person looks for first; the rest stands with the raw data.
void setChecks(StatementText& text, const Statement& s)
{
    using signing::Check;
    const auto first = [](Check check) {
        return check == Check::PlainCall || check == Check::EveryByte || check == Check::VinFitsTitle ||
               check == Check::SameAsTerms || check == Check::SameAsTermsSigned;
    };
    for (const auto check : s.checks) {
        if (first(check)) {
            text.checks << checkText(s, check);
        }
    }
    for (const auto check : s.checks) {
        if (!first(check)) {
            (text.checks.size() < 4 ? text.checks : text.moreChecks) << checkText(s, check);
        }
    }
}

void setTyped(StatementText& text, const Statement& s)
{
    if (s.kind == Kind::UnknownCall) { // the address is typed already
        text.typed = tr("sign");
        text.typePrompt = tr("Type the word %1 to sign").arg(text.typed);
        return;
    }
    for (const auto& move : s.moves) {
        if (move.asset != Asset::Title) {
            text.typed = qs(formatAmount(move.amount));
            text.typePrompt = tr("Type the amount %1 to sign").arg(text.typed);
            return;
        }
    }
    for (const auto kind : {FactKind::Amount, FactKind::Price}) {
        if (const auto* amount = factOf<U256>(s, kind)) {
            text.typed = qs(formatAmount(*amount));
            text.typePrompt = tr("Type the amount %1 to sign").arg(text.typed);
            return;
        }
    }
    const bool opens = s.kind == Kind::OpenSections;
    if (s.vehicle && s.vehicle->vin.size() == 17) {
        text.typed = qs(s.vehicle->vin).right(6);
        text.typePrompt =
            (opens ? tr("Type the VIN’s last six signs %1 to open") : tr("Type the VIN’s last six signs %1 to sign"))
                .arg(text.typed);
        return;
    }
    text.typed = opens ? tr("open") : tr("sign");
    text.typePrompt = (opens ? tr("Type the word %1 to open") : tr("Type the word %1 to sign")).arg(text.typed);
}

} // namespace

QString plain(QString marked)
{
    return marked.remove(kMonoOn).remove(kMonoOff);
}

QString amountText(const U256& amount, int minDecimals)
{
    const QString digits = qs(formatAmount(amount, kAucDecimals, minDecimals));
    const QLocale locale;
    const qsizetype point = digits.indexOf(QLatin1Char('.'));
    QString whole = point < 0 ? digits : digits.left(point);
    for (qsizetype at = whole.size() - 3; at > 0; at -= 3) {
        whole.insert(at, locale.groupSeparator());
    }
    return point < 0 ? whole : whole + locale.decimalPoint() + digits.mid(point + 1);
}

QStringList rawWords(const Bytes& calldata)
{
    constexpr std::size_t kSelector = 4;
    constexpr std::size_t kWord = 32;
    const BytesView all = calldata;
    const std::size_t head = std::min(kSelector, all.size());
    QStringList out{QStringLiteral("      ") + qs(toHex0x(all.first(head)))};
    for (std::size_t at = head; at < all.size(); at += kWord) {
        const std::size_t size = std::min(kWord, all.size() - at);
        out << QStringLiteral("%1  %2").arg((at - head) / kWord, 4).arg(qs(toHex(all.subspan(at, size))));
    }
    return out;
}

StatementText textOf(const Statement& statement, const QString& coin)
{
    StatementText text;
    const QString name = statement.self.name.empty() ? shortAddress(statement.self.address) : qs(statement.self.name);
    const bool opens = statement.kind == Kind::OpenSections;
    text.asked =
        (opens ? tr("You are asked to open something private, as %1") : tr("You are asked to sign, as %1")).arg(name);
    text.no = opens ? tr("Do not open") : tr("Do not sign");
    text.hold = opens ? tr("Hold to open") : tr("Hold to sign");
    text.yes = opens ? tr("Open") : tr("Sign");
    text.sentence = sentenceOf(statement, coin);
    if (!text.sentence.isEmpty()) {
        text.sentence[0] = text.sentence[0].toUpper();
    }
    text.moves = moveRows(statement, coin);
    text.facts = factRows(statement, coin);
    text.numbers = numberRows(statement, coin);
    for (const auto& warning : statement.warnings) {
        if (warning.kind == signing::Warning::LooksAlike) {
            text.lookAlikes << LookAlikeText{warning.address, warning.known, qs(warning.arg)};
        }
        // Two short ones share a line, as they belong together.
        if (warning.kind == signing::Warning::SafeEmptyAfterwards && !text.warnings.isEmpty()) {
            text.warnings.last() += QLatin1Char(' ') + warningText(warning);
        } else {
            text.warnings << warningText(warning);
        }
    }
    setChecks(text, statement);
    text.hashLabel = tr("hash");
    if (statement.kind == Kind::UnknownCall) {
        text.gateTyped = qs(checksumAddress(statement.contract.value_or(Address()))).right(6);
        text.gatePrompt = tr("Type the last six signs of the address it goes to");
    }
    setTyped(text, statement);
    return text;
}

} // namespace autochain::signer
