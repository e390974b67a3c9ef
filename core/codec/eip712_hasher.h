// SPDX-License-Identifier: GPL-3.0-or-later
// The checked type table of one document, and hashing by it. Type hashes are kept, since a long array of structs would
// otherwise have the same description hashed for each element.
#pragma once

#include "codec/abi.h"
#include "codec/eip712.h"

#include <map>
#include <set>

namespace autochain::eip712
{

inline constexpr std::string_view kDomainType = "EIP712Domain";

class Hasher
{
public:
    // Adds EIP712Domain as the domain's members demand where the table does not have it. BadTypedData.
    static Result<Hasher> make(const TypedData& data);

    Result<std::string> encodeType(std::string_view type) const;
    Result<Hash32> hashStruct(std::string_view type, const QJsonObject& value, int depth = 1);
    Result<Hash32> domainSeparator(const QJsonObject& domain);

private:
    struct Member {
        std::string type; // as written: "Person[2][]"
        std::string base; // "Person"
        std::string name;
        std::vector<unsigned> lengths;   // outermost last; 0: any length
        std::optional<abi::Type> atomic; // none: base is a struct
    };
    using Members = std::vector<Member>;

    Result<> addType(const std::string& name, const QJsonArray& members);
    Result<> addDomainType(const QJsonObject& domain);
    Result<> checkReferences() const;
    static Result<Member> readMember(const QJsonValue& json);
    void collect(const std::string& type, std::set<std::string>& seen) const;
    Result<Hash32> typeHash(const std::string& type);
    Result<Hash32> encodeMember(const Member& member, std::size_t levels, const QJsonValue& value, int depth);

    std::map<std::string, Members, std::less<>> m_types;
    std::map<std::string, Hash32, std::less<>> m_typeHashes;
};

} // namespace autochain::eip712
