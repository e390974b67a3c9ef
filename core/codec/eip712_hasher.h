// SPDX-License-Identifier: GPL-3.0-or-later
// The checked type table of one document, and hashing by it. Type hashes are kept, since a long array of structs would
// otherwise have the same description hashed for each element.
#pragma once

#include "codec/abi.h"
#include "codec/eip712.h"

#include <map>
#include <memory>
#include <set>

namespace autochain::eip712
{

inline constexpr std::string_view kDomainType = "EIP712Domain";

class TypeTable
{
public:
    struct Member {
        std::string type; // as written: "Person[2][]"
        std::string base; // "Person"
        std::string name;
        std::vector<unsigned> lengths;   // outermost last; 0: any length
        std::optional<abi::Type> atomic; // none: base is a struct
    };
    using Members = std::vector<Member>;

    // Adds EIP712Domain as the domain's members demand where the table does not have it. BadTypedData.
    static Result<std::shared_ptr<const TypeTable>> make(const TypedData& data);
    // Whether it was made of these very types and this domain.
    bool isOf(const TypedData& data) const { return data.types == m_types && data.domain == m_domain; }

    const Members* find(std::string_view type) const;
    Result<std::string> encodeType(std::string_view type) const;

private:
    Result<> addType(const std::string& name, const QJsonArray& members);
    Result<> addDomainType(const QJsonObject& domain);
    Result<> checkReferences() const;
    static Result<Member> readMember(const QJsonValue& json);
    void collect(const std::string& type, std::set<std::string>& seen) const;

    QJsonObject m_types;
    QJsonObject m_domain;
    std::map<std::string, Members, std::less<>> m_members; // by type
};

class Hasher
{
public:
    // By the table in `data` where there is one and it fits, else by a new one. BadTypedData.
    static Result<Hasher> make(const TypedData& data);

    Result<Hash32> hashStruct(std::string_view type, const QJsonObject& value, int depth = 1);
    Result<Hash32> domainSeparator(const QJsonObject& domain);

private:
    explicit Hasher(std::shared_ptr<const TypeTable> table) : m_table(std::move(table)) {}
    Result<Hash32> typeHash(std::string_view type);
    Result<Hash32> encodeMember(const TypeTable::Member& member, std::size_t levels, const QJsonValue& value,
                                int depth);

    std::shared_ptr<const TypeTable> m_table;
    std::map<std::string, Hash32, std::less<>> m_typeHashes;
};

} // namespace autochain::eip712
