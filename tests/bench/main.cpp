// SPDX-License-Identifier: GPL-3.0-or-later
// Google Benchmark's own output, and a closing table of ours against the peers of the same run.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <map>
#include <string>
#include <vector>

namespace
{

class RatioReporter : public benchmark::ConsoleReporter
{
public:
    void ReportRuns(const std::vector<Run>& runs) override
    {
        for (const Run& run : runs) {
            if (run.run_type == Run::RT_Iteration || run.aggregate_name == "median") {
                note(run.run_name.function_name,
                     (run.run_name.time_type.empty() ? run.GetAdjustedCPUTime() : run.GetAdjustedRealTime()) /
                         benchmark::GetTimeUnitMultiplier(run.time_unit));
            }
        }
        ConsoleReporter::ReportRuns(runs);
    }

    void Finalize() override
    {
        std::printf("\n%-28s %10s %12s   peer\n", "ours takes", "x peer", "ms beyond");
        for (const auto& [thing, peers] : m_peers) {
            const auto ours = m_ours.find(thing);
            for (const auto& [peer, seconds] : peers) {
                if (ours != m_ours.end()) {
                    std::printf("%-28s %10.3f %12.4f   %s\n", thing.c_str(), ours->second / seconds,
                                (ours->second - seconds) * 1e3, peer.c_str());
                }
            }
        }
    }

private:
    // "thing/ours" or "thing/peer:name"; anything else has no peer.
    void note(const std::string& name, double seconds)
    {
        constexpr const char* kOurs = "/ours";
        constexpr const char* kPeer = "/peer:";
        if (const auto at = name.find(kOurs); at != std::string::npos) {
            m_ours[name.substr(0, at)] = seconds;
        } else if (const auto peer = name.find(kPeer); peer != std::string::npos) {
            m_peers[name.substr(0, peer)][name.substr(peer + 6)] = seconds;
        }
    }

    std::map<std::string, double> m_ours;
    std::map<std::string, std::map<std::string, double>> m_peers; // by thing, then by peer
};

} // namespace

int main(int argc, char** argv)
{
    // What is measured in several runs takes turns with its peer, so that both meet the machine's good and bad moments.
    std::string interleave = "--benchmark_enable_random_interleaving=true";
    std::vector<char*> arguments(argv, argv + argc);
    arguments.insert(arguments.begin() + 1, interleave.data());
    argc = static_cast<int>(arguments.size());
    argv = arguments.data();
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) {
        return 2;
    }
    RatioReporter reporter;
    benchmark::RunSpecifiedBenchmarks(&reporter);
    benchmark::Shutdown();
    return 0;
}
