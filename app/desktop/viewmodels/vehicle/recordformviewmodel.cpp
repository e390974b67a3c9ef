// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordformviewmodel.h"

#include "base/hex.h"
#include "contracts/record_hash.h"
#include "crypto/hash.h"
#include "recordwords.h"
#include "session/session.h"
#include "vehicle/signed_content.h"
#include "viewmodels/base/distance.h"
#include "viewmodels/base/format.h"

#include <algorithm>

namespace autochain::desktop
{

namespace
{
using vehicle::RecordKind;

constexpr std::uint32_t kUnlikelyKm = 50'000;   // more than this since the last reading is asked about
const U256 kPerCent(10'000'000'000'000'000ULL); // parseMoney counts in 18 decimals

QString keyOf(RecordKind kind)
{
    switch (kind) {
    case RecordKind::Odometer:
        return QStringLiteral("odometer");
    case RecordKind::Service:
        return QStringLiteral("service");
    case RecordKind::OwnerStatement:
        return QStringLiteral("statement");
    case RecordKind::Correction:
        return QStringLiteral("correction");
    default:
        return {};
    }
}

std::string currency()
{
    const QString code = QLocale().currencySymbol(QLocale::CurrencyIsoCode);
    return code.size() == 3 ? code.toStdString() : std::string("AUC");
}

// Cents of what was typed; none: not an amount with at most two decimals.
std::optional<std::int64_t> cents(const QString& typed)
{
    const auto amount = format::parseMoney(typed);
    if (!amount.ok() || !(*amount % kPerCent).isZero() || !(*amount / kPerCent).fitsU64()) {
        return std::nullopt;
    }
    const std::uint64_t out = (*amount / kPerCent).toU64();
    return out > 100'000'000'000ULL ? std::nullopt : std::optional(static_cast<std::int64_t>(out));
}
} // namespace

RecordFormViewModel::RecordFormViewModel(Session& session, QObject* parent)
    : QObject(parent), m_session(session), m_sender(session), m_draft(session, "record"), m_private(session),
      m_files(session, AttachmentsModel::Kind::Documents)
{
    connect(&m_private, &PrivatePart::changed, this, &RecordFormViewModel::changed);
    connect(&m_private, &PrivatePart::chose, this, &RecordFormViewModel::typed);
    connect(&m_files, &AttachmentsModel::changed, this, &RecordFormViewModel::changed); // what Continue waits for
    connect(&m_files, &AttachmentsModel::edited, this, &RecordFormViewModel::typed);
    connect(&m_sender, &Sender::changed, this, &RecordFormViewModel::changed);
}

void RecordFormViewModel::show(const vehicle::Vehicle& vehicle)
{
    const bool another = vehicle.state.id != m_state.id;
    m_state = vehicle.state;
    m_vin = vehicle.vin.value_or("");
    m_records.clear();
    m_titles.clear();
    m_roles = 0;
    for (const auto& record : vehicle.records) {
        m_records.emplace_back(record.provider, record.odometerKm);
        m_titles.push_back(recordTitle(record).toStdString());
    }
    if (another) {
        clear();
        restoreDraft();
    }
    allow();
    follow();
    emit changed();
}

// What was typed in another unit is the same distance in this one.
void RecordFormViewModel::follow()
{
    const format::DistanceUnit before = std::exchange(m_unit, format::distanceUnit());
    m_km = format::retyped(m_km, before, m_unit);
    m_private.setRecord(m_state.id, chosen(), m_state.history.count);
}

void RecordFormViewModel::clear()
{
    m_open = false;
    m_km.clear();
    m_title.clear();
    m_price.clear();
    m_notes.clear();
    m_kind = 0;
    m_about = -1;
    m_strong = false;
    m_sender.clear();
    m_private.clear();
    m_files.clear();
    emit changed();
}

bool RecordFormViewModel::issued(int record) const
{
    return record >= 0 && static_cast<std::size_t>(record) < m_records.size() &&
           m_records[static_cast<std::size_t>(record)].first == m_session.me();
}

// The checks of the calls themselves say what may be offered.
void RecordFormViewModel::allow()
{
    m_allowed.clear();
    vehicle::Issuer me{m_session.me(), m_roles, {}, false};
    me.issuedBefore = std::any_of(m_records.begin(), m_records.end(),
                                  [&](const auto& record) { return record.first == m_session.me(); });
    for (const RecordKind kind :
         {RecordKind::Odometer, RecordKind::Service, RecordKind::OwnerStatement, RecordKind::Correction}) {
        const bool fitsTarget = kind != RecordKind::Correction || issued(m_about);
        if (fitsTarget && vehicle::mayAppend(m_state, me, kind, m_session.now()).ok()) {
            m_allowed.push_back(kind);
        }
    }
    m_kind = std::clamp(m_kind, 0, std::max(0, static_cast<int>(m_allowed.size()) - 1));
}

RecordKind RecordFormViewModel::chosen() const
{
    return m_allowed.empty() ? RecordKind::None : m_allowed[static_cast<std::size_t>(m_kind)];
}

QStringList RecordFormViewModel::kinds() const
{
    QStringList words;
    for (const RecordKind kind : m_allowed) {
        words << (kind == RecordKind::Odometer         ? tr("Odometer reading")
                  : kind == RecordKind::Service        ? tr("Service")
                  : kind == RecordKind::OwnerStatement ? tr("Statement")
                                                       : tr("Correction"));
    }
    return words;
}

QString RecordFormViewModel::kindKey() const
{
    return keyOf(chosen());
}

QString RecordFormViewModel::aboutText() const
{
    return m_about < 0 ? QString()
                       : tr("Record %1: %2")
                             .arg(m_about + 1)
                             .arg(QString::fromStdString(m_titles[static_cast<std::size_t>(m_about)]));
}

bool RecordFormViewModel::maySpeakOf(int record) const
{
    return record >= 0 && (m_state.owner == m_session.me() || issued(record));
}

void RecordFormViewModel::begin(int about)
{
    m_about = about >= 0 && static_cast<std::size_t>(about) < m_records.size() ? about : -1;
    m_open = true;
    allow();
    if (m_about >= 0) {
        const RecordKind wanted = issued(m_about) ? RecordKind::Correction : RecordKind::OwnerStatement;
        const auto at = std::find(m_allowed.begin(), m_allowed.end(), wanted);
        m_kind = at == m_allowed.end() ? 0 : static_cast<int>(at - m_allowed.begin());
    }
    follow();
    emit changed();
}

void RecordFormViewModel::cancel()
{
    m_open = false;
    emit changed();
}

void RecordFormViewModel::setKind(int kind)
{
    m_kind = std::clamp(kind, 0, std::max(0, static_cast<int>(m_allowed.size()) - 1));
    follow();
    typed();
}

void RecordFormViewModel::setKm(const QString& km)
{
    m_km = km;
    typed();
}

void RecordFormViewModel::setTitle(const QString& title)
{
    m_title = title.left(80);
    typed();
}

void RecordFormViewModel::setPrice(const QString& price)
{
    m_price = price;
    typed();
}

void RecordFormViewModel::setNotes(const QString& notes)
{
    m_notes = notes.left(4'000);
    typed();
}

void RecordFormViewModel::setStrong(bool strong)
{
    m_strong = strong;
    typed();
}

void RecordFormViewModel::typed()
{
    keepDraft();
    emit changed();
}

std::optional<std::uint32_t> RecordFormViewModel::reading() const
{
    const auto km = format::kmTyped(m_km, m_unit);
    return km && *km > 0 ? km : std::nullopt;
}

QString RecordFormViewModel::kmNote() const
{
    const auto km = reading();
    const std::uint32_t last = m_state.history.odometerKm;
    if (!km) {
        return {};
    }
    QString note = m_unit == format::DistanceUnit::Km
                       ? QString()
                       : tr("Recorded as %1.").arg(format::distance(*km, format::DistanceUnit::Km));
    const QString odd = last == 0    ? QString()
                        : *km < last ? tr("The last reading was %1. A lower one is shown to everybody as rolled back.")
                                           .arg(format::distance(last))
                        : *km - last > kUnlikelyKm
                            ? tr("That is %1 more than the last reading.").arg(format::distance(*km - last))
                            : QString();
    return note.isEmpty() || odd.isEmpty() ? note + odd : note + QLatin1Char(' ') + odd;
}

QString RecordFormViewModel::waitsFor() const
{
    const bool needsKm = chosen() == RecordKind::Odometer;
    const bool hasKm = chosen() != RecordKind::OwnerStatement && !m_km.isEmpty();
    if ((needsKm || hasKm) && !reading()) {
        return m_unit == format::DistanceUnit::Mi ? tr("Type the whole miles on the instrument.")
                                                  : tr("Type the whole kilometres on the instrument.");
    }
    if (chosen() == RecordKind::Service && m_title.trimmed().isEmpty()) {
        return tr("Say what was done.");
    }
    if (chosen() == RecordKind::Service && !m_price.isEmpty() && !cents(m_price)) {
        return tr("The price is no amount.");
    }
    if ((chosen() == RecordKind::OwnerStatement || chosen() == RecordKind::Correction) && m_notes.trimmed().isEmpty()) {
        return tr("Write what is to be said.");
    }
    if (m_files.busy()) {
        return tr("A file is still being read.");
    }
    return chosen() == RecordKind::Correction && m_about < 0 ? tr("Choose the record to correct.") : QString();
}

vehicle::RecordContent RecordFormViewModel::content() const
{
    vehicle::RecordContent content;
    content.notes = m_notes.trimmed().toStdString();
    content.documents = m_files.documents();
    if (chosen() == RecordKind::Service) { // what was typed for it stays in the form when another kind is chosen
        content.title = m_title.trimmed().toStdString();
        if (const auto price = m_price.isEmpty() ? std::nullopt : cents(m_price)) {
            content.cost = vehicle::Cost{*price, currency()};
        }
    }
    if (m_about >= 0) {
        content.corrects = static_cast<std::uint64_t>(m_about);
    }
    if (chosen() == RecordKind::Odometer && m_unit == format::DistanceUnit::Mi) {
        // The record keeps kilometres; what the instrument said stands beside them.
        const std::uint64_t miles = vehicle::distanceIn(m_unit, reading().value_or(0));
        content.details = vehicle::OdometerDetails{static_cast<std::int64_t>(miles), m_unit, false};
    } else if (chosen() == RecordKind::OwnerStatement) {
        content.details = vehicle::StatementDetails{m_strong};
    } else if (chosen() == RecordKind::Correction) {
        vehicle::CorrectionDetails details;
        details.withdrawn = m_strong;
        const std::uint32_t was = m_records[static_cast<std::size_t>(m_about)].second;
        if (const auto km = reading(); km && *km != was) {
            details.replaced.push_back({"odometerKm", std::to_string(was), std::to_string(*km)});
        }
        content.details = details;
    }
    return content;
}

void RecordFormViewModel::send()
{
    if (waitsFor().isEmpty() && !busy()) {
        m_session.gate().start(run());
    }
}

// Takes the private words out of the content and puts the sealed block's name in.
QCoro::Task<Result<>> RecordFormViewModel::sealPrivate(vehicle::RecordContent& content)
{
    std::optional<privacy::Document> document = takePrivate(content, m_private.fields());
    if (!document) {
        co_return Unit{};
    }
    m_signing = true;
    emit changed();
    const auto section = co_await m_private.seal(std::move(*document));
    m_signing = false;
    emit changed();
    if (!section.ok()) {
        co_return section.error();
    }
    content.privateSection = *section;
    co_return Unit{};
}

// The words, behind the signature of who writes them.
QCoro::Task<Result<Bytes>> RecordFormViewModel::signedContent(Hash32 id, std::string vin, RecordKind kind,
                                                              std::uint32_t km, std::string text)
{
    const contracts::RecordToSign record{id, static_cast<std::uint8_t>(kind), km, sha256(asBytes(text))};
    std::string document =
        contracts::recordDocument(m_session.network().chainId, m_session.network().contract("vehicleRegistry"), record);
    SigningHints hints;
    hints.vins.push_back(std::move(vin));
    m_signing = true;
    emit changed();
    const auto rsv = co_await m_session.signer().signTypedData(m_session.me(), document, hints);
    m_signing = false;
    emit changed();
    if (!rsv.ok()) {
        co_return rsv.error();
    }
    AC_CO_TRY(const Signature signature, signatureFromRsv(*rsv));
    co_return vehicle::joinSignedContent(signature, asBytes(text));
}

QCoro::Task<> RecordFormViewModel::run()
{
    const vehicle::VehicleSummary state = m_state; // another car may be shown before all is signed
    const std::string vin = m_vin;
    const RecordKind kind = chosen();
    const vehicle::Issuer me{m_session.me(), m_roles, {}, issued(m_about)};
    const std::uint32_t km = kind == RecordKind::OwnerStatement ? 0 : reading().value_or(0);
    vehicle::RecordContent written = content();
    std::vector<Cid> named = m_files.roots();
    const Result<> sealed = co_await sealPrivate(written);
    if (!sealed.ok()) {
        m_sender.fail(sealed.error());
        co_return;
    }
    const auto block = co_await signedContent(state.id, vin, kind, km, vehicle::writeRecordContent(written));
    if (!block.ok()) {
        m_sender.fail(block.error());
        co_return;
    }
    const auto digest = m_session.content().keep(*block);
    if (!digest.ok()) {
        m_sender.fail(digest.error());
        co_return;
    }
    named.push_back({kCodecRaw, *digest});
    const auto handOn = [this, named] { m_session.content().publishAll(named); }; // nothing before it is signed
    const auto call = vehicle::appendRecord(m_session.network(), state, me, kind, km, *digest, m_session.now());
    const bool sent = co_await m_sender.send(call, state.id, vin, store::Purpose::AppendRecord, handOn);
    if (sent) {
        m_draft.forget(toHex0x(state.id));
        if (state.id == m_state.id) {
            clear();
        }
        emit recorded();
    }
}

void RecordFormViewModel::keepDraft()
{
    if (m_km.isEmpty() && m_title.isEmpty() && m_price.isEmpty() && m_notes.isEmpty() && m_files.count() == 0) {
        m_draft.forget(toHex0x(m_state.id)); // only the kind was chosen
        return;
    }
    m_draft.keep(toHex0x(m_state.id), {{QStringLiteral("kind"), kindKey()},
                                       {QStringLiteral("km"), m_km},
                                       {QStringLiteral("unit"), format::distanceUnitKey(m_unit)},
                                       {QStringLiteral("title"), m_title},
                                       {QStringLiteral("price"), m_price},
                                       {QStringLiteral("notes"), m_notes},
                                       {QStringLiteral("about"), m_about},
                                       {QStringLiteral("files"), m_files.toJson()},
                                       {QStringLiteral("titlePrivate"), m_private.title()},
                                       {QStringLiteral("pricePrivate"), m_private.price()},
                                       {QStringLiteral("notesPrivate"), m_private.notes()}});
}

void RecordFormViewModel::restoreDraft()
{
    const QJsonObject draft = m_draft.kept(toHex0x(m_state.id));
    if (draft.isEmpty()) {
        return;
    }
    const auto text = [&](const char* key) { return draft.value(QLatin1String(key)).toString(); };
    const auto on = [&](const char* key) { return draft.value(QLatin1String(key)).toBool(); };
    m_unit = format::distanceUnitFrom(text("unit")).value_or(format::DistanceUnit::Km);
    m_km = text("km");
    m_title = text("title");
    m_price = text("price");
    m_notes = text("notes");
    m_files.restore(draft.value(QLatin1String("files")).toArray());
    const int about = draft.value(QLatin1String("about")).toInt(-1);
    m_about = about >= 0 && static_cast<std::size_t>(about) < m_records.size() ? about : -1;
    allow();
    for (std::size_t i = 0; i < m_allowed.size(); ++i) {
        m_kind = keyOf(m_allowed[i]) == text("kind") ? static_cast<int>(i) : m_kind;
    }
    m_private.restore({on("titlePrivate"), on("pricePrivate"), on("notesPrivate")});
    follow();
}

} // namespace autochain::desktop
