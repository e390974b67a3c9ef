// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/u256.h"
#include "store/error.h"

#include <memory>
#include <optional>

struct sqlite3_stmt;

namespace autochain::store
{

// A prepared statement. Parameters count from 1, columns from 0, as in SQLite. The Database must outlive it.
// Errors of bind are kept and given back by the next step() or run(), so binds can be chained.
class Statement
{
public:
    Statement(Statement&&) noexcept = default;
    Statement& operator=(Statement&&) noexcept = default;

    Statement& bind(int parameter, std::int64_t value);
    Statement& bind(int parameter, std::string_view utf8);
    Statement& bind(int parameter, BytesView blob);
    Statement& bindNull(int parameter);
    Statement& bind(int parameter, const U256& value); // 32 bytes, big endian: sorts as a number
    template <std::size_t N, typename Tag>
    Statement& bind(int parameter, const FixedBytes<N, Tag>& value)
    {
        return bind(parameter, value.view());
    }
    template <typename T>
    Statement& bindOptional(int parameter, const std::optional<T>& value)
    {
        return value ? bind(parameter, *value) : bindNull(parameter);
    }

    Result<bool> step(); // true: a row is there; false: done (and reset, so it can be bound again)
    Result<> run();      // steps to the end, throwing rows away
    void reset();        // also forgets what was bound

    enum class Kind { Null, Integer, Text, Blob };
    int columns() const;
    std::string columnName(int column) const;
    Kind kind(int column) const; // of the value in this row; a floating-point number reads as text
    bool isNull(int column) const;
    std::int64_t integer(int column) const;
    std::string text(int column) const;
    Bytes blob(int column) const;
    U256 u256(int column) const;
    template <typename T>
    T fixed(int column) const // Hash32, Address; zero where the column has another length
    {
        const Bytes bytes = blob(column);
        return bytes.size() == T::kSize ? T::from(bytes) : T{};
    }

private:
    friend class Database;
    struct Finalise {
        void operator()(sqlite3_stmt* statement) const;
    };
    explicit Statement(sqlite3_stmt* statement) : m_statement(statement) {}
    void keepError(int code);
    std::unique_ptr<sqlite3_stmt, Finalise> m_statement;
    int m_bindError = 0;
};

} // namespace autochain::store
