// SPDX-License-Identifier: GPL-3.0-or-later
// The deal board's sentences: where we are, whose turn, what happens if nobody acts, and what each act does.
#pragma once

#include "dealpeople.h"

#include <QString>

namespace autochain::desktop
{

struct Headline {
    QString title;
    QString text;
    bool operator==(const Headline&) const = default;
};

namespace words
{

QString auc(const U256& amount); // "200,000", with decimals only where there are some

Headline where(const escrow::DealView& deal, const DealPeople& people, UnixTime now);
Headline turn(const escrow::DealView& deal, const DealPeople& people, UnixTime now);
Headline ifNobodyActs(const escrow::DealView& deal, const DealPeople& people, UnixTime now);

// "200,000 AUC to Bob, title of …134592 to you."
QString sentence(const escrow::DealView& deal, const DealPeople& people, const escrow::Settlement& settlement);
// "title of …134592"; without a known VIN "the title".
QString titleWords(const escrow::DealView& deal);

QString actLabel(escrow::ActionKind kind, const escrow::DealView& deal, const DealPeople& people);
QString actSentence(escrow::ActionKind kind, const escrow::DealView& deal, const DealPeople& people);
// Why a button is off and what to do; empty where it is on.
QString whyNot(const escrow::Action& action, const DealPeople& people);
QString closedLine(const escrow::DealView& deal, const DealPeople& people);

} // namespace words
} // namespace autochain::desktop
