// SPDX-License-Identifier: GPL-3.0-or-later
#include "life.h"

#include "store/migration.h"
#include "temp_store.h"
#include "whole_store.h"

namespace autochain::crash
{
namespace
{
using namespace store;

std::string textOf(int step)
{
    return std::string(static_cast<std::size_t>(40 + step * 97 % 5'000), static_cast<char>('a' + step % 26));
}

Hash32 keyOf(int step)
{
    Hash32 out = filledWith<Hash32>(0x11);
    for (int i = 0; i < 4; ++i) {
        out.bytes[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(step >> (8 * i));
    }
    return out;
}

Message messageOf(int step)
{
    Message out;
    out.dealId = filledWith<Hash32>(5);
    out.key = keyOf(step);
    out.from = filledWith<Address>(2);
    out.time = step;
    out.text = textOf(step);
    return out;
}

// Four kinds of writing in turn; what it wrote can be told from the number alone.
Result<> doStep(Database& database, int step)
{
    switch (step % 4) {
    case 0:
        return Drafts(database).put({"r", std::to_string(step), textOf(step), step});
    case 1: {
        OutboxRepository rows(database);
        AC_TRY(const auto id, rows.add(testEntry(static_cast<std::uint64_t>(step))));
        AC_CHECK(rows.markSigned(id, toBytes(textOf(step)), keyOf(step), step));
        return rows.markSent(id, step);
    }
    case 2:
        AC_CHECK(Messages(database).add(messageOf(step)));
        return {};
    default:
        return Settings(database).set("counter", std::to_string(step));
    }
}

enum class Found { Nothing, Half, Whole };

Result<Found> findOutbox(Database& database, int step)
{
    AC_TRY(const auto all, OutboxRepository(database).byHash(keyOf(step)));
    if (all) {
        const bool right = all->raw == toBytes(textOf(step));
        return right && all->state == OutboxState::Sent ? Found::Whole : Found::Half;
    }
    return Found::Nothing;
}

Result<Found> findStep(Database& database, int step)
{
    switch (step % 4) {
    case 0: {
        AC_TRY(const auto draft, Drafts(database).find("r", std::to_string(step)));
        return !draft ? Found::Nothing : draft->json == textOf(step) ? Found::Whole : Found::Half;
    }
    case 1:
        return findOutbox(database, step);
    case 2: {
        AC_TRY(Statement query, database.prepare("SELECT text FROM message WHERE deal_id = ?1 AND key = ?2"));
        AC_TRY(const bool row, query.bind(1, filledWith<Hash32>(5)).bind(2, keyOf(step)).step());
        return !row ? Found::Nothing : query.text(0) == textOf(step) ? Found::Whole : Found::Half;
    }
    default: {
        AC_TRY(const auto counter, Settings(database).get("counter"));
        return counter && std::stoi(*counter) >= step ? Found::Whole : Found::Nothing;
    }
    }
}
} // namespace

std::string GrowingStore::live(long at, long killAfterUs)
{
    const int first = m_steps.empty() ? 0 : m_steps.rbegin()->first + 1;
    const std::string path = m_folder + "/store.db";
    const auto work = [&](const Say& say) {
        auto database = openStore(path, testKey(7));
        if (!database.ok()) {
            say("! open: error " + std::to_string(database.error().code) + " " + database.error().detail);
            return 1;
        }
        for (int step = first;; ++step) {
            say("b " + std::to_string(step));
            if (const auto done = doStep(*database, step); !done.ok()) {
                say("! step: error " + std::to_string(done.error().code) + " " + done.error().detail);
                return 1;
            }
            say("d " + std::to_string(step));
        }
    };
    const Ending ending = inChild(m_folder, at, FaultKill, killAfterUs, work);
    for (const std::string& line : ending.lines) {
        if (line.starts_with("!")) {
            return line;
        }
        const bool done = line.starts_with("d");
        m_steps[std::stoi(line.substr(2))] = done ? State::Done : State::Begun;
        m_acknowledged += done ? 1 : 0;
    }
    return ending.killed ? "" : "ended by itself";
}

std::string GrowingStore::verify()
{
    auto database = openStore(m_folder + "/store.db", testKey(7));
    if (!database.ok()) {
        return "open: " + database.error().detail;
    }
    if (const auto whole = database->checkIntegrity(); !whole.ok()) {
        return "integrity: " + whole.error().detail;
    }
    for (const auto& [step, state] : m_steps) {
        const auto found = findStep(*database, step);
        if (!found.ok()) {
            return "read: " + found.error().detail;
        }
        // Signing is three steps, so one that was only begun may have come to the second.
        const bool wrong = state == State::Done ? *found != Found::Whole : *found == Found::Half && step % 4 != 1;
        if (wrong) {
            return "step " + std::to_string(step) + (state == State::Done ? " is lost" : " is half there");
        }
    }
    return {};
}

} // namespace autochain::crash
