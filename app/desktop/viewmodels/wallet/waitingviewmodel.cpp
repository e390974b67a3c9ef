// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/wallet/waitingviewmodel.h"

#include "base/hex.h"
#include "contracts/generated/auc.h"
#include "escrow/deal_calls.h"
#include "session/carnames.h"
#include "session/dealfeed.h"
#include "viewmodels/base/format.h"
#include "viewmodels/wallet/activitytext.h"
#include "viewmodels/wallet/feeviewmodel.h"

namespace autochain::desktop
{
namespace
{
using store::OutboxEntry;
using store::OutboxState;
using store::Purpose;
using wallet::Turn;
using wallet::WhyWaiting;

U256 highestPrice(const Transaction& tx)
{
    return tx.type == TxType::DynamicFee ? tx.maxFeePerGas : tx.gasPrice;
}

U256 mostOf(const Transaction& tx)
{
    const auto most = checkedMul(U256(tx.gasLimit), highestPrice(tx));
    return most.ok() ? *most : U256::max();
}
} // namespace

void WaitingViewModel::open(const wallet::Activity& entry)
{
    if (!entry.outboxId || m_busy) {
        return;
    }
    const auto row = m_session.outboxRows().byId(*entry.outboxId);
    if (row.ok() && row->has_value()) {
        m_turn = entry.turn;
        show(**row, entry.attempts);
    }
}

void WaitingViewModel::show(const OutboxEntry& entry, std::vector<OutboxEntry> attempts)
{
    m_entry = entry;
    m_attempts = std::move(attempts);
    m_waiting = waitingOf(entry);
    m_wanted.reset();
    m_error = {};
    m_step = Look;
    emit changed();
}

void WaitingViewModel::setWaiting(std::vector<wallet::Waiting> all)
{
    m_all = std::move(all);
    if (m_step != Closed) {
        m_waiting = waitingOf(*m_entry);
        emit changed();
    }
}

void WaitingViewModel::follow(const std::vector<wallet::Activity>& entries)
{
    if (m_step != Look && m_step != Done) {
        return;
    }
    for (const wallet::Activity& entry : entries) {
        const auto isOne = [&](const OutboxEntry& attempt) { return attempt.id == m_entry->id; };
        const bool same =
            entry.outboxId == m_entry->id || std::any_of(entry.attempts.begin(), entry.attempts.end(), isOne);
        const auto row = same ? m_session.outboxRows().byId(*entry.outboxId) : Result(std::optional<OutboxEntry>());
        if (row.ok() && row->has_value()) {
            m_entry = **row;
            m_attempts = entry.attempts;
            m_turn = entry.turn;
            m_waiting = waitingOf(*m_entry);
            emit changed();
        }
    }
}

std::optional<wallet::Waiting> WaitingViewModel::waitingOf(const OutboxEntry& entry) const
{
    for (const wallet::Waiting& waiting : m_all) {
        if (waiting.entry.tx.nonce == entry.tx.nonce) {
            const bool inBlock = entry.state == OutboxState::Mined || entry.state == OutboxState::Reverted;
            return inBlock ? std::nullopt : std::optional(waiting);
        }
    }
    return std::nullopt;
}

const OutboxEntry& WaitingViewModel::first() const
{
    return m_attempts.empty() ? *m_entry : m_attempts.front();
}

QString WaitingViewModel::nameOrShort(const Address& address) const
{
    const QString name = m_session.nameOf(address);
    return name.isEmpty() ? format::shortAddress(address) : name;
}

QString WaitingViewModel::whatOf(const OutboxEntry& entry) const
{
    const auto transfer = contracts::auc::decodeTransfer(entry.tx.data);
    if (entry.purpose == Purpose::SendAuc && transfer.ok()) {
        return tr("%1 AUC to %2").arg(format::moneyExact(transfer->value), nameOrShort(transfer->to));
    }
    if (entry.purpose == Purpose::SendCoin && entry.tx.to) {
        return tr("%1 %2 to %3").arg(format::moneyExact(entry.tx.value), coin(), nameOrShort(*entry.tx.to));
    }
    if (entry.purpose == Purpose::CancelPending) {
        return tr("An empty payment to yourself");
    }
    for (const escrow::DealView& deal : m_session.dealFeed().deals()) {
        if (deal.id == entry.subject) {
            return tr("%1, %2").arg(purposeText(entry.purpose), m_session.carNames().of(deal.terms.vehicleId).title);
        }
    }
    return entry.subject.isZero()
               ? purposeText(entry.purpose)
               : tr("%1, %2").arg(purposeText(entry.purpose), m_session.carNames().of(entry.subject).title);
}

QString WaitingViewModel::title() const
{
    if (!m_entry) {
        return {};
    }
    switch (m_turn) {
    case Turn::Cancelled:
        return tr("Cancelled");
    case Turn::SpedUp:
        return tr("Carried out with a higher fee");
    case Turn::FirstWon:
        return tr("The first one went through after all");
    case Turn::LostToOther:
        return tr("Another transaction took its place");
    case Turn::Cancelling:
        return tr("Being cancelled, not in a block yet");
    case Turn::SpeedingUp:
        return tr("Sped up, not in a block yet");
    case Turn::None:
        break;
    }
    return m_waiting ? tr("Not in a block yet") : tr("It is in a block");
}

QString WaitingViewModel::address() const
{
    if (!m_entry) {
        return {};
    }
    const auto transfer = contracts::auc::decodeTransfer(first().tx.data);
    const Address to = transfer.ok() ? transfer->to : first().tx.to.value_or(Address());
    return to.isZero() ? QString() : format::address(to);
}

QString WaitingViewModel::number() const
{
    return m_entry ? format::count(m_entry->tx.nonce) : QString();
}

QString WaitingViewModel::hash() const
{
    return m_entry ? QString::fromStdString(toHex0x(m_entry->hash)) : QString();
}

QString WaitingViewModel::waits() const
{
    if (!m_entry) {
        return {};
    }
    const UnixTime since = first().createdAt;
    const std::int64_t seconds = std::max<std::int64_t>(1, m_session.now() - since);
    return tr("%1, since %2").arg(format::timeLeft(seconds), format::dayOrDate(since, m_session.now()));
}

QString WaitingViewModel::offers() const
{
    return m_entry ? tr("%1 gwei per gas at most").arg(gwei(highestPrice(m_entry->tx))) : QString();
}

QString WaitingViewModel::asked() const
{
    return m_waiting ? tr("%1 gwei per gas").arg(gwei(m_waiting->wantedPerGas)) : QString();
}

QString WaitingViewModel::why() const
{
    if (!m_waiting) {
        return {};
    }
    switch (m_waiting->why) {
    case WhyWaiting::NextBlock:
        return tr("Nothing stands in its way: it offers what blocks take. Usually the next block has it.");
    case WhyWaiting::FeeTooLow:
        return tr("It offers less than blocks take now. It waits until the network is calmer, or for a higher fee.");
    case WhyWaiting::EarlierWaits:
        return tr("Number %1 of your account is not in a block yet, and blocks take them in order.")
            .arg(m_waiting->earlier->tx.nonce);
    case WhyWaiting::EarlierUnknown:
        return tr("Number %1 of your account has to come first, and this computer did not send it. Look at the other "
                  "computer that has your words.")
            .arg(m_waiting->nextNonce);
    case WhyWaiting::NotTaken:
        return tr("It is signed, and no node has confirmed that it has it. It is sent again by itself.");
    }
    return {};
}

QString WaitingViewModel::whyKind() const
{
    return m_waiting && m_waiting->why != WhyWaiting::NextBlock ? QStringLiteral("attention") : QStringLiteral("info");
}

QString WaitingViewModel::goesFirst() const
{
    return m_waiting && m_waiting->why == WhyWaiting::EarlierWaits
               ? tr("Number %1: %2").arg(m_waiting->earlier->tx.nonce).arg(whatOf(*m_waiting->earlier))
               : QString();
}

QString WaitingViewModel::fasterReason() const
{
    if (!m_waiting) {
        return tr("It does not wait any more.");
    }
    const bool behind = m_waiting->why == WhyWaiting::EarlierWaits || m_waiting->why == WhyWaiting::EarlierUnknown;
    return behind ? tr("The earlier one has to go first.") : QString();
}

QStringList WaitingViewModel::story() const
{
    QStringList out;
    for (const OutboxEntry& attempt : m_attempts) {
        const QString when = format::dayOrDate(attempt.signedAt.value_or(attempt.createdAt), m_session.now());
        const QString what = attempt.purpose == Purpose::CancelPending ? tr("cancelling signed")
                             : out.isEmpty()                           ? tr("signed")
                                                                       : tr("signed with a higher fee");
        const QString end = attempt.state == OutboxState::Mined ? tr("in block %1").arg(attempt.blockNumber.value_or(0))
                            : attempt.state == OutboxState::Reverted ? tr("in a block, and refused there")
                            : attempt.state == OutboxState::Replaced ? tr("replaced")
                            : attempt.state == OutboxState::Failed   ? tr("not taken by the node")
                                                                     : tr("may still come");
        out << tr("%1: %2, %3 gwei per gas at most; %4").arg(when, what, gwei(highestPrice(attempt.tx)), end);
    }
    return out;
}

QString WaitingViewModel::newPrice() const
{
    return m_wanted ? tr("%1 gwei per gas at most").arg(gwei(m_wanted->quote.maxFeePerGas)) : QString();
}

QString WaitingViewModel::newFee() const
{
    return m_wanted ? format::moneyExact(m_wanted->quote.mostWei) : QString();
}

QString WaitingViewModel::oldFee() const
{
    return m_entry ? format::moneyExact(mostOf(m_entry->tx)) : QString();
}

QString WaitingViewModel::dealWarning() const
{
    return m_entry && cancelling() && isDealStep(first().purpose)
               ? tr("This is a step of a deal. Cancelled, it is not done: the deal's deadline runs on, and when it has "
                    "passed the others may do what the terms allow.")
               : QString();
}

void WaitingViewModel::speedUp()
{
    if (!m_busy && fasterReason().isEmpty()) {
        m_session.gate().start(prepare(wallet::Replace::WithFaster));
    }
}

void WaitingViewModel::cancel()
{
    if (!m_busy && m_waiting) {
        m_session.gate().start(prepare(wallet::Replace::WithNothing));
    }
}

QCoro::Task<> WaitingViewModel::prepare(wallet::Replace how)
{
    m_busy = true;
    m_how = how;
    m_error = {};
    emit changed();
    auto wanted = co_await m_session.outbox().quoteReplacement(m_waiting->entry.hash, how);
    m_busy = false;
    if (m_step == Closed) {
        co_return;
    }
    if (!wanted.ok()) {
        fail(wanted.error());
        co_return;
    }
    m_wanted = std::move(*wanted);
    m_entry = m_wanted->old;
    m_step = Ask;
    emit changed();
}

void WaitingViewModel::fail(const Error& error)
{
    m_error = ErrorView::of(error);
    m_step = m_step == Look ? Look : Ask; // also where the panel was closed while the signer was asking
    const bool over =
        error.is(WalletError::AlreadyMined) || error.is(WalletError::Replaced) || error.is(WalletError::Superseded);
    if (over) { // it ended meanwhile: back to what is known, read anew
        m_step = Look;
        m_waiting.reset();
        emit replaced();
    }
    emit changed();
}

SigningHints WaitingViewModel::hints() const
{
    SigningHints out;
    for (const escrow::DealView& deal : m_session.dealFeed().deals()) {
        if (deal.id == m_entry->subject) {
            return escrow::hintsOf(deal.terms, deal.vin);
        }
    }
    const QString vin = m_session.carNames().of(m_entry->subject).vin;
    if (!vin.isEmpty()) {
        out.vins.push_back(vin.toStdString());
    }
    return out;
}

void WaitingViewModel::sign()
{
    if (!m_busy && m_step == Ask) {
        m_session.gate().start(signAndSend());
    }
}

QCoro::Task<> WaitingViewModel::signAndSend()
{
    m_busy = true;
    m_error = {};
    m_step = Sign;
    emit changed();
    const Hash32 old = m_wanted->old.hash;
    auto task = cancelling() ? m_session.outbox().cancel(old) : m_session.outbox().speedUp(old, hints());
    const auto sent = co_await task;
    m_busy = false;
    if (!sent.ok()) {
        fail(sent.error());
        co_return;
    }
    const auto row = m_session.outboxRows().byHash(*sent);
    if (row.ok() && row->has_value()) {
        if (m_attempts.empty()) {
            m_attempts.push_back(*m_entry);
        }
        m_entry = **row;
        m_attempts.push_back(*m_entry);
        m_turn = cancelling() ? Turn::Cancelling : Turn::SpeedingUp;
    }
    m_step = Done;
    emit changed();
    emit replaced();
    m_session.pollNow();
}

void WaitingViewModel::openFirst()
{
    if (m_busy || !m_waiting || !m_waiting->earlier) {
        return;
    }
    for (const wallet::Waiting& waiting : m_all) {
        if (waiting.entry.id == m_waiting->earlier->id) {
            std::vector<OutboxEntry> attempts = waiting.former;
            if (!attempts.empty()) {
                attempts.push_back(waiting.entry);
            }
            m_turn = attempts.empty()                                  ? Turn::None
                     : waiting.entry.purpose == Purpose::CancelPending ? Turn::Cancelling
                                                                       : Turn::SpeedingUp;
            const OutboxEntry entry = waiting.entry;
            show(entry, std::move(attempts));
            return;
        }
    }
}

void WaitingViewModel::back()
{
    if (!m_busy && m_step == Ask) {
        m_step = Look;
        m_error = {};
        emit changed();
    }
}

void WaitingViewModel::close()
{
    if (m_step != Closed) {
        m_step = Closed;
        emit changed();
    }
}

} // namespace autochain::desktop
