// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenarios.h"

#include "store/backup_folder.h"
#include "store/migration.h"
#include "temp_store.h"
#include "whole_store.h"

#include <filesystem>
#include <fstream>

namespace autochain::crash
{
namespace
{
using namespace store;
namespace fs = std::filesystem;

constexpr UnixTime kNow = 2'000'000;

std::string storeIn(const std::string& folder)
{
    return folder + "/store.db";
}

std::string told(const char* doing, const Error& error)
{
    return std::string(doing) + ": error " + std::to_string(error.code) + ", " + error.detail;
}

Result<> prepareWhole(const std::string& folder)
{
    AC_TRY(Database database, openStore(storeIn(folder), testKey(7)));
    return fillWholeStore(database, kNow);
}

Result<> prepareNothing(const std::string&)
{
    return {};
}

// Opens, checks everything, and asks `check` about the contents.
std::string verifyStore(const std::string& folder, const std::function<std::string(Database&)>& check)
{
    auto database = openStore(storeIn(folder), testKey(7));
    if (!database.ok()) {
        return told("open", database.error());
    }
    if (const auto whole = database->checkIntegrity(); !whole.ok()) {
        return told("integrity", whole.error());
    }
    return check(*database);
}

const WholeStore& prepared()
{
    static const WholeStore out = [] {
        auto fresh = Database::inMemory();
        const bool filled = fresh.ok() && migrateEmpty(*fresh).ok() && fillWholeStore(*fresh, kNow).ok();
        return filled ? readWholeStore(*fresh, kNow).value() : WholeStore();
    }();
    return out;
}

bool sameAsPrepared(Database& database)
{
    const auto now = readWholeStore(database, kNow);
    return now.ok() && !now->contacts.empty() && *now == prepared();
}

std::string verifyPrepared(const std::string& folder, const Acknowledged&)
{
    return verifyStore(folder, [](Database& database) -> std::string {
        return sameAsPrepared(database) ? "" : "what was there before is not there any more";
    });
}

Result<> withStore(const std::string& folder, const Runner& run, const std::function<Result<>(Database&)>& work)
{
    std::optional<Database> database;
    AC_CHECK(run("open", [&]() -> Result<> {
        AC_TRY(database, openStore(storeIn(folder), testKey(7)));
        return {};
    }));
    return work(*database);
}

Result<> playUnlock(const std::string& folder, const Runner& run)
{
    return withStore(folder, run, [&](Database& database) {
        return run("read", [&]() -> Result<> {
            AC_TRY(const WholeStore all, readWholeStore(database, kNow));
            return all.contacts.size() == 2 ? Result<>() : Result<>(StoreError::NotFound);
        });
    });
}

// A store whose process was killed: the log is there and has not been brought into the file.
Result<> prepareKilled(const std::string& folder)
{
    AC_CHECK(prepareWhole(folder));
    AC_TRY(Database database, openStore(storeIn(folder), testKey(7)));
    AC_CHECK(Drafts(database).put({"late", "1", std::string(20'000, 'x'), 1}));
    AC_CHECK(Drafts(database).put({"late", "2", "{}", 2}));
    for (const char* name : {"store.db", "store.db-wal"}) {
        fs::copy_file(folder + "/" + name, folder + "/" + name + std::string(".killed"));
    }
    {
        const Database closing = std::move(database);
    }
    for (const char* name : {"store.db", "store.db-wal"}) {
        fs::rename(folder + "/" + name + std::string(".killed"), folder + "/" + name);
    }
    return {};
}

std::string verifyKilled(const std::string& folder, const Acknowledged&)
{
    return verifyStore(folder, [](Database& database) -> std::string {
        const auto late = Drafts(database).ofKind("late");
        return late.ok() && late->size() == 2 && sameAsPrepared(database) ? "" : "rows of the log are lost";
    });
}

Result<> playCreate(const std::string& folder, const Runner& run)
{
    return withStore(folder, run, [&](Database& database) {
        return run("first setting", [&] { return Settings(database).set("profile", "made"); });
    });
}

std::string verifyCreate(const std::string& folder, const Acknowledged& done)
{
    return verifyStore(folder, [&](Database& database) -> std::string {
        const auto value = Settings(database).get("profile");
        if (!value.ok()) {
            return told("read", value.error());
        }
        return value->has_value() || !done.contains("first setting") ? "" : "the first setting is lost";
    });
}

constexpr int kSends = 3;

Result<> playSend(const std::string& folder, const Runner& run)
{
    return withStore(folder, run, [&](Database& database) -> Result<> {
        OutboxRepository rows(database);
        for (int i = 0; i < kSends; ++i) {
            const std::string n = std::to_string(i);
            const auto fill = static_cast<std::uint8_t>(0x40 + i);
            std::int64_t id = 0;
            AC_CHECK(run("created " + n, [&]() -> Result<> {
                AC_TRY(id, rows.add(testEntry(static_cast<std::uint64_t>(10 + i))));
                return {};
            }));
            AC_CHECK(run("signed " + n,
                         [&] { return rows.markSigned(id, Bytes(2'000, fill), filledWith<Hash32>(fill), 5); }));
            AC_CHECK(run("sent " + n, [&] { return rows.markSent(id, 6); }));
            AC_CHECK(run("mined " + n, [&] { return rows.markMined(id, true, 9, 9, 21'000, U256(1)); }));
        }
        return {};
    });
}

// The state the last acknowledged step left, or the one after it: the step under way may have come through.
std::string checkSend(const std::optional<OutboxEntry>& entry, int i, const Acknowledged& done)
{
    static const char* const kSteps[] = {"created ", "signed ", "sent ", "mined "};
    int reached = 0;
    for (const char* step : kSteps) {
        reached += done.contains(step + std::to_string(i)) ? 1 : 0;
    }
    const int there = entry ? static_cast<int>(entry->state) + 1 : 0;
    if (there < reached || there > reached + 1) {
        return "transaction " + std::to_string(i) + " is in another state than was acknowledged";
    }
    const auto fill = static_cast<std::uint8_t>(0x40 + i);
    if (there >= 2 && (entry->raw != Bytes(2'000, fill) || entry->hash != filledWith<Hash32>(fill))) {
        return "signed bytes are not those that were signed";
    }
    return {};
}

std::string verifySend(const std::string& folder, const Acknowledged& done)
{
    return verifyStore(folder, [&](Database& database) -> std::string {
        const auto all = OutboxRepository(database).of(kTestChain, filledWith<Address>(1));
        if (!all.ok()) {
            return told("outbox", all.error());
        }
        for (int i = 0; i < kSends; ++i) {
            std::optional<OutboxEntry> found;
            for (const OutboxEntry& entry : *all) {
                found = entry.tx.nonce == static_cast<std::uint64_t>(10 + i) ? std::optional(entry) : found;
            }
            if (std::string wrong = checkSend(found, i, done); !wrong.empty()) {
                return wrong;
            }
        }
        return all->size() >= 4 ? "" : "earlier rows are lost";
    });
}

Message cosignature(std::uint8_t n)
{
    Message out;
    out.dealId = filledWith<Hash32>(0x66);
    out.key = filledWith<Hash32>(n);
    out.from = filledWith<Address>(2);
    out.time = n;
    out.text = std::string(3'000, static_cast<char>('a' + n));
    return out;
}

Result<> playCosign(const std::string& folder, const Runner& run)
{
    return withStore(folder, run, [&](Database& database) -> Result<> {
        for (std::uint8_t n = 0; n < 3; ++n) {
            const std::string number = std::to_string(n);
            AC_CHECK(run("message " + number, [&]() -> Result<> {
                AC_CHECK(Messages(database).add(cosignature(n)));
                return {};
            }));
            AC_CHECK(run("draft " + number, [&] {
                return Drafts(database).put({"ruling", "6", "{\"n\":" + number + "}", n});
            }));
        }
        return run("removed", [&] { return Drafts(database).remove("ruling", "6"); });
    });
}

std::string verifyCosign(const std::string& folder, const Acknowledged& done)
{
    return verifyStore(folder, [&](Database& database) -> std::string {
        const auto messages = Messages(database).ofDeal(filledWith<Hash32>(0x66));
        const auto draft = Drafts(database).find("ruling", "6");
        if (!messages.ok() || !draft.ok()) {
            return "cannot be read";
        }
        int expected = 0;
        int newest = -1;
        for (int n = 0; n < 3; ++n) {
            expected += done.contains("message " + std::to_string(n)) ? 1 : 0;
            newest = done.contains("draft " + std::to_string(n)) ? n : newest;
        }
        const int there = static_cast<int>(messages->size());
        if (there < expected || there > expected + 1) {
            return "messages: " + std::to_string(there) + " instead of " + std::to_string(expected);
        }
        for (int n = 0; n < there; ++n) {
            if (messages->at(static_cast<std::size_t>(n)).text != cosignature(static_cast<std::uint8_t>(n)).text) {
                return "a message is another one";
            }
        }
        if (done.contains("removed")) {
            return *draft ? "a removed draft is back" : "";
        }
        const bool mayBeRemoved = newest == 2;
        const int at = *draft ? static_cast<int>((*draft)->updatedAt) : -1;
        const bool fits = at == newest || at == newest + 1 || (mayBeRemoved && at == -1);
        return fits ? "" : "the draft is not the newest that was acknowledged";
    });
}

// Typing: the same draft again and again, as the view-model's autosave writes it.
Result<> playAutosave(const std::string& folder, const Runner& run)
{
    return withStore(folder, run, [&](Database& database) -> Result<> {
        for (int i = 1; i <= 12; ++i) {
            AC_CHECK(run("saved " + std::to_string(i), [&] {
                return Drafts(database).put({"listing", "new", std::string(static_cast<std::size_t>(700 * i), 'x'), i});
            }));
        }
        return {};
    });
}

std::string verifyAutosave(const std::string& folder, const Acknowledged& done)
{
    return verifyStore(folder, [&](Database& database) -> std::string {
        const auto draft = Drafts(database).find("listing", "new");
        if (!draft.ok()) {
            return told("draft", draft.error());
        }
        int newest = 0;
        for (int i = 1; i <= 12; ++i) {
            newest = done.contains("saved " + std::to_string(i)) ? i : newest;
        }
        const int at = *draft ? static_cast<int>((*draft)->updatedAt) : 0;
        const bool whole = !*draft || (*draft)->json.size() == static_cast<std::size_t>(700 * at);
        return whole && (at == newest || at == newest + 1) ? "" : "the draft is not the newest that was acknowledged";
    });
}

Result<> prepareOld(const std::string& folder, int version)
{
    AC_TRY(Database database, Database::open(storeIn(folder), testKey(7)));
    AC_CHECK(migrate(database, testKey(7), allMigrations().first(static_cast<std::size_t>(version))));
    AC_CHECK(Settings(database).set("old", "value"));
    for (int i = 0; i < 30; ++i) {
        AC_CHECK(Drafts(database).put({"old", std::to_string(i), std::string(1'000, 'o'), i}));
    }
    return {};
}

Result<> playMigrate(const std::string& folder, const Runner& run)
{
    return withStore(folder, run, [&](Database& database) {
        return run("used", [&] {
            return Grants(database).put({"k", filledWith<Hash32>(1), filledWith<Address>(1), {1}, 1, 5});
        });
    });
}

std::string verifyMigrate(const std::string& folder, const Acknowledged& done, int version)
{
    const std::string wrong = verifyStore(folder, [&](Database& database) -> std::string {
        const auto drafts = Drafts(database).ofKind("old");
        const auto grants = Grants(database).ofSubject(filledWith<Hash32>(1), 1);
        if (!drafts.ok() || drafts->size() != 30 || !grants.ok()) {
            return "rows of the old version are lost";
        }
        return !grants->empty() || !done.contains("used") ? "" : "the first row of the new version is lost";
    });
    // Opening it just now finished the migration, so the copy is there and is the old version.
    auto copy = Database::open(storeIn(folder) + ".v" + std::to_string(version) + ".bak", testKey(7),
                               {.create = false, .busyTimeoutMs = 100});
    if (!wrong.empty() || !copy.ok()) {
        return wrong.empty() ? told("copy", copy.error()) : wrong;
    }
    const auto drafts = Drafts(*copy).ofKind("old");
    const bool whole = versionOf(*copy).value() == version && drafts.ok() && drafts->size() == 30;
    return whole ? "" : "the copy is not the old version";
}

std::string backupsIn(const std::string& folder)
{
    return folder + "/backups";
}

Result<> prepareBackups(const std::string& folder)
{
    AC_CHECK(prepareWhole(folder));
    AC_TRY(Database database, openStore(storeIn(folder), testKey(7)));
    AC_CHECK(BackupFolder(backupsIn(folder), database).make(testKey(3), kNow - 200));
    AC_CHECK(BackupFolder(backupsIn(folder), database).make(testKey(3), kNow - 100));
    return {};
}

Result<> playBackup(const std::string& folder, const Runner& run)
{
    return withStore(folder, run, [&](Database& database) {
        return run("backup", [&]() -> Result<> {
            AC_CHECK(BackupFolder(backupsIn(folder), database).make(testKey(3), kNow, 2));
            return {};
        });
    });
}

std::string verifyBackup(const std::string& folder, const Acknowledged& done)
{
    return verifyStore(folder, [&](Database& database) -> std::string {
        BackupFolder backups(backupsIn(folder), database);
        const auto files = backups.list();
        if (!files.ok() || files->size() < 2) {
            return "backups are lost";
        }
        if (done.contains("backup") && files->front().madeAt != kNow) {
            return "the backup that was acknowledged is not there";
        }
        for (const BackupFile& file : *files) {
            if (const auto good = backups.drill(file.path, testKey(3), kNow); !good.ok()) {
                return told("drill", good.error());
            }
        }
        // The settings carry the notes of the drills; the rest is as it was.
        const auto contacts = AddressBook(database).all();
        return contacts.ok() && contacts->size() == 2 ? "" : "the store is not what it was";
    });
}

Result<> prepareRestore(const std::string& folder)
{
    AC_TRY(Database database, Database::inMemory());
    AC_CHECK(migrateEmpty(database));
    AC_CHECK(fillWholeStore(database, kNow));
    AC_TRY(const Bytes file, writeBackup(database, testKey(3), kNow));
    std::ofstream out(folder + "/file", std::ios::binary);
    out.write(reinterpret_cast<const char*>(file.data()), static_cast<std::streamsize>(file.size()));
    return out ? Result<>() : Result<>(StoreError::IoError);
}

Result<> restoreIn(const std::string& folder)
{
    AC_TRY(const Bytes file, readBackupFile(folder + "/file"));
    AC_CHECK(restoreBackup(file, testKey(3), storeIn(folder), testKey(7), kNow));
    return {};
}

Result<> playRestore(const std::string& folder, const Runner& run)
{
    return run("restored", [&] { return restoreIn(folder); });
}

std::string verifyRestore(const std::string& folder, const Acknowledged& done)
{
    if (!fs::exists(storeIn(folder))) {
        if (done.contains("restored")) {
            return "the restored store is not there";
        }
        if (const auto again = restoreIn(folder); !again.ok()) {
            return told("restoring again", again.error());
        }
    }
    return verifyPrepared(folder, done);
}

Result<> playPurge(const std::string& folder, const Runner& run)
{
    return withStore(folder, run, [&](Database& database) {
        return run("purged", [&]() -> Result<> {
            AC_CHECK(Grants(database).purgeExpired(kNow));
            return {};
        });
    });
}

std::string verifyPurge(const std::string& folder, const Acknowledged& done)
{
    return verifyStore(folder, [&](Database& database) -> std::string {
        const auto all = Grants(database).ofSubject(filledWith<Hash32>(6), 0);
        if (!all.ok() || all->empty() || (done.contains("purged") && all->size() != 1)) {
            return "grants are not those that hold";
        }
        return sameAsPrepared(database) ? "" : "something else is gone";
    });
}
} // namespace

std::vector<Scenario> allScenarios()
{
    std::vector<Scenario> out = {
        {"unlock", prepareWhole, playUnlock, verifyPrepared},
        {"unlock after a crash", prepareKilled, playUnlock, verifyKilled},
        {"create", prepareNothing, playCreate, verifyCreate},
        {"send", prepareWhole, playSend, verifySend},
        {"cosign", prepareWhole, playCosign, verifyCosign},
        {"autosave", prepareWhole, playAutosave, verifyAutosave},
        {"purge", prepareWhole, playPurge, verifyPurge},
        {"backup", prepareBackups, playBackup, verifyBackup},
        {"restore", prepareRestore, playRestore, verifyRestore},
    };
    static std::vector<std::string> names;
    const int newest = allMigrations().back().number;
    names.reserve(static_cast<std::size_t>(newest));
    for (int version = 1; version < newest; ++version) {
        names.push_back("migrate from " + std::to_string(version));
        out.push_back({names.back().c_str(), [=](const std::string& folder) { return prepareOld(folder, version); },
                       playMigrate,
                       [=](const std::string& folder, const Acknowledged& done) {
                           return verifyMigrate(folder, done, version);
                       }});
    }
    for (Scenario& one : vaultScenarios()) {
        out.push_back(std::move(one));
    }
    return out;
}

} // namespace autochain::crash
