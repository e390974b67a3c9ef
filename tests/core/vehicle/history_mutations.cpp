// SPDX-License-Identifier: GPL-3.0-or-later
#include "history_mutations.h"

#include "crypto/hash.h"
#include "vehicle/record_details.h"
#include "vehicle/signed_content.h"

#include <algorithm>

namespace autochain::vehicle
{
namespace
{
BundleRecord& someRecord(HistoryBundle& bundle, Random& random)
{
    return bundle.records[below(random, bundle.records.size())];
}

// One with a block; nullptr: none.
BundleRecord* someBlock(HistoryBundle& bundle, Random& random)
{
    for (int i = 0; i < 50; ++i) {
        if (BundleRecord& record = someRecord(bundle, random); record.block) {
            return &record;
        }
    }
    return nullptr;
}

AccountProof& someAccount(HistoryBundle& bundle, Random& random)
{
    return bundle.proof.accounts[below(random, bundle.proof.accounts.size())];
}

StorageProof& someSlot(HistoryBundle& bundle, Random& random)
{
    auto& slots_ = someAccount(bundle, random).storage;
    return slots_[below(random, slots_.size())];
}

// The nodes of an account, or of a slot.
std::vector<Bytes>& someNodes(HistoryBundle& bundle, Random& random)
{
    for (int i = 0; i < 50; ++i) {
        auto& nodes = below(random, 8) == 0 ? someAccount(bundle, random).nodes : someSlot(bundle, random).nodes;
        if (!nodes.empty()) {
            return nodes;
        }
    }
    return bundle.proof.accounts.front().nodes;
}

template <typename B>
void flip(B& bytes, Random& random)
{
    bytes[below(random, bytes.size())] ^= static_cast<std::uint8_t>(1U << below(random, 8));
}

template <typename T>
bool swapTwo(std::vector<T>& items, Random& random)
{
    if (items.size() < 2) {
        return false;
    }
    std::swap(items[below(random, items.size())], items[below(random, items.size())]);
    return true;
}

void sign(const HistoryBundle& bundle, BundleRecord& record, int who)
{
    const RecordSigning signing(bundle.chainId, bundle.registry, bundle.vehicleId);
    const auto content = splitSignedContent(*record.block)->content;
    const Hash32 digest = signing.digest(record.kind, record.odometerKm, sha256(content));
    record.block = joinSignedContent(keyOf(who).sign(digest), content);
}

Hash32 headOf(const HistoryBundle& bundle)
{
    std::vector<Record> records;
    for (const BundleRecord& record : bundle.records) {
        records.push_back(recordOf(record, records.size()));
    }
    return historyHead(records);
}

// Puts the head of the changed records where the proof has that of the true ones.
void claimHead(HistoryBundle& bundle, const Hash32& before)
{
    const U256 old = U256::fromBigEndian(before.view());
    for (AccountProof& account : bundle.proof.accounts) {
        for (StorageProof& slot : account.storage) {
            if (slot.value == old) {
                slot.value = U256::fromBigEndian(headOf(bundle).view());
            }
        }
    }
}

void addFields(std::vector<FileMutation>& out)
{
    out.push_back({"kind", [](HistoryBundle& b, Random& r) {
                       someRecord(b, r).kind = static_cast<RecordKind>(1 + below(r, kRecordKinds - 1));
                       return true;
                   }});
    out.push_back({"wrong issuer: another of this car", [](HistoryBundle& b, Random& r) {
                       someRecord(b, r).provider = someRecord(b, r).provider;
                       return true;
                   }});
    out.push_back({"wrong issuer: a stranger, who signs", [](HistoryBundle& b, Random& r) {
                       BundleRecord* record = someBlock(b, r);
                       record->provider = addressOf(40);
                       sign(b, *record, 40);
                       record->contentDigest = sha256(*record->block);
                       return true;
                   }});
    out.push_back({"time", [](HistoryBundle& b, Random& r) {
                       someRecord(b, r).time += static_cast<UnixTime>(below(r, 100'000)) - 50'000;
                       return true;
                   }});
    out.push_back({"odometer", [](HistoryBundle& b, Random& r) {
                       someRecord(b, r).odometerKm = static_cast<std::uint32_t>(below(r, 400'000));
                       return true;
                   }});
    out.push_back({"digest", [](HistoryBundle& b, Random& r) {
                       flip(someRecord(b, r).contentDigest.bytes, r);
                       return true;
                   }});
    out.push_back({"altered, and the head with it", [](HistoryBundle& b, Random& r) {
                       const Hash32 before = headOf(b);
                       someRecord(b, r).odometerKm ^= 1U << below(r, 20);
                       claimHead(b, before);
                       return true;
                   }});
}

void addOrder(std::vector<FileMutation>& out)
{
    out.push_back({"removed", [](HistoryBundle& b, Random& r) {
                       b.records.erase(b.records.begin() + static_cast<std::ptrdiff_t>(below(r, b.records.size())));
                       return true;
                   }});
    out.push_back({"removed, and the head with it", [](HistoryBundle& b, Random& r) {
                       const Hash32 before = headOf(b);
                       b.records.erase(b.records.begin() + static_cast<std::ptrdiff_t>(below(r, b.records.size())));
                       claimHead(b, before);
                       return true;
                   }});
    out.push_back({"added: one twice", [](HistoryBundle& b, Random& r) {
                       const BundleRecord copy = someRecord(b, r);
                       b.records.insert(b.records.begin() + static_cast<std::ptrdiff_t>(below(r, b.records.size() + 1)),
                                        copy);
                       return true;
                   }});
    out.push_back({"added: a new one, signed", [](HistoryBundle& b, Random& r) {
                       BundleRecord made = *someBlock(b, r);
                       made.provider = addressOf(41);
                       made.time += static_cast<UnixTime>(below(r, 1'000));
                       sign(b, made, 41);
                       made.contentDigest = sha256(*made.block);
                       b.records.insert(b.records.begin() + static_cast<std::ptrdiff_t>(below(r, b.records.size() + 1)),
                                        made);
                       return true;
                   }});
    out.push_back({"swapped", [](HistoryBundle& b, Random& r) { return swapTwo(b.records, r); }});
}

void addContents(std::vector<FileMutation>& out)
{
    out.push_back({"content: a bit", [](HistoryBundle& b, Random& r) {
                       flip(*someBlock(b, r)->block, r);
                       return true;
                   }});
    out.push_back({"content: cut", [](HistoryBundle& b, Random& r) {
                       Bytes& block = *someBlock(b, r)->block;
                       block.resize(below(r, block.size()));
                       return true;
                   }});
    out.push_back({"content: longer", [](HistoryBundle& b, Random& r) {
                       someBlock(b, r)->block->push_back(static_cast<std::uint8_t>(below(r, 256)));
                       return true;
                   }});
    out.push_back({"content: not there", [](HistoryBundle& b, Random& r) {
                       someBlock(b, r)->block.reset();
                       return true;
                   }});
    out.push_back({"content: of another record", [](HistoryBundle& b, Random& r) {
                       std::swap(someBlock(b, r)->block, someBlock(b, r)->block);
                       return true;
                   }});
    out.push_back({"content: one where there is none", [](HistoryBundle& b, Random& r) {
                       BundleRecord& record = someRecord(b, r);
                       const bool bare = !record.block;
                       record.block = *someBlock(b, r)->block;
                       return bare;
                   }});
    out.push_back({"signature: of another record", [](HistoryBundle& b, Random& r) {
                       BundleRecord* one = someBlock(b, r);
                       const auto other = splitSignedContent(*someBlock(b, r)->block);
                       one->block = joinSignedContent(*other->signature, splitSignedContent(*one->block)->content);
                       return true;
                   }});
    out.push_back({"signature: by another key", [](HistoryBundle& b, Random& r) {
                       sign(b, *someBlock(b, r), 42);
                       return true;
                   }});
    out.push_back({"signature: taken away", [](HistoryBundle& b, Random& r) {
                       BundleRecord* one = someBlock(b, r);
                       one->block = toBytes(splitSignedContent(*one->block)->content);
                       return true;
                   }});
    out.push_back({"signature: by another key, digest with it", [](HistoryBundle& b, Random& r) {
                       BundleRecord* one = someBlock(b, r);
                       sign(b, *one, 43);
                       one->contentDigest = sha256(*one->block);
                       return true;
                   }});
}

void addProof(std::vector<FileMutation>& out)
{
    out.push_back({"node: a bit", [](HistoryBundle& b, Random& r) {
                       auto& nodes = someNodes(b, r);
                       flip(nodes[below(r, nodes.size())], r);
                       return true;
                   }});
    out.push_back({"node: not there", [](HistoryBundle& b, Random& r) {
                       auto& nodes = someNodes(b, r);
                       nodes.erase(nodes.begin() + static_cast<std::ptrdiff_t>(below(r, nodes.size())));
                       return true;
                   }});
    out.push_back({"node: one too many", [](HistoryBundle& b, Random& r) {
                       auto& nodes = someNodes(b, r);
                       nodes.push_back(nodes[below(r, nodes.size())]);
                       return true;
                   }});
    out.push_back({"nodes: swapped", [](HistoryBundle& b, Random& r) { return swapTwo(someNodes(b, r), r); }});
    out.push_back({"slot: value", [](HistoryBundle& b, Random& r) {
                       StorageProof& slot = someSlot(b, r);
                       slot.value = slot.value + U256(1 + below(r, 1'000));
                       return true;
                   }});
    out.push_back({"slot: key", [](HistoryBundle& b, Random& r) {
                       flip(someSlot(b, r).slot.bytes, r);
                       return true;
                   }});
    out.push_back({"slot: not there", [](HistoryBundle& b, Random& r) {
                       auto& all = someAccount(b, r).storage;
                       all.erase(all.begin() + static_cast<std::ptrdiff_t>(below(r, all.size())));
                       return true;
                   }});
    out.push_back({"slots: values swapped", [](HistoryBundle& b, Random& r) {
                       std::swap(someSlot(b, r).value, someSlot(b, r).value);
                       return true;
                   }});
    out.push_back({"role revoked at that time, said the file", [](HistoryBundle& b, Random& r) {
                       // A membership is {since, until}: any small non-zero word of the participants' contract is one.
                       for (StorageProof& slot : b.proof.accounts.back().storage) {
                           if (slot.value.fitsU64() && slot.value.toU64() > 1'000'000'000) {
                               const auto until = static_cast<std::uint64_t>(someRecord(b, r).time);
                               slot.value = slot.value | (U256(until) << 64);
                               return true;
                           }
                       }
                       return false;
                   }});
    out.push_back({"account: address", [](HistoryBundle& b, Random& r) {
                       flip(someAccount(b, r).address.bytes, r);
                       return true;
                   }});
    out.push_back({"account: storage root", [](HistoryBundle& b, Random& r) {
                       flip(someAccount(b, r).storageRoot.bytes, r);
                       return true;
                   }});
    out.push_back({"account: not there", [](HistoryBundle& b, Random& r) {
                       auto& all = b.proof.accounts;
                       all.erase(all.begin() + static_cast<std::ptrdiff_t>(below(r, all.size())));
                       return true;
                   }});
    out.push_back({"header: a bit", [](HistoryBundle& b, Random& r) {
                       flip(b.proof.header, r);
                       return true;
                   }});
}

void addPlace(std::vector<FileMutation>& out, std::vector<World> others)
{
    out.push_back({"vehicle id", [](HistoryBundle& b, Random& r) {
                       flip(b.vehicleId.bytes, r);
                       return true;
                   }});
    out.push_back({"VIN", [](HistoryBundle& b, Random& r) {
                       b.vin[below(r, b.vin.size())] = static_cast<char>('0' + below(r, 10));
                       return true;
                   }});
    out.push_back({"chain id", [](HistoryBundle& b, Random& r) {
                       b.chainId += below(r, 5);
                       return true;
                   }});
    out.push_back({"registry", [](HistoryBundle& b, Random& r) {
                       flip(b.registry.bytes, r);
                       return true;
                   }});
    out.push_back({"participants", [](HistoryBundle& b, Random& r) {
                       flip(b.participants.bytes, r);
                       return true;
                   }});
    auto kept = std::make_shared<std::vector<World>>(std::move(others));
    out.push_back({"proof of another car", [kept](HistoryBundle& b, Random& r) {
                       b.proof = (*kept)[below(r, kept->size())].bundle.proof;
                       return true;
                   }});
    out.push_back({"header of another state", [kept](HistoryBundle& b, Random& r) {
                       b.proof.header = (*kept)[below(r, kept->size())].bundle.proof.header;
                       return true;
                   }});
    out.push_back({"records of another car", [kept](HistoryBundle& b, Random& r) {
                       b.records = (*kept)[below(r, kept->size())].bundle.records;
                       return true;
                   }});
    out.push_back({"all of another car, under this VIN", [kept](HistoryBundle& b, Random& r) {
                       const std::string vin = b.vin;
                       const Hash32 id = b.vehicleId;
                       b = (*kept)[below(r, kept->size())].bundle;
                       b.vin = vin;
                       b.vehicleId = id;
                       return true;
                   }});
    // Everything forged and consistent, but for the block: what remains when the whole file is invented.
    out.push_back({"a chain of its own", [](HistoryBundle& b, Random& r) {
                       WorldSpec spec = wholeWorld()[below(r, 4)];
                       spec.lines.back().km += static_cast<std::uint32_t>(1 + below(r, 100'000));
                       b = build(spec).bundle;
                       return true;
                   }});
}

WorldMutation worldOf(std::string name, std::size_t record, RecordFault fault, const WorldSpec& spec)
{
    return {std::move(name), record, fault, build(spec)};
}
} // namespace

std::size_t below(Random& random, std::size_t end)
{
    return static_cast<std::size_t>(random() % end);
}

std::vector<FileMutation> fileMutations(std::vector<World> others)
{
    std::vector<FileMutation> out;
    addFields(out);
    addOrder(out);
    addContents(out);
    addProof(out);
    addPlace(out, std::move(others));
    return out;
}

std::vector<WorldMutation> worldMutations(const WorldSpec& spec)
{
    std::vector<WorldMutation> out;
    const World good = build(spec);
    const auto verified = verifyHistory(good.bundle, good.trust);
    for (std::size_t i = 0; i < spec.lines.size(); ++i) {
        const Line& line = spec.lines[i];
        const RightState right = verified->records[i].right;
        const auto changed = [&](std::string name, RecordFault fault, auto change) {
            WorldSpec copy = spec;
            change(copy);
            out.push_back(worldOf(std::move(name), i, fault, copy));
        };
        if (right == RightState::Role || right == RightState::Grant || line.kind == RecordKind::Lien) {
            changed("role revoked at that time", RecordFault::NoRight, [&](WorldSpec& s) {
                for (MemberSpec& member : s.members) {
                    member.spans.back().second = member.who == line.who ? line.time - 1 : member.spans.back().second;
                }
            });
            changed("role given later", RecordFault::NoRight, [&](WorldSpec& s) {
                for (MemberSpec& member : s.members) {
                    member.spans.back().first = member.who == line.who ? line.time + 1 : member.spans.back().first;
                }
            });
            changed("another role", RecordFault::NoRight, [&](WorldSpec& s) {
                for (MemberSpec& member : s.members) {
                    const bool lender = member.role == ProviderRole::Lender;
                    member.role = member.who != line.who ? member.role
                                  : lender               ? ProviderRole::Dealer
                                                         : ProviderRole::Lender;
                }
            });
        }
        if (right == RightState::Grant) {
            changed("wrong grant: other kinds", RecordFault::NoRight, [&](WorldSpec& s) {
                for (GrantSpec& grant : s.grants) {
                    grant.grants.back().kinds &= grant.shop == line.who ? ~kindBit(line.kind) : ~0U;
                }
            });
            changed("wrong grant: over", RecordFault::NoRight, [&](WorldSpec& s) {
                for (GrantSpec& grant : s.grants) {
                    grant.grants.back().until = grant.shop == line.who ? line.time - 1 : grant.grants.back().until;
                }
            });
            changed("wrong grant: taken back", RecordFault::NoRight, [&](WorldSpec& s) {
                for (GrantSpec& grant : s.grants) {
                    grant.grants.back() = grant.shop == line.who ? Grant() : grant.grants.back();
                }
            });
        }
        if (line.content) {
            changed("signed by somebody else", RecordFault::SignatureWrong,
                    [&](WorldSpec& s) { s.lines[i].signedBy = 44; });
            changed("not signed", RecordFault::Unsigned, [&](WorldSpec& s) { s.lines[i].signedBy = 0; });
        }
        if (right == RightState::Holder && i > 0) {
            changed("written by who does not hold the title", RecordFault::NoRight,
                    [&](WorldSpec& s) { s.lines[i].who = 45; });
        }
        if (line.kind == RecordKind::Correction) {
            changed("correction by a stranger", RecordFault::NoRight, [&](WorldSpec& s) { s.lines[i].who = 46; });
        }
    }
    return out;
}

} // namespace autochain::vehicle
