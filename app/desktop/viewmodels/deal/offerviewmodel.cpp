// SPDX-License-Identifier: GPL-3.0-or-later
#include "offerviewmodel.h"

#include "base/hex.h"
#include "codec/json.h"
#include "crypto/address.h"
#include "crypto/random.h"
#include "dealpeople.h"
#include "dealwords.h"
#include "session/carnames.h"
#include "vehicle/vin.h"
#include "viewmodels/base/format.h"
#include "viewmodels/shell/navigation.h"
#include "viewmodels/shell/toasts.h"

namespace autochain::desktop
{

namespace
{
constexpr const char* kDraftKind = "offer";
constexpr std::uint64_t kDay = 86'400;

U256 randomSalt()
{
    std::array<std::uint8_t, 32> bytes{};
    return fillRandom(bytes).ok() ? U256::fromBigEndian(bytes) : U256();
}
} // namespace

OfferViewModel::OfferViewModel(PageContext context) : PageViewModel(context), m_runner(context.session)
{
    connect(&m_runner, &DealRunner::changed, this, &OfferViewModel::busyChanged);
    connect(&session().carNames(), &CarNames::changed, this, &OfferViewModel::show);
}

void OfferViewModel::visit(const QString& rest)
{
    const auto asId = hash32FromHex(rest.toStdString());
    const Hash32 next = asId.ok() ? *asId : vehicle::vehicleIdOf(rest.trimmed().toUpper().toStdString());
    if (next != m_vehicleId) {
        m_vehicleId = next;
        m_found = false;
        m_price.clear();
        m_amount.reset();
        m_salt = randomSalt();
        m_runner.clearError();
        restoreDraft();
        emit changed();
        refresh();
    }
}

QCoro::Task<Result<>> OfferViewModel::load()
{
    if (m_vehicleId.isZero()) {
        co_return Unit{};
    }
    const Hash32 id = m_vehicleId;
    const std::vector<Hash32> ids(1, id);
    AC_CO_TRY(const auto vins, co_await session().vehicles().vinsOf(ids));
    AC_CO_TRY(const auto summaries, co_await session().vehicles().readSummaries(ids));
    AC_CO_TRY(m_people, co_await session().appraisers().all());
    const auto listings = co_await session().listings().read(ids);
    if (id != m_vehicleId) {
        co_return Unit{};
    }
    const auto& state = summaries.value.front();
    m_vin = vins.contains(id) ? vins.at(id) : std::string();
    m_sellerAccount = state.owner;
    m_found = state.registered();
    m_provenance = summaries.provenance;
    if (listings.ok() && !listings->empty()) {
        const auto& listing = listings->front();
        m_sellerAccount = listing.seller;
        m_asked = words::auc(listing.price);
        if (m_price.isEmpty()) {
            m_price = words::auc(listing.price);
        }
    }
    std::erase_if(m_people, [&](const appraisal::Appraiser& person) {
        return person.address == session().me() || person.address == m_sellerAccount;
    });
    m_appraiser = std::min(m_appraiser, static_cast<int>(m_people.size()) - 1);
    m_substitute = std::min(m_substitute, static_cast<int>(m_people.size()) - 1);
    session().carNames().need({id});
    const auto parsed = format::parseMoney(m_price);
    m_amount = parsed.ok() ? std::optional(*parsed) : std::nullopt;
    const auto context = co_await session().deals().reader().contextFor(terms());
    if (context.ok() && id == m_vehicleId) {
        m_context = context->value;
    }
    check();
    show();
    co_return context.ok() ? Result<>(Unit{}) : Result<>(context.error());
}

QString OfferViewModel::level() const
{
    return format::level(session().shown(m_provenance));
}

escrow::Terms OfferViewModel::terms() const
{
    escrow::TermsDraft draft;
    draft.vehicleId = m_vehicleId;
    draft.historyHead = m_context.historyHead;
    draft.historyCount = m_context.historyCount;
    draft.odometerKm = m_context.odometerKm;
    draft.price = m_amount.value_or(U256());
    draft.buyer = session().me();
    draft.seller = m_sellerAccount;
    draft.salt = m_salt;
    draft.spans.handover = static_cast<std::uint64_t>(m_handoverDays) * kDay;
    const auto at = [&](int index) {
        return index >= 0 && index < static_cast<int>(m_people.size()) ? &m_people[static_cast<std::size_t>(index)]
                                                                       : nullptr;
    };
    if (const auto* person = at(m_appraiser)) {
        draft.appraiser = person->address;
        draft.rulingFee = person->profile.rulingFee;
    }
    if (const auto* person = at(m_substitute)) {
        draft.substitute = person->address;
    }
    return escrow::makeTerms(draft, session().now());
}

// The first problem decides what the page says; a price that cannot be read comes before all others.
void OfferViewModel::check()
{
    m_problem = {};
    m_priceProblem = false;
    m_ready = false;
    if (!m_found) {
        return;
    }
    const auto parsed = format::parseMoney(m_price);
    if (!parsed.ok()) {
        m_problem = ErrorView::of(parsed.error());
        m_priceProblem = true;
        return;
    }
    const auto problems = escrow::checkTerms(terms(), m_context, session().now());
    if (!problems.empty()) {
        m_problem = ErrorView::of(problems.front());
        sayYou(problems.front());
        m_priceProblem = problems.front().is(EscrowError::PriceIsZero) ||
                         problems.front().is(EscrowError::PriceAboveBalance) ||
                         problems.front().is(EscrowError::FeesAbovePrice);
        return;
    }
    m_ready = true;
}

// The general words speak of the buyer; here that is the reader.
void OfferViewModel::sayYou(const Error& problem)
{
    if (problem.is(EscrowError::PriceAboveBalance)) {
        m_problem.cause = tr("You would have to put in %1 AUC and have %2 AUC.")
                              .arg(words::auc(terms().due()), words::auc(m_context.buyerBalance));
    }
}

void OfferViewModel::show()
{
    const CarName name = session().carNames().of(m_vehicleId);
    m_car = name.title;
    m_body = name.body;
    m_paint = name.colour;
    const QString known = session().nameOf(m_sellerAccount);
    m_seller = known.isEmpty() ? format::shortAddress(m_sellerAccount) : known;
    m_sellerAddress = QString::fromStdString(checksumAddress(m_sellerAccount));
    m_balance = words::auc(m_context.buyerBalance);
    const escrow::Terms drawn = terms();
    m_fee = words::auc(drawn.rulingFee);
    m_afterwards = m_context.buyerBalance >= drawn.due() ? words::auc(m_context.buyerBalance - drawn.due()) : QString();
    const QString appraiser = m_appraiser >= 0 && !m_people.empty()
                                  ? QString::fromStdString(m_people[static_cast<std::size_t>(m_appraiser)].profile.name)
                                  : QString();
    m_sentence = tr("You offer %1 AUC for the %2. If %3 accepts, you have until %4 to put the money into the Safe.")
                     .arg(words::auc(drawn.price), m_car, givenName(m_seller),
                          format::dayTime(static_cast<UnixTime>(drawn.fundBy)));
    m_deadlines.clear();
    const auto add = [&](const QString& what, std::uint64_t at, const QString& otherwise) {
        m_deadlines << QVariantMap{{QStringLiteral("what"), what},
                                   {QStringLiteral("when"), format::dayTime(static_cast<UnixTime>(at))},
                                   {QStringLiteral("otherwise"), otherwise}};
    };
    add(tr("%1 takes the seat").arg(appraiser), drawn.seatBy, tr("no money can come in"));
    add(tr("You put the money in"), drawn.fundBy, tr("the deal ends, the title is free"));
    add(tr("%1 puts the title in").arg(givenName(m_seller)), drawn.depositBy, tr("your money comes back"));
    add(tr("Handover of the car"), drawn.handoverBy, tr("either side may open a dispute"));
    emit changed();
}

QVariantList OfferViewModel::appraisers() const
{
    QVariantList rows;
    for (const auto& person : m_people) {
        rows << QVariantMap{
            {QStringLiteral("name"), QString::fromStdString(person.profile.name)},
            {QStringLiteral("address"), QString::fromStdString(checksumAddress(person.address))},
            {QStringLiteral("fee"), words::auc(person.profile.rulingFee)},
            {QStringLiteral("note"), tr("%1 rulings, %2 late").arg(person.standing.rulings).arg(person.standing.late)}};
    }
    return rows;
}

void OfferViewModel::setPrice(const QString& price)
{
    if (price == m_price) {
        return;
    }
    m_price = price;
    const auto parsed = format::parseMoney(m_price);
    m_amount = parsed.ok() ? std::optional(*parsed) : std::nullopt;
    keepDraft();
    check();
    show();
}

void OfferViewModel::setAppraiser(int index)
{
    m_appraiser = index;
    keepDraft();
    refresh(); // another appraiser has another stake
}

void OfferViewModel::setSubstitute(int index)
{
    m_substitute = index;
    keepDraft();
    check();
    show();
}

void OfferViewModel::setHandoverDays(int days)
{
    m_handoverDays = std::clamp(days, 5, 365);
    keepDraft();
    check();
    show();
}

void OfferViewModel::keepDraft()
{
    const QJsonObject draft{{QStringLiteral("price"), m_price},
                            {QStringLiteral("appraiser"), m_appraiser},
                            {QStringLiteral("substitute"), m_substitute},
                            {QStringLiteral("handoverDays"), m_handoverDays}};
    // A draft that cannot be kept must not stop the typing; the form itself still has it.
    (void)session().drafts().put({kDraftKind, toHex0x(m_vehicleId), json::write(draft), session().now()});
}

void OfferViewModel::restoreDraft()
{
    m_appraiser = 0;
    m_substitute = 1;
    m_handoverDays = 9;
    const auto kept = session().drafts().find(kDraftKind, toHex0x(m_vehicleId));
    if (!kept.ok() || !kept->has_value()) {
        return;
    }
    const auto draft = json::parseObject(asBytes((*kept)->json));
    if (draft.ok()) {
        m_price = draft->value(QLatin1String("price")).toString();
        m_appraiser = draft->value(QLatin1String("appraiser")).toInt(0);
        m_substitute = draft->value(QLatin1String("substitute")).toInt(1);
        m_handoverDays = std::clamp(draft->value(QLatin1String("handoverDays")).toInt(9), 5, 365);
    }
}

void OfferViewModel::offer()
{
    check();
    emit changed();
    if (!m_ready) {
        return;
    }
    const escrow::Terms signedTerms = terms();
    const std::string vin = m_vin;
    const Hash32 id = m_vehicleId;
    start(m_runner.run(
        tr("Two things to confirm in the signer: the terms, then the transaction that carries them."),
        [signedTerms, vin](escrow::DealService& service) { return service.offer(signedTerms, vin); },
        [this, id](const escrow::StepResult& result) {
            (void)session().drafts().remove(kDraftKind, toHex0x(id));
            m_salt = randomSalt();
            toasts().show(tr("The offer is on its way to %1.").arg(m_seller));
            navigation().open(QStringLiteral("deal/") + QString::fromStdString(toHex0x(result.dealId)));
        }));
}

void OfferViewModel::cancel()
{
    navigation().back();
}

} // namespace autochain::desktop
