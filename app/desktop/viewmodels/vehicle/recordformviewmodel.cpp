// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordformviewmodel.h"

#include "base/hex.h"
#include "codec/json.h"
#include "contracts/record_hash.h"
#include "crypto/hash.h"
#include "recordwords.h"
#include "session/session.h"
#include "vehicle/signed_content.h"
#include "viewmodels/base/format.h"

#include <algorithm>

namespace autochain::desktop
{

namespace
{
using vehicle::RecordKind;

constexpr const char* kDraftKind = "record";
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
    : QObject(parent), m_session(session), m_sender(session)
{
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
    emit changed();
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
    QString digits = m_km;
    digits.remove(QLocale().groupSeparator()).remove(QLatin1Char(' ')).remove(QLatin1Char(','));
    bool ok = false;
    const std::uint32_t km = digits.toUInt(&ok);
    return ok && km > 0 && km < 10'000'000 ? std::optional(km) : std::nullopt;
}

QString RecordFormViewModel::kmNote() const
{
    const auto km = reading();
    const std::uint32_t last = m_state.history.odometerKm;
    if (!km || last == 0) {
        return {};
    }
    return *km < last
               ? tr("The last reading was %1. A lower one is shown to everybody as rolled back.").arg(kmText(last))
           : *km - last > kUnlikelyKm ? tr("That is %1 more than the last reading.").arg(kmText(*km - last))
                                      : QString();
}

QString RecordFormViewModel::waitsFor() const
{
    const bool needsKm = chosen() == RecordKind::Odometer;
    if ((needsKm || !m_km.isEmpty()) && !reading()) {
        return tr("Type the kilometres on the instrument.");
    }
    if (chosen() == RecordKind::Service && m_title.trimmed().isEmpty()) {
        return tr("Say what was done.");
    }
    if (!m_price.isEmpty() && !cents(m_price)) {
        return tr("The price is no amount.");
    }
    if ((chosen() == RecordKind::OwnerStatement || chosen() == RecordKind::Correction) && m_notes.trimmed().isEmpty()) {
        return tr("Write what is to be said.");
    }
    return chosen() == RecordKind::Correction && m_about < 0 ? tr("Choose the record to correct.") : QString();
}

vehicle::RecordContent RecordFormViewModel::content() const
{
    vehicle::RecordContent content;
    content.title = m_title.trimmed().toStdString();
    content.notes = m_notes.trimmed().toStdString();
    if (const auto price = m_price.isEmpty() ? std::nullopt : cents(m_price)) {
        content.cost = vehicle::Cost{*price, currency()};
    }
    if (m_about >= 0) {
        content.corrects = static_cast<std::uint64_t>(m_about);
    }
    if (chosen() == RecordKind::OwnerStatement) {
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

// The words, behind the signature of who writes them.
QCoro::Task<Result<Bytes>> RecordFormViewModel::signedContent(RecordKind kind, std::uint32_t km)
{
    const std::string text = vehicle::writeRecordContent(content());
    const contracts::RecordToSign record{m_state.id, static_cast<std::uint8_t>(kind), km, sha256(asBytes(text))};
    std::string document =
        contracts::recordDocument(m_session.network().chainId, m_session.network().contract("vehicleRegistry"), record);
    SigningHints hints;
    hints.vins.push_back(m_vin);
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
    const RecordKind kind = chosen();
    const vehicle::Issuer me{m_session.me(), m_roles, {}, issued(m_about)};
    const std::uint32_t km = kind == RecordKind::OwnerStatement ? 0 : reading().value_or(0);
    const auto block = co_await signedContent(kind, km);
    if (!block.ok()) {
        m_sender.fail(block.error());
        co_return;
    }
    const auto digest = co_await m_session.content().put(*block);
    if (!digest.ok()) {
        m_sender.fail(digest.error());
        co_return;
    }
    const auto call = vehicle::appendRecord(m_session.network(), m_state, me, kind, km, *digest, m_session.now());
    if (!call.ok()) {
        m_sender.fail(call.error());
        co_return;
    }
    wallet::Submission submission;
    submission.call = *call;
    submission.hints.vins = {m_vin};
    submission.purpose = store::Purpose::AppendRecord;
    submission.subject = m_state.id;
    if (co_await m_sender.send(std::move(submission))) {
        (void)m_session.drafts().remove(kDraftKind, toHex0x(m_state.id));
        clear();
        emit recorded();
    }
}

void RecordFormViewModel::keepDraft()
{
    const QJsonObject draft{{QStringLiteral("kind"), kindKey()}, {QStringLiteral("km"), m_km},
                            {QStringLiteral("title"), m_title},  {QStringLiteral("price"), m_price},
                            {QStringLiteral("notes"), m_notes},  {QStringLiteral("about"), m_about}};
    (void)m_session.drafts().put({kDraftKind, toHex0x(m_state.id), json::write(draft), m_session.now()});
}

void RecordFormViewModel::restoreDraft()
{
    const auto kept = m_session.drafts().find(kDraftKind, toHex0x(m_state.id));
    if (!kept.ok() || !kept->has_value()) {
        return;
    }
    const auto draft = json::parseObject(asBytes((*kept)->json));
    if (!draft.ok()) {
        return;
    }
    const auto text = [&](const char* key) { return draft->value(QLatin1String(key)).toString(); };
    m_km = text("km");
    m_title = text("title");
    m_price = text("price");
    m_notes = text("notes");
    const int about = draft->value(QLatin1String("about")).toInt(-1);
    m_about = about >= 0 && static_cast<std::size_t>(about) < m_records.size() ? about : -1;
    allow();
    for (std::size_t i = 0; i < m_allowed.size(); ++i) {
        m_kind = keyOf(m_allowed[i]) == text("kind") ? static_cast<int>(i) : m_kind;
    }
}

} // namespace autochain::desktop
