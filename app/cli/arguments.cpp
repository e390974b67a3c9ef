// SPDX-License-Identifier: GPL-3.0-or-later
#include "arguments.h"

#include "base/hex.h"
#include "crypto/address.h"
#include "vehicle/vin.h"

namespace autochain::cli
{

Result<U256> Arguments::amount(const char* option) const
{
    return has(option) ? parseAmount(text(option).toStdString()) : Result<U256>(U256());
}

Result<std::optional<U256>> Arguments::amountIfGiven(const char* option) const
{
    if (!has(option)) {
        return std::optional<U256>();
    }
    AC_TRY(const U256 value, amount(option));
    return std::optional<U256>(value);
}

Result<std::uint64_t> Arguments::number(const char* option, std::uint64_t otherwise) const
{
    if (!has(option)) {
        return otherwise;
    }
    bool ok = false;
    const qulonglong value = text(option).toULongLong(&ok);
    if (!ok) {
        return Error(BaseError::NotANumber, {}, option);
    }
    return static_cast<std::uint64_t>(value);
}

Result<Address> Arguments::addressOf(const char* option) const
{
    return parseAddress(text(option).toStdString());
}

Result<Hash32> Arguments::hashAt(int index) const
{
    return hash32FromHex(positional(index).toStdString());
}

Result<Hash32> Arguments::vehicleAt(int index, std::string* vin) const
{
    return vehicleOf(positional(index), vin);
}

Result<Hash32> vehicleOf(const QString& vinOrId, std::string* vin)
{
    if (vinOrId.startsWith(QStringLiteral("0x"))) {
        return hash32FromHex(vinOrId.toStdString());
    }
    AC_TRY(const std::string accepted, vehicle::acceptVin(vinOrId.toStdString()));
    if (vin) {
        *vin = accepted;
    }
    return vehicle::vehicleIdOf(accepted);
}

} // namespace autochain::cli
