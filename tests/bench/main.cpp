// SPDX-License-Identifier: GPL-3.0-or-later
// Google Benchmark's own output, and a closing table of ours against the peers of the same run.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <map>
#include <string>

namespace
{

class RatioReporter : public benchmark::ConsoleReporter
{
public:
    void ReportRuns(const std::vector<Run>& runs) override
    {
        for (const Run& run : runs) {
            note(run.benchmark_name(), run.GetAdjustedCPUTime());
        }
        ConsoleReporter::ReportRuns(runs);
    }

    void Finalize() override
    {
        std::printf("\n%-28s %10s   peer\n", "ours takes", "x peer");
        for (const auto& [thing, peer] : m_peers) {
            if (const auto ours = m_ours.find(thing); ours != m_ours.end()) {
                std::printf("%-28s %10.2f   %s\n", thing.c_str(), ours->second / peer.second, peer.first.c_str());
            }
        }
    }

private:
    // "thing/ours" or "thing/peer:name"; anything else has no peer.
    void note(const std::string& name, double time)
    {
        constexpr const char* kOurs = "/ours";
        constexpr const char* kPeer = "/peer:";
        if (const auto at = name.find(kOurs); at != std::string::npos) {
            m_ours[name.substr(0, at)] = time;
        } else if (const auto peer = name.find(kPeer); peer != std::string::npos) {
            m_peers[name.substr(0, peer)] = {name.substr(peer + 6), time};
        }
    }

    std::map<std::string, double> m_ours;
    std::map<std::string, std::pair<std::string, double>> m_peers;
};

} // namespace

int main(int argc, char** argv)
{
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) {
        return 2;
    }
    RatioReporter reporter;
    benchmark::RunSpecifiedBenchmarks(&reporter);
    benchmark::Shutdown();
    return 0;
}
