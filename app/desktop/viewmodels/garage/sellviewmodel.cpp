// SPDX-License-Identifier: GPL-3.0-or-later
#include "sellviewmodel.h"

#include "base/hex.h"
#include "session/carnames.h"
#include "session/session.h"
#include "vehicle/vin.h"
#include "viewmodels/base/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace autochain::desktop
{

namespace
{
constexpr UnixTime kDay = 86'400;

struct Choice {
    const char* key;
    const char* words;
};
// Keys as listing contents and the drawings name them.
constexpr std::array kBodies = {
    Choice{"hatchback", QT_TRANSLATE_NOOP("garage", "Hatchback")},
    Choice{"sedan", QT_TRANSLATE_NOOP("garage", "Saloon")},
    Choice{"wagon", QT_TRANSLATE_NOOP("garage", "Estate")},
    Choice{"suv", QT_TRANSLATE_NOOP("garage", "SUV")},
    Choice{"coupe", QT_TRANSLATE_NOOP("garage", "Coupé")},
    Choice{"convertible", QT_TRANSLATE_NOOP("garage", "Convertible")},
    Choice{"van", QT_TRANSLATE_NOOP("garage", "Van")},
    Choice{"pickup", QT_TRANSLATE_NOOP("garage", "Pickup")},
};
constexpr std::array kPaints = {
    Choice{"white", QT_TRANSLATE_NOOP("garage", "White")},   Choice{"silver", QT_TRANSLATE_NOOP("garage", "Silver")},
    Choice{"grey", QT_TRANSLATE_NOOP("garage", "Grey")},     Choice{"black", QT_TRANSLATE_NOOP("garage", "Black")},
    Choice{"blue", QT_TRANSLATE_NOOP("garage", "Blue")},     Choice{"red", QT_TRANSLATE_NOOP("garage", "Red")},
    Choice{"green", QT_TRANSLATE_NOOP("garage", "Green")},   Choice{"brown", QT_TRANSLATE_NOOP("garage", "Brown")},
    Choice{"beige", QT_TRANSLATE_NOOP("garage", "Beige")},   Choice{"gold", QT_TRANSLATE_NOOP("garage", "Gold")},
    Choice{"yellow", QT_TRANSLATE_NOOP("garage", "Yellow")}, Choice{"orange", QT_TRANSLATE_NOOP("garage", "Orange")},
};
constexpr std::array kGearboxes = {Choice{"automatic", QT_TRANSLATE_NOOP("garage", "Automatic")},
                                   Choice{"manual", QT_TRANSLATE_NOOP("garage", "Manual")}};

template <std::size_t N>
QStringList wordsOf(const std::array<Choice, N>& choices)
{
    QStringList list;
    for (const Choice& choice : choices) {
        list << QCoreApplication::translate("garage", choice.words);
    }
    return list;
}

template <std::size_t N>
QStringList keysOf(const std::array<Choice, N>& choices)
{
    QStringList list;
    for (const Choice& choice : choices) {
        list << QLatin1String(choice.key);
    }
    return list;
}

template <std::size_t N>
int indexOf(const std::array<Choice, N>& choices, const std::string& key, int otherwise)
{
    for (std::size_t i = 0; i < N; ++i) {
        if (key == choices[i].key) {
            return static_cast<int>(i);
        }
    }
    return otherwise;
}

template <std::size_t N>
std::string keyAt(const std::array<Choice, N>& choices, int index)
{
    return choices[static_cast<std::size_t>(std::clamp(index, 0, static_cast<int>(N) - 1))].key;
}

QString wholeAuc(const U256& amount)
{
    return (amount % auc(1)).isZero() ? format::money(amount, 0) : format::moneyExact(amount);
}
} // namespace

SellViewModel::SellViewModel(Session& session, QObject* parent)
    : QObject(parent), m_session(session), m_sender(session), m_photos(session, AttachmentsModel::Kind::Photos),
      m_draft(session, "listing")
{
    connect(&m_sender, &Sender::changed, this, &SellViewModel::changed);
    connect(&m_photos, &AttachmentsModel::changed, this, &SellViewModel::changed); // what Continue waits for
    connect(&m_photos, &AttachmentsModel::edited, this, &SellViewModel::typed);
}

QStringList SellViewModel::bodies() const
{
    return wordsOf(kBodies);
}

QStringList SellViewModel::bodyKeys() const
{
    return keysOf(kBodies);
}

QStringList SellViewModel::paints() const
{
    return wordsOf(kPaints);
}

QStringList SellViewModel::paintKeys() const
{
    return keysOf(kPaints);
}

QStringList SellViewModel::gearboxes() const
{
    return wordsOf(kGearboxes);
}

void SellViewModel::begin(const Hash32& vehicleId)
{
    m_id = vehicleId;
    m_vin.clear();
    m_listing.reset();
    m_facts = {};
    m_price.clear();
    m_amount.reset();
    m_title.clear();
    m_year.clear();
    m_place.clear();
    m_description.clear();
    m_body = 0;
    m_paint = 0;
    m_gearbox = 0;
    m_days = 30;
    m_priceError = {};
    m_problem = {};
    m_photos.clear();
    m_sender.clear();
    emit changed();
    m_session.gate().start(read(vehicleId));
}

QCoro::Task<> SellViewModel::read(Hash32 id)
{
    const std::vector<Hash32> ids(1, id);
    const auto vins = co_await m_session.vehicles().vinsOf(ids);
    const auto summaries = co_await m_session.vehicles().readSummaries(ids);
    const auto listings = co_await m_session.listings().read(ids);
    if (id != m_id) {
        co_return;
    }
    if (!summaries.ok() || summaries->value.empty()) {
        m_problem = ErrorView::of(summaries.ok() ? Error(VehicleError::UnknownVehicle) : summaries.error());
        emit changed();
        co_return;
    }
    const vehicle::VehicleSummary& state = summaries->value.front();
    m_facts = {state.registered(), state.owner, state.dealId, state.lender};
    m_vin = vins.ok() && vins->contains(id) ? vins->at(id) : std::string();
    if (listings.ok() && !listings->empty() &&
        market::stateOf(listings->front(), m_session.now()) == market::ListingState::Live) {
        m_listing = listings->front();
        m_price = wholeAuc(m_listing->price);
    }
    const vehicle::VinAnalysis analysis = vehicle::analyseVin(m_vin);
    m_title = QString::fromStdString(analysis.maker);
    m_year = analysis.modelYear ? QString::number(*analysis.modelYear) : QString();
    restoreDraft();
    if (const CarName name = m_session.carNames().of(id); m_listing) {
        m_title = name.title; // only the price changes: the rest is as it was published
        m_paint = indexOf(kPaints, name.colour.toStdString(), m_paint);
    }
    typed();
}

void SellViewModel::restoreDraft()
{
    const QJsonObject draft = m_draft.kept(toHex0x(m_id));
    if (draft.isEmpty()) {
        return;
    }
    const auto text = [&](const char* key) { return draft.value(QLatin1String(key)).toString(); };
    m_price = text("price");
    m_title = text("title");
    m_year = text("year");
    m_place = text("place");
    m_description = text("description");
    m_body = indexOf(kBodies, text("body").toStdString(), 0);
    m_paint = indexOf(kPaints, text("paint").toStdString(), 0);
    m_gearbox = indexOf(kGearboxes, text("gearbox").toStdString(), 0);
    m_days = std::clamp(draft.value(QLatin1String("days")).toInt(30), 1, 365);
    m_photos.restore(draft.value(QLatin1String("photos")).toArray());
}

// After every key: keep the draft, read the price again, say what is missing.
void SellViewModel::typed()
{
    const QJsonObject draft{{QStringLiteral("price"), m_price},
                            {QStringLiteral("title"), m_title},
                            {QStringLiteral("year"), m_year},
                            {QStringLiteral("place"), m_place},
                            {QStringLiteral("description"), m_description},
                            {QStringLiteral("body"), QString::fromStdString(keyAt(kBodies, m_body))},
                            {QStringLiteral("paint"), QString::fromStdString(keyAt(kPaints, m_paint))},
                            {QStringLiteral("gearbox"), QString::fromStdString(keyAt(kGearboxes, m_gearbox))},
                            {QStringLiteral("photos"), m_photos.toJson()},
                            {QStringLiteral("days"), m_days}};
    m_draft.keep(toHex0x(m_id), draft);
    check();
    emit changed();
}

void SellViewModel::check()
{
    m_priceError = {};
    m_problem = {};
    m_amount.reset();
    if (m_price.trimmed().isEmpty()) {
        return;
    }
    const auto amount = format::parseMoney(m_price);
    if (!amount.ok()) {
        m_priceError = ErrorView::of(amount.error());
        return;
    }
    if (amount->isZero()) {
        m_priceError = ErrorView::of(Error(MarketError::PriceIsZero));
        return;
    }
    m_amount = *amount;
    const market::ListingDraft draft{m_id, *amount, m_session.now() + m_days * kDay, {}};
    const auto problems = market::checkPublish(draft, m_facts, m_session.me(), m_session.now());
    if (!problems.empty()) {
        m_problem = ErrorView::of(problems.front());
    }
}

QString SellViewModel::waitsFor() const
{
    if (m_problem.present()) {
        return m_problem.cause;
    }
    if (m_priceError.present() || !m_amount) {
        return tr("Continue waits for a price.");
    }
    if (m_photos.busy()) {
        return tr("A photo is still being read.");
    }
    return m_title.trimmed().isEmpty() ? tr("Continue waits for what the car is called.") : QString();
}

void SellViewModel::setPrice(const QString& price)
{
    m_price = price;
    typed();
}

void SellViewModel::setTitle(const QString& title)
{
    m_title = title.left(80);
    typed();
}

void SellViewModel::setYear(const QString& year)
{
    m_year = year.left(4);
    typed();
}

void SellViewModel::setPlace(const QString& place)
{
    m_place = place.left(80);
    typed();
}

void SellViewModel::setDescription(const QString& text)
{
    m_description = text.left(4000);
    typed();
}

void SellViewModel::setBody(int index)
{
    m_body = index;
    typed();
}

void SellViewModel::setPaint(int index)
{
    m_paint = index;
    typed();
}

void SellViewModel::setGearbox(int index)
{
    m_gearbox = index;
    typed();
}

void SellViewModel::setDays(int days)
{
    m_days = std::clamp(days, 1, 365);
    typed();
}

market::ListingContent SellViewModel::content() const
{
    const vehicle::VinAnalysis analysis = vehicle::analyseVin(m_vin);
    market::ListingContent content;
    content.title = m_title.trimmed().toStdString();
    content.make = analysis.maker;
    content.year = m_year.toInt();
    content.body = keyAt(kBodies, m_body);
    content.colour = keyAt(kPaints, m_paint);
    content.transmission = keyAt(kGearboxes, m_gearbox);
    content.place = m_place.trimmed().toStdString();
    content.description = m_description.trimmed().toStdString();
    for (const vehicle::Attachment& photo : m_photos.documents()) {
        content.photoCids.push_back(vehicle::cidOf(photo));
    }
    return content;
}

void SellViewModel::publish()
{
    check();
    if (ready() && !busy()) {
        m_session.gate().start(runPublish());
    }
}

QCoro::Task<> SellViewModel::runPublish()
{
    const market::ListingContent described = content();
    std::vector<Cid> named = m_photos.roots();
    const auto digest = m_session.content().keep(market::encodeListingContent(described));
    if (!digest.ok()) {
        m_sender.fail(digest.error());
        co_return;
    }
    named.push_back({kCodecRaw, *digest});
    const auto handOn = [this, named] { m_session.content().publishAll(named); }; // nothing before it is signed
    const UnixTime now = m_session.now();
    const auto call = market::publishCall(m_session.network(), {m_id, *m_amount, now + m_days * kDay, *digest}, m_facts,
                                          m_session.me(), now);
    const bool sent = co_await m_sender.send(call, m_id, m_vin, store::Purpose::PublishListing, handOn);
    if (sent) {
        m_draft.forget(toHex0x(m_id));
        m_session.carNames().learn(m_id, vin(), described);
        emit published(vin());
    }
}

void SellViewModel::changePrice()
{
    check();
    if (m_listing && m_amount && !busy()) {
        m_session.gate().start(runPrice());
    }
}

QCoro::Task<> SellViewModel::runPrice()
{
    const auto call = market::setPriceCall(m_session.network(), *m_listing, *m_amount, m_session.me());
    const bool sent = co_await m_sender.send(call, m_id, m_vin, store::Purpose::ChangePrice);
    if (sent) {
        m_draft.forget(toHex0x(m_id));
        emit priceChanged(vin());
    }
}

void SellViewModel::withdraw()
{
    if (m_listing && !busy()) {
        m_session.gate().start(runWithdraw());
    }
}

QCoro::Task<> SellViewModel::runWithdraw()
{
    const auto call = market::withdrawCall(m_session.network(), *m_listing, m_session.me(), m_session.now());
    const bool sent = co_await m_sender.send(call, m_id, m_vin, store::Purpose::WithdrawListing);
    if (sent) {
        emit withdrawn(vin());
    }
}

} // namespace autochain::desktop
