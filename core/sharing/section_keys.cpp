// SPDX-License-Identifier: GPL-3.0-or-later
#include "sharing/section_keys.h"

#include "signing/protocol.h"

#include <algorithm>

namespace autochain::sharing
{
namespace
{

struct Place { // of a key among those asked for
    std::size_t section;
    privacy::LockedKey key;
};

std::vector<Place> placesOf(const std::vector<FoundSection>& found)
{
    std::vector<Place> out;
    for (std::size_t i = 0; i < found.size(); ++i) {
        for (const auto& key : found[i].keys) {
            out.push_back({i, {found[i].section.head, key}});
        }
    }
    return out;
}

std::vector<privacy::LockedKey> lockedKeys(const std::vector<Place>& places, std::size_t from, std::size_t to)
{
    std::vector<privacy::LockedKey> out;
    for (std::size_t i = from; i < to; ++i) {
        out.push_back(places[i].key);
    }
    return out;
}

} // namespace

SectionsOfCar sectionsOf(const vehicle::Vehicle& car)
{
    SectionsOfCar out;
    out.vehicleId = car.state.id;
    out.vin = car.vin.value_or("");
    out.recordCount = car.state.history.count;
    for (const vehicle::Record& record : car.records) {
        const auto& section = record.content.privateSection;
        if (record.contentState == vehicle::ContentState::Loaded && section && section->scheme == privacy::kScheme) {
            out.sections.push_back(
                {record.index, static_cast<std::uint8_t>(record.kind), record.provider, section->digest});
        }
    }
    for (const vehicle::OwnerSpan& span : car.owners) {
        const bool known =
            std::find(out.formerHolders.begin(), out.formerHolders.end(), span.owner) != out.formerHolders.end();
        if (span.owner != car.state.holder && !known) {
            out.formerHolders.push_back(span.owner);
        }
    }
    return out;
}

const SectionRef* sectionOf(const SectionsOfCar& car, std::uint64_t record)
{
    const auto found = std::find_if(car.sections.begin(), car.sections.end(),
                                    [&](const SectionRef& ref) { return ref.record == record; });
    return found == car.sections.end() ? nullptr : &*found;
}

QCoro::Task<Result<privacy::Section>> loadSection(ContentPort& content, Hash32 vehicleId, SectionRef ref)
{
    AC_CO_TRY(const Bytes block, co_await content.get(ref.digest));
    AC_CO_TRY(privacy::Section section, privacy::decodeSection(block));
    AC_CO_CHECK(privacy::checkBelongs(section.head, vehicleId, ref.kind, ref.writer));
    co_return std::move(section);
}

QCoro::Task<Result<std::vector<privacy::KeyBlock>>> loadKeyBlocks(NodePort& node, ContentPort& content,
                                                                  const NetworkFile& network, SectionsOfCar car,
                                                                  Address reader, Address holder)
{
    std::vector<Address> holders = reader == holder ? car.formerHolders : std::vector<Address>();
    holders.push_back(holder);
    AC_CO_TRY(const auto refs, co_await readKeyBlocks(node, network, car.vehicleId, reader, std::move(holders)));
    std::vector<privacy::KeyBlock> out;
    for (const KeyBlockRef& ref : refs) {
        const auto bytes = co_await content.get(ref.digest);
        auto block = bytes.ok() ? privacy::decodeKeyBlock(*bytes) : Result<privacy::KeyBlock>(bytes.error());
        if (block.ok() && privacy::checkBelongs(*block, car.vehicleId, ref.holder, reader).ok()) {
            out.push_back(std::move(*block));
        }
    }
    co_return std::move(out);
}

FoundSection withKeys(const SectionRef& ref, privacy::Section section, const std::vector<privacy::KeyBlock>& blocks,
                      const Address& reader)
{
    FoundSection out{ref, std::move(section), {}};
    for (const auto& block : blocks) {
        if (const auto* key = privacy::keyOf(block, ref.digest)) {
            out.keys.push_back(*key);
        }
    }
    for (const auto& key : out.section.keys) {
        if (key.reader == reader) {
            out.keys.push_back(key);
        }
    }
    return out;
}

QCoro::Task<Result<std::vector<std::optional<SecretBytes>>>> unwrapAll(SectionKeyPort& signer, Address reader,
                                                                       Hash32 vehicleId, std::string vin,
                                                                       const std::vector<FoundSection>* found)
{
    std::vector<std::optional<SecretBytes>> out(found->size());
    const std::vector<Place> places = placesOf(*found);
    for (std::size_t from = 0; from < places.size(); from += wire::kMaxSections) {
        const std::size_t to = std::min(places.size(), from + wire::kMaxSections);
        SigningHints hints;
        if (!vin.empty()) {
            hints.vins.push_back(vin);
        }
        AC_CO_TRY(auto keys,
                  co_await signer.openSections(reader, vehicleId, lockedKeys(places, from, to), std::move(hints)));
        for (std::size_t i = from; i < to; ++i) {
            auto& place = out[places[i].section];
            if (!place && keys[i - from]) {
                place = std::move(keys[i - from]);
            }
        }
    }
    co_return std::move(out);
}

} // namespace autochain::sharing
