// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/backup_rows.h"

namespace autochain::store
{
namespace
{
constexpr std::size_t kMaxTables = 64;
constexpr std::size_t kMaxColumns = 64;
constexpr std::size_t kMaxName = 64;

enum class Tag : std::uint8_t { Null, Integer, Text, Blob };

class Writer
{
public:
    void number(std::uint64_t value, int bytes)
    {
        for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
            m_out.push_back(static_cast<std::uint8_t>(value >> shift));
        }
    }
    void bytes(BytesView view)
    {
        number(view.size(), 4);
        append(m_out, view);
    }
    void tag(Tag value) { m_out.push_back(static_cast<std::uint8_t>(value)); }

    void operator()(std::monostate) { tag(Tag::Null); }
    void operator()(std::int64_t value)
    {
        tag(Tag::Integer);
        number(static_cast<std::uint64_t>(value), 8);
    }
    void operator()(const std::string& value)
    {
        tag(Tag::Text);
        bytes(asBytes(value));
    }
    void operator()(const Bytes& value)
    {
        tag(Tag::Blob);
        bytes(value);
    }
    Bytes take() { return std::move(m_out); }

private:
    Bytes m_out;
};

class Reader
{
public:
    explicit Reader(BytesView rest) : m_rest(rest) {}

    Result<std::uint64_t> number(std::size_t bytes)
    {
        if (m_rest.size() < bytes) {
            return Error(StoreError::BadBackup, {}, "contents end early");
        }
        std::uint64_t out = 0;
        for (std::size_t i = 0; i < bytes; ++i) {
            out = out << 8 | m_rest[i];
        }
        m_rest = m_rest.subspan(bytes);
        return out;
    }
    // At most `most`, and never more than there are bytes left: each entry takes one at least.
    Result<std::size_t> count(std::size_t most)
    {
        AC_TRY(const std::uint64_t out, number(4));
        if (out > most || out > m_rest.size()) {
            return Error(StoreError::BadBackup, {}, "contents: a count is out of bounds");
        }
        return static_cast<std::size_t>(out);
    }
    Result<BytesView> bytes(std::size_t most)
    {
        AC_TRY(const std::size_t size, count(most));
        const BytesView out = m_rest.first(size);
        m_rest = m_rest.subspan(size);
        return out;
    }
    Result<std::string> text(std::size_t most)
    {
        AC_TRY(const BytesView out, bytes(most));
        return std::string(out.begin(), out.end());
    }
    Result<> value(BackupValue& out)
    {
        AC_TRY(const std::uint64_t tag, number(1));
        switch (static_cast<Tag>(tag)) {
        case Tag::Null:
            return {};
        case Tag::Integer: {
            AC_TRY(const std::uint64_t value, number(8));
            out.emplace<std::int64_t>(static_cast<std::int64_t>(value));
            return {};
        }
        case Tag::Text: {
            AC_TRY(const BytesView value, bytes(SIZE_MAX));
            out.emplace<std::string>(value.begin(), value.end());
            return {};
        }
        case Tag::Blob: {
            AC_TRY(const BytesView value, bytes(SIZE_MAX));
            out.emplace<Bytes>(value.begin(), value.end());
            return {};
        }
        }
        return Error(StoreError::BadBackup, {}, "contents: unknown kind of value");
    }
    bool atEnd() const { return m_rest.empty(); }

private:
    BytesView m_rest;
};

Result<BackupTable> readTable(Reader& reader)
{
    BackupTable out;
    AC_TRY(out.name, reader.text(kMaxName));
    AC_TRY(const std::size_t columns, reader.count(kMaxColumns));
    for (std::size_t i = 0; i < columns; ++i) {
        AC_TRY(std::string column, reader.text(kMaxName));
        out.columns.push_back(std::move(column));
    }
    AC_TRY(const std::size_t rows, reader.count(columns == 0 ? 0 : SIZE_MAX));
    for (std::size_t i = 0; i < rows; ++i) {
        for (BackupValue& value : out.rows.emplace_back(columns)) {
            AC_CHECK(reader.value(value));
        }
    }
    return out;
}
} // namespace

Bytes encodeContents(const BackupContents& contents)
{
    Writer out;
    out.number(static_cast<std::uint64_t>(contents.schema), 4);
    out.number(contents.tables.size(), 4);
    for (const BackupTable& table : contents.tables) {
        out.bytes(asBytes(table.name));
        out.number(table.columns.size(), 4);
        for (const std::string& column : table.columns) {
            out.bytes(asBytes(column));
        }
        out.number(table.rows.size(), 4);
        for (const auto& row : table.rows) {
            for (const BackupValue& value : row) {
                std::visit(out, value);
            }
        }
    }
    return out.take();
}

Result<BackupContents> decodeContents(BytesView bytes)
{
    Reader reader(bytes);
    BackupContents out;
    AC_TRY(const std::uint64_t schema, reader.number(4));
    out.schema = static_cast<int>(schema & 0x7fffffff);
    AC_TRY(const std::size_t tables, reader.count(kMaxTables));
    for (std::size_t i = 0; i < tables; ++i) {
        AC_TRY(BackupTable table, readTable(reader));
        out.tables.push_back(std::move(table));
    }
    if (!reader.atEnd() || schema > 0x7fffffff) {
        return Error(StoreError::BadBackup, {}, "contents: something behind the end");
    }
    return out;
}

} // namespace autochain::store
