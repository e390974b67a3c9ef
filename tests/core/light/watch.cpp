// SPDX-License-Identifier: GPL-3.0-or-later
#include "watch.h"

#include "chain/trie.h"
#include "pow_json.h"

#include <QTemporaryDir>

namespace autochain::light::test
{
namespace
{
const std::vector<StorageRequest>& wantedWords(const Scene& scene)
{
    static const std::vector<StorageRequest> kWanted{
        {scene.contract, {Scene::slot(kChangedSlot), Scene::slot(7), Scene::slot(kEmptySlot)}},
        {scene.otherContract, {Scene::slot(1), Scene::slot(2)}}};
    return kWanted;
}

// The world a Proven value has to be of; nullptr: that block is of no valid chain.
const pow::World* worldOf(const Scene& scene, const BlockRef& block)
{
    for (const Hash32& head : {scene.head, scene.lighter}) {
        const std::uint64_t top = scene.chain.block(head).head.header.number;
        if (block.number <= top && scene.chain.ancestor(head, block.number).head.hash == block.hash) {
            return scene.chain.block(block.hash).world.get();
        }
    }
    const pow::Block* const mined = scene.chain.find(block.hash); // on top of the head, by a node that shows little
    return mined != nullptr && mined->head.header.number > 10 ? mined->world.get() : nullptr;
}

std::string sentence(const char* what, const Error& error)
{
    return std::string(what) + ": error " + std::to_string(error.code) + " " +
           (error.args.empty() ? "" : error.args.back()) + " " + error.detail;
}

using Words = Sourced<std::vector<std::vector<U256>>>;

void judgeWords(const Watch& watch, const std::vector<StorageRequest>& wanted, const Result<Words>& words,
                bool wantsProven, std::vector<std::string>& findings)
{
    if (!words.ok()) {
        if (wantsProven) {
            findings.push_back(sentence("no words", words.error()));
        }
        return;
    }
    if (wantsProven && words->provenance != Provenance::Proven) {
        findings.push_back("words are not proven");
    }
    if (wantsProven && words->block.hash != watch.scene.head) {
        findings.push_back("words are not of the newest block");
    }
    if (words->provenance != Provenance::Proven && words->provenance != Provenance::Stale) {
        return; // a node's word, and shown as that
    }
    const pow::World* const world = worldOf(watch.scene, words->block);
    if (world == nullptr) {
        findings.push_back("words are of a block that is not in the chain");
        return;
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        for (std::size_t k = 0; k < wanted[i].slotKeys.size(); ++k) {
            if (words->value[i][k] != world->word(wanted[i].contract, wanted[i].slotKeys[k])) {
                findings.push_back("a wrong word is shown as proven");
            }
        }
    }
}

void judgeAccount(const Watch& watch, const Address& who, const Result<Sourced<AccountState>>& state, bool wantsProven,
                  std::vector<std::string>& findings)
{
    if (!state.ok() || state->provenance != Provenance::Proven) {
        if (wantsProven) {
            findings.push_back(state.ok() ? "the account is not proven" : sentence("no account", state.error()));
        }
        return;
    }
    const pow::World* const world = worldOf(watch.scene, state->block);
    const pow::WorldAccount* const there = world == nullptr ? nullptr : world->find(who);
    const pow::WorldAccount none;
    const pow::WorldAccount& right = there == nullptr ? none : *there;
    if (world == nullptr || state->value.balanceWei != right.balanceWei || state->value.nonce != right.nonce ||
        state->value.hasCode != !right.code.empty()) {
        findings.push_back("a wrong account is shown as proven");
    }
}

bool sameLogs(const std::vector<Log>& logs, const std::vector<ReceiptLog>& right)
{
    bool same = logs.size() == right.size();
    for (std::size_t i = 0; same && i < logs.size(); ++i) {
        same =
            logs[i].address == right[i].address && logs[i].topics == right[i].topics && logs[i].data == right[i].data;
    }
    return same;
}

// `index`: of the transaction in its block; none: it is not in the honest chain.
void judgeReceipt(const Watch& watch, std::optional<std::size_t> index, const Hash32& hash,
                  const Result<std::optional<Receipt>>& receipt, bool wantsProven, std::vector<std::string>& findings)
{
    const bool shown = receipt.ok() && *receipt && (*receipt)->provenance == Provenance::Proven;
    if (index && wantsProven && !shown) {
        findings.push_back(receipt.ok() ? "the receipt is not proven" : sentence("no receipt", receipt.error()));
    }
    if (!shown) {
        return;
    }
    const pow::Block* const block = watch.scene.chain.find((*receipt)->block.hash);
    const bool here = block != nullptr && worldOf(watch.scene, (*receipt)->block) != nullptr && block->body;
    if (!here || (!index && wantsProven)) {
        findings.push_back("a receipt of a block that is not in the chain is shown as proven");
        return;
    }
    const ReceiptRecord& right = block->body->receipts[index.value_or(0)];
    const auto gas = net::quantityOf(pow::receiptJson(*block, index.value_or(0)).value(QLatin1String("gasUsed")));
    if ((*receipt)->transactionHash != hash || (*receipt)->succeeded != right.succeeded ||
        U256((*receipt)->gasUsed) != *gas || !sameLogs((*receipt)->logs, right.logs)) {
        findings.push_back("a wrong receipt is shown as proven");
    }
}
} // namespace

std::string cacheFolder()
{
    static const QTemporaryDir kFolder;
    return kFolder.path().toStdString();
}

Watch::Watch(Scene& s, std::uint32_t sureBlocks)
    : scene(s), clock(static_cast<UnixTime>(s.chain.block(s.head).head.header.timestamp) + 30)
{
    m_options.rules = scene.chain.rules();
    m_options.checkpoint = scene.chain.checkpointAt(scene.chain.genesisHash());
    m_options.sureness.amountBlocks = sureBlocks;
    m_options.sureness.dealBlocks = sureBlocks;
    m_options.finality.leastBlocks = sureBlocks;
    m_options.cacheFolder = cacheFolder();
    m_options.threads = 1;
}

PeerOptions Watch::optionsFor(const std::string& url) const
{
    PeerOptions peer;
    peer.url = url;
    peer.chainId = scene.chain.rules().chainId;
    peer.genesisHash = scene.chain.genesisHash();
    return peer;
}

LyingNode& Watch::add(Lie lie)
{
    const std::size_t number = nodes.size();
    nodes.push_back(std::make_unique<LyingNode>(scene, std::move(lie)));
    PeerOptions peer = optionsFor("http://127.0.0.1:" + std::to_string(number + 1));
    peer.transport = [this, number](QByteArray question) -> QCoro::Task<Result<Bytes>> {
        auto answer = nodes[number]->exchange(question);
        if (answer.ok() && onTheWay) {
            co_return onTheWay(number, std::move(answer).value());
        }
        co_return answer;
    };
    m_options.peers.push_back(std::move(peer));
    return *nodes.back();
}

void Watch::addServer(const std::string& url, std::chrono::milliseconds timeout)
{
    PeerOptions peer = optionsFor(url);
    peer.limits.timeout = timeout;
    m_options.peers.push_back(std::move(peer));
}

void Watch::start()
{
    client = LightClient::make(m_options, std::nullopt, clock);
    node = std::make_unique<VerifiedNode>(client, std::set<Address>{scene.otherContract});
}

std::vector<std::string> readEverything(Watch& watch, bool wantsProven)
{
    std::vector<std::string> findings;
    const auto& wanted = wantedWords(watch.scene);
    judgeWords(watch, wanted, await(watch.node->storage(wanted)), wantsProven, findings);
    for (const Address& who : {watch.scene.buyer, watch.scene.contract, watch.scene.nobody}) {
        judgeAccount(watch, who, await(watch.node->account(who)), wantsProven, findings);
    }
    for (std::size_t i = 0; i < watch.scene.transactions.size(); ++i) {
        const Hash32& hash = watch.scene.transactions[i];
        judgeReceipt(watch, i, hash, await(watch.node->receipt(hash)), wantsProven, findings);
    }
    for (const Hash32& hash : {watch.scene.lighterTransaction, watch.scene.neverMined}) {
        judgeReceipt(watch, std::nullopt, hash, await(watch.node->receipt(hash)), wantsProven, findings);
    }
    LogFilter filter;
    filter.address = watch.scene.contract;
    filter.toBlock = 10;
    [[maybe_unused]] const auto logs = await(watch.node->logs(filter)); // hints: they need not be right
    const auto fees = await(watch.node->fees());
    const Header& head = watch.scene.chain.block(watch.scene.head).head.header;
    if (wantsProven && (!fees.ok() || !fees->dynamic || fees->baseFeePerGas != *head.baseFeePerGas)) {
        findings.push_back("the base fee is another one");
    }
    [[maybe_unused]] const auto called = await(watch.node->call({}));
    return findings;
}

std::vector<std::string> readSome(Watch& watch, Topic topic, bool wantsProven)
{
    std::vector<std::string> findings;
    if (topic == Topic::Receipt) {
        const Hash32& hash = watch.scene.transactions.at(1);
        judgeReceipt(watch, 1, hash, await(watch.node->receipt(hash)), wantsProven, findings);
    } else if (topic == Topic::Account) {
        judgeAccount(watch, watch.scene.buyer, await(watch.node->account(watch.scene.buyer)), wantsProven, findings);
    } else {
        const std::vector<StorageRequest> wanted{wantedWords(watch.scene).front()};
        judgeWords(watch, wanted, await(watch.node->storage(wanted)), wantsProven, findings);
    }
    return findings;
}

} // namespace autochain::light::test
