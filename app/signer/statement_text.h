// SPDX-License-Identifier: GPL-3.0-or-later
// From the statement to the words a person reads, for windows and console alike. All text of signing stands here.
#pragma once

#include "base/result.h"
#include "signing/signer_port.h"
#include "signing/statement.h"

#include <QStringList>

#include <optional>

namespace autochain::signer
{

// Marks of parts that are set in the mono family inside a sentence; plain() takes them out.
inline constexpr QChar kMonoOn(0xE000);
inline constexpr QChar kMonoOff(0xE001);
QString plain(QString marked);

struct TextRow {
    QString label;  // "Money"
    QString what;   // "Safe to Bob Keller"
    QString amount; // "200,000.00", right aligned; or "Mazda, 2019" without a unit
    QString unit;
    std::optional<Address> address; // shown in full below
    bool strongAmount = true;
    bool mono = false; // `what` is a hash or number
};

// An address that begins and ends like one that is known.
struct LookAlikeText {
    Address address;
    Address known;
    QString name; // of the known one
};

struct StatementText {
    QString asked;    // "You are asked to sign, as Alice Brandt"
    QString sentence; // with marks and line breaks
    QList<TextRow> moves;
    QList<TextRow> facts;   // one line each
    QList<TextRow> numbers; // what few people look at: with the raw data
    QStringList warnings;
    QStringList checks;     // the four a person looks for first
    QStringList moreChecks; // with the raw data
    QString hashLabel;
    QString no; // the three buttons: "Do not sign", "Hold to sign", "Sign"
    QString hold;
    QString yes;
    // What has to be typed where holding a button is no option, and what the field is called.
    QString typed;
    QString typePrompt;
    QList<LookAlikeText> lookAlikes; // signing waits for a tick that they were compared
    // Not empty: nothing is signed before this was typed, however it is confirmed; letter case does not count.
    QString gateTyped;
    QString gatePrompt;
};
StatementText textOf(const signing::Statement& statement, const QString& coin);

// Why nothing is signed: always the three parts.
struct RefusalText {
    QString title;
    QString cause;
    QString money;
    QString whatToDo;
};
RefusalText refusalText(const Error& error);

// Calldata as lines: the selector, then words of 32 bytes, each with its place.
QStringList rawWords(const Bytes& calldata);
QString amountText(const U256& amount, int minDecimals = 0); // grouped by locale, all significant decimals
// What came of asking the desktop; empty: nothing to tell.
QString slotText(SlotState slot);
QString wrongPassphraseText(int triesLeft, int waitSeconds, QString* money, QString* whatToDo); // cause

} // namespace autochain::signer
