// SPDX-License-Identifier: GPL-3.0-or-later
// The store with all its settings against plain SQLite of the same source with the same settings but encryption:
// rows in one transaction, and queries that find few rows among many.
#include "store/drafts.h"
#include "store/migration.h"

#include <benchmark/benchmark.h>

#include <array>
#include <dlfcn.h>
#include <filesystem>
#include <sqlite3.h>
#include <stdexcept>
#include <unistd.h>

using namespace autochain;
using namespace autochain::store;

namespace
{
constexpr int kBatch = 10'000;
constexpr int kRows = 20'000;
constexpr const char* kInsert =
    "INSERT OR REPLACE INTO draft (kind, id, json, updated_at) VALUES ('bench', ?1, ?2, ?3)";
constexpr const char* kFind = "SELECT kind, id, json, updated_at FROM draft WHERE kind = 'bench' AND id = ?1";
constexpr const char* kRange = "SELECT id, json FROM draft WHERE kind = 'bench' AND id >= ?1 ORDER BY id LIMIT 20";

std::string idOf(int row)
{
    std::string out = std::to_string(row * 7919 % kRows);
    return std::string(8 - out.size(), '0') + out;
}

const std::string& json()
{
    static const std::string out(100, 'j');
    return out;
}

struct Folder {
    Folder()
    {
        std::string name = (std::filesystem::temp_directory_path() / "autochain-bench-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) {
            throw std::runtime_error("mkdtemp");
        }
        path = name;
    }
    ~Folder() { std::filesystem::remove_all(path); }
    std::string path;
};

class Ours
{
public:
    Ours() : m_database(openStore(m_folder.path + "/store.db", SecretBytes(32)).value()) {}
    void insert(int rows)
    {
        Statement put = m_database.prepare(kInsert).value();
        const auto done = m_database.transaction([&]() -> Result<> {
            for (int row = 0; row < rows; ++row) {
                AC_CHECK(put.bind(1, idOf(row)).bind(2, json()).bind(3, std::int64_t{row}).run());
            }
            return {};
        });
        if (!done.ok()) {
            throw std::runtime_error(done.error().detail);
        }
    }
    // Rows read.
    int query(Statement& statement, int row)
    {
        statement.bind(1, idOf(row));
        int rows = 0;
        while (statement.step().value()) {
            benchmark::DoNotOptimize(statement.text(1));
            ++rows;
        }
        return rows;
    }
    Statement prepare(const char* sql) { return m_database.prepare(sql).value(); }
    bool find(int row) { return Drafts(m_database).find("bench", idOf(row)).value().has_value(); }

private:
    Folder m_folder;
    Database m_database;
};

// The functions of the plain library, by name.
struct Library {
    Library() : handle(dlopen(PLAIN_SQLITE, RTLD_NOW | RTLD_LOCAL))
    {
        if (handle == nullptr) {
            throw std::runtime_error(dlerror());
        }
    }
    template <typename Function>
    Function* get(const char* name, Function*) const
    {
        return reinterpret_cast<Function*>(dlsym(handle, name));
    }
    void* handle;
};
const Library& library()
{
    static const Library out;
    return out;
}
#define PLAIN(name) (library().get(#name, &::name))

class Plain
{
public:
    Plain()
    {
        check(PLAIN(sqlite3_open)((m_folder.path + "/plain.db").c_str(), &m_database));
        execute("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                "PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = "
                "-32768");
        for (const Migration& step : allMigrations()) {
            execute(step.sql);
        }
    }
    ~Plain() { PLAIN(sqlite3_close_v2)(m_database); }
    void insert(int rows)
    {
        sqlite3_stmt* put = prepare(kInsert);
        execute("BEGIN IMMEDIATE");
        for (int row = 0; row < rows; ++row) {
            bindText(put, 1, idOf(row));
            bindText(put, 2, json());
            PLAIN(sqlite3_bind_int64)(put, 3, row);
            PLAIN(sqlite3_step)(put);
            PLAIN(sqlite3_reset)(put);
        }
        execute("COMMIT");
        finalize(put);
    }
    int query(sqlite3_stmt* statement, int row)
    {
        static const auto step = PLAIN(sqlite3_step);
        bindText(statement, 1, idOf(row));
        int rows = 0;
        while (step(statement) == SQLITE_ROW) {
            benchmark::DoNotOptimize(textOf(statement, 1));
            ++rows;
        }
        PLAIN(sqlite3_reset)(statement);
        return rows;
    }
    bool find(int row)
    {
        sqlite3_stmt* statement = prepare(kFind);
        const bool found = query(statement, row) == 1;
        finalize(statement);
        return found;
    }
    sqlite3_stmt* prepare(const char* sql)
    {
        sqlite3_stmt* out = nullptr;
        check(PLAIN(sqlite3_prepare_v2)(m_database, sql, -1, &out, nullptr));
        return out;
    }
    void finalize(sqlite3_stmt* statement) { PLAIN(sqlite3_finalize)(statement); }

private:
    static std::string textOf(sqlite3_stmt* statement, int column)
    {
        static const auto text = PLAIN(sqlite3_column_text);
        static const auto bytes = PLAIN(sqlite3_column_bytes);
        const auto* at = reinterpret_cast<const char*>(text(statement, column));
        return std::string(at, static_cast<std::size_t>(bytes(statement, column)));
    }
    static void bindText(sqlite3_stmt* statement, int parameter, const std::string& text)
    {
        static const auto bind = PLAIN(sqlite3_bind_text);
        bind(statement, parameter, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
    }
    static void check(int code)
    {
        if (code != SQLITE_OK) {
            throw std::runtime_error("plain SQLite: " + std::to_string(code));
        }
    }
    void execute(const char* sql) { check(PLAIN(sqlite3_exec)(m_database, sql, nullptr, nullptr, nullptr)); }
    Folder m_folder;
    sqlite3* m_database = nullptr;
};

template <typename Store>
void insertBatch(benchmark::State& state)
{
    for ([[maybe_unused]] auto turn : state) {
        state.PauseTiming();
        auto store = std::make_unique<Store>();
        state.ResumeTiming();
        store->insert(kBatch);
        state.PauseTiming();
        store.reset();
        state.ResumeTiming();
    }
    state.SetItemsProcessed(state.iterations() * kBatch);
}
BENCHMARK(insertBatch<Ours>)->Name("store 10,000 inserts/ours")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(insertBatch<Plain>)
    ->Name("store 10,000 inserts/peer:plain SQLite")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

template <typename Store>
void lookUp(benchmark::State& state, const char* sql)
{
    Store store;
    store.insert(kRows);
    auto statement = store.prepare(sql);
    int row = 0;
    int found = 0;
    for ([[maybe_unused]] auto turn : state) {
        found += store.query(statement, row++ % kRows);
    }
    if constexpr (std::is_same_v<Store, Plain>) {
        store.finalize(statement);
    }
    if (found < row) {
        state.SkipWithError("rows are missing");
    }
}
template <typename Store>
void findOne(benchmark::State& state)
{
    lookUp<Store>(state, kFind);
}
template <typename Store>
void readTwenty(benchmark::State& state)
{
    lookUp<Store>(state, kRange);
}
BENCHMARK(findOne<Ours>)->Name("store find one of 20,000/ours");
BENCHMARK(findOne<Plain>)->Name("store find one of 20,000/peer:plain SQLite");
BENCHMARK(readTwenty<Ours>)->Name("store read 20 of 20,000/ours");
BENCHMARK(readTwenty<Plain>)->Name("store read 20 of 20,000/peer:plain SQLite");

template <typename Store>
void findAnew(benchmark::State& state)
{
    Store store;
    store.insert(kRows);
    int row = 0;
    for ([[maybe_unused]] auto turn : state) {
        if (!store.find(row++ % kRows)) {
            state.SkipWithError("a row is missing");
        }
    }
}
BENCHMARK(findAnew<Ours>)->Name("store find, SQL each time/ours");
BENCHMARK(findAnew<Plain>)->Name("store find, SQL each time/peer:plain SQLite");
} // namespace
