// SPDX-License-Identifier: GPL-3.0-or-later
// The dealer desk with 100, 1,000 and 10,000 cars: what a car costs to check, to keep and to load; how long filter and
// sort take, beside SQLite doing the same over a table in memory; what the process weighs with the window open. The
// window runs in a process of its own that has nothing but the store.
#include "base/amount.h"
#include "content/folder_content_store.h"
#include "dealer/history_job.h"
#include "dealer/registry_of_many.h"
#include "desk/deskwindow.h"
#include "sample_session.h"
#include "store/migration.h"
#include "viewmodels/shell/navigation.h"
#include "viewmodels/shell/toasts.h"

#include <QApplication>
#include <QProcess>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>

using namespace autochain;
using namespace autochain::dealer;

namespace
{
// Processor time of this process: what other programs on the machine do does not count, nor does waiting for the disk.
struct Clock_ {
    using time_point = double;
    static double now()
    {
        timespec time{};
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    }
};
constexpr const char* kQuery = "status:listed,ready,deal year:2017..2019 km:<100000 -rollback \"civic\"";

double msSince(Clock_::time_point start)
{
    return Clock_::now() - start;
}

// The median of several runs.
template <typename Work>
double medianMs(int runs, Work work)
{
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        const auto start = Clock_::now();
        work();
        times.push_back(msSince(start));
    }
    std::nth_element(times.begin(), times.begin() + runs / 2, times.end());
    return times[static_cast<std::size_t>(runs / 2)];
}

double rssMib()
{
    std::ifstream file("/proc/self/statm");
    long total = 0;
    long resident = 0;
    file >> total >> resident;
    return static_cast<double>(resident) * 4096 / (1024 * 1024);
}

template <typename T>
T must(Result<T> result)
{
    if (!result.ok()) {
        std::fprintf(stderr, "desk bench: %s\n", result.error().detail.c_str());
        std::exit(1);
    }
    return std::move(*result);
}

std::string storeOf(const std::string& folder)
{
    return folder + "/store.db";
}

// Every 7th car was turned back, every 11th had an accident, two of three are for sale.
void fillRegistry(RegistryOfMany& node, int cars)
{
    using vehicle::RecordKind;
    for (int i = 0; i < cars; ++i) {
        std::vector<RecordKind> kinds = {RecordKind::FirstSale, RecordKind::Inspection, RecordKind::Service,
                                         RecordKind::Inspection};
        if (i % 11 == 0) {
            kinds.push_back(RecordKind::Accident);
        }
        kinds.push_back(RecordKind::Inspection);
        node.addCar(testVin(i), 20'000U + static_cast<std::uint32_t>(i * 13 % 180'000), kinds);
        if (i % 7 == 0) {
            node.addRecord(testVin(i), RecordKind::Inspection, 9'000);
        }
        if (i % 3 != 0) {
            node.putUpForSale(testVin(i), auc(100'000 + static_cast<std::uint64_t>(i) * 37 % 90'000));
        }
    }
}

struct Costs {
    double addMs = 0, checkMs = 0, againMs = 0, loadMs = 0, diskKib = 0;
};

Costs costsOf(const std::string& folder, int cars)
{
    RegistryOfMany node;
    fillRegistry(node, cars);
    FolderContentStore content(folder + "/content");
    FixedClock clock(kTestNow);
    auto database = must(store::openStore(storeOf(folder), SecretBytes(32)));
    Desk desk(database);
    vehicle::VehicleReader vehicles(node, content, node.network);
    market::ListingReader listings(node, node.network);
    HistoryJob job(desk, vehicles, listings, content, clock);
    std::vector<ListedCar> list(static_cast<std::size_t>(cars));
    for (int i = 0; i < cars; ++i) {
        list[static_cast<std::size_t>(i)].vin = testVin(i);
        list[static_cast<std::size_t>(i)].name = i % 2 == 0 ? "Honda Civic EX" : "Toyota RAV4 XLE";
        list[static_cast<std::size_t>(i)].cost = auc(90'000 + static_cast<std::uint64_t>(i) * 29 % 80'000);
    }
    Costs out;
    auto start = Clock_::now();
    must(desk.add(list, kTestNow, true));
    out.addMs = msSince(start);
    start = Clock_::now();
    QCoro::waitFor(job.run());
    out.checkMs = msSince(start);
    if (job.state().done != static_cast<std::size_t>(cars) || job.state().failures() != 0) {
        std::fprintf(stderr, "desk bench: %zu of %d checked, %zu failed\n", job.state().done, cars,
                     job.state().failures());
        std::exit(1);
    }
    std::vector<std::uint32_t> all(static_cast<std::size_t>(cars));
    std::iota(all.begin(), all.end(), 0U);
    must(desk.want(all, kTestNow));
    start = Clock_::now();
    QCoro::waitFor(job.run());
    out.againMs = msSince(start);
    must(database.execute("PRAGMA wal_checkpoint(TRUNCATE)"));
    out.diskKib = static_cast<double>(std::filesystem::file_size(storeOf(folder))) / 1024;
    out.loadMs = medianMs(3, [&] { must(desk.load()); });
    return out;
}

// The same question to SQLite: a table in memory with the very columns, everything computed beforehand.
double peerMs(const Table& table, const QueryContext& context)
{
    auto database = must(store::Database::inMemory());
    must(database.execute("CREATE TABLE car (id INTEGER PRIMARY KEY, status INTEGER, year INTEGER, km INTEGER, "
                          "rollback INTEGER, folded TEXT, ask BLOB)"));
    const auto flag = std::get<Query>(parseQuery("rollback"));
    must(database.transaction([&]() -> Result<> {
        AC_TRY(auto put, database.prepare("INSERT INTO car VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"));
        for (const Car& car : table.cars()) {
            AC_CHECK(put.bind(1, car.own.id)
                         .bind(2, static_cast<std::int64_t>(statusOf(car, context.now)))
                         .bind(3, std::int64_t{car.year})
                         .bind(4, std::int64_t{car.check->odometerKm})
                         .bind(5, std::int64_t{matches(car, flag, context)})
                         .bind(6, std::string_view(car.folded))
                         .bind(7, askOf(car, context.now))
                         .run());
        }
        return {};
    }));
    auto query = must(database.prepare(
        "SELECT id FROM car WHERE status IN (3, 9, 0) AND year BETWEEN 2017 AND 2019 AND km < 100000 AND NOT rollback "
        "AND folded LIKE '%civic%' ORDER BY ask DESC, id DESC"));
    std::size_t rows = 0;
    const double ms = medianMs(9, [&] {
        rows = 0;
        while (must(query.step())) {
            rows += static_cast<std::size_t>(query.integer(0) > 0);
        }
    });
    const auto ours = select(table, std::get<Query>(parseQuery(kQuery)), {Column::Ask, true}, context);
    if (rows != ours.size()) {
        std::fprintf(stderr, "desk bench: SQLite finds %zu cars, the desk %zu\n", rows, ours.size());
        std::exit(1);
    }
    return ms;
}

// In a process of its own: the window over the store, as after a start without a network.
int openWindow(const std::string& folder)
{
    desktop::SampleSession sample(desktop::sampleNetwork(), QString::fromStdString(folder));
    sample.clock().set(kTestNow);
    desktop::Navigation navigation;
    desktop::Toasts toasts;
    desktop::DeskViewModel desk({*sample.session, navigation, toasts});
    const double before = rssMib();
    auto start = Clock_::now();
    must(desk.stock().load());
    const double loaded = msSince(start);
    start = Clock_::now();
    desktop::DeskWindow window(signer::makeLook(signer::Theme::Light, 1), desk);
    window.resize(1440, 900);
    window.show();
    (void)window.grab();
    const double shown = msSince(start);
    double worst = 0;
    std::printf("window: %zu cars loaded in %.1f ms, shown in %.1f ms\n", desk.stock().table().size(), loaded, shown);
    for (const char* query : {kQuery, "", "problem", "\"rav4\" ask:>=120000", ""}) {
        const double ms = medianMs(5, [&] { window.ask(QString::fromLatin1(query)); });
        const double painted = medianMs(3, [&] { (void)window.table().viewport()->grab(); });
        worst = std::max(worst, ms);
        std::printf("window: filter %-66s %6.1f ms, %5zu cars; painting %.1f ms\n", *query == 0 ? "(all)" : query, ms,
                    window.model().found(), painted);
    }
    for (int i = 0; i < kColumns; ++i) {
        const auto column = static_cast<Column>(i);
        bool falls = false;
        const double ms = medianMs(3, [&] { window.model().setOrder({column, falls = !falls}); });
        worst = std::max(worst, ms);
        std::printf("window: sort by %-12s %6.1f ms\n", std::string(idOf(column)).c_str(), ms);
    }
    std::printf("window: slowest filter or sort %.1f ms (at most 50); RSS %.0f MiB (below 477 = 500 MB), of it before "
                "the stock %.0f MiB\n",
                worst, rssMib(), before);
    return worst <= 50 && rssMib() < 477 ? 0 : 1;
}
} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    if (argc > 1) {
        return openWindow(argv[1]);
    }
    QTemporaryDir folder;
    std::printf("%8s %12s %14s %14s %12s %12s\n", "cars", "add us/car", "check us/car", "again us/car", "load us/car",
                "KiB/car");
    std::string largest;
    for (const int cars : {100, 1'000, 10'000}) {
        largest = folder.filePath(QString::number(cars)).toStdString();
        std::filesystem::create_directories(largest);
        const Costs costs = costsOf(largest, cars);
        std::printf("%8d %12.1f %14.1f %14.1f %12.1f %12.2f\n", cars, costs.addMs * 1e3 / cars,
                    costs.checkMs * 1e3 / cars, costs.againMs * 1e3 / cars, costs.loadMs * 1e3 / cars,
                    costs.diskKib / cars);
    }
    {
        auto database = must(store::openStore(storeOf(largest), SecretBytes(32)));
        Desk desk(database);
        must(desk.load());
        QueryContext context;
        context.now = kTestNow;
        const Query query = std::get<Query>(parseQuery(kQuery));
        const double ours = medianMs(9, [&] { (void)select(desk.table(), query, {Column::Ask, true}, context); });
        const double peer = peerMs(desk.table(), context);
        std::printf("filter and sort of 10,000: %.2f ms, SQLite in memory %.2f ms: %.2f x peer\n", ours, peer,
                    ours / peer);
    }
    std::fflush(stdout);
    return QProcess::execute(QString::fromLocal8Bit(argv[0]), {QString::fromStdString(largest)});
}
