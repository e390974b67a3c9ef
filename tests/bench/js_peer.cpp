// SPDX-License-Identifier: GPL-3.0-or-later
#include "js_peer.h"

#include "base/hex.h"

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <set>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ; // NOLINT: POSIX

namespace autochain::bench
{
namespace
{
constexpr int kRuns = 7;
constexpr int kTurns = 10;

class Child
{
public:
    Child()
    {
        int down[2];
        int up[2];
        if (pipe(down) != 0 || pipe(up) != 0) {
            return;
        }
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, down[0], STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&actions, up[1], STDOUT_FILENO);
        for (const int end : {down[0], down[1], up[0], up[1]}) {
            posix_spawn_file_actions_addclose(&actions, end);
        }
        const char* const arguments[] = {"node", PEERS_SCRIPT, nullptr};
        if (posix_spawnp(&m_pid, "node", &actions, nullptr, const_cast<char* const*>(arguments), environ) != 0) {
            m_pid = -1;
        }
        posix_spawn_file_actions_destroy(&actions);
        close(down[0]);
        close(up[1]);
        m_in.reset(fdopen(down[1], "w"));
        m_out.reset(fdopen(up[0], "r"));
    }
    ~Child()
    {
        m_in.reset(); // it ends with its input
        if (m_pid > 0) {
            waitpid(m_pid, nullptr, 0);
        }
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    // Empty: it has ended.
    std::string ask(const std::string& line)
    {
        if (m_pid <= 0 || std::fputs((line + "\n").c_str(), m_in.get()) < 0 || std::fflush(m_in.get()) != 0) {
            return {};
        }
        std::string answer;
        for (int c = std::fgetc(m_out.get()); c != EOF && c != '\n'; c = std::fgetc(m_out.get())) {
            answer.push_back(static_cast<char>(c));
        }
        return answer;
    }

private:
    struct Close {
        void operator()(FILE* file) const { std::fclose(file); }
    };
    pid_t m_pid = -1;
    std::unique_ptr<FILE, Close> m_in;
    std::unique_ptr<FILE, Close> m_out;
};

} // namespace

void runJsPeer(benchmark::State& state, const std::string& operation, const std::string& input, BytesView expected,
               std::size_t count)
{
    static Child child;
    static std::set<std::string> given;
    if (!given.contains(operation)) {
        const std::string result = child.ask("give " + operation + " " + input);
        if (result.empty()) {
            state.SkipWithError("no Node.js, or not its packages");
            return;
        }
        if (result != toHex0x(expected)) {
            state.SkipWithError("another result than the peer's");
            return;
        }
        given.insert(operation);
    }
    for ([[maybe_unused]] auto turn : state) {
        const std::string nanoseconds = child.ask("run " + operation + " " + std::to_string(count));
        state.SetIterationTime(std::strtod(nanoseconds.c_str(), nullptr) / 1e9 / static_cast<double>(count));
    }
}

void jsRow(benchmark::internal::Benchmark* row)
{
    row->Repetitions(kRuns)->ReportAggregatesOnly()->Unit(benchmark::kMicrosecond)->UseManualTime()->Iterations(kTurns);
}

void besideJs(benchmark::internal::Benchmark* row)
{
    row->Repetitions(kRuns)->ReportAggregatesOnly()->Unit(benchmark::kMicrosecond);
}

} // namespace autochain::bench
