// SPDX-License-Identifier: GPL-3.0-or-later
// Who is who in a deal, as its reader knows them.
#pragma once

#include "escrow/rules.h"

#include <QString>

namespace autochain::desktop
{

class Session;

class DealPeople
{
public:
    DealPeople(const Session& session, const escrow::DealView& deal);

    const Address& me() const { return m_me; }
    escrow::Party myParty() const { return m_myParty; }
    bool isMe(const Address& who) const { return who == m_me; }

    QString fullName(const Address& who) const;  // "Alice Brandt", or a short address
    QString shortName(const Address& who) const; // "Alice"; a business keeps its whole name
    QString toWhom(const Address& who) const;    // "you", or the short name
    QString gets(const Address& who) const;      // "You get" or "Alice gets"
    QString buyer() const { return shortName(m_deal.terms.buyer); }
    QString seller() const { return shortName(m_deal.terms.seller); }
    QString appraiser() const
    {
        return shortName(m_deal.deal.currentAppraiser.isZero() ? m_deal.terms.appraiser : m_deal.deal.currentAppraiser);
    }
    QString substitute() const { return shortName(m_deal.terms.substitute); }
    QString nameOf(escrow::Party party) const;
    // The other one of buyer and seller; for an appraiser the buyer.
    const Address& counterparty() const;

private:
    const Session& m_session;
    const escrow::DealView& m_deal;
    Address m_me;
    escrow::Party m_myParty;
};

// "Alice" of "Alice Brandt"; names of more or fewer than two words are kept whole.
QString givenName(const QString& fullName);

} // namespace autochain::desktop
