// SPDX-License-Identifier: GPL-3.0-or-later
// Why nothing is signed, in three parts: cause, your money, what to do.
#include "statement_text.h"

#include "signing/error.h"

#include <QCoreApplication>

#include <map>
#include <vector>

namespace autochain::signer
{

namespace
{

QString tr(const char* text)
{
    return QCoreApplication::translate("RefusalText", text);
}

// The rules of core/signing/clear_signing*.cpp, by the name they carry in the error.
QString ruleText(const std::string& rule)
{
    static const std::map<std::string, const char*> texts = {
        {"delegatecall",
         QT_TRANSLATE_NOOP("RefusalText",
                           "It runs a stranger's program with the Safe's own powers (a delegate call).")},
        {"unlimited approval", QT_TRANSLATE_NOOP("RefusalText", "It lets somebody take all your AUC, now and later.")},
        {"foreign chain id", QT_TRANSLATE_NOOP("RefusalText", "It is meant for another network.")},
        {"foreign contract",
         QT_TRANSLATE_NOOP("RefusalText", "It is meant for a contract that is not this network's.")},
        {"network changed",
         QT_TRANSLATE_NOOP("RefusalText",
                           "The network file names other contracts than when this program first used it.")},
        {"coins sent along with a call",
         QT_TRANSLATE_NOOP("RefusalText", "It sends coins along with a call that takes none.")},
        {"recipient is a contract",
         QT_TRANSLATE_NOOP("RefusalText", "It sends to a contract that could never give it back.")},
        {"zero address", QT_TRANSLATE_NOOP("RefusalText", "It sends to an address that belongs to nobody.")},
        {"amount does not fit the terms",
         QT_TRANSLATE_NOOP("RefusalText", "The amount is not the one the deal's terms ask for.")},
        {"not the buyer of this deal", QT_TRANSLATE_NOOP("RefusalText", "This account is not the buyer of that deal.")},
        {"not the seller of this deal",
         QT_TRANSLATE_NOOP("RefusalText", "This account is not the seller of that deal.")},
        {"not a side of this deal",
         QT_TRANSLATE_NOOP("RefusalText", "This account is neither buyer nor seller of that deal.")},
        {"not the appraiser of this deal",
         QT_TRANSLATE_NOOP("RefusalText", "This account is not the appraiser of that deal.")},
        {"this settlement is not yours to sign",
         QT_TRANSLATE_NOOP("RefusalText", "This settlement is for two others to sign.")},
        {"wrong signature",
         QT_TRANSLATE_NOOP("RefusalText", "A signature in it is not of the person who would have to give it.")},
        {"signature of another kind",
         QT_TRANSLATE_NOOP("RefusalText", "It carries a kind of signature whose meaning cannot be shown.")},
        {"not exactly two signatures",
         QT_TRANSLATE_NOOP("RefusalText", "A settlement carries two signatures, and this one does not.")},
        {"Safe is not this deal's",
         QT_TRANSLATE_NOOP("RefusalText", "The Safe it speaks of is not the one these terms lead to.")},
        {"a deal's Safe calls nothing but its module",
         QT_TRANSLATE_NOOP("RefusalText", "It makes the deal's Safe do something other than settle the deal.")},
        {"payment for gas out of the Safe",
         QT_TRANSLATE_NOOP("RefusalText", "It pays somebody out of the Safe besides the settlement.")},
        {"amounts do not add up to what the Safe holds",
         QT_TRANSLATE_NOOP("RefusalText", "The amounts do not add up to what the deal holds.")},
        {"settlement does not fit the terms",
         QT_TRANSLATE_NOOP("RefusalText", "The split is not one the terms of the deal allow.")},
        {"title to neither side", QT_TRANSLATE_NOOP("RefusalText", "It gives the title to somebody outside the deal.")},
        {"title is not the deal's",
         QT_TRANSLATE_NOOP("RefusalText", "It puts the title of another car into the deal.")},
        {"another holder's title", QT_TRANSLATE_NOOP("RefusalText", "It moves a title that is not this account's.")},
        {"another owner's permit", QT_TRANSLATE_NOOP("RefusalText", "It is a permit in somebody else's name.")},
        {"terms contradict themselves",
         QT_TRANSLATE_NOOP(
             "RefusalText",
             "The terms contradict themselves: times out of order, fees above the price or one person twice.")},
        {"reasons do not fit their digest",
         QT_TRANSLATE_NOOP("RefusalText", "The written reasons are not those the settlement names.")},
        {"not a settlement people sign",
         QT_TRANSLATE_NOOP("RefusalText", "This way to settle comes by the clock, not by a signature.")},
        {"not a VIN", QT_TRANSLATE_NOOP("RefusalText", "What it registers is not a VIN.")},
        {"another owner's tokens", QT_TRANSLATE_NOOP("RefusalText", "It moves tokens that are not this account's.")},
        {"power over the Safe",
         QT_TRANSLATE_NOOP("RefusalText", "It gives a stranger's program power over everything in the Safe.")},
        {"a hash nobody can read",
         QT_TRANSLATE_NOOP("RefusalText", "It agrees to a number behind which anything may stand.")},
        {"control characters",
         QT_TRANSLATE_NOOP("RefusalText", "A text in it holds signs that would show it otherwise than it is.")},
    };
    const auto found = texts.find(rule);
    return found == texts.end() ? tr("It breaks a rule of this program: %1.").arg(QString::fromStdString(rule))
                                : tr(found->second);
}

QString firstArg(const Error& error)
{
    return error.args.empty() ? QString() : QString::fromStdString(error.args.front());
}

struct BadSecretText {
    QString cause;
    QString whatToDo;
};

BadSecretText badSecretText(const QString& what)
{
    struct Row {
        const char* what;
        const char* cause;
        const char* whatToDo;
    };
    static const std::vector<Row> rows = {
        {"words", QT_TRANSLATE_NOOP("RefusalText", "These are not 12 to 24 words of a list, or one is misplaced."),
         QT_TRANSLATE_NOOP("RefusalText", "Compare them with your paper, word by word.")},
        {"other words", QT_TRANSLATE_NOOP("RefusalText", "These words do not belong to the vault on this computer."),
         QT_TRANSLATE_NOOP("RefusalText", "Look for the paper written when this wallet was made. If the words have a "
                                          "passphrase of their own, it is needed too.")},
        {"no words",
         QT_TRANSLATE_NOOP("RefusalText",
                           "This vault has no words, or an earlier version made it and it was not opened "
                           "since. Words cannot open it."),
         QT_TRANSLATE_NOOP("RefusalText", "Its passphrase opens it. Accounts that were brought in as keys come back "
                                          "from their key files.")},
        {"key", QT_TRANSLATE_NOOP("RefusalText", "This is not a private key."),
         QT_TRANSLATE_NOOP("RefusalText", "Check it and try again.")},
        {"keystore",
         QT_TRANSLATE_NOOP("RefusalText", "This is not a key file of the usual kind (Web3 Secret Storage, version 3)."),
         QT_TRANSLATE_NOOP("RefusalText", "Check it and try again.")},
        {"vault",
         QT_TRANSLATE_NOOP("RefusalText",
                           "The vault with your keys on this computer is damaged or could not be written."),
         QT_TRANSLATE_NOOP("RefusalText", "Check the disk. Your words bring the keys back on any computer.")},
        {"vault changed",
         QT_TRANSLATE_NOOP("RefusalText", "Another program changed the vault on this computer meanwhile."),
         QT_TRANSLATE_NOOP("RefusalText", "Lock, unlock and do it again. Nothing is lost.")},
        {"file exists", QT_TRANSLATE_NOOP("RefusalText", "There is a file of this name already."),
         QT_TRANSLATE_NOOP("RefusalText", "Choose another name; nothing is ever written over.")},
    };
    for (const Row& row : rows) {
        if (what == QLatin1String(row.what)) {
            return {tr(row.cause), tr(row.whatToDo)};
        }
    }
    return {tr("A file could not be read or written."), tr("Check it and try again.")};
}

} // namespace

RefusalText refusalText(const Error& error)
{
    RefusalText text;
    text.title = tr("This is not signed");
    text.money = tr("Nothing was signed. Your money and titles are where they were.");
    text.whatToDo =
        tr("Close this window. If you did not expect it, ask the other side by another way before you go on.");
    if (error.is(SigningError::Refused)) {
        text.cause = ruleText(error.args.empty() ? std::string() : error.args.front());
        if (error.args.front() == "network changed") {
            text.whatToDo = tr("If the contracts were really moved, start with a new signer folder for that network.");
        }
    } else if (error.is(SigningError::CannotDecode)) {
        text.cause = tr("This program cannot read all of it: %1.").arg(firstArg(error));
        text.whatToDo = tr("Close this window. What cannot be read is never signed here.");
    } else if (error.is(SigningError::UnknownAccount)) {
        text.cause = tr("There is no key here for %1.").arg(firstArg(error));
        text.whatToDo = tr("Bring the account in first, by its words or its key file.");
    } else if (error.is(SigningError::AccountExists)) {
        text.cause = tr("The account %1 is here already.").arg(firstArg(error));
        text.whatToDo = tr("Go on with that account.");
    } else if (error.is(SigningError::BadSecret)) {
        const BadSecretText found = badSecretText(firstArg(error));
        text.cause = found.cause;
        text.whatToDo = found.whatToDo;
    } else {
        text.cause = tr("The request cannot be answered.");
    }
    return text;
}

QString slotText(SlotState slot)
{
    switch (slot) {
    case SlotState::NotAsked:
    case SlotState::Here:
        return {};
    case SlotState::Gone:
        return tr("This desktop's key service is not running, so it could not unlock. Your passphrase does.");
    case SlotState::Slow:
        return tr("This desktop's key service did not answer within 3 seconds. Your passphrase unlocks.");
    case SlotState::Wiped:
        return tr("This desktop has no key for this vault any more. Nothing is lost: your passphrase unlocks.");
    case SlotState::Refused:
        return tr("This desktop's key service is locked or said no. Your passphrase unlocks.");
    case SlotState::Given:
        return tr("You did not wait for this desktop's key service. Your passphrase unlocks.");
    }
    return {};
}

QString wrongPassphraseText(int triesLeft, int waitSeconds, QString* money, QString* whatToDo)
{
    *money = tr("Nothing was signed. Your money and titles are where they were.");
    if (waitSeconds > 0 || triesLeft == 0) {
        *whatToDo = tr("Wait a minute, then try again. Look at capitals and keyboard layout.");
        return tr("The passphrase was wrong too many times.");
    }
    *whatToDo = triesLeft == 1 ? tr("Try again. After one more wrong one comes a minute's wait.")
                               : tr("Try again, %1 more times before a minute's wait.").arg(triesLeft);
    return tr("This passphrase does not open it.");
}

} // namespace autochain::signer
