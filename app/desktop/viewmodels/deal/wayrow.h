// SPDX-License-Identifier: GPL-3.0-or-later
// One way to settle, as a column of the deal board: who gets what, who signed, what the button does.
#pragma once

#include "dealwords.h"

#include <QVariantList>

namespace autochain::desktop
{

struct WayRow {
    QString key; // names the settlement
    QString title;
    QString subtitle;
    QString buyerMoney; // "" where none
    bool buyerTitle = false;
    QString sellerMoney;
    bool sellerTitle = false;
    QString appraiserMoney;
    QVariantList signers; // { name, signed, line }
    bool mine = false;    // tinted: waits for you
    QString action;       // "sign", "execute", "wait", "none"
    QString button;
    QString sentence;
    QString reason; // why the button is off
    QString typedPhrase;
    escrow::Settlement settlement; // what the button signs
    escrow::ActionKind kind = escrow::ActionKind::SignRelease;
    std::string reasons; // a ruling's
    bool operator==(const WayRow&) const = default;
};

// Release, every split or ruling somebody signed, refund.
std::vector<WayRow> waysOf(const escrow::DealView& deal, const DealPeople& people, UnixTime now);

} // namespace autochain::desktop
