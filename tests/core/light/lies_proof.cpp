// SPDX-License-Identifier: GPL-3.0-or-later
// Lies about accounts and storage: eth_getProof.
#include "chain/trie.h"
#include "crypto/hash.h"
#include "lies.h"
#include "rlp_item.h"

namespace autochain::light::test
{
namespace
{
const QString kProof = QStringLiteral("eth_getProof");

Lie aboutProofs(std::string name, std::string claim, Bend bend, Verdict verdict = Verdict::ShutOut)
{
    return {std::move(name), std::move(claim), verdict, Topic::Storage, bending({kProof}, std::move(bend)), {}, false};
}

// Changes the answer for every slot whose value is not zero, or (`ofZero`) those where it is.
using SlotBend = std::function<void(QJsonObject& slot, const Address& contract, const Scene& scene)>;
Bend eachSlot(SlotBend bend, bool ofZero = false)
{
    return [bend = std::move(bend), ofZero](QJsonObject& result, const pow::Question& question, const Scene& scene) {
        const auto address = net::dataOf(question.params.at(0));
        QJsonArray out;
        for (const auto& entry : result.value(QLatin1String("storageProof")).toArray()) {
            QJsonObject slot = entry.toObject();
            if ((slot.value(QLatin1String("value")).toString() == QLatin1String("0x0")) == ofZero) {
                bend(slot, Address::from(*address), scene);
            }
            out.append(slot);
        }
        result.insert(QStringLiteral("storageProof"), out);
    };
}

Lie aboutSlots(std::string name, std::string claim, SlotBend bend, bool ofZero = false,
               Verdict verdict = Verdict::ShutOut)
{
    return aboutProofs(std::move(name), std::move(claim), eachSlot(std::move(bend), ofZero), verdict);
}

Lie withSlotValue(std::string name, const QJsonValue& value, Verdict verdict = Verdict::ShutOut)
{
    return aboutSlots(
        std::move(name), "writes the value in another way",
        [value](QJsonObject& slot, const Address&, const Scene&) { slot.insert(QStringLiteral("value"), value); },
        false, verdict);
}

using NodesBend = std::function<void(QJsonArray& nodes, const Scene&)>;
SlotBend slotNodes(NodesBend bend)
{
    return [bend = std::move(bend)](QJsonObject& slot, const Address&, const Scene& scene) {
        QJsonArray nodes = slot.value(QLatin1String("proof")).toArray();
        bend(nodes, scene);
        slot.insert(QStringLiteral("proof"), nodes);
    };
}

Bend accountNodes(NodesBend bend)
{
    return [bend = std::move(bend)](QJsonObject& result, const pow::Question&, const Scene& scene) {
        QJsonArray nodes = result.value(QLatin1String("accountProof")).toArray();
        bend(nodes, scene);
        result.insert(QStringLiteral("accountProof"), nodes);
    };
}

Hash32 slotOf(const QJsonObject& slot)
{
    const auto number = net::quantityOf(slot.value(QLatin1String("key")));
    const auto hash = net::hashOf(slot.value(QLatin1String("key")));
    return hash.ok() ? *hash : Hash32::from(number->toBigEndian());
}

Bytes nodeAt(const QJsonArray& nodes, qsizetype i)
{
    return *net::dataOf(nodes.at(i));
}

// The value in the leaf, with everything above it left as it was.
void otherLeaf(QJsonArray& nodes, const std::function<void(rlp::Item&)>& bend)
{
    auto leaf = rlp::decode(nodeAt(nodes, nodes.size() - 1));
    bend(*leaf);
    nodes[nodes.size() - 1] = net::hexText(rlp::encode(*leaf));
}

// The last node inside of its parent, where its hash was.
void embedLast(QJsonArray& nodes)
{
    if (nodes.size() < 2) {
        return;
    }
    const Bytes child = nodeAt(nodes, nodes.size() - 1);
    auto parent = rlp::decode(nodeAt(nodes, nodes.size() - 2));
    for (rlp::Item& item : parent->items) {
        if (item.data == toBytes(keccak256(child).view())) {
            item = *rlp::decode(child);
        }
    }
    nodes.removeLast();
    nodes[nodes.size() - 1] = net::hexText(rlp::encode(*parent));
}

// A storage of its own in which this slot holds what the liar likes.
std::vector<Bytes> forgedSlot(const Hash32& slot, const U256& value, Hash32* root)
{
    Bytes encoded;
    rlp::appendUint(encoded, value);
    Trie trie;
    trie.set(keccak256(slot.view()).view(), encoded);
    trie.set(keccak256(Scene::slot(1'234).view()).view(), encoded);
    *root = trie.root();
    return trie.proofOf(keccak256(slot.view()).view());
}

// The whole answer out of another world.
Bend fromWorld(std::function<const pow::World&(const Scene&)> worldOf)
{
    return [worldOf = std::move(worldOf)](QJsonObject& result, const pow::Question& question, const Scene& scene) {
        const pow::World& world = worldOf(scene);
        const Address address = Address::from(*net::dataOf(question.params.at(0)));
        result.insert(QStringLiteral("accountProof"), hexNodes(world.accountProof(address)));
        const Account account = world.account(address);
        result.insert(QStringLiteral("storageHash"), net::hexText(account.storageRoot.view()));
        result.insert(QStringLiteral("balance"), net::quantityText(account.balanceWei));
        QJsonArray out;
        for (const auto& entry : result.value(QLatin1String("storageProof")).toArray()) {
            QJsonObject slot = entry.toObject();
            const Hash32 key = slotOf(slot);
            slot.insert(QStringLiteral("value"), net::quantityText(world.word(address, key)));
            slot.insert(QStringLiteral("proof"), hexNodes(world.slotProof(address, key)));
            out.append(slot);
        }
        result.insert(QStringLiteral("storageProof"), out);
    };
}

const QString kForeignNode = net::hexText(Bytes(40, 0x31));

std::vector<Lie> valueLies()
{
    return {
        aboutSlots("slot-value", "another value over an honest proof",
                   [](QJsonObject& slot, const Address&, const Scene&) {
                       slot.insert(QStringLiteral("value"), QStringLiteral("0x7f4e"));
                   }),
        aboutSlots("slot-zero", "zero over a proof of something",
                   [](QJsonObject& slot, const Address&, const Scene&) {
                       slot.insert(QStringLiteral("value"), QStringLiteral("0x0"));
                   }),
        aboutSlots("slot-zero-without-proof", "zero and no nodes",
                   [](QJsonObject& slot, const Address&, const Scene&) {
                       slot.insert(QStringLiteral("value"), QStringLiteral("0x0"));
                       slot.insert(QStringLiteral("proof"), QJsonArray());
                   }),
        aboutSlots(
            "slot-something-for-nothing", "a value where there is none",
            [](QJsonObject& slot, const Address&, const Scene&) {
                slot.insert(QStringLiteral("value"), QStringLiteral("0x1"));
            },
            true),
        aboutSlots("slot-zero-by-cut-proof", "zero, the proof ends at its root",
                   [](QJsonObject& slot, const Address&, const Scene&) {
                       slot.insert(QStringLiteral("value"), QStringLiteral("0x0"));
                       const QJsonArray nodes = slot.value(QLatin1String("proof")).toArray();
                       slot.insert(QStringLiteral("proof"), QJsonArray{nodes.at(0)});
                   }),
        aboutSlots("slot-proof-of-another-slot", "the value and proof of the slot beside it",
                   [](QJsonObject& slot, const Address& contract, const Scene& scene) {
                       const pow::World& world = *scene.chain.block(scene.head).world;
                       slot.insert(QStringLiteral("value"), net::quantityText(world.word(contract, Scene::slot(7))));
                       slot.insert(QStringLiteral("proof"), hexNodes(world.slotProof(contract, Scene::slot(7))));
                   }),
        aboutSlots("slot-forged-leaf", "another value in the leaf",
                   [](QJsonObject& slot, const Address&, const Scene&) {
                       QJsonArray nodes = slot.value(QLatin1String("proof")).toArray();
                       otherLeaf(nodes, [](rlp::Item& leaf) { leaf.items.at(1).data = {0x81, 0x99}; });
                       slot.insert(QStringLiteral("proof"), nodes);
                       slot.insert(QStringLiteral("value"), QStringLiteral("0x99"));
                   }),
        aboutSlots("slot-forged-storage", "a storage of its own below the honest account",
                   [](QJsonObject& slot, const Address&, const Scene&) {
                       Hash32 root;
                       slot.insert(QStringLiteral("proof"), hexNodes(forgedSlot(slotOf(slot), U256(0x99), &root)));
                       slot.insert(QStringLiteral("value"), QStringLiteral("0x99"));
                   }),
        aboutProofs("account-forged-storage-root", "the root of that storage beside it",
                    [](QJsonObject& result, const pow::Question& question, const Scene& scene) {
                        Hash32 root;
                        eachSlot([&](QJsonObject& slot, const Address&, const Scene&) {
                            slot.insert(QStringLiteral("proof"), hexNodes(forgedSlot(slotOf(slot), U256(0x99), &root)));
                            slot.insert(QStringLiteral("value"), QStringLiteral("0x99"));
                        })(result, question, scene);
                        result.insert(QStringLiteral("storageHash"), net::hexText(root.view()));
                    }),
    };
}

std::vector<Lie> nodeLies()
{
    const NodesBend dropLast = [](QJsonArray& nodes, const Scene&) { nodes.removeLast(); };
    const NodesBend dropFirst = [](QJsonArray& nodes, const Scene&) { nodes.removeFirst(); };
    const NodesBend none = [](QJsonArray& nodes, const Scene&) { nodes = {}; };
    const NodesBend twice = [](QJsonArray& nodes, const Scene&) { nodes.append(nodes.last()); };
    const NodesBend reversed = [](QJsonArray& nodes, const Scene&) {
        QJsonArray out;
        for (const auto& node : nodes) {
            out.prepend(node);
        }
        nodes = out.size() > 1 ? out : QJsonArray{kForeignNode};
    };
    const NodesBend foreign = [](QJsonArray& nodes, const Scene&) { nodes.append(kForeignNode); };
    const NodesBend replaced = [](QJsonArray& nodes, const Scene&) { nodes[0] = kForeignNode; };
    const NodesBend flag = [](QJsonArray& nodes, const Scene&) {
        otherLeaf(nodes, [](rlp::Item& leaf) { leaf.items.at(0).data.at(0) ^= 0x40; });
    };
    const NodesBend padding = [](QJsonArray& nodes, const Scene&) {
        otherLeaf(nodes, [](rlp::Item& leaf) { leaf.items.at(0).data.at(0) ^= 0x05; });
    };
    const NodesBend embedded = [](QJsonArray& nodes, const Scene&) { embedLast(nodes); };
    const NodesBend odd = [](QJsonArray& nodes, const Scene&) { nodes[0] = nodes.at(0).toString().chopped(1); };
    const NodesBend notHex = [](QJsonArray& nodes, const Scene&) { nodes[0] = QStringLiteral("0xzz"); };
    const NodesBend notText = [](QJsonArray& nodes, const Scene&) { nodes[0] = 17; };
    const NodesBend many = [](QJsonArray& nodes, const Scene&) {
        while (nodes.size() < 5'000) {
            nodes.append(kForeignNode);
        }
    };
    const NodesBend large = [](QJsonArray& nodes, const Scene&) { nodes[0] = QString(400'000, QLatin1Char('0')); };
    std::vector<Lie> out;
    for (const auto& [name, bend] :
         {std::pair{"last-left-out", dropLast}, std::pair{"first-left-out", dropFirst}, std::pair{"none", none},
          std::pair{"last-twice", twice}, std::pair{"reversed", reversed}, std::pair{"one-too-many", foreign},
          std::pair{"first-replaced", replaced}, std::pair{"leaf-of-unknown-flag", flag},
          std::pair{"leaf-with-padding", padding}, std::pair{"embedded", embedded}, std::pair{"odd-hex", odd},
          std::pair{"not-hex", notHex}, std::pair{"not-text", notText}, std::pair{"thousands", many},
          std::pair{"huge", large}}) {
        out.push_back(aboutSlots(std::string("slot-nodes-") + name, "nodes no honest trie gives", slotNodes(bend)));
        out.push_back(
            aboutProofs(std::string("account-nodes-") + name, "nodes no honest trie gives", accountNodes(bend)));
    }
    return out;
}

std::vector<Lie> accountLies()
{
    const auto field = [](std::string name, const char* key, const QJsonValue& value) {
        Lie lie = aboutProofs(
            std::move(name), "a field beside the proof, which says otherwise",
            [key, value](QJsonObject& result, const pow::Question&, const Scene&) {
                result.insert(QLatin1String(key), value);
            },
            Verdict::Free);
        lie.topic = Topic::Account;
        return lie;
    };
    std::vector<Lie> out{
        field("account-balance", "balance", QStringLiteral("0xffffffffffffffffff")),
        field("account-nonce", "nonce", QStringLiteral("0x0")),
        field("account-code", "codeHash", net::hexText(keccak256(BytesView{}).view())),
        aboutProofs("account-of-somebody-else", "the proof of another account",
                    [](QJsonObject& result, const pow::Question&, const Scene& scene) {
                        const auto nodes = scene.chain.block(scene.head).world->accountProof(scene.otherContract);
                        result.insert(QStringLiteral("accountProof"), hexNodes(nodes));
                    }),
        aboutProofs("account-absent", "the proof that somebody else is not there",
                    [](QJsonObject& result, const pow::Question&, const Scene& scene) {
                        const auto nodes = scene.chain.block(scene.head).world->accountProof(scene.nobody);
                        result.insert(QStringLiteral("accountProof"), hexNodes(nodes));
                    }),
        aboutProofs("account-storage-root", "another storage root",
                    [](QJsonObject& result, const pow::Question&, const Scene&) {
                        result.insert(QStringLiteral("storageHash"), net::hexText(emptyTrieRoot().view()));
                    }),
        aboutProofs("account-other-contract", "all of another contract under this one's address",
                    [](QJsonObject& result, const pow::Question& question, const Scene& scene) {
                        pow::Question other = question;
                        other.params[0] = net::hexText(scene.otherContract.view());
                        fromWorld([](const Scene& s) -> const pow::World& { return *s.chain.block(s.head).world; })(
                            result, other, scene);
                    }),
        aboutProofs("account-renamed", "an honest proof under another address",
                    [](QJsonObject& result, const pow::Question&, const Scene& scene) {
                        result.insert(QStringLiteral("address"), net::hexText(scene.nobody.view()));
                    }),
        aboutProofs("state-of-an-older-block", "everything as it was before",
                    fromWorld([](const Scene& s) -> const pow::World& { return *s.at(kChangeBlock - 1).world; })),
        aboutProofs("state-of-another-branch", "everything as it is on a lighter branch",
                    fromWorld([](const Scene& s) -> const pow::World& { return *s.chain.block(s.lighter).world; })),
        aboutProofs(
            "state-of-another-chain", "everything as it is on another network",
            fromWorld([](const Scene& s) -> const pow::World& { return *s.foreign.block(s.foreignHead).world; })),
    };
    return out;
}

std::vector<Lie> shapeLies()
{
    const auto storage = [](std::string name, std::function<void(QJsonArray&)> bend) {
        return aboutProofs(std::move(name), "not the slots that were asked for",
                           [bend = std::move(bend)](QJsonObject& result, const pow::Question&, const Scene&) {
                               QJsonArray list = result.value(QLatin1String("storageProof")).toArray();
                               if (list.isEmpty()) {
                                   return;
                               }
                               bend(list);
                               result.insert(QStringLiteral("storageProof"), list);
                           });
    };
    std::vector<Lie> out{
        storage("slots-swapped",
                [](QJsonArray& list) {
                    const QJsonValue first = list.takeAt(0);
                    list.append(first);
                }),
        storage("slots-one-left-out", [](QJsonArray& list) { list.removeLast(); }),
        storage("slots-one-twice", [](QJsonArray& list) { list.append(list.last()); }),
        storage("slots-renamed",
                [](QJsonArray& list) {
                    QJsonObject first = list.at(0).toObject();
                    first.insert(QStringLiteral("key"), net::hexText(Scene::slot(31'337).view()));
                    list[0] = first;
                }),
        storage("slots-are-numbers", [](QJsonArray& list) { list[0] = 5; }),
        aboutProofs("storage-is-text", "text where a list belongs",
                    [](QJsonObject& result, const pow::Question&, const Scene&) {
                        result.insert(QStringLiteral("storageProof"), QStringLiteral("0x"));
                    }),
        aboutProofs("account-proof-is-text", "text where a list belongs",
                    [](QJsonObject& result, const pow::Question&, const Scene&) {
                        result.insert(QStringLiteral("accountProof"), QStringLiteral("0x"));
                    }),
        withSlotValue("value-too-big", QString(QStringLiteral("0x") + QString(65, QLatin1Char('f')))),
        withSlotValue("value-negative", QStringLiteral("-0x5")),
        withSlotValue("value-decimal", QStringLiteral("2005")),
        withSlotValue("value-number", 2005),
        withSlotValue("value-fraction", 0.5),
        withSlotValue("value-null", QJsonValue()),
        withSlotValue("value-nothing", QStringLiteral("0x")),
        withSlotValue("value-not-a-number", QStringLiteral("NaN")),
        withSlotValue("value-full-width-digits", QStringLiteral("0x\uff17\uff15")),
        withSlotValue("value-with-space", QStringLiteral("0x 7d5")),
        withSlotValue("value-true", true),
        withSlotValue("value-object", QJsonObject{{QStringLiteral("hex"), QStringLiteral("0x7d5")}}),
        aboutSlots(
            "value-leading-zeros", "the right number with zeros in front",
            [](QJsonObject& slot, const Address&, const Scene&) {
                const QString digits = slot.value(QLatin1String("value")).toString().mid(2);
                slot.insert(QStringLiteral("value"), QString(QStringLiteral("0x000") + digits));
            },
            false, Verdict::Free),
        aboutSlots(
            "value-upper-case", "the right number in capitals",
            [](QJsonObject& slot, const Address&, const Scene&) {
                const QString digits = slot.value(QLatin1String("value")).toString().mid(2);
                slot.insert(QStringLiteral("value"), QString(QStringLiteral("0x") + digits.toUpper()));
            },
            false, Verdict::Free),
    };
    Lie refusing{"proofs-refused",
                 "no state, whatever block",
                 Verdict::Free,
                 Topic::Storage,
                 [](pow::PowNode& node, Scene&) {
                     node.onReply = [](const pow::Question& question, const pow::Reply& honest) {
                         return question.method == kProof ? pow::Reply::error(-32000, "missing trie node") : honest;
                     };
                 },
                 {},
                 false};
    Lie nothing{"proofs-null",
                "null for a proof",
                Verdict::ShutOut,
                Topic::Storage,
                [](pow::PowNode& node, Scene&) {
                    node.onReply = [](const pow::Question& question, const pow::Reply& honest) {
                        return question.method == kProof ? pow::Reply{} : honest;
                    };
                },
                {},
                false};
    Lie forgetful{"proofs-of-the-newest-only",
                  "older states are kept back",
                  Verdict::Free,
                  Topic::Storage,
                  [](pow::PowNode& node, Scene&) { node.stateBlocks = 0; },
                  {},
                  false};
    Lie vague{"proofs-of-older-blocks-empty",
              "nothing in the place of older proofs",
              Verdict::ShutOut,
              Topic::Storage,
              [](pow::PowNode& node, Scene& scene) {
                  const QString newest = net::quantityText(U256(scene.chain.block(scene.head).head.header.number));
                  node.onReply = [newest](const pow::Question& question, const pow::Reply& honest) {
                      const bool older = question.method == kProof && question.params.at(2).toString() != newest;
                      return older ? pow::Reply{} : honest;
                  };
              },
              {},
              false};
    // It shows the header too, but only after it was asked for proofs.
    Lie moving{"proofs-of-a-branch-it-moved-to",
               "its chain changed, for proofs of older blocks alone",
               Verdict::Free,
               Topic::Storage,
               [](pow::PowNode& node, Scene& scene) {
                   auto elsewhere = std::make_shared<pow::PowNode>(scene.chain, scene.lighter);
                   node.onReply = [elsewhere, proving = false](const pow::Question& question,
                                                               const pow::Reply& honest) mutable {
                       const bool older =
                           question.params.contains(net::quantityText(U256(elsewhere->head().head.header.number)));
                       const bool moved = older && (question.method == kProof || proving);
                       proving = question.method == kProof;
                       return moved ? elsewhere->reply(question) : honest;
                   };
               },
               {},
               false};
    out.push_back(std::move(refusing));
    out.push_back(std::move(forgetful));
    out.push_back(std::move(vague));
    out.push_back(std::move(moving));
    out.push_back(std::move(nothing));
    return out;
}
} // namespace

std::vector<Lie> proofLies()
{
    std::vector<Lie> all;
    for (auto group : {valueLies(), nodeLies(), accountLies(), shapeLies()}) {
        std::move(group.begin(), group.end(), std::back_inserter(all));
    }
    return all;
}

} // namespace autochain::light::test
