// SPDX-License-Identifier: GPL-3.0-or-later
#include "dealpeople.h"

#include "session/session.h"
#include "viewmodels/base/format.h"

#include <QCoreApplication>

namespace autochain::desktop
{

QString givenName(const QString& fullName)
{
    const QStringList words = fullName.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return words.size() == 2 ? words.first() : fullName;
}

DealPeople::DealPeople(const Session& session, const escrow::DealView& deal)
    : m_session(session), m_deal(deal), m_me(session.me()), m_myParty(escrow::partyOf(deal, session.me()))
{
}

QString DealPeople::fullName(const Address& who) const
{
    const QString name = m_session.nameOf(who);
    return name.isEmpty() ? format::shortAddress(who) : name;
}

QString DealPeople::shortName(const Address& who) const
{
    return givenName(fullName(who));
}

QString DealPeople::toWhom(const Address& who) const
{
    return isMe(who) ? QCoreApplication::translate("deal", "you") : shortName(who);
}

QString DealPeople::gets(const Address& who) const
{
    return isMe(who) ? QCoreApplication::translate("deal", "You get")
                     : QCoreApplication::translate("deal", "%1 gets").arg(shortName(who));
}

QString DealPeople::nameOf(escrow::Party party) const
{
    switch (party) {
    case escrow::Party::Buyer:
        return buyer();
    case escrow::Party::Seller:
        return seller();
    case escrow::Party::Appraiser:
        return appraiser();
    case escrow::Party::Substitute:
        return substitute();
    case escrow::Party::Stranger:
        break;
    }
    return {};
}

const Address& DealPeople::counterparty() const
{
    return isMe(m_deal.terms.buyer) ? m_deal.terms.seller : m_deal.terms.buyer;
}

} // namespace autochain::desktop
