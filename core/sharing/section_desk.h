// SPDX-License-Identifier: GPL-3.0-or-later
// Seals, shares and opens private sections. Whether somebody may read is decided by the chain's grant and the chain's
// time, both of the same block; the keys come from the signer, which asks its person.
#pragma once

#include "contracts/call.h"
#include "sharing/grant_calls.h"
#include "sharing/section_keys.h"

namespace autochain::sharing
{

// What open() would say of each section before the signer is asked.
struct SectionRight {
    std::uint64_t record = 0;
    privacy::ReadRight right = privacy::ReadRight::None;
};
struct SectionRights {
    Address holder;
    privacy::ReadGrant grant; // of this reader
    std::vector<SectionRight> sections;
};
QCoro::Task<Result<Sourced<SectionRights>>> readRights(NodePort& node, const NetworkFile& network, SectionsOfCar car,
                                                       Address reader);

// Whom a section is sealed for besides its writer: the holder of the title, first, and whom grants of now let read it.
struct SealedReader {
    Address account;
    std::uint64_t until = 0; // 0: no end
};
// `record`: the index the record will have; `now`: the chain's.
std::vector<SealedReader> sealedReaders(const CarGrants& grants, const Address& writer, std::uint8_t kind,
                                        std::uint64_t record, UnixTime now);

class SectionDesk
{
public:
    // All must outlive the desk and its tasks.
    SectionDesk(NodePort& node, ContentPort& content, const NetworkFile& network, SectionKeyPort& signer);

    struct ToSeal {
        Hash32 vehicleId;
        std::uint8_t kind = 0;
        std::uint64_t record = 0; // the index the record will have
        Address writer;
        privacy::Document document;
    };
    struct Sealed {
        vehicle::PrivateSection section; // for the record's content; the block is kept already
        std::vector<Address> readers;    // for whom the key was wrapped
        std::vector<Address> withoutKey; // may read by their grant, and have published no key
    };
    // For the writer, the title's holder and whom grants of now let read it. NoPublicKey: the holder has published
    // none.
    QCoro::Task<Result<Sealed>> seal(ToSeal wanted);

    // NoSection, AskOwner, NotYet, Ended, NotCovered: decided before anybody is asked. Then NoKeyForYou, WrongKey,
    // Altered, OtherCar, ContentError, SigningError.
    QCoro::Task<Result<privacy::Document>> open(SectionsOfCar car, std::uint64_t record, Address me);

    // What lets anybody read this one section: its block, and the key that opens nothing else. Fails as open() does.
    struct Disclosed {
        Bytes block;
        SecretBytes key;
    };
    QCoro::Task<Result<Disclosed>> disclose(SectionsOfCar car, std::uint64_t record, Address me);

    struct Share {
        Call call;
        privacy::ReadGrant grant;        // with the digest of the keys
        std::size_t sections = 0;        // whose keys go along
        std::vector<std::uint64_t> shut; // records in scope whose section this account cannot open itself
    };
    // Wraps the keys of all sections in the grant's scope for the grantee, keeps the block, and makes the call that
    // names it. NotHolder, ToHolder, BadSpan, BadScope, NoPublicKey; SigningError.
    QCoro::Task<Result<Share>> share(SectionsOfCar car, Address me, Address grantee, privacy::ReadGrant grant);
    QCoro::Task<Result<Call>> revoke(Hash32 vehicleId, Address me, Address grantee); // NotHolder, NoGrant

private:
    struct Unlocked {
        privacy::Section section;
        SecretBytes key;
    };
    QCoro::Task<Result<Unlocked>> unlock(SectionsOfCar car, std::uint64_t record, Address me);

    NodePort& m_node;
    ContentPort& m_content;
    const NetworkFile& m_network;
    SectionKeyPort& m_signer;
};

} // namespace autochain::sharing
