// SPDX-License-Identifier: GPL-3.0-or-later
// Errors are values: Result<T> carries either a T or an Error. An Error is an enum value of one module's closed list,
// the arguments its message needs (numbers, addresses, names; never sentences) and a technical detail for the log.
#pragma once

#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace autochain
{

// Which module's error enum `Error::code` belongs to.
enum class Domain {
    Base,
    Crypto,
    Codec,
    Chain,
    Contracts,
    Store,
    Content,
    Net,
    Signing,
    Vehicle,
    Wallet,
    Market,
    Escrow,
    Appraisal,
    Practice,
    Privacy
};

// Every module defines `enum class XError` and, beside it, `constexpr Domain domainOf(XError) { return Domain::X; }`.
template <typename E>
concept ErrorEnum = std::is_enum_v<E> && requires(E e)
{
    {
        domainOf(e)
        } -> std::same_as<Domain>;
};

struct Error {
    Domain domain = Domain::Base;
    int code = 0;
    std::vector<std::string> args; // fill %1, %2 … of the message, in the order the message table documents
    std::string detail;            // technical, untranslated; shown only behind "Details"

    Error() = default;
    template <ErrorEnum E>
    Error(E e, std::vector<std::string> messageArgs = {},
          std::string technicalDetail = {}) // NOLINT(google-explicit-constructor)
        : domain(domainOf(e)), code(static_cast<int>(e)), args(std::move(messageArgs)),
          detail(std::move(technicalDetail))
    {
    }
    template <ErrorEnum E>
    bool is(E e) const
    {
        return domain == domainOf(e) && code == static_cast<int>(e);
    }
    bool operator==(const Error&) const = default;
};

struct Unit {
    bool operator==(const Unit&) const = default;
};

template <typename T = Unit>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}     // NOLINT
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {} // NOLINT
    template <ErrorEnum E>
    Result(E e) : m_state(std::in_place_index<1>, Error(e))
    {
    } // NOLINT
    Result() requires std::is_same_v<T, Unit> : m_state(std::in_place_index<0>) {}

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }
    // Precondition: ok().
    T& value() & { return std::get<0>(m_state); }
    const T& value() const& { return std::get<0>(m_state); }
    T&& value() && { return std::get<0>(std::move(m_state)); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }
    // Precondition: !ok().
    const Error& error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

} // namespace autochain

#define AC_CONCAT2(a, b) a##b
#define AC_CONCAT(a, b) AC_CONCAT2(a, b)
// AC_TRY(auto x, expression): x takes the value, or the enclosing function returns the error.
#define AC_TRY_IMPL(tmp, decl, expr, ret)                                                                              \
    auto tmp = (expr);                                                                                                 \
    if (!tmp.ok()) {                                                                                                   \
        ret tmp.error();                                                                                               \
    }                                                                                                                  \
    decl = std::move(tmp).value()
#define AC_TRY(decl, expr) AC_TRY_IMPL(AC_CONCAT(ac_try_, __LINE__), decl, expr, return )
#define AC_CO_TRY(decl, expr) AC_TRY_IMPL(AC_CONCAT(ac_try_, __LINE__), decl, expr, co_return )
#define AC_CHECK_IMPL(tmp, expr, ret)                                                                                  \
    if (auto tmp = (expr); !tmp.ok()) {                                                                                \
        ret tmp.error();                                                                                               \
    }                                                                                                                  \
    static_assert(true)
#define AC_CHECK(expr) AC_CHECK_IMPL(AC_CONCAT(ac_check_, __LINE__), expr, return )
#define AC_CO_CHECK(expr) AC_CHECK_IMPL(AC_CONCAT(ac_check_, __LINE__), expr, co_return )
