// SPDX-License-Identifier: GPL-3.0-or-later
// Type names: canonicalName writes what a signature hashes, parseType reads that and the aliases people write.
#include "codec/abi.h"
#include "crypto/hash.h"

#include <algorithm>
#include <charconv>

namespace autochain::abi
{
namespace
{

using Kind = Type::Kind;

constexpr std::size_t kMaxTypeText = 16 * 1024;
constexpr int kMaxDepth = 32;
constexpr unsigned kMaxFixedLength = 1 << 20;

bool isNameChar(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$';
}

// Whole text as a decimal without leading zeros; 0 when it is not one.
unsigned plainNumber(std::string_view text)
{
    unsigned out = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), out);
    const bool whole = failure == std::errc() && end == text.data() + text.size();
    return whole && text.front() != '0' ? out : 0;
}

Type simple(Kind kind, unsigned size)
{
    return {kind, size, {}, {}};
}

bool validSize(Kind kind, unsigned size)
{
    return kind == Kind::FixedBytes ? size >= 1 && size <= 32 : size >= 8 && size <= 256 && size % 8 == 0;
}

std::optional<Type> elementary(std::string_view name)
{
    struct Plain {
        std::string_view name;
        Kind kind;
        unsigned size;
    };
    static constexpr std::array<Plain, 7> kPlain{{{"address", Kind::Address, 160},
                                                  {"bool", Kind::Bool, 8},
                                                  {"bytes", Kind::Bytes, 0},
                                                  {"string", Kind::String, 0},
                                                  {"function", Kind::Function, 24},
                                                  {"uint", Kind::Uint, 256},
                                                  {"int", Kind::Int, 256}}};
    const auto* const plain =
        std::find_if(kPlain.begin(), kPlain.end(), [&](const Plain& p) { return p.name == name; });
    if (plain != kPlain.end()) {
        return simple(plain->kind, plain->size);
    }
    static constexpr std::array<Plain, 3> kSized{
        {{"uint", Kind::Uint, 0}, {"int", Kind::Int, 0}, {"bytes", Kind::FixedBytes, 0}}};
    for (const Plain& sized : kSized) {
        if (name.starts_with(sized.name)) {
            const unsigned size = plainNumber(name.substr(sized.name.size()));
            return validSize(sized.kind, size) ? std::optional(simple(sized.kind, size)) : std::nullopt;
        }
    }
    return std::nullopt;
}

class Parser
{
public:
    explicit Parser(std::string_view text) : m_text(text), m_rest(text) {}

    Result<Type> whole()
    {
        if (m_text.size() > kMaxTypeText) {
            return CodecError::TooLarge;
        }
        AC_TRY(Type out, type(1));
        if (!m_rest.empty()) {
            return bad();
        }
        return out;
    }

private:
    Error bad() const { return {CodecError::BadAbiType, {std::string(m_text.substr(0, 200))}}; }

    bool take(std::string_view token)
    {
        const bool found = m_rest.starts_with(token);
        m_rest.remove_prefix(found ? token.size() : 0);
        return found;
    }

    std::string_view takeName()
    {
        const auto* const end = std::find_if_not(m_rest.begin(), m_rest.end(), isNameChar);
        const std::string_view name = m_rest.substr(0, static_cast<std::size_t>(end - m_rest.begin()));
        m_rest.remove_prefix(name.size());
        return name;
    }

    Result<Type> type(int depth)
    {
        if (depth > kMaxDepth) {
            return CodecError::TooDeep;
        }
        if (m_rest.starts_with("(") || m_rest.starts_with("tuple(")) {
            take("tuple");
            AC_TRY(Type tuple, members(depth));
            return arrays(std::move(tuple), depth);
        }
        const auto base = elementary(takeName());
        if (!base) {
            return bad();
        }
        return arrays(*base, depth);
    }

    Result<Type> members(int depth)
    {
        Type tuple = simple(Kind::Tuple, 0);
        take("(");
        if (take(")")) {
            return tuple;
        }
        bool named = false;
        do {
            take(" ");
            AC_TRY(Type member, type(depth + 1));
            tuple.children.push_back(std::move(member));
            tuple.names.emplace_back(take(" ") ? takeName() : std::string_view());
            named = named || !tuple.names.back().empty();
        } while (take(","));
        if (!named) {
            tuple.names.clear();
        }
        if (!take(")")) {
            return bad();
        }
        return tuple;
    }

    Result<Type> arrays(Type element, int depth)
    {
        while (take("[")) {
            // Elements without any bytes would let a few bytes of input stand for a list of any length.
            if (++depth > kMaxDepth || (element.kind == Kind::Tuple && element.children.empty())) {
                return bad();
            }
            const std::string_view digits = m_rest.substr(0, m_rest.find(']'));
            const unsigned length = digits.empty() ? 0 : plainNumber(digits);
            m_rest.remove_prefix(digits.size());
            if (!take("]") || (!digits.empty() && (length == 0 || length > kMaxFixedLength))) {
                return bad();
            }
            Type array = simple(digits.empty() ? Kind::Array : Kind::FixedArray, length);
            array.children.push_back(std::move(element));
            element = std::move(array);
        }
        return element;
    }

    std::string_view m_text;
    std::string_view m_rest;
};

std::string tupleName(const Type& tuple)
{
    std::string out = "(";
    for (const Type& child : tuple.children) {
        out += (out.size() > 1 ? "," : "") + child.canonicalName();
    }
    return out + ")";
}

} // namespace

bool Type::isDynamic() const
{
    switch (kind) {
    case Kind::Bytes:
    case Kind::String:
    case Kind::Array:
        return true;
    case Kind::FixedArray:
    case Kind::Tuple:
        return std::any_of(children.begin(), children.end(), [](const Type& child) { return child.isDynamic(); });
    default:
        return false;
    }
}

std::string Type::canonicalName() const
{
    switch (kind) {
    case Kind::Uint:
        return "uint" + std::to_string(size);
    case Kind::Int:
        return "int" + std::to_string(size);
    case Kind::FixedBytes:
        return "bytes" + std::to_string(size);
    case Kind::Address:
        return "address";
    case Kind::Bool:
        return "bool";
    case Kind::Bytes:
        return "bytes";
    case Kind::String:
        return "string";
    case Kind::Function:
        return "function";
    case Kind::Array:
        return children.front().canonicalName() + "[]";
    case Kind::FixedArray:
        return children.front().canonicalName() + "[" + std::to_string(size) + "]";
    case Kind::Tuple:
        return tupleName(*this);
    }
    return {};
}

Result<Type> parseType(std::string_view text)
{
    return Parser(text).whole();
}

Address Value::address() const
{
    const auto word = number().toBigEndian();
    return Address::from(BytesView(word).last(Address::kSize));
}

Hash32 Value::hash32() const
{
    return Hash32::from(bytes());
}

std::string Value::string() const
{
    return {bytes().begin(), bytes().end()};
}

std::array<std::uint8_t, 4> selector(std::string_view canonicalSignature)
{
    const Hash32 hash = keccak256(canonicalSignature);
    return {hash.bytes[0], hash.bytes[1], hash.bytes[2], hash.bytes[3]};
}

Hash32 eventTopic(std::string_view canonicalSignature)
{
    return keccak256(canonicalSignature);
}

} // namespace autochain::abi
