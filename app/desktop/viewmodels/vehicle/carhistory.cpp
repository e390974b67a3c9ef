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
constexpr qint64 kSliceMs = 5;             // of reading, then the window draws
constexpr std::uint64_t kLooksPerStep = 8; // a signature each
constexpr std::size_t kStudyHere = 2'000;  // records; more are studied in a thread of their own
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
        if (record.contentState == vehicle::ContentState::Missing && before->records.size() <= kAtOnce) {
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
        if (known.contentDigest == next.records[i].contentDigest && known.index < m_vehicle->records.size()) {
            next.records[i].content = known.content;
            next.records[i].contentState = known.contentState;
            next.records[i].signature = known.signature; // Valid stays valid: same digest
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
    auto read = co_await m_session.vehicles().readHistory(id);
    if (!read.ok()) {
        co_return read.error();
    }
    keepContents(*read);
    const Shared next = std::make_shared<vehicle::Vehicle>(std::move(*read));
    // A long history is shown by its newest page, and goes on growing.
    const bool atOnce = next->records.size() <= kAtOnce;
    AC_CO_CHECK(co_await m_session.vehicles().lookAt(*next, atOnce ? next->records.size()
                                                                   : vehicle::VehicleReader::kFirstPage));
    const Shared before = m_vehicle; // its records are shown until recordsCame
    m_vehicle = next;
    m_study.reset();
    emit recordsCame();
    if (atOnce) {
        m_session.vehicles().keepHistory(*next);
        co_await study(next);
    } else {
        m_session.gate().start(lookAtRest(next));
    }
    co_return Unit{};
}

QCoro::Task<> CarHistory::lookAtRest(Shared vehicle)
{
    QElapsedTimer slice;
    slice.start();
    const std::size_t count = vehicle->records.size();
    std::size_t told = vehicle->looked;
    while (vehicle->looked < count) {
        const Result<> more = co_await m_session.vehicles().lookAt(*vehicle, kLooksPerStep);
        if (!more.ok() || vehicle != m_vehicle || m_session.gate().closed()) {
            co_return; // another state of the car, or another car
        }
        if (slice.elapsed() >= kSliceMs || vehicle->looked == count) {
            emit contentsCame(static_cast<int>(count - vehicle->looked), static_cast<int>(count - told));
            told = vehicle->looked;
            co_await QCoro::sleepFor(1ms);
            slice.start();
        }
    }
    m_session.vehicles().keepHistory(*vehicle);
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
    if (m_vehicle != nullptr && m_vehicle->looked == m_vehicle->records.size()) {
        m_session.gate().start(study(m_vehicle));
    }
}

} // namespace autochain::desktop
