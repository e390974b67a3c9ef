// SPDX-License-Identifier: GPL-3.0-or-later
// Lies about which chain there is.
#include "lies.h"
#include "pow_json.h"

namespace autochain::light::test
{
namespace
{
using pow::PowNode;
using pow::Question;
using pow::Reply;

const std::vector<QString> kHeaderMethods{QStringLiteral("eth_getHeaderByNumber"),
                                          QStringLiteral("eth_getHeaderByHash"), QStringLiteral("eth_getBlockByNumber"),
                                          QStringLiteral("eth_getBlockByHash")};

bool isHeaderMethod(const QString& method)
{
    return std::find(kHeaderMethods.begin(), kHeaderMethods.end(), method) != kHeaderMethods.end();
}

std::uint64_t numberIn(const QJsonObject& header)
{
    const auto number = net::quantityOf(header.value(QLatin1String("number")));
    return number.ok() ? number->toU64() : 0;
}

// In every header but the genesis block's.
Lie inHeaders(std::string name, std::string claim, std::function<void(QJsonObject&)> bend,
              Verdict verdict = Verdict::ShutOut)
{
    Bend above = [bend = std::move(bend)](QJsonObject& header, const Question&, const Scene&) {
        if (numberIn(header) > 0) {
            bend(header);
        }
    };
    return {
        std::move(name), std::move(claim), verdict, Topic::Heads, bending(kHeaderMethods, std::move(above)), {}, false};
}

Lie withField(const char* field, const QJsonValue& value)
{
    return inHeaders(std::string("header-") + field, "another field under the honest block's hash",
                     [field, value](QJsonObject& header) { header.insert(QLatin1String(field), value); });
}

Lie withoutField(const char* field)
{
    return inHeaders(std::string("header-without-") + field, "a header that lacks a field",
                     [field](QJsonObject& header) { header.remove(QLatin1String(field)); });
}

// Two blocks on top of the honest head, the first of which breaks a rule; their hashes and all other seals are right.
Lie onTop(std::string name, std::string claim, pow::BlockPlan plan, Verdict verdict = Verdict::ShutOut)
{
    return {std::move(name),
            std::move(claim),
            verdict,
            Topic::Heads,
            [plan = std::move(plan)](PowNode& node, Scene& scene) {
                node.follow(scene.chain.grow(scene.chain.mine(scene.head, plan), 1, 7));
            },
            {},
            false};
}

Lie bent(std::string name, std::function<void(Header&)> bend)
{
    pow::BlockPlan plan;
    plan.mark = 5;
    plan.bend = std::move(bend);
    return onTop("rule-" + std::move(name), "a block with a seal that breaks this rule", std::move(plan));
}

Lie spoilt(std::string name, std::function<void(Header&)> spoil)
{
    pow::BlockPlan plan;
    plan.mark = 6;
    plan.spoil = std::move(spoil);
    return onTop("seal-" + std::move(name), "a block without proof of work", std::move(plan));
}

// The right mix of a nonce that is not enough work.
void tooLittleWork(Header& header)
{
    for (std::uint64_t nonce = 0;; ++nonce) {
        const auto outcome = ethash::evaluate(pow::epochZero(), {sealHashOf(header), nonce});
        if (!ethash::meets(outcome.result, header.difficulty)) {
            header.mixHash = outcome.mixHash;
            header.nonce = BlockNonce::from(BytesView(U256(nonce).toBigEndian()).last(BlockNonce::kSize));
            return;
        }
    }
}

Lie replying(std::string name, std::string claim, Verdict verdict,
             std::function<Reply(const Question&, const Reply&, PowNode&, const Scene&)> reply)
{
    return {std::move(name),
            std::move(claim),
            verdict,
            Topic::Heads,
            [reply = std::move(reply)](PowNode& node, Scene& scene) {
                node.onReply = [reply, &node, &scene](const Question& question, const Reply& honest) {
                    return reply(question, honest, node, scene);
                };
            },
            {},
            false};
}

std::vector<Lie> fieldLies()
{
    const QString hash = net::hexText(Hash32::from(Bytes(32, 0x5e)).view());
    std::vector<Lie> out;
    for (const char* field :
         {"parentHash", "sha3Uncles", "stateRoot", "transactionsRoot", "receiptsRoot", "mixHash", "hash"}) {
        out.push_back(withField(field, hash));
    }
    out.push_back(withField("miner", net::hexText(Scene::person(0x66).view())));
    out.push_back(withField("logsBloom", net::hexText(Bytes(256, 0xff))));
    out.push_back(withField("nonce", QStringLiteral("0x00000000deadbeef")));
    out.push_back(withField("extraData", QStringLiteral("0x6c6965")));
    for (const char* field : {"difficulty", "number", "gasLimit", "gasUsed", "timestamp", "baseFeePerGas"}) {
        out.push_back(withField(field, QStringLiteral("0x12345")));
    }
    for (const char* field :
         {"parentHash", "stateRoot", "receiptsRoot", "mixHash", "nonce", "difficulty", "number", "baseFeePerGas"}) {
        out.push_back(withoutField(field));
    }
    out.push_back(withField("withdrawalsRoot", hash));
    const auto odd = [&](const char* name, const char* field, const QJsonValue& value) {
        out.push_back(inHeaders(std::string("header-") + name, "not what the protocol says",
                                [field, value](QJsonObject& header) { header.insert(QLatin1String(field), value); }));
    };
    odd("number-is-a-number", "number", 7);
    odd("number-negative", "number", QStringLiteral("-0x1"));
    odd("number-too-big", "number", QString(QStringLiteral("0x1") + QString(16, QLatin1Char('0'))));
    odd("time-too-big", "timestamp", QString(QStringLiteral("0x1") + QString(16, QLatin1Char('0'))));
    odd("root-too-short", "stateRoot", QStringLiteral("0x00"));
    odd("root-null", "stateRoot", QJsonValue());
    odd("bloom-too-short", "logsBloom", QStringLiteral("0x00"));
    odd("nonce-too-long", "nonce", QStringLiteral("0x000000000000000000"));
    odd("extra-too-long", "extraData", net::hexText(Bytes(20'000, 1)));
    odd("difficulty-not-a-number", "difficulty", QStringLiteral("NaN"));
    odd("difficulty-zero", "difficulty", QStringLiteral("0x0"));
    out.push_back(inHeaders(
        "header-capitals", "the right header in capitals",
        [](QJsonObject& header) {
            const QString root = header.value(QLatin1String("stateRoot")).toString();
            header.insert(QStringLiteral("stateRoot"), QString(QStringLiteral("0x") + root.mid(2).toUpper()));
        },
        Verdict::Free));
    out.push_back(inHeaders(
        "header-more-fields", "the right header and fields nobody knows",
        [](QJsonObject& header) { header.insert(QStringLiteral("moon"), QStringLiteral("full")); }, Verdict::Free));
    return out;
}

std::vector<Lie> ruleLies()
{
    std::vector<Lie> out;
    out.push_back(bent("difficulty-low", [](Header& h) { h.difficulty = U256(1); }));
    out.push_back(bent("difficulty-high", [](Header& h) { h.difficulty = U256(5); }));
    out.push_back(bent("time-before-parent", [](Header& h) { h.timestamp = 1'000; }));
    out.push_back(bent("gas-limit", [](Header& h) { h.gasLimit *= 2; }));
    out.push_back(bent("gas-limit-tiny", [](Header& h) { h.gasLimit = 4'999; }));
    out.push_back(bent("gas-used", [](Header& h) { h.gasUsed = h.gasLimit + 1; }));
    out.push_back(bent("base-fee", [](Header& h) { h.baseFeePerGas = U256(1); }));
    out.push_back(bent("base-fee-missing", [](Header& h) { h.baseFeePerGas.reset(); }));
    out.push_back(bent("extra-data", [](Header& h) { h.extraData.assign(33, 1); }));
    out.push_back(bent("number", [](Header& h) { h.number += 5; }));
    out.push_back(bent("parent", [](Header& h) { h.parentHash.bytes[3] ^= 1; }));
    out.back().verdict = Verdict::Seen; // as if its chain had changed between two questions
    out.push_back(spoilt("mix", [](Header& h) { h.mixHash.bytes[9] ^= 1; }));
    out.push_back(spoilt("nonce", [](Header& h) { h.nonce.bytes[7] ^= 0x55; }));
    out.push_back(spoilt("work", tooLittleWork));
    out.push_back(spoilt("state-after-the-seal", [](Header& h) { h.stateRoot.bytes[0] ^= 1; }));
    Lie cheap{"branch-long-and-cheap",
              "many blocks, each of difficulty 1",
              Verdict::ShutOut,
              Topic::Heads,
              [](PowNode& node, Scene& scene) {
                  pow::Growth growth{scene.at(kForkBlock).head.hash, 40, {}, 0};
                  growth.plan = [](std::uint64_t) {
                      pow::BlockPlan plan;
                      plan.mark = 8;
                      plan.bend = [](Header& header) { header.difficulty = U256(1); };
                      return plan;
                  };
                  node.follow(scene.chain.grow({growth}).front());
              },
              {},
              false};
    Lie dear{"branch-short-and-dear",
             "one block that claims the work of a thousand",
             Verdict::ShutOut,
             Topic::Heads,
             [](PowNode& node, Scene& scene) {
                 pow::BlockPlan plan;
                 plan.spoil = [](Header& header) { header.difficulty = U256(100'000); };
                 node.follow(scene.chain.mine(scene.at(kForkBlock).head.hash, plan));
             },
             {},
             false};
    out.push_back(std::move(cheap));
    out.push_back(std::move(dear));
    return out;
}

std::vector<Lie> chainLies()
{
    const auto moving = [](const char* name, const char* claim, Verdict verdict,
                           std::function<void(PowNode&, Scene&)> tell) {
        return Lie{name, claim, verdict, Topic::Heads, std::move(tell), {}, false};
    };
    const auto isLatest = [](const Question& question) {
        return isHeaderMethod(question.method) && question.params.at(0) == QJsonValue(QStringLiteral("latest"));
    };
    std::vector<Lie> out;
    out.push_back(moving("head-stale", "the newest block is five blocks old", Verdict::Seen,
                         [](PowNode& node, Scene& scene) { node.follow(scene.at(5).head.hash); }));
    out.push_back(moving("head-genesis", "there is nothing but the genesis block", Verdict::Seen,
                         [](PowNode& node, Scene& scene) { node.follow(scene.chain.genesisHash()); }));
    out.push_back(moving("branch-lighter", "a branch with less work", Verdict::Seen,
                         [](PowNode& node, Scene& scene) { node.follow(scene.lighter); }));
    out.push_back(moving("chain-foreign", "another genesis block", Verdict::Seen,
                         [](PowNode& node, Scene& scene) { node = PowNode(scene.foreign, scene.foreignHead); }));
    out.push_back(replying(
        "chain-id", "another chain id", Verdict::Seen,
        [](const Question& question, const Reply& honest, PowNode&, const Scene&) {
            return question.method == QLatin1String("eth_chainId") ? Reply{QStringLiteral("0x1"), 0, {}} : honest;
        }));
    out.push_back(replying("head-null", "no newest block", Verdict::Seen,
                           [isLatest](const Question& question, const Reply& honest, PowNode&, const Scene&) {
                               return isLatest(question) ? Reply{} : honest;
                           }));
    out.push_back(replying("head-far-ahead", "a newest block nobody can find", Verdict::Seen,
                           [isLatest](const Question& question, const Reply& honest, PowNode&, const Scene&) {
                               Reply out2 = honest;
                               if (isLatest(question)) {
                                   QJsonObject header = honest.result.toObject();
                                   header.insert(QStringLiteral("number"), QStringLiteral("0xffffff"));
                                   out2.result = header;
                               }
                               return out2;
                           }));
    out.push_back(replying("head-invented", "a newest block of a far height, with the hash it has", Verdict::Seen,
                           [isLatest](const Question& question, const Reply& honest, PowNode& node, const Scene&) {
                               HashedHeader far = node.head().head;
                               far.header.number = std::uint64_t{1} << 40;
                               far.hash = hashOf(far.header);
                               return isLatest(question) ? Reply{pow::headerJson(far), 0, {}} : honest;
                           }));
    out.push_back(moving("headers-withheld", "a heavier branch, of which it shows the newest block alone",
                         Verdict::Seen, [](PowNode& node, Scene& scene) {
                             node.follow(scene.chain.grow(scene.head, 6, 9));
                             node.onReply = [&node](const Question& question, const Reply& honest) {
                                 const std::uint64_t number = numberIn(honest.result.toObject());
                                 const std::uint64_t newest = node.head().head.header.number;
                                 const bool hidden = number > newest - 6 && number < newest;
                                 return isHeaderMethod(question.method) && hidden ? Reply{} : honest;
                             };
                         }));
    out.push_back(
        replying("headers-all-the-newest", "the newest block under every number", Verdict::Seen,
                 [](const Question& question, const Reply& honest, PowNode& node, const Scene&) {
                     return isHeaderMethod(question.method) ? Reply{pow::blockJson(node.head()), 0, {}} : honest;
                 }));
    out.push_back(replying("headers-refused", "no headers but the newest", Verdict::Seen,
                           [isLatest](const Question& question, const Reply& honest, PowNode&, const Scene&) {
                               return isHeaderMethod(question.method) && !isLatest(question)
                                          ? Reply::error(-32005, "limit exceeded")
                                          : honest;
                           }));
    out.push_back(moving("head-changes-its-mind", "another newest block with every question", Verdict::Free,
                         [](PowNode& node, Scene& scene) {
                             node.onReply = [&node, &scene, turn = 0](const Question&, const Reply& honest) mutable {
                                 node.follow(++turn % 2 == 0 ? scene.head : scene.lighter);
                                 return honest;
                             };
                         }));
    return out;
}
} // namespace

std::vector<Lie> headerLies()
{
    std::vector<Lie> all;
    for (auto group : {fieldLies(), ruleLies(), chainLies()}) {
        std::move(group.begin(), group.end(), std::back_inserter(all));
    }
    return all;
}

} // namespace autochain::light::test
