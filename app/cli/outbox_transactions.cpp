// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbox_transactions.h"

namespace autochain::cli
{
namespace
{
using store::Purpose;
constexpr std::chrono::minutes kPatience{10};

struct Named {
    std::string_view word;
    Purpose purpose;
};
constexpr Named kPurposes[] = {
    {"wallet.send", Purpose::SendAuc},          {"wallet.sendCoin", Purpose::SendCoin},
    {"vehicle.mint", Purpose::RegisterVehicle}, {"vehicle.append", Purpose::AppendRecord},
    {"vehicle.grant", Purpose::SetGrant},       {"listing.publish", Purpose::PublishListing},
    {"listing.price", Purpose::ChangePrice},    {"listing.withdraw", Purpose::WithdrawListing},
    {"deal.offer", Purpose::MakeOffer},         {"deal.withdraw", Purpose::WithdrawOffer},
    {"deal.accept", Purpose::AcceptOffer},      {"deal.seat", Purpose::TakeSeat},
    {"deal.fund", Purpose::FundDeal},           {"deal.deposit", Purpose::DepositTitle},
    {"deal.cosign", Purpose::CoSign},           {"deal.settle", Purpose::Settle},
    {"deal.dispute", Purpose::OpenDispute},     {"deal.clock", Purpose::ClockPath},
    {"deal.fallback", Purpose::ClockPath},      {"appraiser.register", Purpose::RegisterAppraiser},
    {"wallet.cancel", Purpose::CancelPending}};

Purpose purposeOf(std::string_view word)
{
    for (const Named& named : kPurposes) {
        if (named.word == word) {
            return named.purpose;
        }
    }
    return Purpose::Other;
}
} // namespace

std::string_view wordOf(Purpose purpose)
{
    for (const Named& named : kPurposes) {
        if (named.purpose == purpose) {
            return named.word;
        }
    }
    return "other";
}

QCoro::Task<Result<Hash32>> OutboxTransactions::submit(Address from, Call call, SigningHints hints, std::string purpose,
                                                       Hash32 subject)
{
    wallet::Submission submission;
    submission.from = from;
    submission.call = std::move(call);
    submission.hints = std::move(hints);
    submission.purpose = purposeOf(purpose);
    submission.subject = subject;
    co_return co_await m_outbox.submit(std::move(submission));
}

QCoro::Task<Result<Receipt>> OutboxTransactions::waitMined(Hash32 transactionHash)
{
    co_return co_await m_outbox.waitMined(transactionHash, kPatience);
}

} // namespace autochain::cli
