// SPDX-License-Identifier: GPL-3.0-or-later
// What the session knows of its headers and nodes, for the pages that tell how things are known.
#pragma once

#include "base/result.h"
#include "light/light_status.h"
#include "light/quorum.h"

#include <QCoroTask>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace autochain::desktop
{

// Whoever verifies headers; tests have a fake.
class LightPort
{
public:
    virtual ~LightPort() = default;
    virtual light::LightStatus status() const = 0;
    virtual std::optional<light::BlockKnowledge> knowledgeOf(const Hash32& block) const = 0; // none: not in the chain
    virtual void forgive(const std::string& url) = 0;
    virtual void addPeer(const std::string& url) = 0;
    virtual void removePeer(const std::string& url) = 0;
    virtual void setSureness(const light::Sureness& sureness) = 0;
    // Of the nodes' block of that number; their word, where it lies before the checkpoint. ChainError.
    virtual QCoro::Task<Result<Hash32>> hashOf(std::uint64_t blockNumber) = 0;
    // Verification starts there from the next opening on.
    virtual Result<> keepCheckpoint(const Checkpoint& checkpoint) = 0;
    virtual Result<> dropCheckpoint() = 0; // the network file's again
};

class LightFeed : public QObject
{
    Q_OBJECT

public:
    explicit LightFeed(QObject* parent = nullptr);

    // From now on this is told. Without, nothing is verified here: practice, or a network without proof of work.
    void use(std::unique_ptr<LightPort> port);
    LightPort* port() const { return m_port.get(); }
    const std::optional<light::LightStatus>& status() const { return m_status; }
    std::optional<light::BlockKnowledge> knowledgeOf(const Hash32& block) const;

    // Where nothing is verified and several nodes are held against each other; none: one node's word.
    const std::optional<light::QuorumStatus>& quorum() const { return m_quorum; }
    void tellQuorum(const light::QuorumStatus& quorum);

    // Something of it changed.
    void refresh();

signals:
    void changed();
    void freshnessChanged(); // what was Proven is Stale now, or again not

private:
    std::unique_ptr<LightPort> m_port;
    std::optional<light::LightStatus> m_status;
    std::optional<light::QuorumStatus> m_quorum;
    QTimer m_second; // blocks grow old without anything happening
};

} // namespace autochain::desktop
