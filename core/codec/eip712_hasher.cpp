// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/eip712_hasher.h"

#include "codec/eip712_value.h"
#include "codec/json.h"
#include "crypto/hash.h"

#include <algorithm>
#include <charconv>

namespace autochain::eip712
{
namespace
{

constexpr std::size_t kMaxTypes = 64;
constexpr int kMaxMembers = 64;
constexpr int kMaxDepth = 32;
constexpr std::size_t kMaxName = 256;

Error bad(std::string_view what)
{
    return {CodecError::BadTypedData, {std::string(what.substr(0, kMaxName))}};
}

bool isIdentifier(std::string_view text)
{
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$'; };
    const auto any = [&](char c) { return letter(c) || (c >= '0' && c <= '9'); };
    return !text.empty() && text.size() <= kMaxName && letter(text.front()) &&
           std::all_of(text.begin(), text.end(), any);
}

// Takes "[3]" or "[]" from the end of `type`; false when there is none or the number is not one.
bool takeArray(std::string& type, unsigned& length)
{
    const auto open = type.rfind('[');
    if (open == std::string::npos || type.back() != ']') {
        return false;
    }
    const std::string_view digits = std::string_view(type).substr(open + 1, type.size() - open - 2);
    length = 0;
    if (!digits.empty()) {
        const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), length);
        if (failure != std::errc() || end != digits.data() + digits.size() || length == 0 || digits.front() == '0') {
            return false;
        }
    }
    type.resize(open);
    return true;
}

// EIP-712, "Definition of domainSeparator": in this order, each only if present.
struct DomainField {
    const char* name;
    const char* type;
};
constexpr std::array<DomainField, 5> kDomainFields{{{"name", "string"},
                                                    {"version", "string"},
                                                    {"chainId", "uint256"},
                                                    {"verifyingContract", "address"},
                                                    {"salt", "bytes32"}}};

} // namespace

Result<std::shared_ptr<const TypeTable>> TypeTable::make(const TypedData& data)
{
    if (data.types.size() > static_cast<qsizetype>(kMaxTypes)) {
        return bad("types");
    }
    TypeTable out;
    out.m_types = data.types;
    out.m_domain = data.domain;
    for (auto it = data.types.begin(); it != data.types.end(); ++it) {
        if (!it.value().isArray()) {
            return bad("types");
        }
        AC_CHECK(out.addType(it.key().toStdString(), it.value().toArray()));
    }
    if (!out.m_members.contains(kDomainType)) {
        AC_CHECK(out.addDomainType(data.domain));
    }
    AC_CHECK(out.checkReferences());
    return std::make_shared<const TypeTable>(std::move(out));
}

const TypeTable::Members* TypeTable::find(std::string_view type) const
{
    const auto found = m_members.find(type);
    return found == m_members.end() ? nullptr : &found->second;
}

Result<> TypeTable::addType(const std::string& name, const QJsonArray& members)
{
    if (!isIdentifier(name) || abi::parseType(name).ok() || members.size() > kMaxMembers) {
        return bad(name);
    }
    Members out;
    std::set<std::string> names;
    for (const auto& json : members) {
        AC_TRY(Member member, readMember(json));
        if (!names.insert(member.name).second) {
            return bad(member.name);
        }
        out.push_back(std::move(member));
    }
    m_members.emplace(name, std::move(out));
    return {};
}

Result<> TypeTable::addDomainType(const QJsonObject& domain)
{
    QJsonArray members;
    for (const DomainField& field : kDomainFields) {
        if (domain.contains(QLatin1String(field.name))) {
            members.append(QJsonObject{{QStringLiteral("name"), QString::fromLatin1(field.name)},
                                       {QStringLiteral("type"), QString::fromLatin1(field.type)}});
        }
    }
    return addType(std::string(kDomainType), members);
}

Result<TypeTable::Member> TypeTable::readMember(const QJsonValue& json)
{
    Member out;
    AC_TRY(out.name, json::string(json.toObject(), "name", kMaxName));
    AC_TRY(out.type, json::string(json.toObject(), "type", kMaxName));
    out.base = out.type;
    unsigned length = 0;
    while (takeArray(out.base, length)) {
        out.lengths.insert(out.lengths.begin(), length);
    }
    if (!isIdentifier(out.name) || !isIdentifier(out.base) || out.lengths.size() > kMaxDepth) {
        return bad(out.type);
    }
    const auto atomic = abi::parseType(out.base);
    if (atomic.ok()) {
        // The description is hashed as written, so "uint" would be another type than the "uint256" it means.
        if (atomic->canonicalName() != out.base || atomic->kind == abi::Type::Kind::Function) {
            return bad(out.type);
        }
        out.atomic = *atomic;
    }
    return out;
}

Result<> TypeTable::checkReferences() const
{
    for (const auto& [name, members] : m_members) {
        for (const Member& member : members) {
            if (!member.atomic && !m_members.contains(member.base)) {
                return bad(member.base);
            }
        }
    }
    return {};
}

void TypeTable::collect(const std::string& type, std::set<std::string>& seen) const
{
    if (!seen.insert(type).second) {
        return;
    }
    for (const Member& member : m_members.at(type)) {
        if (!member.atomic) {
            collect(member.base, seen);
        }
    }
}

Result<std::string> TypeTable::encodeType(std::string_view type) const
{
    const std::string primary(type);
    if (!m_members.contains(primary)) {
        return bad(type);
    }
    std::set<std::string> seen;
    collect(primary, seen);
    seen.erase(primary);
    std::vector<std::string> order{primary};
    order.insert(order.end(), seen.begin(), seen.end()); // a set is sorted
    std::string out;
    for (const std::string& name : order) {
        out += name + "(";
        const Members& members = m_members.at(name);
        for (std::size_t i = 0; i < members.size(); ++i) {
            out += (i == 0 ? "" : ",") + members[i].type + " " + members[i].name;
        }
        out += ")";
    }
    return out;
}

Result<Hasher> Hasher::make(const TypedData& data)
{
    if (data.table && data.table->isOf(data)) {
        return Hasher(data.table);
    }
    AC_TRY(auto table, TypeTable::make(data));
    return Hasher(std::move(table));
}

Result<Hash32> Hasher::typeHash(std::string_view type)
{
    if (const auto known = m_typeHashes.find(type); known != m_typeHashes.end()) {
        return known->second;
    }
    AC_TRY(const std::string text, m_table->encodeType(type));
    return m_typeHashes.emplace(std::string(type), keccak256(text)).first->second;
}

Result<Hash32> Hasher::hashStruct(std::string_view type, const QJsonObject& value, int depth)
{
    if (depth > kMaxDepth) {
        return CodecError::TooDeep;
    }
    AC_TRY(const Hash32 head, typeHash(type));
    const TypeTable::Members& members = *m_table->find(type);
    Bytes encoded;
    encoded.reserve((1 + members.size()) * Hash32::kSize);
    append(encoded, head.view());
    for (const TypeTable::Member& member : members) {
        const auto found = value.constFind(QLatin1String(member.name.c_str()));
        if (found == value.constEnd()) {
            return bad(member.name);
        }
        AC_TRY(const Hash32 word, encodeMember(member, member.lengths.size(), found.value(), depth));
        append(encoded, word.view());
    }
    return keccak256(encoded);
}

// `levels`: how many of the member's array brackets are still to be opened, the outermost first.
Result<Hash32> Hasher::encodeMember(const TypeTable::Member& member, std::size_t levels, const QJsonValue& value,
                                    int depth)
{
    if (levels == 0) {
        if (member.atomic) {
            return encodeAtomic(*member.atomic, value);
        }
        if (!value.isObject()) {
            return bad(member.name);
        }
        return hashStruct(member.base, value.toObject(), depth + 1);
    }
    const QJsonArray items = value.toArray();
    const unsigned length = member.lengths[levels - 1];
    if (!value.isArray() || (length != 0 && items.size() != static_cast<qsizetype>(length))) {
        return bad(member.name);
    }
    Bytes encoded;
    encoded.reserve(static_cast<std::size_t>(items.size()) * Hash32::kSize);
    for (const auto& item : items) {
        AC_TRY(const Hash32 word, encodeMember(member, levels - 1, item, depth + 1));
        append(encoded, word.view());
    }
    return keccak256(encoded);
}

Result<Hash32> Hasher::domainSeparator(const QJsonObject& domain)
{
    // Something the domain says but the signature does not bind would be shown to the signer for nothing.
    const TypeTable::Members& members = *m_table->find(kDomainType);
    for (auto it = domain.begin(); it != domain.end(); ++it) {
        const std::string name = it.key().toStdString();
        const auto isNamed = [&](const TypeTable::Member& member) { return member.name == name; };
        if (std::none_of(members.begin(), members.end(), isNamed)) {
            return bad(name);
        }
    }
    return hashStruct(kDomainType, domain);
}

} // namespace autochain::eip712
