// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/statement.h"

#include "store/sqlite_error.h"

#include <sqlite3.h>

namespace autochain::store
{

void Statement::Finalise::operator()(sqlite3_stmt* statement) const
{
    sqlite3_finalize(statement);
}

void Statement::keepError(int code)
{
    if (m_bindError == SQLITE_OK) {
        m_bindError = code;
    }
}

Statement& Statement::bind(int parameter, std::int64_t value)
{
    keepError(sqlite3_bind_int64(m_statement.get(), parameter, value));
    return *this;
}

Statement& Statement::bind(int parameter, std::string_view utf8)
{
    // An empty view may have no address at all, which SQLite would read as NULL.
    const char* text = utf8.empty() ? "" : utf8.data();
    keepError(sqlite3_bind_text64(m_statement.get(), parameter, text, utf8.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
}

Statement& Statement::bind(int parameter, BytesView blob)
{
    if (blob.empty()) {
        keepError(sqlite3_bind_zeroblob(m_statement.get(), parameter, 0));
    } else {
        keepError(sqlite3_bind_blob64(m_statement.get(), parameter, blob.data(), blob.size(), SQLITE_TRANSIENT));
    }
    return *this;
}

Statement& Statement::bindNull(int parameter)
{
    keepError(sqlite3_bind_null(m_statement.get(), parameter));
    return *this;
}

Statement& Statement::bind(int parameter, const U256& value)
{
    return bind(parameter, BytesView(value.toBigEndian()));
}

Result<bool> Statement::step()
{
    sqlite3* database = sqlite3_db_handle(m_statement.get());
    if (m_bindError != SQLITE_OK) {
        const int code = std::exchange(m_bindError, SQLITE_OK);
        return sqliteError(code, database);
    }
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code == SQLITE_DONE) {
        sqlite3_reset(m_statement.get());
        return false;
    }
    Error error = sqliteError(sqlite3_extended_errcode(database), database);
    sqlite3_reset(m_statement.get());
    return error;
}

Result<> Statement::run()
{
    for (;;) {
        AC_TRY(const bool row, step());
        if (!row) {
            return {};
        }
    }
}

void Statement::reset()
{
    sqlite3_reset(m_statement.get());
    sqlite3_clear_bindings(m_statement.get());
    m_bindError = SQLITE_OK;
}

int Statement::columns() const
{
    return sqlite3_column_count(m_statement.get());
}

std::string Statement::columnName(int column) const
{
    const char* name = sqlite3_column_name(m_statement.get(), column);
    return name == nullptr ? std::string() : std::string(name);
}

Statement::Kind Statement::kind(int column) const
{
    switch (sqlite3_column_type(m_statement.get(), column)) {
    case SQLITE_NULL:
        return Kind::Null;
    case SQLITE_INTEGER:
        return Kind::Integer;
    case SQLITE_BLOB:
        return Kind::Blob;
    default:
        return Kind::Text;
    }
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

std::string Statement::text(int column) const
{
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(m_statement.get(), column));
    const int size = sqlite3_column_bytes(m_statement.get(), column);
    return text == nullptr ? std::string() : std::string(text, static_cast<std::size_t>(size));
}

Bytes Statement::blob(int column) const
{
    const auto* data = static_cast<const std::uint8_t*>(sqlite3_column_blob(m_statement.get(), column));
    const int size = sqlite3_column_bytes(m_statement.get(), column);
    return data == nullptr ? Bytes() : Bytes(data, data + size);
}

U256 Statement::u256(int column) const
{
    return U256::fromBigEndian(blob(column));
}

} // namespace autochain::store
