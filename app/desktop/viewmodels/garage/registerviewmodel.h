// SPDX-License-Identifier: GPL-3.0-or-later
// Registering a car by its VIN: read while it is typed, the likely misreading offered, nothing sent before it fits.
#pragma once

#include "sender.h"
#include "vehicle/vin.h"
#include "viewmodels/base/distance.h"
#include "viewmodels/base/formdraft.h"

#include <qqml.h>
#include <QVariantList>

#include <optional>

namespace autochain::desktop
{

class RegisterViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the garage")
    Q_PROPERTY(QString vin READ vin WRITE setVin NOTIFY changed)
    /// As read: upper case, without spaces; for the seventeen boxes.
    Q_PROPERTY(QString read READ read NOTIFY changed)
    Q_PROPERTY(int suspect READ suspect NOTIFY changed)
    Q_PROPERTY(bool checkFails READ checkFails NOTIFY changed)
    Q_PROPERTY(QString trailing READ trailing NOTIFY changed)
    /// { key, value } of what the VIN says so far.
    Q_PROPERTY(QVariantList facts READ facts NOTIFY changed)
    Q_PROPERTY(QString checkNote READ checkNote NOTIFY changed)
    Q_PROPERTY(autochain::desktop::ErrorView vinError READ vinError NOTIFY changed)
    Q_PROPERTY(QString fixText READ fixText NOTIFY changed)
    Q_PROPERTY(QString odometer READ odometer WRITE setOdometer NOTIFY changed)
    Q_PROPERTY(QString odometerNote READ odometerNote NOTIFY changed)
    /// Of the reading: "km", "mi".
    Q_PROPERTY(QString unit READ unit NOTIFY changed)
    Q_PROPERTY(QString odometerError READ odometerError NOTIFY changed)
    Q_PROPERTY(bool ready READ ready NOTIFY changed)
    Q_PROPERTY(QString waitsFor READ waitsFor NOTIFY changed)
    Q_PROPERTY(bool asking READ asking NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(QString doing READ doing NOTIFY changed)
    Q_PROPERTY(autochain::desktop::ErrorView sendError READ sendError NOTIFY changed)

public:
    explicit RegisterViewModel(Session& session, QObject* parent = nullptr);

    QString vin() const { return m_typed; }
    void setVin(const QString& typed);
    QString read() const { return QString::fromStdString(m_analysis.normalised); }
    int suspect() const { return m_analysis.likelyFix ? m_analysis.likelyFix->position : 0; }
    bool checkFails() const { return m_analysis.wellFormed && m_analysis.checkRequired && !m_analysis.checkFits; }
    QString trailing() const;
    QVariantList facts() const;
    QString checkNote() const;
    ErrorView vinError() const { return m_vinError; }
    QString fixText() const;
    QString odometer() const { return m_odometer; }
    void setOdometer(const QString& typed);
    /// What will be registered, where another unit was typed.
    QString odometerNote() const;
    QString unit() const { return format::distanceUnitName(m_unit); }
    /// The reader chose another unit: what was typed is the same distance in it.
    void followUnit();
    QString odometerError() const { return m_odometerError; }
    bool ready() const { return waitsFor().isEmpty(); }
    QString waitsFor() const;
    bool asking() const { return m_asking; }
    bool busy() const { return m_sender.busy(); }
    QString doing() const { return m_sender.doing(); }
    ErrorView sendError() const { return m_sender.error(); }

    Q_INVOKABLE void applyFix();
    Q_INVOKABLE void submit();
    Q_INVOKABLE void clear();

signals:
    void changed();
    /// The car is registered.
    void registered(const QString& vin);

private:
    QCoro::Task<> askRegistry(std::string vin);
    QCoro::Task<> run();
    void judge();
    void keepDraft();

    Session& m_session;
    Sender m_sender;
    FormDraft m_draft;
    format::DistanceUnit m_unit = format::distanceUnit(); // that the odometer is typed in
    QString m_typed, m_odometer, m_odometerError;
    vehicle::VinAnalysis m_analysis;
    std::optional<std::uint32_t> m_km;
    std::string m_askedVin; // the one the registry was asked for
    bool m_taken = false;   // and it has it
    bool m_mine = false;    // for the reader himself
    bool m_asking = false;
    ErrorView m_vinError;
};

} // namespace autochain::desktop
