// SPDX-License-Identifier: GPL-3.0-or-later
#include "waysmodel.h"

namespace autochain::desktop
{

QHash<int, QByteArray> WaysModel::roleNames() const
{
    return {{KeyRole, "key"},
            {TitleRole, "title"},
            {SubtitleRole, "subtitle"},
            {BuyerMoneyRole, "buyerMoney"},
            {BuyerTitleRole, "buyerTitle"},
            {SellerMoneyRole, "sellerMoney"},
            {SellerTitleRole, "sellerTitle"},
            {AppraiserMoneyRole, "appraiserMoney"},
            {SignersRole, "signers"},
            {MineRole, "mine"},
            {ActionRole, "action"},
            {ButtonRole, "button"},
            {SentenceRole, "sentence"},
            {ReasonRole, "reason"},
            {TypedPhraseRole, "typedPhrase"}};
}

QVariant WaysModel::value(const WayRow& row, int role) const
{
    switch (role) {
    case KeyRole:
        return row.key;
    case TitleRole:
        return row.title;
    case SubtitleRole:
        return row.subtitle;
    case BuyerMoneyRole:
        return row.buyerMoney;
    case BuyerTitleRole:
        return row.buyerTitle;
    case SellerMoneyRole:
        return row.sellerMoney;
    case SellerTitleRole:
        return row.sellerTitle;
    case AppraiserMoneyRole:
        return row.appraiserMoney;
    case SignersRole:
        return row.signers;
    case MineRole:
        return row.mine;
    case ActionRole:
        return row.action;
    case ButtonRole:
        return row.button;
    case SentenceRole:
        return row.sentence;
    case ReasonRole:
        return row.reason;
    case TypedPhraseRole:
        return row.typedPhrase;
    default:
        return {};
    }
}

const WayRow* WaysModel::find(const QString& key) const
{
    for (const WayRow& row : rows()) {
        if (row.key == key) {
            return &row;
        }
    }
    return nullptr;
}

} // namespace autochain::desktop
