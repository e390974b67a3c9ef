// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/wallet/sendviewmodel.h"

#include "base/hex.h"
#include "viewmodels/base/format.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace autochain::desktop
{
namespace
{
constexpr auto kDraftKind = "send";
constexpr auto kDraftId = "payment";
constexpr std::chrono::minutes kLongestWait{10};
// For the estimate while the amount is being typed; the review asks the node. A token payment: see WalletViewModel.
constexpr std::uint64_t kAucGas = 56'000;
constexpr std::uint64_t kCoinGas = 21'000;
} // namespace

SendViewModel::SendViewModel(Session& session, QObject* parent) : QObject(parent), m_session(session), m_fee(session)
{
    loadDraft();
    estimateGas();
    refreshContacts();
}

void SendViewModel::setRecipient(const QString& text)
{
    if (text == m_recipient) {
        return;
    }
    m_recipient = text;
    m_facts.reset();
    m_recipientError = {};
    keepDraft();
    emit inputChanged();
    emit changed();
}

void SendViewModel::setAmount(const QString& text)
{
    if (text == m_amount) {
        return;
    }
    m_amount = text;
    m_amountError = {};
    keepDraft();
    emit inputChanged();
    emit changed();
}

void SendViewModel::setNote(const QString& text)
{
    if (text != m_note) {
        m_note = text;
        keepDraft();
        emit inputChanged();
    }
}

void SendViewModel::setAsset(const QString& asset)
{
    if (asset != m_asset && (asset == QStringLiteral("auc") || asset == QStringLiteral("coin"))) {
        m_asset = asset;
        m_amountError = {};
        estimateGas();
        keepDraft();
        emit inputChanged();
        emit changed();
    }
}

void SendViewModel::setRemember(const QString& name)
{
    if (name != m_remember) {
        m_remember = name;
        emit inputChanged();
    }
}

void SendViewModel::setStep(Step step)
{
    if (step != m_step) {
        m_step = step;
        emit stepChanged();
    }
}

void SendViewModel::setBusy(bool busy, const QString& progress)
{
    m_busy = busy;
    m_progress = progress;
    emit changed();
}

void SendViewModel::next()
{
    if (m_busy) {
        return;
    }
    m_error = {};
    switch (m_step) {
    case ToWhom:
        m_session.gate().start(checkRecipient());
        break;
    case HowMuch:
        m_session.gate().start(checkAmount());
        break;
    case Review:
        m_session.gate().start(signAndSend());
        break;
    case Sign:
    case Done:
        break;
    }
}

void SendViewModel::back()
{
    if (!m_busy && m_step > ToWhom && m_step < Sign) {
        goTo(m_step - 1);
    }
}

void SendViewModel::goTo(int step)
{
    if (!m_busy && step >= ToWhom && step < m_step && m_step < Sign) {
        m_error = {};
        setStep(static_cast<Step>(step));
        emit changed();
    }
}

QCoro::Task<> SendViewModel::checkRecipient()
{
    setBusy(true, tr("Checking the address…"));
    const std::string asked = m_recipient.trimmed().toStdString();
    const std::vector<Address> own(1, m_session.me());
    auto facts = co_await wallet::checkRecipient(m_session.node(), m_session.network(), m_session.addressBook(),
                                                 m_session.outboxRows(), asked, own);
    if (facts.ok()) {
        m_facts = std::move(*facts);
        m_recipientError = {};
        m_checks.fill(m_session, *m_facts);
        setStep(HowMuch);
        m_fee.refresh();
    } else {
        m_recipientError = ErrorView::of(facts.error());
    }
    setBusy(false);
}

QCoro::Task<> SendViewModel::checkAmount()
{
    const Result<U256> value = format::parseMoney(m_amount);
    if (!value.ok() || value->isZero()) {
        m_amountError = ErrorView::of(value.ok() ? Error(WalletError::ZeroAmount) : value.error());
        emit changed();
        co_return;
    }
    m_value = *value;
    if (m_fee.error().present()) { // stands beside the prices
        co_return;
    }
    co_await prepare();
    if (!m_amountError.present()) {
        setStep(Review);
    }
}

Result<Call> SendViewModel::call() const
{
    return aboutAuc() ? wallet::sendAuc(m_session.network(), m_facts->address, m_value)
                      : wallet::sendCoin(m_facts->address, m_value);
}

// Balance and fee for the review. What stands in the way of the payment becomes the amount's error.
QCoro::Task<> SendViewModel::prepare()
{
    setBusy(true, tr("Reading your balance and the fee…"));
    m_amountError = {};
    const auto balances = co_await wallet::readBalances(m_session.node(), m_session.network(), m_session.me());
    if (!balances.ok()) {
        m_amountError = ErrorView::of(balances.error());
        setBusy(false);
        co_return;
    }
    m_balances = *balances;
    const U256& have = aboutAuc() ? m_balances->auc : m_balances->coinWei;
    if (m_value > have) {
        const WalletError code = aboutAuc() ? WalletError::NotEnoughAuc : WalletError::NotEnoughCoin;
        m_amountError = ErrorView::of(Error(code, {m_value.toDecimal(), have.toDecimal()}));
        setBusy(false);
        co_return;
    }
    const Result<Call> payment = call();
    if (!payment.ok()) {
        m_amountError = ErrorView::of(payment.error());
        setBusy(false);
        co_return;
    }
    const Result<wallet::FeeChoice> fee = m_fee.fee();
    const wallet::FeeChoice offered = fee.ok() ? *fee : wallet::FeeChoice(); // checked before
    const auto quote = co_await m_session.outbox().quote(m_session.me(), *payment, offered);
    if (quote.ok()) {
        m_quote = *quote;
    } else {
        m_amountError = ErrorView::of(quote.error());
    }
    setBusy(false);
}

QCoro::Task<> SendViewModel::signAndSend()
{
    const Result<Call> payment = call();
    const Result<wallet::FeeChoice> fee = m_fee.fee();
    if (!payment.ok() || !fee.ok()) {
        m_error = ErrorView::of(payment.ok() ? fee.error() : payment.error());
        emit changed();
        co_return;
    }
    setStep(Sign);
    setBusy(true, tr("The signer's own window is asking you. Nothing is sent before you hold its button."));
    wallet::Submission submission;
    submission.from = m_session.me();
    submission.call = *payment;
    submission.fee = *fee;
    submission.purpose = aboutAuc() ? store::Purpose::SendAuc : store::Purpose::SendCoin;
    const auto hash = co_await m_session.outbox().submit(std::move(submission));
    if (!hash.ok()) {
        m_error = ErrorView::of(hash.error());
        setStep(Review); // everything typed is still there
        setBusy(false);
        co_return;
    }
    m_hash = QString::fromStdString(toHex0x(*hash));
    if (!m_note.trimmed().isEmpty()) {
        // Losing a note is not worth an error beside a payment that went out.
        (void)m_session.settings().set("note." + toHex0x(*hash), m_note.trimmed().toStdString());
    }
    rememberRecipient();
    forgetDraft();
    setBusy(true, tr("Sent. Waiting for a block…"));
    m_session.pollNow();
    const auto receipt = co_await m_session.outbox().waitMined(*hash, kLongestWait);
    if (!receipt.ok()) {
        m_error = ErrorView::of(receipt.error());
    }
    setStep(Done);
    setBusy(false);
    m_session.pollNow();
    if (receipt.ok()) {
        emit sent(tr("Sent %1 %2 to %3").arg(exactAmount(), unit(), recipientName()));
    }
}

void SendViewModel::sendAll()
{
    if (!m_busy) {
        m_session.gate().start(allOfIt());
    }
}

QCoro::Task<> SendViewModel::allOfIt()
{
    setBusy(true, tr("Reading your balance…"));
    const auto balances = co_await wallet::readBalances(m_session.node(), m_session.network(), m_session.me());
    if (!balances.ok()) {
        m_amountError = ErrorView::of(balances.error());
        setBusy(false);
        co_return;
    }
    U256 all = aboutAuc() ? balances->auc : balances->coinWei;
    if (!aboutAuc() && m_facts) {
        const Call one = wallet::sendCoin(m_facts->address, U256(1)).value();
        const auto quote = co_await m_session.outbox().quote(m_session.me(), one);
        const U256 fee = quote.ok() ? quote->mostWei : U256();
        all = all > fee ? all - fee : U256();
    }
    setBusy(false);
    setAmount(format::moneyExact(all));
}

void SendViewModel::startOver()
{
    if (m_busy) {
        return;
    }
    m_recipient.clear();
    m_amount.clear();
    m_note.clear();
    m_remember.clear();
    m_facts.reset();
    m_quote.reset();
    m_hash.clear();
    m_error = m_recipientError = m_amountError = {};
    m_fee.setChoice(QStringLiteral("normal"));
    forgetDraft();
    setStep(ToWhom);
    emit inputChanged();
    emit changed();
}

void SendViewModel::estimateGas()
{
    m_fee.setGas(aboutAuc() ? kAucGas : kCoinGas);
}

QString SendViewModel::feeDetail() const
{
    if (!m_quote) {
        return {};
    }
    const QString choice = m_fee.choice();
    const QString speed = choice == QStringLiteral("slow")   ? tr("slow")
                          : choice == QStringLiteral("fast") ? tr("fast")
                          : choice == QStringLiteral("own")  ? tr("own price")
                                                             : tr("normal speed");
    return tr("%1 gwei per gas at most, %2").arg(gwei(m_quote->maxFeePerGas), speed);
}

void SendViewModel::rememberRecipient()
{
    const QString name = m_remember.trimmed();
    if (name.isEmpty() || !m_facts) {
        return;
    }
    if (m_session.addressBook().put({m_facts->address, name.toStdString(), {}, m_session.now()}).ok()) {
        m_session.reloadNames();
        refreshContacts();
    }
}

QString SendViewModel::recipientName() const
{
    if (!m_facts) {
        return {};
    }
    const QString name = m_session.nameOf(m_facts->address);
    return name.isEmpty() ? format::shortAddress(m_facts->address) : name;
}

QString SendViewModel::recipientAddress() const
{
    return m_facts ? format::address(m_facts->address) : QString();
}

bool SendViewModel::recipientKnown() const
{
    return m_facts && !m_session.nameOf(m_facts->address).isEmpty();
}

QString SendViewModel::recipientHistory() const
{
    if (!m_facts) {
        return {};
    }
    if (!m_facts->label.empty()) {
        return m_facts->firstTime ? tr("In your address book. You have not sent anything there before.")
                                  : tr("In your address book. You sent there before.");
    }
    return m_facts->firstTime ? tr("You have not sent anything there before.") : tr("You sent there before.");
}

QString SendViewModel::exactAmount() const
{
    return format::moneyExact(m_value);
}

QString SendViewModel::fee() const
{
    if (!m_quote) {
        return {};
    }
    const U256 step(1'000'000'000'000ULL); // six decimals, upwards: "at most" is never less than what may be paid
    const U256 over = m_quote->mostWei % step;
    return format::money(over.isZero() ? m_quote->mostWei : m_quote->mostWei - over + step, 6);
}

QString SendViewModel::before() const
{
    return m_balances ? format::money(aboutAuc() ? m_balances->auc : m_balances->coinWei, aboutAuc() ? 2 : 4)
                      : QString();
}

QString SendViewModel::after() const
{
    if (!m_balances || m_balances->auc < m_value) {
        return {};
    }
    return format::money(m_balances->auc - m_value);
}

QString SendViewModel::coinBefore() const
{
    return m_balances ? format::money(m_balances->coinWei, 4) : QString();
}

QString SendViewModel::coinAfter() const
{
    if (!m_balances || !m_quote) {
        return {};
    }
    const U256 leaves = m_quote->mostWei + (aboutAuc() ? U256() : m_value);
    return format::money(m_balances->coinWei > leaves ? m_balances->coinWei - leaves : U256(), 4);
}

QString SendViewModel::level() const
{
    return format::level(m_session.shown(m_balances ? m_balances->provenance : Provenance::Reported));
}

void SendViewModel::keepDraft()
{
    const QJsonObject json{{QStringLiteral("recipient"), m_recipient},
                           {QStringLiteral("amount"), m_amount},
                           {QStringLiteral("note"), m_note},
                           {QStringLiteral("asset"), m_asset}};
    // A draft that cannot be kept (full disk) is no reason to stop somebody typing: it is still in the fields.
    (void)m_session.drafts().put(
        {kDraftKind, kDraftId, QJsonDocument(json).toJson(QJsonDocument::Compact).toStdString(), m_session.now()});
}

void SendViewModel::loadDraft()
{
    const auto draft = m_session.drafts().find(kDraftKind, kDraftId);
    if (!draft.ok() || !draft->has_value()) {
        return;
    }
    const QJsonObject json = QJsonDocument::fromJson(QByteArray::fromStdString((*draft)->json)).object();
    m_recipient = json[QStringLiteral("recipient")].toString();
    m_amount = json[QStringLiteral("amount")].toString();
    m_note = json[QStringLiteral("note")].toString();
    m_asset = json[QStringLiteral("asset")].toString() == QStringLiteral("coin") ? QStringLiteral("coin")
                                                                                 : QStringLiteral("auc");
}

void SendViewModel::forgetDraft()
{
    (void)m_session.drafts().remove(kDraftKind, kDraftId);
}

} // namespace autochain::desktop
