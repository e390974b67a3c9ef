// SPDX-License-Identifier: GPL-3.0-or-later
// Where an account's wrapped key of a section lies: in the section itself, or in a block that a grant names.
#pragma once

#include "content/content_port.h"
#include "privacy/key_block.h"
#include "privacy/section.h"
#include "sharing/grant_reader.h"
#include "signing/section_key_port.h"
#include "vehicle/vehicle_reader.h"

namespace autochain::sharing
{

struct SectionRef {
    std::uint64_t record = 0;
    std::uint8_t kind = 0;
    Address writer;
    Hash32 digest; // of the section's block
};

// What of a car's history matters here.
struct SectionsOfCar {
    Hash32 vehicleId;
    std::string vin; // empty: not known
    std::uint64_t recordCount = 0;
    std::vector<SectionRef> sections;   // in order
    std::vector<Address> formerHolders; // of the title, as far as the history tells
};
SectionsOfCar sectionsOf(const vehicle::Vehicle& car);
const SectionRef* sectionOf(const SectionsOfCar& car, std::uint64_t record); // nullptr: none

struct FoundSection {
    SectionRef ref;
    privacy::Section section;
    std::vector<privacy::WrappedKey> keys; // those for the reader; strangers may have written some
};

// The section's block, checked against its digest and its record. ContentError, BadSection, OtherCar.
QCoro::Task<Result<privacy::Section>> loadSection(ContentPort& content, Hash32 vehicleId, SectionRef ref);

// Key blocks of this reader: of the holder, and for the holder also of those who held the title before him. Blocks that
// cannot be had or do not fit are left out.
QCoro::Task<Result<std::vector<privacy::KeyBlock>>> loadKeyBlocks(NodePort& node, ContentPort& content,
                                                                  const NetworkFile& network, SectionsOfCar car,
                                                                  Address reader, Address holder);
FoundSection withKeys(const SectionRef& ref, privacy::Section section, const std::vector<privacy::KeyBlock>& blocks,
                      const Address& reader);

// The content key of each, unwrapped by the signer; none where no key opened. Declined, Locked.
QCoro::Task<Result<std::vector<std::optional<SecretBytes>>>> unwrapAll(SectionKeyPort& signer, Address reader,
                                                                       Hash32 vehicleId, std::string vin,
                                                                       const std::vector<FoundSection>* found);

} // namespace autochain::sharing
