// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/wallet/feeviewmodel.h"

#include "viewmodels/base/format.h"
#include "wallet/waiting.h"

namespace autochain::desktop
{
namespace
{
const U256 kWeiPerGwei(1'000'000'000ULL);

// A price typed in gwei; finer than a wei is not a price.
Result<U256> weiOf(const QString& typed)
{
    AC_TRY(const U256 inCoinUnits, format::parseMoney(typed));
    if (!(inCoinUnits % kWeiPerGwei).isZero()) {
        return BaseError::TooManyDecimals;
    }
    return inCoinUnits / kWeiPerGwei;
}
} // namespace

QString gwei(const U256& weiPerGas)
{
    const auto units = checkedMul(weiPerGas, kWeiPerGwei);
    return units.ok() ? format::moneyExact(*units) : QStringLiteral("∞");
}

void FeeViewModel::setChoice(const QString& choice)
{
    if (choice == m_choice) {
        return;
    }
    if (choice == QStringLiteral("own") && m_ownPrice.isEmpty() && m_now) { // begins with what would be offered
        const wallet::FeeQuote normal = wallet::quoteFee(*m_now, m_gas, {});
        m_ownPrice = gwei(normal.maxFeePerGas);
        m_ownTip = gwei(normal.maxPriorityFeePerGas);
    }
    m_choice = choice;
    emit changed();
}

void FeeViewModel::setOwnPrice(const QString& text)
{
    if (text != m_ownPrice) {
        m_ownPrice = text;
        emit changed();
    }
}

void FeeViewModel::setOwnTip(const QString& text)
{
    if (text != m_ownTip) {
        m_ownTip = text;
        emit changed();
    }
}

void FeeViewModel::setGas(std::uint64_t gas)
{
    if (gas != m_gas) {
        m_gas = gas;
        emit changed();
    }
}

Result<wallet::FeeChoice> FeeViewModel::own() const
{
    wallet::FeeChoice out;
    AC_TRY(const U256 price, weiOf(m_ownPrice));
    out.gasPrice = price;
    out.maxFeePerGas = price;
    if (hasTip()) {
        AC_TRY(out.maxPriorityFeePerGas, weiOf(m_ownTip));
    }
    if (m_now) {
        AC_CHECK(wallet::checkOwnPrices(*m_now, out));
    }
    return out;
}

Result<wallet::FeeChoice> FeeViewModel::fee() const
{
    if (m_choice == QStringLiteral("own")) {
        return own();
    }
    wallet::FeeChoice out;
    out.speed = m_choice == QStringLiteral("slow")   ? wallet::Speed::Slow
                : m_choice == QStringLiteral("fast") ? wallet::Speed::Fast
                                                     : wallet::Speed::Normal;
    return out;
}

ErrorView FeeViewModel::error() const
{
    const auto chosen = fee();
    return chosen.ok() ? ErrorView() : ErrorView::of(chosen.error());
}

QString FeeViewModel::estimate() const
{
    const auto chosen = fee();
    if (!m_now || !chosen.ok()) {
        return {};
    }
    const wallet::FeeQuote quote = wallet::quoteFee(*m_now, m_gas, *chosen);
    return tr("About %1 %2, at %3 gwei per gas")
        .arg(format::money(quote.likelyWei, 8), QString::fromStdString(m_session.network().coin), gwei(quote.gasPrice));
}

// With a base fee the offer is a ceiling: 1.5, 2 or 3 times what blocks take now (wallet/fees.cpp). The base fee grows
// by an eighth at most from one full block to the next (EIP-1559), so a ceiling lasts 3, 5 or 9 full blocks.
QString FeeViewModel::wait() const
{
    if (!m_now || m_choice == QStringLiteral("own")) {
        return {};
    }
    const bool slow = m_choice == QStringLiteral("slow");
    const bool fast = m_choice == QStringLiteral("fast");
    if (m_now->dynamic) {
        return slow ? tr("Likely in one of the next few blocks. If fees rise by more than half, it waits until it is "
                         "quieter.")
               : fast
                   ? tr("Likely in the next block: the miner gets twice the usual tip. It waits only if fees rise to "
                        "more than three times.")
                   : tr("Likely in the next block or two. It waits only if fees rise to more than double.");
    }
    return slow   ? tr("As much as blocks took last: a few blocks when it is quiet, longer when others offer more.")
           : fast ? tr("Half more than blocks took last: likely in the next block.")
                  : tr("A tenth more than blocks took last: likely within a few blocks.");
}

QString FeeViewModel::network() const
{
    return m_now ? tr("Blocks take %1 gwei per gas now.").arg(gwei(wallet::wantedPerGas(*m_now))) : QString();
}

QString FeeViewModel::warning() const
{
    const auto chosen = fee();
    if (!m_now || !chosen.ok()) {
        return {};
    }
    Transaction tx;
    wallet::applyFee(wallet::quoteFee(*m_now, m_gas, *chosen), tx);
    return wallet::offersTooLittle(tx, *m_now) ? tr("This is less than blocks take now. The payment may wait for hours "
                                                    "or for good; it can be sped up or "
                                                    "cancelled later, for a higher fee.")
                                               : QString();
}

void FeeViewModel::refresh()
{
    m_session.gate().start(ask());
}

QCoro::Task<> FeeViewModel::ask()
{
    const auto now = co_await m_session.node().fees();
    if (now.ok()) {
        m_now = *now;
        emit changed();
    }
}

} // namespace autochain::desktop
