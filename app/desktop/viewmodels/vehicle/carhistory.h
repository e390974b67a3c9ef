// SPDX-License-Identifier: GPL-3.0-or-later
// Reads one car's history for its page: rows at once, contents from the newest on, then what they mean. What did not
// change is not read again.
#pragma once

#include "vehicle/score.h"
#include "vehicle/vehicle_reader.h"

#include <QCoroTask>
#include <QObject>

#include <memory>

namespace autochain::desktop
{

class Session;

struct CarStudy {
    vehicle::Assessment assessment;
    vehicle::Score score;
    vehicle::Coverage coverage;
};
// Pure; what takes long of a long history.
CarStudy studyOf(const vehicle::Vehicle& vehicle, Provenance shown, UnixTime now);

class CarHistory : public QObject
{
    Q_OBJECT

public:
    // Histories up to this length are shown once they are complete; longer ones grow while they are read.
    static constexpr std::size_t kAtOnce = 400;

    // The session must outlive it and its tasks.
    explicit CarHistory(Session& session, QObject* parent = nullptr);

    // Ends when there is something to show. UnknownVehicle, ChainError.
    QCoro::Task<Result<>> read(Hash32 id);
    void forget();
    // What the same records mean now: the provenance shown or the time is another.
    void studyAgain();

    const vehicle::Vehicle* vehicle() const { return m_vehicle.get(); }
    // nullptr until all contents were asked for: part of a history says nothing about the car.
    const CarStudy* study() const { return m_study ? &*m_study : nullptr; }
    std::size_t contentsAsked() const { return m_vehicle == nullptr ? 0 : m_vehicle->looked; }

signals:
    void recordsCame(); // another state of the car; what vehicle() gave before is gone
    void contentsCame(int from, int until);
    void studied();

private:
    using Shared = std::shared_ptr<vehicle::Vehicle>;
    QCoro::Task<bool> refreshState(Hash32 id);
    QCoro::Task<> lookAtRest(Shared vehicle);
    QCoro::Task<> study(Shared vehicle);
    void keepContents(vehicle::Vehicle& next) const;

    Session& m_session;
    Shared m_vehicle;
    std::optional<CarStudy> m_study;
};

} // namespace autochain::desktop
