// SPDX-License-Identifier: GPL-3.0-or-later
// The person's deals, read once per block for everybody: Home, Wallet, Deals, Appraisals and the rail's numbers.
#pragma once

#include "escrow/deal_reader.h"

#include <QObject>

#include <optional>

namespace autochain::desktop
{

class Session;

class DealFeed : public QObject
{
    Q_OBJECT

public:
    explicit DealFeed(Session& session);

    // As last read, newest first; empty until loaded().
    const std::vector<escrow::DealView>& deals() const { return m_deals; }
    bool loaded() const { return m_loaded; }
    // Why the last reading failed; deals() keeps what was read before.
    const std::optional<Error>& error() const { return m_error; }
    void refresh();
    // Ends once something was read, or why it could not be is known, or the session closes. (Awaiting the signal itself
    // is not safe: QCoro 0.8 resumes twice where it is emitted twice.)
    QCoro::Task<> firstReading();

signals:
    // After every reading, also one that failed.
    void changed();

private:
    QCoro::Task<> read();

    Session& m_session;
    std::vector<escrow::DealView> m_deals;
    std::optional<Error> m_error;
    bool m_loaded = false;
    bool m_running = false;
    bool m_again = false;
};

} // namespace autochain::desktop
