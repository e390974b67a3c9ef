// SPDX-License-Identifier: GPL-3.0-or-later
// The strict reading accepts exactly what encode() writes: every tail directly behind the one before, zero padding,
// nothing left over. The lenient one follows offsets wherever they point; since offsets may then share a tail, a few
// bytes could stand for a huge value, so it works on a budget.
#include "codec/abi_word.h"

#include <algorithm>

namespace autochain::abi
{
namespace
{

using Kind = Type::Kind;

constexpr std::size_t kMaxBytes = 1 << 20;
constexpr int kMaxDepth = 32;
constexpr std::size_t kBudgetWords = 4 * kMaxBytes / kWord;

class Decoder
{
public:
    explicit Decoder(bool lenient) : m_lenient(lenient) {}

    // Reads a value that starts at area[0] and to which offsets are relative; `used` counts its bytes, tails included.
    Result<Value> value(const Type& type, BytesView area, std::size_t& used, int depth)
    {
        if (depth > kMaxDepth) {
            return CodecError::TooDeep;
        }
        switch (type.kind) {
        case Kind::Uint:
        case Kind::Int:
        case Kind::Address:
        case Kind::Bool:
            return number(type, area, used);
        case Kind::FixedBytes:
        case Kind::Function:
            return fixedBytes(type, area, used);
        case Kind::Bytes:
        case Kind::String:
            return bytes(area, used);
        case Kind::Array:
            return array(type, area, used, depth);
        case Kind::FixedArray:
            return elements(type.children.front(), type.size, area, used, depth);
        case Kind::Tuple:
            return tuple(type, area, used, depth);
        }
        return CodecError::BadAbiType;
    }

private:
    struct Cursor {
        BytesView area;
        std::size_t head = 0; // where the next head is
        std::size_t tail = 0; // where the next tail has to be
    };

    Result<> spend(std::size_t words)
    {
        if (words > m_budget) {
            return CodecError::TooLarge;
        }
        m_budget -= words;
        return {};
    }

    Result<U256> word(BytesView area)
    {
        if (area.size() < kWord) {
            return CodecError::TooShort;
        }
        AC_CHECK(spend(1));
        return U256::fromBigEndian(area.first(kWord));
    }

    // A length or an offset: has to lie inside of the data.
    Result<std::size_t> smallWord(BytesView area)
    {
        AC_TRY(const U256 number, word(area));
        if (number > U256(kMaxBytes)) {
            return CodecError::TooShort;
        }
        return static_cast<std::size_t>(number.toU64());
    }

    Result<Value> number(const Type& type, BytesView area, std::size_t& used)
    {
        AC_TRY(const U256 number, word(area));
        if (!wordFits(type, number)) {
            return Error(CodecError::NotCanonical, {}, type.canonicalName());
        }
        used = kWord;
        return Value(number);
    }

    bool zero(BytesView padding) const
    {
        return m_lenient || std::all_of(padding.begin(), padding.end(), [](std::uint8_t b) { return b == 0; });
    }

    Result<Value> fixedBytes(const Type& type, BytesView area, std::size_t& used)
    {
        AC_TRY([[maybe_unused]] const U256 whole, word(area));
        if (!zero(area.first(kWord).subspan(type.size))) {
            return Error(CodecError::NotCanonical, {}, type.canonicalName());
        }
        used = kWord;
        return Value(toBytes(area.first(type.size)));
    }

    Result<Value> bytes(BytesView area, std::size_t& used)
    {
        AC_TRY(const std::size_t length, smallWord(area));
        area = area.subspan(kWord);
        const std::size_t whole = m_lenient ? std::min(padded(length), area.size()) : padded(length);
        if (length > area.size() || whole > area.size()) {
            return CodecError::TooShort;
        }
        AC_CHECK(spend(padded(length) / kWord));
        if (!zero(area.first(whole).subspan(length))) {
            return Error(CodecError::NotCanonical, {}, "padding");
        }
        used = kWord + whole;
        return Value(toBytes(area.first(length)));
    }

    Result<Value> member(const Type& type, bool dynamic, Cursor& at, int depth)
    {
        std::size_t used = 0;
        if (!dynamic) {
            AC_TRY(Value out, value(type, at.area.subspan(at.head), used, depth + 1));
            at.head += used;
            return out;
        }
        AC_TRY(const std::size_t offset, smallWord(at.area.subspan(at.head)));
        at.head += kWord;
        if (offset > at.area.size()) {
            return CodecError::TooShort;
        }
        if (!m_lenient && offset != at.tail) {
            return Error(CodecError::NotCanonical, {}, "offset");
        }
        AC_TRY(Value out, value(type, at.area.subspan(offset), used, depth + 1));
        at.tail = std::max(at.tail, offset + used);
        return out;
    }

    Result<Value> tuple(const Type& type, BytesView area, std::size_t& used, int depth)
    {
        Cursor at{area, 0, 0};
        for (const Type& child : type.children) {
            at.tail += headSize(child);
        }
        if (at.tail > area.size()) {
            return CodecError::TooShort;
        }
        std::vector<Value> out;
        out.reserve(type.children.size());
        for (const Type& child : type.children) {
            AC_TRY(Value next, member(child, child.isDynamic(), at, depth));
            out.push_back(std::move(next));
        }
        used = at.tail;
        return Value(std::move(out));
    }

    Result<Value> array(const Type& type, BytesView area, std::size_t& used, int depth)
    {
        AC_TRY(const std::size_t count, smallWord(area));
        AC_TRY(Value out, elements(type.children.front(), count, area.subspan(kWord), used, depth));
        used += kWord;
        return out;
    }

    Result<Value> elements(const Type& element, std::size_t count, BytesView area, std::size_t& used, int depth)
    {
        const std::size_t each = headSize(element);
        if (each == 0) { // parseType does not give such a type
            return Error(CodecError::BadAbiType, {element.canonicalName()});
        }
        if (count > area.size() / each) { // before anything is allocated
            return CodecError::TooShort;
        }
        const bool dynamic = element.isDynamic();
        Cursor at{area, 0, count * each};
        std::vector<Value> out;
        out.reserve(count);
        for (std::size_t i = 0; i < count; ++i) {
            AC_TRY(Value next, member(element, dynamic, at, depth));
            out.push_back(std::move(next));
        }
        used = at.tail;
        return Value(std::move(out));
    }

    bool m_lenient;
    std::size_t m_budget = kBudgetWords;
};

} // namespace

Result<std::vector<Value>> decode(const Type& tuple, BytesView data, bool lenient)
{
    if (tuple.kind != Kind::Tuple) {
        return Error(CodecError::BadAbiType, {tuple.canonicalName()});
    }
    if (data.size() > kMaxBytes) {
        return CodecError::TooLarge;
    }
    std::size_t used = 0;
    AC_TRY(Value out, Decoder(lenient).value(tuple, data, used, 1));
    if (!lenient && used != data.size()) {
        return CodecError::TrailingBytes;
    }
    return std::get<std::vector<Value>>(std::move(out.data));
}

} // namespace autochain::abi
