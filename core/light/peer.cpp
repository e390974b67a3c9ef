// SPDX-License-Identifier: GPL-3.0-or-later
#include "light/peer.h"

#include "net/http_request.h"
#include "net/rpc_values.h"

#include <QElapsedTimer>

#include <algorithm>

namespace autochain::light
{
namespace
{
constexpr std::size_t kTimesKept = 9;

net::NodeOptions hintOptions(const PeerOptions& options)
{
    net::NodeOptions node;
    node.urls.push_back(options.url);
    node.chainId = options.chainId;
    node.genesisHash = options.genesisHash;
    node.allowPlainHttp = options.allowPlainHttp;
    node.limits = options.limits;
    node.readAttempts = 1; // another node is asked instead
    if (options.transport) {
        node.transportTo = [transport = options.transport](const std::string&) { return transport; };
    }
    return node;
}

Error badAnswer(const std::string& url, const char* what, const Error& cause)
{
    return {ChainError::BadAnswer, {url, what}, cause.args.empty() ? cause.detail : cause.args.front()};
}
} // namespace

Peer::Peer(const PeerOptions& options)
    : m_client(options.url, options.allowPlainHttp, options.limits, options.transport), m_hints(hintOptions(options)),
      m_chainId(options.chainId), m_genesisHash(options.genesisHash)
{
    standing.url = options.url;
    standing.onThisComputer = net::isLoopback(QUrl(QString::fromStdString(options.url)));
}

void Peer::noteTime(std::chrono::milliseconds took)
{
    m_times.push_back(took);
    if (m_times.size() > kTimesKept) {
        m_times.erase(m_times.begin());
    }
    auto sorted = m_times;
    std::sort(sorted.begin(), sorted.end());
    standing.answersIn = sorted[sorted.size() / 2];
}

QCoro::Task<Result<std::vector<QJsonValue>>> Peer::ask(std::vector<net::RpcCall> calls)
{
    auto answers = co_await m_client.batch(std::move(calls));
    if (!answers.ok()) {
        co_return answers.error();
    }
    std::vector<QJsonValue> values;
    for (auto& answer : *answers) {
        if (!answer.ok()) {
            co_return answer.error();
        }
        values.push_back(std::move(answer).value());
    }
    co_return values;
}

QCoro::Task<Result<HashedHeader>> Peer::newest()
{
    std::vector<net::RpcCall> calls{{QStringLiteral("eth_chainId"), {}}, net::latestHeaderCall()};
    if (!m_known) {
        calls.push_back({QStringLiteral("eth_getBlockByNumber"), {QStringLiteral("0x0"), false}});
    }
    QElapsedTimer watch;
    watch.start();
    AC_CO_TRY(const std::vector<QJsonValue> answers, co_await ask(std::move(calls)));
    noteTime(std::chrono::milliseconds(watch.elapsed()));
    const auto id = net::quantityOf(answers[0]);
    if (!id.ok()) {
        co_return badAnswer(url(), "eth_chainId", id.error());
    }
    const Error wrong(ChainError::WrongChain, {std::to_string(m_chainId), id->toDecimal()});
    if (*id != U256(m_chainId)) {
        m_known = false;
        co_return wrong;
    }
    if (!m_known) {
        const auto genesis = net::blockOf(answers[2]);
        if (!genesis.ok()) {
            co_return badAnswer(url(), "block", genesis.error());
        }
        if (genesis->ref.number != 0 || genesis->ref.hash != m_genesisHash) {
            co_return wrong;
        }
        m_known = true;
    }
    const auto header = net::headerOf(answers[1]);
    if (!header.ok()) {
        co_return badAnswer(url(), "block", header.error());
    }
    co_return *header;
}

QCoro::Task<Result<std::vector<HashedHeader>>> Peer::headersAt(std::vector<std::uint64_t> numbers)
{
    auto answers = Result<std::vector<QJsonValue>>(ChainError::NotFound);
    while (true) {
        std::vector<net::RpcCall> calls;
        for (const std::uint64_t number : numbers) {
            calls.push_back(net::headerCall(m_method, number));
        }
        answers = co_await ask(calls);
        if (answers.ok() || !answers.error().is(ChainError::NodeRefused) || m_method == net::HeaderMethod::Block) {
            break;
        }
        m_method = net::HeaderMethod::Block; // it does not know the other one
    }
    if (!answers.ok()) {
        co_return answers.error();
    }
    std::vector<HashedHeader> headers;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if ((*answers)[i].isNull()) {
            break;
        }
        auto header = net::headerOf((*answers)[i]);
        if (!header.ok()) {
            co_return badAnswer(url(), "block", header.error());
        }
        if (header->header.number != numbers[i]) {
            co_return Error(ChainError::BadAnswer, {url(), "block"}, "another number");
        }
        headers.push_back(std::move(header).value());
    }
    co_return headers;
}

QCoro::Task<Result<std::vector<HashedHeader>>> Peer::headers(std::uint64_t first, std::size_t count)
{
    std::vector<std::uint64_t> numbers;
    for (std::size_t i = 0; i < count; ++i) {
        numbers.push_back(first + i);
    }
    return headersAt(std::move(numbers));
}

QCoro::Task<Result<std::vector<net::AccountProof>>> Peer::proofs(std::vector<net::ProofQuestion> questions,
                                                                 std::uint64_t blockNumber)
{
    std::vector<net::AccountProof> proofs;
    for (std::size_t start = 0; start < questions.size(); start += net::kMaxProofsPerBatch) {
        const auto end = std::min(questions.size(), start + net::kMaxProofsPerBatch);
        std::vector<net::RpcCall> calls;
        for (std::size_t i = start; i < end; ++i) {
            calls.push_back(net::proofCall(questions[i], blockNumber));
        }
        AC_CO_TRY(const std::vector<QJsonValue> answers, co_await ask(std::move(calls)));
        for (std::size_t i = start; i < end; ++i) {
            AC_CO_TRY(net::AccountProof proof,
                      net::readAccountProof(url(), answers[i - start], questions[i].contract, questions[i].slotKeys));
            proofs.push_back(std::move(proof));
        }
    }
    co_return proofs;
}

} // namespace autochain::light
