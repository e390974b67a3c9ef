// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/wallet/activitytext.h"

#include <QCoreApplication>

namespace autochain::desktop
{
namespace
{
using store::Purpose;
using wallet::What;

QString tr(const char* text)
{
    return QCoreApplication::translate("activity", text);
}

QString turnText(wallet::Turn turn)
{
    switch (turn) {
    case wallet::Turn::SpeedingUp:
        return tr("sped up");
    case wallet::Turn::SpedUp:
        return tr("sped up");
    case wallet::Turn::Cancelling:
        return tr("being cancelled");
    case wallet::Turn::FirstWon:
        return tr("the first one went through after all");
    case wallet::Turn::None:
    case wallet::Turn::Cancelled:
    case wallet::Turn::LostToOther:
        break;
    }
    return {};
}

QString stem(const wallet::Activity& entry, std::uint32_t confirmationsWanted)
{
    switch (entry.what) {
    case What::Sent:
        return tr("Sent");
    case What::Received:
        return tr("Received");
    case What::SentCoin:
        return tr("Sent for fees");
    case What::Sending:
        return entry.blockNumber == 0
                   ? tr("Sending")
                   : tr("Sending, %1 of %2 blocks").arg(entry.confirmations).arg(confirmationsWanted);
    case What::NotSigned:
        return tr("Waits for your signature");
    case What::Failed:
        return tr("Failed, nothing was sent");
    case What::PutIntoDeal:
        return tr("Put into the Safe");
    case What::GotFromDeal:
        return tr("Paid out of the Safe");
    case What::Reward:
        return tr("Reward");
    case What::Vested:
        return tr("Vested");
    case What::StakeMoved:
        return entry.auc.negative ? tr("Stake put in") : tr("Stake taken out");
    case What::AssessmentPaid:
        return tr("Assessment");
    case What::Burned:
        return tr("Burned");
    case What::OwnAction:
        return purposeText(entry.purpose);
    case What::LookAlike:
        break;
    }
    return tr("Hidden: look-alike");
}
} // namespace

bool isDealStep(Purpose purpose)
{
    switch (purpose) {
    case Purpose::MakeOffer:
    case Purpose::WithdrawOffer:
    case Purpose::AcceptOffer:
    case Purpose::TakeSeat:
    case Purpose::FundDeal:
    case Purpose::DepositTitle:
    case Purpose::CoSign:
    case Purpose::Settle:
    case Purpose::OpenDispute:
    case Purpose::ClockPath:
        return true;
    default:
        return false;
    }
}

ActivityKind kindOf(const wallet::Activity& entry)
{
    switch (entry.what) {
    case What::LookAlike:
        return ActivityKind::Hidden;
    case What::PutIntoDeal:
    case What::GotFromDeal:
        return ActivityKind::Deals;
    case What::Received:
    case What::Reward:
    case What::Vested:
        return ActivityKind::In;
    case What::Sent:
    case What::SentCoin:
    case What::Burned:
        return ActivityKind::Out;
    default:
        return isDealStep(entry.purpose) ? ActivityKind::Deals : ActivityKind::Other;
    }
}

QString whatText(const wallet::Activity& entry, const QString& subject, std::uint32_t confirmationsWanted)
{
    const bool cancelled = entry.turn == wallet::Turn::Cancelled;
    QString text = cancelled                                 ? tr("Cancelled, nothing was sent")
                   : entry.turn == wallet::Turn::LostToOther ? tr("Replaced by another transaction")
                                                             : stem(entry, confirmationsWanted);
    const bool waits =
        cancelled || entry.what == What::Sending || entry.what == What::NotSigned || entry.what == What::Failed;
    if (waits && entry.purpose != Purpose::Other && entry.purpose != Purpose::SendAuc) {
        text += QStringLiteral(": ") + purposeText(entry.purpose);
    }
    if (const QString turn = turnText(entry.turn); !turn.isEmpty()) {
        text = tr("%1, %2").arg(text, turn);
    }
    return subject.isEmpty() ? text : tr("%1, %2").arg(text, subject);
}

QString whatIcon(const wallet::Activity& entry)
{
    if (entry.turn == wallet::Turn::Cancelled) {
        return QStringLiteral("ban");
    }
    switch (entry.what) {
    case What::Sent:
    case What::SentCoin:
        return QStringLiteral("arrow-up-right");
    case What::Received:
    case What::Vested:
        return QStringLiteral("arrow-down-left");
    case What::Sending:
        return QStringLiteral("clock");
    case What::NotSigned:
        return QStringLiteral("pen-line");
    case What::Failed:
        return QStringLiteral("triangle-alert");
    case What::PutIntoDeal:
        return QStringLiteral("lock");
    case What::GotFromDeal:
        return QStringLiteral("lock-open");
    case What::Reward:
        return QStringLiteral("gift");
    case What::AssessmentPaid:
    case What::StakeMoved:
        return QStringLiteral("clipboard-check");
    case What::LookAlike:
        return QStringLiteral("ban");
    default:
        break;
    }
    if (entry.purpose == Purpose::PublishListing || entry.purpose == Purpose::ChangePrice) {
        return QStringLiteral("tag");
    }
    return isDealStep(entry.purpose) ? QStringLiteral("handshake") : QStringLiteral("receipt-text");
}

QString purposeText(Purpose purpose)
{
    switch (purpose) {
    case Purpose::SendAuc:
        return tr("Sent");
    case Purpose::SendCoin:
        return tr("Sent for fees");
    case Purpose::RegisterVehicle:
        return tr("Car registered");
    case Purpose::AppendRecord:
        return tr("Record added");
    case Purpose::SetGrant:
        return tr("Right to add records given");
    case Purpose::ProposeLien:
        return tr("Lien proposed");
    case Purpose::AcceptLien:
        return tr("Lien accepted");
    case Purpose::ReleaseLien:
        return tr("Lien released");
    case Purpose::TransferTitle:
        return tr("Title given away");
    case Purpose::PublishListing:
        return tr("Listed");
    case Purpose::ChangePrice:
        return tr("Price changed");
    case Purpose::WithdrawListing:
        return tr("Listing taken down");
    case Purpose::MakeOffer:
        return tr("Offer made");
    case Purpose::WithdrawOffer:
        return tr("Offer withdrawn");
    case Purpose::AcceptOffer:
        return tr("Offer accepted");
    case Purpose::TakeSeat:
        return tr("Appraiser's seat taken");
    case Purpose::FundDeal:
        return tr("Put into the Safe");
    case Purpose::DepositTitle:
        return tr("Title put into the Safe");
    case Purpose::CoSign:
        return tr("Settlement signed");
    case Purpose::Settle:
        return tr("Deal settled");
    case Purpose::OpenDispute:
        return tr("Dispute opened");
    case Purpose::ClockPath:
        return tr("Deadline carried out");
    case Purpose::RegisterAppraiser:
        return tr("Registered as appraiser");
    case Purpose::Stake:
        return tr("Stake put in");
    case Purpose::Unstake:
        return tr("Stake taken out");
    case Purpose::OrderAssessment:
        return tr("Assessment ordered");
    case Purpose::AcceptAssessment:
        return tr("Assessment accepted");
    case Purpose::PublishReport:
        return tr("Report published");
    case Purpose::ClaimReward:
        return tr("Reward claimed");
    case Purpose::Foundation:
        return tr("Foundation's act");
    case Purpose::Deploy:
        return tr("Contract put on the chain");
    case Purpose::CancelPending:
        return tr("Waiting payment cancelled");
    case Purpose::Other:
        break;
    }
    return tr("Own transaction");
}

} // namespace autochain::desktop
