// SPDX-License-Identifier: GPL-3.0-or-later
// The practice market: a chain of its own on this computer, with people whose keys everybody knows and cars that have
// a past. One folder holds all of it; several programs and homes may use the same market at a time.
#pragma once

#include "base/clock.h"
#include "practice/practice_files.h"

#include <QCoroTask>

#include <functional>
#include <memory>

class QLockFile;

namespace autochain::net
{
class JsonRpcClient;
}

namespace autochain::practice
{

struct PracticeOptions {
    std::string folder;     // e.g. <home>/practice
    bool detached = false;  // the node goes on running when the object goes
    std::string anvil;      // program; empty: looked for (findAnvil)
    std::uint16_t port = 0; // 0: the last one where free, or any
};

struct PracticeProgress {
    enum class Stage { Node, People, Contracts, Histories, Check };
    Stage stage = Stage::Node;
    std::size_t done = 0;
    std::size_t total = 0;
};
using ReportProgress = std::function<void(const PracticeProgress&)>;

struct PracticeStatus {
    bool created = false;
    bool running = false;
    NodeHandle node; // where running
    UnixTime now = 0;
};

// Errors of all calls: PracticeError, ChainError, ContractsError. The object must outlive the tasks it gave out.
class PracticeMarket : public Clock
{
public:
    explicit PracticeMarket(PracticeOptions options);
    ~PracticeMarket() override; // ends the node it started, unless detached

    // Makes the market, or starts the one that is there. What an interrupted creation left is made anew.
    QCoro::Task<Result<NetworkFile>> create(ReportProgress progress = {});
    // Starts the node, or finds it running. NotCreated where there is no market.
    QCoro::Task<Result<NetworkFile>> start();
    // The node writes its state and ends. Nothing to do where none is running.
    QCoro::Task<Result<>> stop();
    // Ends the node and deletes the market with its keys.
    QCoro::Task<Result<>> reset();

    // Lets `seconds` pass and makes a block; the new time. Everybody on this market sees it.
    QCoro::Task<Result<UnixTime>> pushClock(std::int64_t seconds);
    // The market's time: the computer's plus what was pushed.
    UnixTime now() const override;
    QCoro::Task<PracticeStatus> status();

    const PracticeFiles& files() const { return m_files; }
    std::string networkFilePath() const { return m_files.path("network.json"); }

private:
    QCoro::Task<Result<>> lock();
    QCoro::Task<Result<NetworkFile>> make(ReportProgress progress);
    QCoro::Task<Result<NetworkFile>> startLocked();
    QCoro::Task<Result<NodeHandle>> launch(UnixTime genesisTime, std::uint16_t port);
    QCoro::Task<Result<>> resume(const NodeHandle& node, const NetworkFile& network, const PracticeRecord& record);
    Result<> adopt(NodeHandle node);
    QCoro::Task<bool> isOurs(const NodeHandle& node, const NetworkFile& network);
    QCoro::Task<void> endNode(NodeHandle node);

    PracticeOptions m_options;
    PracticeFiles m_files;
    std::unique_ptr<QLockFile> m_lock;
    std::optional<NodeHandle> m_started; // by this object
};

} // namespace autochain::practice
