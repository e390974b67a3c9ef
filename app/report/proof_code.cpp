// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/proof_code.h"

#include "base/hex.h"
#include "vehicle/error.h"

namespace autochain::report
{
namespace
{
constexpr char kScheme[] = "autochain-proof:1?";
constexpr qsizetype kMostBytes = 600;

Error bad(const char* field)
{
    return Error(VehicleError::ReportUnreadable, {field});
}

// Takes "name=value" off the front of `rest`; the value, or nothing where the name is another one.
std::string_view take(std::string_view& rest, std::string_view name)
{
    if (!rest.starts_with(name) || rest.size() <= name.size() || rest[name.size()] != '=') {
        return {};
    }
    rest.remove_prefix(name.size() + 1);
    const std::size_t end = std::min(rest.find('&'), rest.size());
    const std::string_view value = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return value;
}

Result<std::uint64_t> number(std::string_view& rest, const char* name)
{
    const std::string_view text = take(rest, name);
    bool ok = false;
    const qulonglong value = QByteArray(text.data(), static_cast<qsizetype>(text.size())).toULongLong(&ok);
    return ok ? Result<std::uint64_t>(value) : Result<std::uint64_t>(bad(name));
}

template <typename T>
Result<> take(std::string_view& rest, const char* name, Result<T> (*read)(std::string_view), T& out)
{
    auto value = read(take(rest, name));
    if (!value.ok()) {
        return bad(name);
    }
    out = *value;
    return {};
}
} // namespace

QByteArray writeProofCode(const ProofCode& code)
{
    return QByteArray::fromStdString(kScheme + ("chain=" + std::to_string(code.chainId)) +
                                     "&registry=" + toHex0x(code.registry) + "&vehicle=" + toHex0x(code.vehicleId) +
                                     "&block=" + std::to_string(code.blockNumber) + "&hash=" + toHex0x(code.blockHash) +
                                     "&count=" + std::to_string(code.count) + "&head=" + toHex0x(code.head));
}

bool looksLikeProofCode(const QByteArray& text)
{
    return text.trimmed().startsWith("autochain-proof:");
}

Result<ProofCode> parseProofCode(const QByteArray& text)
{
    const std::string line = text.trimmed().toStdString();
    std::string_view rest = line;
    if (!rest.starts_with(kScheme) || text.size() > kMostBytes) {
        return bad("code");
    }
    rest.remove_prefix(sizeof kScheme - 1);
    ProofCode out;
    AC_TRY(out.chainId, number(rest, "chain"));
    AC_CHECK(take<Address>(rest, "registry", &addressFromHex, out.registry));
    AC_CHECK(take<Hash32>(rest, "vehicle", &hash32FromHex, out.vehicleId));
    AC_TRY(out.blockNumber, number(rest, "block"));
    AC_CHECK(take<Hash32>(rest, "hash", &hash32FromHex, out.blockHash));
    AC_TRY(out.count, number(rest, "count"));
    AC_CHECK(take<Hash32>(rest, "head", &hash32FromHex, out.head));
    return writeProofCode(out).toStdString() == line ? Result<ProofCode>(out) : Result<ProofCode>(bad("code"));
}

} // namespace autochain::report
