// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/rpc_node.h"

#include "codec/json.h"
#include "codec/transaction.h"
#include "net/http_request.h"
#include "net/rpc_values.h"

#include <QCoroTimer>

namespace autochain::net
{
namespace
{
constexpr int kMaxRangeSplits = 10;
const QString kLatest = QStringLiteral("latest");

bool isAway(const Error& error)
{
    return error.is(ChainError::NodeUnreachable) || error.is(ChainError::NodeTimeout);
}

// Qt repeats a request whose connection broke before the answer. The same bytes are the same transaction, so nothing
// happens twice; but the second answer is that the node has it.
bool hasItAlready(const Error& error)
{
    if (!error.is(ChainError::UnderpricedOrKnown)) {
        return false;
    }
    const QString message = QString::fromStdString(error.args.at(0));
    return message.contains(QLatin1String("already known"), Qt::CaseInsensitive) ||
           message.contains(QLatin1String("known transaction"), Qt::CaseInsensitive) ||
           message.contains(QLatin1String("already imported"), Qt::CaseInsensitive);
}

// More than all coins there are for the smallest transaction: whoever says so wants a sum that runs over.
bool isAbsurdPrice(const U256& weiPerGas)
{
    return weiPerGas > (U256(1) << 96);
}

RpcCall getBlock(const QString& number)
{
    return {QStringLiteral("eth_getBlockByNumber"), {number, false}};
}
} // namespace

NodeOptions NodeOptions::of(const NetworkFile& network)
{
    NodeOptions options;
    options.urls = network.nodeUrls;
    options.chainId = network.chainId;
    options.genesisHash = network.genesisHash;
    options.kind = network.kind;
    options.allowPlainHttp = network.allowPlainHttp;
    return options;
}

RpcNode::RpcNode(NodeOptions options) : m_options(std::move(options))
{
    for (const auto& url : m_options.urls) {
        Peer peer;
        peer.client = std::make_unique<JsonRpcClient>(url, m_options.allowPlainHttp, m_options.limits,
                                                      m_options.transportTo ? m_options.transportTo(url) : Transport());
        peer.local = isLoopback(QUrl(QString::fromStdString(url)));
        m_peers.push_back(std::move(peer));
    }
}

RpcNode::~RpcNode() = default;

Error RpcNode::bad(const char* field) const
{
    return {ChainError::BadAnswer, {m_peers.empty() ? std::string() : m_peers[m_current].client->url(), field}};
}

QCoro::Task<Result<>> RpcNode::identify(Peer& peer)
{
    std::vector<RpcCall> calls{{QStringLiteral("eth_chainId"), {}}};
    if (!m_options.genesisHash.isZero()) {
        calls.push_back(getBlock(QStringLiteral("0x0")));
    }
    auto answers = co_await peer.client->batch(calls);
    if (!answers.ok()) {
        co_return answers.error();
    }
    for (const auto& answer : *answers) {
        if (!answer.ok()) {
            co_return answer.error();
        }
    }
    const auto id = quantityOf((*answers)[0].value());
    if (!id.ok() || !id->fitsU64() || id->isZero()) {
        co_return bad("eth_chainId");
    }
    const Error wrong(ChainError::WrongChain, {std::to_string(m_options.chainId), id->toDecimal()});
    if (m_options.chainId != 0 && id->toU64() != m_options.chainId) {
        co_return wrong;
    }
    if (!m_options.genesisHash.isZero()) {
        const auto genesis = blockOf((*answers)[1].value());
        if (!genesis.ok() || genesis->ref.number != 0 || genesis->ref.hash != m_options.genesisHash) {
            co_return wrong;
        }
    }
    peer.knownChainId = id->toU64();
    co_return Unit();
}

QCoro::Task<Result<RpcNode::Read>> RpcNode::readFrom(Peer& peer, std::vector<RpcCall> calls)
{
    if (peer.knownChainId == 0) {
        auto known = co_await identify(peer);
        if (!known.ok()) {
            co_return known.error();
        }
    }
    auto answers = co_await peer.client->batch(calls);
    if (!answers.ok()) {
        peer.knownChainId = isAway(answers.error()) ? 0 : peer.knownChainId;
        co_return answers.error();
    }
    Read read;
    read.local = peer.local;
    for (auto& answer : *answers) {
        if (!answer.ok()) {
            co_return answer.error();
        }
        read.answers.push_back(std::move(answer).value());
    }
    co_return read;
}

QCoro::Task<Result<RpcNode::Read>> RpcNode::read(std::vector<RpcCall> calls)
{
    Error last(ChainError::NodeUnreachable, {std::string()}, "no node in the network file");
    auto pause = m_options.backoff;
    for (int attempt = 0; attempt < m_options.readAttempts; ++attempt) {
        for (std::size_t i = 0; i < m_peers.size(); ++i) {
            const std::size_t index = (m_current + i) % m_peers.size();
            auto got = co_await readFrom(m_peers[index], calls);
            if (got.ok() || !isAway(got.error())) {
                m_current = index;
                co_return got;
            }
            last = got.error();
        }
        if (attempt + 1 < m_options.readAttempts) {
            co_await QCoro::sleepFor(pause);
            pause *= 2;
        }
    }
    co_return last;
}

QCoro::Task<Result<QJsonValue>> RpcNode::readOne(QString method, QJsonArray params)
{
    std::vector<RpcCall> calls{{method, params}};
    auto got = co_await read(calls);
    if (!got.ok()) {
        co_return got.error();
    }
    co_return got->answers[0];
}

QCoro::Task<Result<std::uint64_t>> RpcNode::chainId()
{
    const QJsonArray params{};
    auto answer = co_await readOne(QStringLiteral("eth_chainId"), params);
    if (!answer.ok()) {
        co_return answer.error();
    }
    co_return judgeChain(*answer);
}

Result<std::uint64_t> RpcNode::judgeChain(const QJsonValue& answer)
{
    const auto id = quantityOf(answer);
    if (!id.ok() || !id->fitsU64()) {
        return bad("eth_chainId");
    }
    if (m_options.chainId != 0 && id->toU64() != m_options.chainId) {
        m_peers[m_current].knownChainId = 0;
        return Error(ChainError::WrongChain, {std::to_string(m_options.chainId), id->toDecimal()});
    }
    return id->toU64();
}

QCoro::Task<Result<Hash32>> RpcNode::genesisHash()
{
    std::vector<RpcCall> calls{getBlock(QStringLiteral("0x0"))};
    auto got = co_await read(calls);
    if (!got.ok()) {
        co_return got.error();
    }
    const auto block = blockOf(got->answers[0]);
    if (!block.ok()) {
        co_return bad("block");
    }
    co_return block->ref.hash;
}

QCoro::Task<Result<BlockRef>> RpcNode::head()
{
    std::vector<RpcCall> calls{getBlock(kLatest), {QStringLiteral("eth_chainId"), {}}};
    auto got = co_await read(calls);
    if (!got.ok()) {
        co_return got.error();
    }
    const auto chain = judgeChain(got->answers[1]);
    if (!chain.ok()) {
        co_return chain.error();
    }
    const auto block = blockOf(got->answers[0]);
    if (!block.ok()) {
        co_return bad("block");
    }
    co_return block->ref;
}

QCoro::Task<Result<Sourced<AccountState>>> RpcNode::account(Address address)
{
    const QJsonArray params{hexText(address.view()), kLatest};
    std::vector<RpcCall> calls{{QStringLiteral("eth_getBalance"), params},
                               {QStringLiteral("eth_getTransactionCount"), params},
                               {QStringLiteral("eth_getCode"), params},
                               getBlock(kLatest)};
    auto got = co_await read(calls);
    if (!got.ok()) {
        co_return got.error();
    }
    const auto balance = quantityOf(got->answers[0]);
    const auto nonce = quantityOf(got->answers[1]);
    const auto code = dataOf(got->answers[2]);
    const auto block = blockOf(got->answers[3]);
    if (!balance.ok() || !nonce.ok() || !nonce->fitsU64() || !code.ok() || !block.ok()) {
        co_return bad("account");
    }
    Sourced<AccountState> state;
    state.value.balanceWei = *balance;
    state.value.nonce = nonce->toU64();
    state.value.hasCode = !code->empty();
    state.provenance = provenanceOf(got->local);
    state.block = block->ref;
    co_return state;
}

QCoro::Task<Result<Bytes>> RpcNode::call(CallRequest request)
{
    const QJsonArray params{callObject(request), kLatest};
    auto answer = co_await readOne(QStringLiteral("eth_call"), params);
    if (!answer.ok()) {
        co_return answer.error();
    }
    auto data = dataOf(*answer);
    if (!data.ok()) {
        co_return bad("eth_call");
    }
    co_return std::move(data).value();
}

QCoro::Task<Result<std::uint64_t>> RpcNode::estimateGas(CallRequest request)
{
    const QJsonArray params{callObject(request)};
    auto answer = co_await readOne(QStringLiteral("eth_estimateGas"), params);
    if (!answer.ok()) {
        co_return answer.error();
    }
    const auto gas = quantityOf(*answer);
    if (!gas.ok() || !gas->fitsU64()) {
        co_return bad("eth_estimateGas");
    }
    co_return gas->toU64();
}

QCoro::Task<Result<FeeSuggestion>> RpcNode::fees()
{
    std::vector<RpcCall> calls{
        getBlock(kLatest), {QStringLiteral("eth_gasPrice"), {}}, {QStringLiteral("eth_chainId"), {}}};
    auto got = co_await read(calls);
    if (!got.ok()) {
        co_return got.error();
    }
    const auto chain = judgeChain(got->answers[2]);
    if (!chain.ok()) {
        co_return chain.error();
    }
    const auto block = blockOf(got->answers[0]);
    const auto price = quantityOf(got->answers[1]);
    if (!block.ok() || !price.ok() || isAbsurdPrice(*price)) {
        co_return bad("fees");
    }
    FeeSuggestion fees;
    fees.gasPrice = *price;
    fees.dynamic = block->baseFeePerGas.has_value();
    if (!fees.dynamic) {
        co_return fees;
    }
    fees.baseFeePerGas = *block->baseFeePerGas;
    // Nodes that don't offer the tip by itself have it in the legacy price.
    auto tip = co_await readOne(QStringLiteral("eth_maxPriorityFeePerGas"), QJsonArray());
    const auto offered = tip.ok() ? quantityOf(*tip) : Result<U256>(tip.error());
    const U256 implied = *price > fees.baseFeePerGas ? *price - fees.baseFeePerGas : U256();
    fees.maxPriorityFeePerGas = offered.ok() ? *offered : implied;
    if (isAbsurdPrice(fees.maxPriorityFeePerGas) || isAbsurdPrice(fees.baseFeePerGas)) {
        co_return bad("fees");
    }
    co_return fees;
}

QCoro::Task<Result<std::uint64_t>> RpcNode::pendingNonce(Address address)
{
    const QJsonArray params{hexText(address.view()), QStringLiteral("pending")};
    auto answer = co_await readOne(QStringLiteral("eth_getTransactionCount"), params);
    if (!answer.ok()) {
        co_return answer.error();
    }
    const auto nonce = quantityOf(*answer);
    if (!nonce.ok() || !nonce->fitsU64()) {
        co_return bad("nonce");
    }
    co_return nonce->toU64();
}

QCoro::Task<Result<Hash32>> RpcNode::sendRaw(Bytes signedTransaction)
{
    // Makes sure that a node of the right chain is there; from then on nothing is tried twice.
    auto known = co_await chainId();
    if (!known.ok()) {
        co_return known.error();
    }
    Peer& peer = m_peers[m_current];
    const QJsonArray params{hexText(signedTransaction)};
    RpcCall send{QStringLiteral("eth_sendRawTransaction"), params};
    auto answer = co_await peer.client->call(send);
    if (!answer.ok()) {
        peer.knownChainId = isAway(answer.error()) ? 0 : peer.knownChainId;
        if (hasItAlready(answer.error())) {
            co_return transactionHash(signedTransaction);
        }
        co_return answer.error();
    }
    const auto hash = hashOf(*answer);
    if (!hash.ok()) {
        co_return bad("eth_sendRawTransaction");
    }
    co_return *hash;
}

QCoro::Task<Result<std::optional<Receipt>>> RpcNode::receipt(Hash32 transactionHash)
{
    const QJsonArray params{hexText(transactionHash.view())};
    auto answer = co_await readOne(QStringLiteral("eth_getTransactionReceipt"), params);
    if (!answer.ok()) {
        co_return answer.error();
    }
    if (answer->isNull()) {
        co_return std::optional<Receipt>();
    }
    auto found = receiptOf(*answer);
    if (!found.ok() || found->transactionHash != transactionHash) {
        co_return bad("receipt");
    }
    const QJsonArray blockParams{hexText(found->block.hash.view()), false};
    auto block = co_await readOne(QStringLiteral("eth_getBlockByHash"), blockParams);
    if (!block.ok()) {
        co_return block.error();
    }
    const auto head = blockOf(*block);
    if (!head.ok() || head->ref.hash != found->block.hash) {
        co_return std::optional<Receipt>(); // the block went out of the chain in between
    }
    found->block.time = head->ref.time;
    found->provenance = provenanceOf(m_peers[m_current].local);
    co_return std::optional(std::move(found).value());
}

QCoro::Task<Result<std::vector<Log>>> RpcNode::logs(LogFilter filter)
{
    return logsOfRange(std::move(filter), kMaxRangeSplits);
}

// Nodes cap how much one answer may hold and refuse the rest in words of their own; then the range is halved.
QCoro::Task<Result<std::vector<Log>>> RpcNode::logsOfRange(LogFilter filter, int splits)
{
    const QJsonArray params{filterObject(filter)};
    auto answer = co_await readOne(QStringLiteral("eth_getLogs"), params);
    if (!answer.ok()) {
        if (!answer.error().is(ChainError::NodeRefused) || splits == 0 || filter.fromBlock >= filter.toBlock) {
            co_return answer.error();
        }
        LogFilter upper = filter;
        filter.toBlock = filter.fromBlock + (filter.toBlock - filter.fromBlock) / 2;
        upper.fromBlock = filter.toBlock + 1;
        auto lowerLogs = co_await logsOfRange(filter, splits - 1);
        if (!lowerLogs.ok()) {
            co_return lowerLogs;
        }
        auto upperLogs = co_await logsOfRange(upper, splits - 1);
        if (!upperLogs.ok()) {
            co_return upperLogs;
        }
        lowerLogs->insert(lowerLogs->end(), upperLogs->begin(), upperLogs->end());
        co_return lowerLogs;
    }
    std::vector<Log> found;
    for (const auto& entry : answer->toArray()) {
        auto log = logOf(entry);
        if (!answer->isArray() || !log.ok() || log->address != filter.address) {
            co_return bad("logs");
        }
        if (!entry.toObject().value(QLatin1String("removed")).toBool()) {
            found.push_back(std::move(log).value());
        }
    }
    co_return found;
}

} // namespace autochain::net
