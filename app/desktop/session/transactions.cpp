// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/transactions.h"

#include <array>
#include <utility>

namespace autochain::desktop
{
namespace
{
using store::Purpose;
constexpr std::chrono::minutes kLongestWait{10};

constexpr std::array<std::pair<std::string_view, Purpose>, 11> kWords = {{
    {"deal.offer", Purpose::MakeOffer},
    {"deal.withdraw", Purpose::WithdrawOffer},
    {"deal.accept", Purpose::AcceptOffer},
    {"deal.seat", Purpose::TakeSeat},
    {"deal.fund", Purpose::FundDeal},
    {"deal.deposit", Purpose::DepositTitle},
    {"deal.cosign", Purpose::CoSign},
    {"deal.settle", Purpose::Settle},
    {"deal.dispute", Purpose::OpenDispute},
    {"deal.clock", Purpose::ClockPath},
    {"deal.fallback", Purpose::ClockPath},
}};
} // namespace

store::Purpose purposeOf(std::string_view word)
{
    for (const auto& [name, purpose] : kWords) {
        if (word == name) {
            return purpose;
        }
    }
    return Purpose::Other;
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
    co_return co_await m_outbox.waitMined(transactionHash, kLongestWait);
}

} // namespace autochain::desktop
