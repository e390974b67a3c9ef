// SPDX-License-Identifier: GPL-3.0-or-later
// VINs beside corgi (JavaScript over the same vPIC data), and a log of a million rows beside pandas' reader in C.
#include "imports/obd_log.h"
#include "js_peer.h"
#include "vpic/decode.h"
#include "vpic/installed_table.h"

#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>

using namespace autochain;

namespace
{
constexpr int kLogRows = 1'000'000;

const std::vector<std::string>& vins()
{
    static const auto list = [] {
        std::vector<std::string> out;
        std::ifstream file(SOURCE_FOLDER "/tests/core/vpic/data/vins.csv");
        std::string line;
        std::getline(file, line);
        while (std::getline(file, line)) {
            out.push_back(line.substr(0, 17));
        }
        return out;
    }();
    return list;
}

std::string joinedVins()
{
    std::string out;
    for (const std::string& vin : vins()) {
        out += (out.empty() ? "\"" : ",\"") + vin + '"';
    }
    return '[' + out + ']';
}

const vpic::MappedTable& table()
{
    static const vpic::MappedTable mapped = vpic::MappedTable::open(vpic::installedTablePath(BIN_FOLDER)).value();
    return mapped;
}

// What both sides are held equal by: the model years in order.
Bytes yearsOf()
{
    Bytes out;
    for (const std::string& vin : vins()) {
        const int year = vpic::decodeVin(table().table(), vin, {2027, {}}).modelYear->value;
        out.push_back(static_cast<std::uint8_t>(year >> 8));
        out.push_back(static_cast<std::uint8_t>(year));
    }
    return out;
}

void decodeVins(benchmark::State& state)
{
    for ([[maybe_unused]] auto turn : state) {
        for (const std::string& vin : vins()) {
            benchmark::DoNotOptimize(vpic::decodeVin(table().table(), vin, {2027, {}}));
        }
    }
    state.counters["perVin"] =
        benchmark::Counter(static_cast<double>(vins().size()),
                           benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}
BENCHMARK(decodeVins)->Name("VIN decode, list/ours")->Apply(bench::besideJs);

void decodeVinsPeer(benchmark::State& state)
{
    bench::runJsPeer(state, "vin-decode", joinedVins(), yearsOf(), 1);
}
BENCHMARK(decodeVinsPeer)->Name("VIN decode, list/peer:corgi")->Apply(bench::jsRow);

// The rows of a real drive again and again, as a file.
const std::string& bigLog()
{
    static const auto path = [] {
        std::ifstream drive(SOURCE_FOLDER "/tests/core/imports/data/etios_drive.csv", std::ios::binary);
        std::vector<std::string> lines;
        for (std::string line; std::getline(drive, line);) {
            lines.push_back(line + '\n');
        }
        const std::string out =
            std::string(std::getenv("TMPDIR") != nullptr ? std::getenv("TMPDIR") : "/tmp") + "/autochain-bench-log.csv";
        std::ofstream file(out, std::ios::binary);
        file << lines[0];
        for (int i = 0; i < kLogRows; ++i) {
            file << lines[1 + static_cast<std::size_t>(i) % (lines.size() - 1)];
        }
        return out;
    }();
    return path;
}

void importLog(benchmark::State& state)
{
    for ([[maybe_unused]] auto turn : state) {
        const auto source = imports::FileSource::open(bigLog());
        const auto report = imports::obd::readLog(**source, bigLog());
        if (!report.ok() || report->rowsUsed != kLogRows) {
            state.SkipWithError("not all rows were used");
            return;
        }
    }
}
BENCHMARK(importLog)->Name("OBD log, 1,000,000 rows/ours")->Unit(benchmark::kMillisecond)->Iterations(3);

// pandas' C parser and its own statistics (count, mean, min, max, 95 %) of every column.
void importLogPeer(benchmark::State& state)
{
    const std::string command =
        "python3 -c \"import time,sys,pandas as p\nt=time.process_time()\nd=p.read_csv('" + bigLog() +
        "',index_col=False)\nd.describe(percentiles=[.95])\nprint(time.process_time()-t)\" 2>/dev/null";
    for ([[maybe_unused]] auto turn : state) {
        std::FILE* pipe = popen(command.c_str(), "r");
        double seconds = 0;
        const bool done = pipe != nullptr && std::fscanf(pipe, "%lf", &seconds) == 1;
        if (pipe != nullptr) {
            pclose(pipe);
        }
        if (!done) {
            state.SkipWithError("no python3 with pandas");
            return;
        }
        state.SetIterationTime(seconds);
    }
}
BENCHMARK(importLogPeer)
    ->Name("OBD log, 1,000,000 rows/peer:pandas")
    ->Unit(benchmark::kMillisecond)
    ->UseManualTime()
    ->Iterations(3);

} // namespace
