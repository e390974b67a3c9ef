// SPDX-License-Identifier: GPL-3.0-or-later
#include "deallog.h"

#include "dealwords.h"
#include "viewmodels/base/format.h"

#include <QCoreApplication>

namespace autochain::desktop
{

QVariantList dealLog(const escrow::DealView& deal, const DealPeople& people, UnixTime now, const QString& level)
{
    QVariantList log;
    const auto tr = [](const char* text) { return QCoreApplication::translate("deal", text); };
    const auto add = [&](const char* icon, const QString& text, std::uint64_t at) {
        log << QVariantMap{{QStringLiteral("icon"), QLatin1String(icon)},
                           {QStringLiteral("text"), text},
                           {QStringLiteral("when"), at == 0 ? QString() : format::when(static_cast<UnixTime>(at), now)},
                           {QStringLiteral("level"), level}};
    };
    const escrow::Deal& state = deal.deal;
    add("pen-line", tr("%1 signed the terms and offered %2 AUC").arg(people.buyer(), words::auc(deal.terms.price)), 0);
    if (state.acceptedAt != 0) {
        add("pen-line", tr("%1 signed the same terms; the Safe was made").arg(people.seller()), state.acceptedAt);
    }
    if (deal.seated) {
        add("clipboard-check", tr("%1 took the seat").arg(people.shortName(deal.terms.appraiser)), 0);
    }
    if (state.fundedAt != 0) {
        add("coins", tr("%1 put %2 AUC into the Safe").arg(people.buyer(), words::auc(state.funded)), state.fundedAt);
    }
    if (state.depositedAt != 0) {
        add("scroll-text", tr("%1 put the title into the Safe").arg(people.seller()), state.depositedAt);
    }
    // The transfer that closes the deal is a record too.
    if (deal.historyGrew() && state.closedAt == 0) {
        add("file-plus", tr("A record was added to the car after signing"), 0);
    }
    if (state.disputedAt != 0) {
        add("triangle-alert", tr("A dispute was opened"), state.disputedAt);
    }
    for (const auto& signature : deal.coSignatures) {
        const QString name = people.shortName(signature.signer);
        const bool ruling = signature.settlement.outcome == escrow::Outcome::Ruling;
        const QString sentence = words::sentence(deal, people, signature.settlement);
        add("pen-line",
            ruling ? tr("%1 signed a ruling: %2").arg(name, sentence) : tr("%1 signed: %2").arg(name, sentence), 0);
    }
    if (state.closedAt != 0) {
        add("circle-check", words::closedLine(deal, people), state.closedAt);
    }
    return log;
}

} // namespace autochain::desktop
