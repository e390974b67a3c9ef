// SPDX-License-Identifier: GPL-3.0-or-later
// The desk behind its window: the stock of this person, the job that reads histories, what is done to the cars. Works
// from the disk alone; the node is asked only when a check is.
#pragma once

#include "dealer/export.h"
#include "dealer/history_job.h"
#include "viewmodels/base/errorview.h"

#include <QElapsedTimer>
#include <QObject>

namespace autochain::desktop
{

class Session;

class DeskStock : public QObject
{
    Q_OBJECT

public:
    // The session must outlive this and the job.
    explicit DeskStock(Session& session, dealer::JobPace pace = {}, QObject* parent = nullptr);
    ~DeskStock() override;

    // Reads the stock from the disk, once; goes on with a job that was under way.
    Result<> load();
    bool loaded() const { return m_loaded; }

    Session& session() { return m_session; }
    dealer::Desk& desk() { return m_desk; }
    const dealer::Table& table() const { return m_desk.table(); }
    const dealer::HistoryJob& job() const { return m_job; }
    qint64 jobElapsedMs() const { return m_sinceStart.isValid() ? m_sinceStart.elapsed() : 0; }
    dealer::QueryContext context() const;
    // When the oldest of these was read; 0: none was.
    UnixTime oldestRead(const std::vector<std::uint32_t>& rows) const;

    dealer::CarList readList(const QString& text) const;
    bool add(const std::vector<dealer::ListedCar>& cars, bool check);
    bool remove(const std::vector<std::uint32_t>& rows);
    void check(const std::vector<std::uint32_t>& rows);
    void pauseJob();
    void resumeJob();
    void cancelJob();

    // What the dealer notes; false where it cannot be kept, error() says why.
    bool setMark(std::uint32_t row, dealer::Mark mark, bool on);
    bool setNote(std::uint32_t row, const QString& note);
    bool setName(std::uint32_t row, const QString& name);
    bool setMoney(std::uint32_t row, dealer::Column column, const U256& amount); // Cost, Ask, Lowest
    bool setVin(std::uint32_t row, const QString& vin);                          // of a car known by its plate

    bool saveView(store::StockView view);
    bool removeView(std::int64_t id);
    const std::vector<store::StockView>& views() const { return m_views; }

    // Why the last thing that was asked for could not be kept; empty: it could.
    const ErrorView& error() const { return m_error; }
    void dismissError();

signals:
    void reset();                                             // cars came or went
    void rowsChanged(const std::vector<std::uint32_t>& rows); // others are as they were
    void jobChanged();
    void viewsChanged();
    void errorChanged();
    void watchedChanged(); // who is looked after

private:
    template <typename Change>
    bool change(std::uint32_t row, Change change);
    bool keep(const Result<>& result);
    void startJob();
    void readDeadlines();

    Session& m_session;
    dealer::Desk m_desk;
    dealer::HistoryJob m_job;
    std::vector<store::StockView> m_views;
    QElapsedTimer m_sinceStart;
    ErrorView m_error;
    bool m_loaded = false;
};

} // namespace autochain::desktop
