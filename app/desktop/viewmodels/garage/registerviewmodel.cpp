// SPDX-License-Identifier: GPL-3.0-or-later
#include "registerviewmodel.h"

#include "base/hex.h"
#include "session/session.h"
#include "vehicle/vehicle_calls.h"
#include "viewmodels/base/format.h"

#include <algorithm>

namespace autochain::desktop
{

namespace
{
constexpr const char* kDraftId = "car";
} // namespace

RegisterViewModel::RegisterViewModel(Session& session, QObject* parent)
    : QObject(parent), m_session(session), m_sender(session), m_draft(session, "register")
{
    connect(&m_sender, &Sender::changed, this, &RegisterViewModel::changed);
    if (const QJsonObject draft = m_draft.kept(kDraftId); !draft.isEmpty()) {
        const auto unit = format::distanceUnitFrom(draft.value(QLatin1String("unit")).toString());
        m_odometer = format::retyped(draft.value(QLatin1String("odometer")).toString(),
                                     unit.value_or(format::DistanceUnit::Km), m_unit);
        setVin(draft.value(QLatin1String("vin")).toString());
        setOdometer(m_odometer);
    }
}

void RegisterViewModel::keepDraft()
{
    if (m_typed.isEmpty() && m_odometer.isEmpty()) {
        m_draft.forget(kDraftId);
        return;
    }
    m_draft.keep(kDraftId, {{QStringLiteral("vin"), m_typed},
                            {QStringLiteral("odometer"), m_odometer},
                            {QStringLiteral("unit"), format::distanceUnitKey(m_unit)}});
}

void RegisterViewModel::setVin(const QString& typed)
{
    if (typed == m_typed) {
        return;
    }
    m_typed = typed;
    m_analysis = vehicle::analyseVin(typed.toStdString());
    m_taken = false;
    m_sender.clear();
    judge();
    keepDraft();
    if (m_analysis.acceptable() && m_analysis.normalised != m_askedVin) {
        m_askedVin = m_analysis.normalised;
        m_session.gate().start(askRegistry(m_askedVin));
    } else if (m_analysis.normalised != m_askedVin) {
        m_askedVin.clear();
    }
    emit changed();
}

QCoro::Task<> RegisterViewModel::askRegistry(std::string vin)
{
    m_asking = true;
    emit changed();
    const std::vector<Hash32> ids(1, vehicle::vehicleIdOf(vin));
    const auto found = co_await m_session.vehicles().readSummaries(ids);
    if (vin != m_askedVin) {
        co_return;
    }
    m_asking = false;
    m_taken = found.ok() && !found->value.empty() && found->value.front().registered();
    m_mine = m_taken && found->value.front().owner == m_session.me();
    judge();
    emit changed();
}

// What is wrong with the VIN as typed; nothing while it is still too short to say.
void RegisterViewModel::judge()
{
    m_vinError = {};
    if (m_typed.trimmed().isEmpty()) {
        return;
    }
    const auto accepted = vehicle::acceptVin(m_typed.toStdString());
    const bool onlyShort =
        !m_analysis.wellFormed && m_analysis.normalised.size() < vehicle::kVinLength &&
        std::all_of(m_analysis.problems.begin(), m_analysis.problems.end(), [](const vehicle::VinIssue& issue) {
            return issue.problem == vehicle::VinProblem::TooShort ||
                   issue.problem == vehicle::VinProblem::UnknownMaker ||
                   issue.problem == vehicle::VinProblem::NoModelYear;
        });
    if (!accepted.ok() && !onlyShort) {
        m_vinError = ErrorView::of(accepted.error());
        if (m_analysis.likelyFix) {
            m_vinError.next +=
                QLatin1Char(' ') + tr("Position %1 is the likely one: with %2 instead of %3 everything fits.")
                                       .arg(m_analysis.likelyFix->position)
                                       .arg(QLatin1Char(m_analysis.likelyFix->to))
                                       .arg(QLatin1Char(m_analysis.likelyFix->from));
        }
    } else if (m_taken) {
        m_vinError = ErrorView::of(Error(VehicleError::AlreadyRegistered, {m_analysis.normalised}));
        if (m_mine) {
            m_vinError.next = tr("Nothing: its title is yours, and it stands in your garage.");
        }
    }
}

QString RegisterViewModel::trailing() const
{
    return tr("%1 of 17").arg(m_analysis.normalised.size());
}

QVariantList RegisterViewModel::facts() const
{
    QVariantList rows;
    const QString notYet = tr("not readable yet");
    const auto add = [&](const QString& key, const QString& value) {
        rows << QVariantMap{{QStringLiteral("key"), key}, {QStringLiteral("value"), value.isEmpty() ? notYet : value}};
    };
    QString maker = QString::fromStdString(m_analysis.maker);
    if (!maker.isEmpty() && !m_analysis.wmi.empty()) {
        maker = tr("%1: %2").arg(QString::fromStdString(m_analysis.wmi), maker);
    }
    const QString country = QString::fromStdString(m_analysis.country);
    add(tr("Maker"), maker);
    add(tr("Country"), country.isEmpty() ? QString() : QLocale::countryToString(QLocale::codeToTerritory(country)));
    add(tr("Year"), m_analysis.modelYear ? tr("%1: %2")
                                               .arg(QLatin1Char(m_analysis.vis.empty() ? ' ' : m_analysis.vis.front()))
                                               .arg(*m_analysis.modelYear)
                                         : QString());
    add(tr("Plant"), m_analysis.plant == 0 ? QString() : QString(QLatin1Char(m_analysis.plant)));
    add(tr("Serial"), QString::fromStdString(m_analysis.serial));
    return rows;
}

QString RegisterViewModel::checkNote() const
{
    if (m_analysis.wellFormed && m_analysis.checkRequired && m_analysis.checkFits) {
        return tr("The check digit fits.");
    }
    return m_analysis.wellFormed && !m_analysis.checkRequired
               ? tr("Built for a market without a check digit; position 9 is not checked.")
               : tr("Cars built for North America always carry a check digit. Others may not; then position 9 is not "
                    "checked.");
}

QString RegisterViewModel::fixText() const
{
    return m_analysis.likelyFix && m_vinError.present() && !m_taken ? tr("Change position %1 to %2")
                                                                          .arg(m_analysis.likelyFix->position)
                                                                          .arg(QLatin1Char(m_analysis.likelyFix->to))
                                                                    : QString();
}

void RegisterViewModel::applyFix()
{
    if (m_analysis.likelyFix) {
        std::string fixed = m_analysis.normalised;
        fixed.at(static_cast<std::size_t>(m_analysis.likelyFix->position - 1)) = m_analysis.likelyFix->to;
        setVin(QString::fromStdString(fixed));
    }
}

void RegisterViewModel::setOdometer(const QString& typed)
{
    m_odometer = typed;
    m_odometerError.clear();
    m_km = format::kmTyped(typed, m_unit);
    if (!m_km && !typed.trimmed().isEmpty()) {
        m_odometerError = m_unit == format::DistanceUnit::Mi
                              ? tr("Whole miles only, as the dashboard shows them.")
                              : tr("Whole kilometres only, as the dashboard shows them.");
    }
    keepDraft();
    emit changed();
}

void RegisterViewModel::followUnit()
{
    const format::DistanceUnit before = std::exchange(m_unit, format::distanceUnit());
    setOdometer(format::retyped(m_odometer, before, m_unit));
}

QString RegisterViewModel::odometerNote() const
{
    return !m_km || m_unit == format::DistanceUnit::Km
               ? QString()
               : tr("Registered as %1.").arg(format::distance(*m_km, format::DistanceUnit::Km));
}

QString RegisterViewModel::waitsFor() const
{
    if (!m_analysis.acceptable()) {
        return tr("Continue waits for a VIN that fits.");
    }
    if (m_asking) {
        return tr("The registry is being asked for this VIN.");
    }
    if (m_taken) {
        return tr("This VIN has a Credit ID already.");
    }
    return m_km ? QString() : tr("Continue waits for the odometer reading.");
}

void RegisterViewModel::submit()
{
    if (ready() && !busy()) {
        m_session.gate().start(run());
    }
}

QCoro::Task<> RegisterViewModel::run()
{
    const std::string vin = m_analysis.normalised;
    const Hash32 id = vehicle::vehicleIdOf(vin);
    const std::vector<Hash32> ids(1, id);
    // Asked again: somebody may have registered it in the meantime.
    const auto present = co_await m_session.vehicles().readSummaries(ids);
    if (!present.ok()) {
        m_sender.fail(present.error());
        co_return;
    }
    const auto call =
        vehicle::registerVehicle(m_session.network(), vin, *m_km, Hash32{},
                                 present->value.empty() ? vehicle::VehicleSummary{} : present->value.front());
    const bool sent = co_await m_sender.send(call, id, vin, store::Purpose::RegisterVehicle);
    if (sent) {
        clear();
        emit registered(QString::fromStdString(vin));
    }
}

void RegisterViewModel::clear()
{
    m_draft.forget(kDraftId);
    m_typed.clear();
    m_odometer.clear();
    m_odometerError.clear();
    m_km.reset();
    m_askedVin.clear();
    m_taken = false;
    m_analysis = {};
    m_vinError = {};
    m_sender.clear();
    emit changed();
}

} // namespace autochain::desktop
