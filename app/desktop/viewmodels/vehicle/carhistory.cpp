// SPDX-License-Identifier: GPL-3.0-or-later
#include "carhistory.h"

#include "session/session.h"
#include "session/worker.h"

#include <QCoroTimer>
#include <QElapsedTimer>

namespace autochain::desktop
{

namespace
{
using namespace std::chrono_literals;
constexpr qint64 kSliceMs = 5;            // of reading, then the window draws
constexpr std::size_t kStudyHere = 2'000; // records; more are studied in a thread of their own
} // namespace

CarStudy studyOf(const vehicle::Vehicle& vehicle, Provenance shown, UnixTime now)
{
    const vehicle::TitleState title{!vehicle.state.dealId.isZero(), !vehicle.state.lender.isZero()};
    CarStudy out;
    out.assessment = vehicle::assess(vehicle.records, title, shown, now);
    out.score = vehicle::scoreOf(out.assessment, vehicle.records, now);
    out.coverage = vehicle::coverageOf(vehicle.records, now);
    return out;
}

CarHistory::CarHistory(Session& session, QObject* parent) : QObject(parent), m_session(session) {}

void CarHistory::forget()
{
    m_vehicle.reset();
    m_study.reset();
    m_asked = 0;
}

// The proven head is the one it was read at: only the block is newer.
QCoro::Task<bool> CarHistory::refreshState(Hash32 id)
{
    const Shared before = m_vehicle;
    if (before == nullptr || before->state.id != id || before->historyCheck != vehicle::HistoryCheck::Verified ||
        before->owners.empty()) {
        co_return false;
    }
    const std::vector<Hash32> ids(1, id);
    const auto now = co_await m_session.vehicles().readSummaries(ids);
    if (!now.ok() || now->value.empty() || m_vehicle != before) {
        co_return false;
    }
    const vehicle::VehicleSummary& state = now->value.front();
    if (!(state.history == before->state.history) || state.holder != before->state.holder) {
        co_return false;
    }
    for (const vehicle::Record& record : before->records) {
        if (record.contentState == vehicle::ContentState::Missing) {
            co_return false; // perhaps it came
        }
    }
    before->state = state;
    before->provenance = now->provenance;
    before->block = now->block;
    co_return true;
}

void CarHistory::keepContents(vehicle::Vehicle& next) const
{
    if (m_vehicle == nullptr || m_vehicle->state.id != next.state.id) {
        return;
    }
    for (std::size_t i = 0; i < std::min(next.records.size(), m_vehicle->records.size()); ++i) {
        const vehicle::Record& known = m_vehicle->records[i];
        if (known.contentState == vehicle::ContentState::Loaded &&
            known.contentDigest == next.records[i].contentDigest) {
            next.records[i].content = known.content;
            next.records[i].contentState = known.contentState;
        }
    }
}

QCoro::Task<Result<>> CarHistory::read(Hash32 id)
{
    if (co_await refreshState(id)) {
        emit recordsCame();
        studyAgain();
        co_return Unit{};
    }
    auto read = co_await m_session.vehicles().readVehicle(id, vehicle::VehicleReader::Contents::Later);
    if (!read.ok()) {
        co_return read.error();
    }
    keepContents(*read);
    const Shared next = std::make_shared<vehicle::Vehicle>(std::move(*read));
    if (next->records.size() <= kAtOnce) {
        for (vehicle::Record& record : next->records) {
            if (record.contentState == vehicle::ContentState::Missing) {
                co_await m_session.vehicles().readContent(record);
            }
        }
    }
    const Shared before = m_vehicle; // its records are shown until recordsCame
    m_vehicle = next;
    m_study.reset();
    m_asked = next->records.size() <= kAtOnce ? next->records.size() : 0;
    emit recordsCame();
    if (m_asked == next->records.size()) {
        co_await study(next);
    } else {
        m_session.gate().start(readContents(next));
    }
    co_return Unit{};
}

QCoro::Task<> CarHistory::readContents(Shared vehicle)
{
    QElapsedTimer slice;
    slice.start();
    std::size_t until = vehicle->records.size();
    for (std::size_t i = until; i-- > 0;) {
        if (vehicle->records[i].contentState == vehicle::ContentState::Missing) {
            co_await m_session.vehicles().readContent(vehicle->records[i]);
        }
        if (vehicle != m_vehicle || m_session.gate().closed()) {
            co_return; // another state of the car, or another car
        }
        if (slice.elapsed() >= kSliceMs || i == 0) {
            m_asked = vehicle->records.size() - i;
            emit contentsCame(static_cast<int>(i), static_cast<int>(until));
            until = i;
            co_await QCoro::sleepFor(1ms);
            slice.start();
        }
    }
    co_await study(vehicle);
}

QCoro::Task<> CarHistory::study(Shared vehicle)
{
    const Provenance shown = m_session.shown(vehicle->provenance);
    const UnixTime now = m_session.now();
    const auto result = std::make_shared<CarStudy>();
    const std::function<void()> work = [vehicle, shown, now, result] { *result = studyOf(*vehicle, shown, now); };
    if (vehicle->records.size() > kStudyHere) {
        co_await inThread(work);
    } else {
        work();
    }
    if (vehicle == m_vehicle) {
        m_study = std::move(*result);
        emit studied();
    }
}

void CarHistory::studyAgain()
{
    if (m_vehicle != nullptr && m_asked == m_vehicle->records.size()) {
        m_session.gate().start(study(m_vehicle));
    }
}

} // namespace autochain::desktop
