// SPDX-License-Identifier: GPL-3.0-or-later
// Looks after watched cars: a new record, a change of price, a listing that ends soon. Told once, as a line in the
// window and to who notifies the desktop; Home lists the same under "what changed".
#pragma once

#include "viewmodels/desk/deskstock.h"

#include <QElapsedTimer>

namespace autochain::desktop
{

class Toasts;

class DeskWatch : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 kEveryMs = 15'000; // on a network where blocks come faster
    // All outlive this and its tasks.
    DeskWatch(Session& session, DeskStock& stock, Toasts& toasts, QObject* parent = nullptr);

    void look();

signals:
    void told(const QString& text, const QString& route);

private:
    QCoro::Task<> run();
    QCoro::Task<Result<>> readWatched();
    void tellDeadlines();
    void tell(const QString& text, const QString& route);
    QString routeOf(const Hash32& vehicleId) const;
    QString nameOf(const Hash32& vehicleId) const;

    Session& m_session;
    DeskStock& m_stock;
    Toasts& m_toasts;
    QElapsedTimer m_last;
    bool m_running = false;
};

} // namespace autochain::desktop
