// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/wallet/walletviewmodel.h"

#include "base/amount.h"
#include "base/hex.h"
#include "escrow/rules.h"
#include "session/carfeed.h"
#include "session/carnames.h"
#include "session/dealfeed.h"
#include "viewmodels/base/format.h"
#include "viewmodels/shell/navigation.h"
#include "viewmodels/shell/toasts.h"

#include <QDir>
#include <QSaveFile>

namespace autochain::desktop
{
namespace
{
// What an AUC payment needs: 21,000 for the transaction and about 35,000 for the token (OpenZeppelin ERC20.transfer to
// a new holder). Only for "enough for about N payments"; a real payment asks the node.
constexpr std::uint64_t kPaymentGas = 56'000;
constexpr std::uint64_t kFewPayments = 20;
constexpr std::uint64_t kManyPayments = 10'000;
} // namespace

WalletViewModel::WalletViewModel(PageContext context)
    : PageViewModel(context), m_signer(context.session), m_send(context.session), m_waiting(context.session)
{
    connect(&session().dealFeed(), &DealFeed::changed, this, [this] {
        sumSafes();
        emit changed();
    });
    const auto fillTitles = [this] {
        m_titles.fill(session());
        emit changed();
    };
    connect(&session().carFeed(), &CarFeed::changed, this, fillTitles);
    connect(&session().carNames(), &CarNames::changed, this, fillTitles);
    connect(&session(), &Session::namesChanged, this, [this] {
        m_send.refreshContacts();
        emit changed();
    });
    connect(&m_send, &SendViewModel::sent, this, [this](const QString& text) { toasts().show(text); });
    connect(&m_waiting, &WaitingViewModel::replaced, this, &WalletViewModel::refresh);
    connect(&m_send, &SendViewModel::stepChanged, this, &WalletViewModel::refresh);
}

void WalletViewModel::visit(const QString& rest)
{
    setPanel(rest == QStringLiteral("send") || rest == QStringLiteral("receive") ? rest : QString());
    m_signer.ask();
}

void WalletViewModel::leave()
{
    // A dialog belongs to its page; a payment half typed stays.
    if (m_panel == QStringLiteral("receive")) {
        setPanel({});
    }
}

void WalletViewModel::setPanel(const QString& panel)
{
    if (panel == m_panel) {
        return;
    }
    if (panel == QStringLiteral("send") && m_send.step() == SendViewModel::Done) {
        m_send.startOver();
    }
    m_panel = panel;
    emit panelChanged();
}

QVector<SearchHit> WalletViewModel::search(const QString& text) const
{
    QVector<SearchHit> hits;
    const auto offer = [&](const QString& icon, const QString& title, const QString& route) {
        if (!text.isEmpty() && title.contains(text, Qt::CaseInsensitive)) {
            hits.append({icon, title, tr("Wallet"), route, 60});
        }
    };
    offer(QStringLiteral("arrow-up-right"), tr("Send AUC"), QStringLiteral("wallet/send"));
    offer(QStringLiteral("arrow-down-left"), tr("Receive: my address"), QStringLiteral("wallet/receive"));
    return hits;
}

QCoro::Task<Result<>> WalletViewModel::load()
{
    AC_CO_TRY(const auto balances,
              co_await wallet::readBalances(session().node(), session().network(), session().me()));
    m_balances = balances;
    if (const auto fees = co_await session().node().fees(); fees.ok()) {
        m_typicalFee = wallet::quoteFee(*fees, kPaymentGas, {}).likelyWei;
    }
    sumSafes();
    emit changed();
    co_await readWaiting();
    wallet::ActivityQuery query;
    query.account = session().me();
    query.fromBlock = session().network().deployedAtBlock;
    query.known = knownAddresses();
    AC_CO_TRY(const auto entries, co_await wallet::readActivity(session().node(), session().network(),
                                                                session().outboxRows(), std::move(query)));
    fillActivity(entries);
    emit changed();
    co_return Unit{};
}

// Also settles what got into a block while nobody was waiting for it. Without an answer the rows stay as they were.
QCoro::Task<> WalletViewModel::readWaiting()
{
    const auto pending = session().outboxRows().pending(session().network().chainId);
    if (pending.ok() && pending->empty()) {
        m_waiting.setWaiting({});
        co_return;
    }
    auto all = co_await session().outbox().waiting(session().me());
    if (all.ok()) {
        m_waiting.setWaiting(std::move(*all));
    }
}

void WalletViewModel::openEntry(const QString& key)
{
    if (const auto at = m_detailed.find(key); at != m_detailed.end()) {
        m_waiting.open(at->second);
    }
}

std::vector<Address> WalletViewModel::knownAddresses() const
{
    std::vector<Address> known;
    if (const auto contacts = session().addressBook().all(); contacts.ok()) {
        for (const store::Contact& contact : *contacts) {
            known.push_back(contact.address);
        }
    }
    for (const PracticePerson& person : session().network().people) {
        known.push_back(person.address);
    }
    return known;
}

// What the person put into Safes and has not settled yet. The amounts are what the Safes hold as read, not as told.
void WalletViewModel::sumSafes()
{
    m_inSafes = {};
    m_safes = 0;
    for (const escrow::DealView& deal : session().dealFeed().deals()) {
        const bool mine = escrow::partyOf(deal, session().me()) == escrow::Party::Buyer;
        if (mine && escrow::isOpen(escrow::stageOf(deal, session().now())) && !deal.safeAuc.isZero()) {
            m_inSafes += deal.safeAuc;
            ++m_safes;
        }
    }
}

QString WalletViewModel::subjectOf(const wallet::Activity& entry, QString& route) const
{
    if (entry.subject.isZero()) {
        return {};
    }
    for (const escrow::DealView& deal : session().dealFeed().deals()) {
        if (deal.id == entry.subject) {
            route = QStringLiteral("deal/") + QString::fromStdString(toHex0x(deal.id));
            return session().carNames().of(deal.terms.vehicleId).title;
        }
    }
    const CarName car = session().carNames().of(entry.subject);
    if (!car.vin.isEmpty()) {
        route = QStringLiteral("vehicle/") + car.vin;
        return car.title;
    }
    return {};
}

ActivityRow WalletViewModel::rowOf(const wallet::Activity& entry) const
{
    ActivityRow row;
    row.time = entry.time;
    row.date = format::dayOrDate(entry.time, session().now());
    row.what = whatText(entry, subjectOf(entry, row.route), session().network().confirmations);
    row.icon = whatIcon(entry);
    if (!entry.counterparty.isZero()) {
        row.withName = session().nameOf(entry.counterparty);
        row.withAddress = format::address(entry.counterparty);
    }
    row.auc = format::moneySigned(entry.auc.amount, entry.auc.negative);
    const bool minus = entry.auc.negative && !entry.auc.amount.isZero();
    row.plainAuc = QString::fromStdString((minus ? "-" : "") + formatAmount(entry.auc.amount, kAucDecimals, 2));
    row.fee = entry.feeWei.isZero() ? QString() : format::money(entry.feeWei, 6);
    row.level = format::level(session().shown(entry.provenance));
    row.plainFee =
        entry.feeWei.isZero() ? QString() : QString::fromStdString(formatAmount(entry.feeWei, kAucDecimals, 0));
    row.block = entry.blockNumber == 0 ? QString() : QString::number(entry.blockNumber);
    row.detailed = entry.outboxId && (entry.what == wallet::What::Sending || !entry.attempts.empty());
    row.hash = entry.transactionHash.isZero() ? QString() : QString::fromStdString(toHex0x(entry.transactionHash));
    if (entry.imitates) {
        const QString name = session().nameOf(*entry.imitates);
        row.imitates = name.isEmpty() ? format::shortAddress(*entry.imitates) : name;
    }
    row.kind = kindOf(entry);
    return row;
}

void WalletViewModel::fillActivity(const std::vector<wallet::Activity>& entries)
{
    std::vector<ActivityRow> rows;
    std::vector<Hash32> cars;
    QSet<QString> keys;
    m_detailed.clear();
    for (const wallet::Activity& entry : entries) {
        ActivityRow row = rowOf(entry);
        const QString stem = entry.outboxId ? QStringLiteral("o%1").arg(*entry.outboxId) : row.hash;
        row.key = stem;
        for (int i = 2; keys.contains(row.key); ++i) { // one transaction may move money more than once
            row.key = QStringLiteral("%1/%2").arg(stem).arg(i);
        }
        keys.insert(row.key);
        if (row.detailed) {
            m_detailed.emplace(row.key, entry);
        }
        rows.push_back(std::move(row));
    }
    m_activity.setAll(std::move(rows));
    m_waiting.follow(entries);
}

void WalletViewModel::exportCsv(const QUrl& file)
{
    const QString path = file.isLocalFile() ? file.toLocalFile() : file.path();
    QSaveFile out(path);
    const QByteArray bytes = m_activity.csv(coin()).toUtf8();
    const bool written = out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() && out.commit();
    m_exportError = {};
    if (written) {
        toasts().show(tr("Saved %n line(s) to %1", nullptr, m_activity.count()).arg(QDir::toNativeSeparators(path)));
    } else {
        m_exportError.cause = tr("%1 cannot be written: %2").arg(QDir::toNativeSeparators(path), out.errorString());
        m_exportError.money = tr("Not touched.");
        m_exportError.next = tr("Choose another folder, or free some space, and export again.");
    }
    emit exportErrorChanged();
}

QString WalletViewModel::address() const
{
    return format::address(session().me());
}

QString WalletViewModel::freeAuc() const
{
    return m_balances ? format::money(m_balances->auc) : QString();
}

QString WalletViewModel::inSafes() const
{
    return session().dealFeed().loaded() ? format::money(m_inSafes) : QString();
}

QString WalletViewModel::inSafesText() const
{
    if (!session().dealFeed().loaded()) {
        return tr("reading your deals…");
    }
    return m_safes == 0 ? tr("No money of yours lies in a Safe.")
                        : tr("%n deal(s), moves only with two signatures.", nullptr, m_safes);
}

QString WalletViewModel::forFees() const
{
    return m_balances ? format::money(m_balances->coinWei, 4) : QString();
}

bool WalletViewModel::fewFees() const
{
    return m_balances && !m_typicalFee.isZero() && m_balances->coinWei / m_typicalFee < U256(kFewPayments);
}

QString WalletViewModel::forFeesText() const
{
    if (!m_balances || m_typicalFee.isZero()) {
        return {};
    }
    const U256 payments = m_balances->coinWei / m_typicalFee;
    if (payments.isZero()) {
        return tr("not enough for one payment");
    }
    return payments > U256(kManyPayments) ? tr("enough for more than %1 payments").arg(format::count(kManyPayments))
                                          : tr("enough for about %1 payments").arg(format::count(payments.toU64()));
}

QString WalletViewModel::level() const
{
    return format::level(session().shown(m_balances ? m_balances->provenance : Provenance::Reported));
}

QVariant WalletViewModel::block() const
{
    return m_balances ? QVariant::fromValue(m_balances->block) : QVariant();
}

QVariant WalletViewModel::titlesBlock() const
{
    return QVariant::fromValue(session().carFeed().block());
}

QString WalletViewModel::feeLevel() const
{
    return format::level(session().shown(m_balances ? m_balances->coinProvenance : Provenance::Reported));
}

QString WalletViewModel::titlesLevel() const
{
    return format::level(session().shown(session().carFeed().provenance()));
}

} // namespace autochain::desktop
