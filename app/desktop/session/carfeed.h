// SPDX-License-Identifier: GPL-3.0-or-later
// The person's own cars, read once per block for Home, Wallet and Garage.
#pragma once

#include "vehicle/assess.h"
#include "vehicle/vehicle_reader.h"

#include <QObject>

#include <optional>

namespace autochain::desktop
{

class Session;

struct OwnCar {
    vehicle::Vehicle vehicle; // with its records, checked against the proven head
    vehicle::Assessment assessment;
};

class CarFeed : public QObject
{
    Q_OBJECT

public:
    explicit CarFeed(Session& session);

    // Cars whose title the person holds, and those of theirs that lie in a deal's Safe.
    const std::vector<OwnCar>& cars() const { return m_cars; }
    bool loaded() const { return m_loaded; }
    const std::optional<Error>& error() const { return m_error; }
    // How surely the list of titles is known.
    Provenance provenance() const { return m_provenance; }
    const BlockRef& block() const { return m_block; }
    void refresh();
    // Ends once something was read, or why it could not be is known, or the session closes. (Awaiting the signal itself
    // is not safe: QCoro 0.8 resumes twice where it is emitted twice.)
    QCoro::Task<> firstReading();

signals:
    void changed();

private:
    QCoro::Task<> read();
    QCoro::Task<Result<>> readAll();

    Session& m_session;
    std::vector<OwnCar> m_cars;
    std::optional<Error> m_error;
    Provenance m_provenance = Provenance::Reported;
    BlockRef m_block;
    bool m_loaded = false;
    bool m_running = false;
    bool m_again = false;
};

} // namespace autochain::desktop
