// SPDX-License-Identifier: GPL-3.0-or-later
// The light client as the pages are told of it.
#pragma once

#include "chain/network_file.h"
#include "light/light_client.h"
#include "session/lightfeed.h"

namespace autochain::desktop
{

class ClientLight final : public LightPort
{
public:
    // `folder`: of this person's records, where an own checkpoint is kept.
    ClientLight(std::shared_ptr<light::LightClient> client, const NetworkFile& network, std::string folder);

    light::LightStatus status() const override { return m_client->status(); }
    std::optional<light::BlockKnowledge> knowledgeOf(const Hash32& block) const override;
    void forgive(const std::string& url) override { m_client->forgive(url); }
    void addPeer(const std::string& url) override;
    void removePeer(const std::string& url) override { m_client->removePeer(url); }
    void setSureness(const light::Sureness& sureness) override { m_client->setSureness(sureness); }
    QCoro::Task<Result<Hash32>> hashOf(std::uint64_t blockNumber) override;
    Result<> keepCheckpoint(const Checkpoint& checkpoint) override;
    Result<> dropCheckpoint() override;

private:
    std::shared_ptr<light::LightClient> m_client;
    const NetworkFile& m_network; // the session's
    std::string m_folder;
};

} // namespace autochain::desktop
