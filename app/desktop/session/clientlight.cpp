// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/clientlight.h"

#include "light/open_node.h"

namespace autochain::desktop
{
namespace
{
QCoro::Task<Result<Hash32>> askPeers(std::shared_ptr<light::LightClient> client, std::uint64_t blockNumber)
{
    std::optional<Error> last;
    for (const auto& peer : client->peersFor(blockNumber)) {
        const std::vector<std::uint64_t> numbers{blockNumber};
        const auto headers = co_await peer->headersAt(numbers);
        if (headers.ok() && headers->size() == 1 && headers->front().header.number == blockNumber) {
            co_return headers->front().hash;
        }
        last = headers.ok() ? Error(ChainError::BadAnswer, {peer->url(), "header"}) : headers.error();
    }
    co_return last.value_or(Error(ChainError::NotFound));
}
} // namespace

ClientLight::ClientLight(std::shared_ptr<light::LightClient> client, const NetworkFile& network, std::string folder)
    : m_client(std::move(client)), m_network(network), m_folder(std::move(folder))
{
}

std::optional<light::BlockKnowledge> ClientLight::knowledgeOf(const Hash32& block) const
{
    return m_client->knowledgeOf(block);
}

void ClientLight::addPeer(const std::string& url)
{
    m_client->addPeer(light::peerOf(m_network, url));
}

QCoro::Task<Result<Hash32>> ClientLight::hashOf(std::uint64_t blockNumber)
{
    if (const HeaderTree* tree = m_client->tree()) {
        if (const HashedHeader* verified = tree->at(blockNumber)) {
            const Hash32 hash = verified->hash;
            co_return hash;
        }
    }
    co_return co_await askPeers(m_client, blockNumber);
}

Result<> ClientLight::keepCheckpoint(const Checkpoint& checkpoint)
{
    return light::writeOwnCheckpoint(m_folder, checkpoint);
}

Result<> ClientLight::dropCheckpoint()
{
    return light::removeOwnCheckpoint(m_folder);
}

} // namespace autochain::desktop
