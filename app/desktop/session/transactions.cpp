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

constexpr std::array<std::pair<std::string_view, Purpose>, 14> kWords = {{
    {"deal.offer", Purpose::MakeOffer},
    {"deal.withdraw", Purpose::WithdrawOffer},
    {"deal.withdrawOffer", Purpose::WithdrawOffer},
    {"deal.accept", Purpose::AcceptOffer},
    {"deal.seat", Purpose::TakeSeat},
    {"deal.takeSeat", Purpose::TakeSeat},
    {"deal.fund", Purpose::FundDeal},
    {"deal.deposit", Purpose::DepositTitle},
    {"deal.coSign", Purpose::CoSign},
    {"deal.cosign", Purpose::CoSign},
    {"deal.execute", Purpose::Settle},
    {"deal.dispute", Purpose::OpenDispute},
    {"deal.openDispute", Purpose::OpenDispute},
    {"deal.clock", Purpose::ClockPath},
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

QCoro::Task<Result<Hash32>> OutboxTransactions::submit(Address from, Call call, SigningHints hints, std::string purpose)
{
    co_return co_await m_outbox.submit(from, std::move(call), std::move(hints), purposeOf(purpose));
}

QCoro::Task<Result<Receipt>> OutboxTransactions::waitMined(Hash32 transactionHash)
{
    co_return co_await m_outbox.waitMined(transactionHash, kLongestWait);
}

} // namespace autochain::desktop
