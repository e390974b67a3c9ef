// SPDX-License-Identifier: GPL-3.0-or-later
// autochain-miner FOLDER: a miner of Ethash and Etchash on one thread. Every line of its input is a piece of work and
// replaces the one before: "SEALHASH BOUNDARY EPOCH SEEDSTEPS", the first two as a node's eth_getWork gives them. Every
// line of its output is work done: "SEALHASH NONCE MIXHASH", as eth_submitWork wants them. Ends with its input.
#include "base/hex.h"
#include "chain/ethash.h"
#include "dataset.h"

#include <array>
#include <condition_variable>
#include <cstdio>
#include <iostream>
#include <mutex>
#include <optional>
#include <sstream>
#include <thread>

using namespace autochain;

namespace
{

constexpr std::size_t kBatch = 4096; // nonces between two looks at the input: some milliseconds

struct Task {
    Hash32 sealHash;
    U256 boundary; // a result is good up to this
    ethash::Epoch epoch;
};

std::optional<Task> readTask(const std::string& line)
{
    std::istringstream words(line);
    std::string sealHash;
    std::string boundary;
    Task task;
    if (!(words >> sealHash >> boundary >> task.epoch.index >> task.epoch.seedSteps)) {
        return std::nullopt;
    }
    const auto hash = hash32FromHex(sealHash);
    const auto limit = hash32FromHex(boundary);
    if (!hash.ok() || !limit.ok() || task.epoch.index > ethash::kMaxEpoch) {
        return std::nullopt;
    }
    task.sealHash = *hash;
    task.boundary = U256::fromBigEndian(limit->view());
    return task;
}

// The newest task, handed from the thread that reads to the one that works.
class Inbox
{
public:
    void put(const Task& task)
    {
        const std::lock_guard lock(m_mutex);
        m_task = task;
        m_changed.notify_one();
    }
    void end()
    {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
        m_changed.notify_one();
    }
    bool ended()
    {
        const std::lock_guard lock(m_mutex);
        return m_ended;
    }
    // What came since the last call.
    std::optional<Task> take()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_task, std::nullopt);
    }
    // The same, and waits for it; none: no more will come.
    std::optional<Task> wait()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_task || m_ended; });
        return m_ended ? std::nullopt : std::exchange(m_task, std::nullopt);
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::optional<Task> m_task;
    bool m_ended = false;
};

void readTasks(Inbox& inbox)
{
    std::string line;
    while (std::getline(std::cin, line)) {
        if (const auto task = readTask(line)) {
            inbox.put(*task);
        } else {
            std::fprintf(stderr, "not a piece of work: %s\n", line.c_str());
        }
    }
    inbox.end();
}

// The first of these nonces that is good enough.
bool tryBatch(const network::Dataset& dataset, const Task& task, std::uint64_t first)
{
    static std::array<ethash::Work, kBatch> works;
    static std::array<ethash::Outcome, kBatch> outcomes;
    for (std::size_t i = 0; i < kBatch; ++i) {
        works[i] = {task.sealHash, first + i};
    }
    ethash::evaluateMany(dataset.bytes(), works, outcomes);
    for (std::size_t i = 0; i < kBatch; ++i) {
        if (U256::fromBigEndian(outcomes[i].result.view()) <= task.boundary) {
            std::printf("%s 0x%016llx %s\n", toHex0x(task.sealHash).c_str(),
                        static_cast<unsigned long long>(works[i].nonce), toHex0x(outcomes[i].mixHash).c_str());
            std::fflush(stdout);
            return true;
        }
    }
    return false;
}

void mine(Inbox& inbox, const std::filesystem::path& folder)
{
    std::optional<network::Dataset> dataset;
    while (auto task = inbox.wait()) {
        if (!dataset || dataset->epoch() != task->epoch) {
            dataset.reset(); // two do not fit everywhere
            dataset.emplace(network::Dataset::of(task->epoch, folder));
        }
        std::uint64_t nonce = 0;
        while (!tryBatch(*dataset, *task, nonce) && !inbox.ended()) {
            nonce += kBatch;
            if (const auto newer = inbox.take()) {
                if (newer->epoch != task->epoch) {
                    inbox.put(*newer);
                    break;
                }
                task = newer;
                nonce = 0;
            }
        }
    }
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 2) {
        std::fprintf(stderr, "usage: autochain-miner FOLDER\n");
        return 2;
    }
    Inbox inbox;
    std::thread reader(readTasks, std::ref(inbox));
    try {
        mine(inbox, argv[1]);
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "%s\n", problem.what());
        std::_Exit(1); // the reader waits for input that need not come
    }
    reader.join();
    return 0;
}
