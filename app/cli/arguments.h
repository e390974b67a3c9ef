// SPDX-License-Identifier: GPL-3.0-or-later
// One verb's arguments after parsing. What is missing or not one of the choices is a usage error found before the verb
// runs; what cannot be read as an amount or address is an Error of the module that reads it.
#pragma once

#include "base/amount.h"
#include "base/bytes.h"
#include "base/result.h"

#include <QCommandLineParser>
#include <QStringList>

#include <optional>

namespace autochain::cli
{

struct OptionSpec {
    QString name;
    QString valueName; // empty: a switch
    QString help;
    bool required = false;
    QStringList choices = {}; // empty: anything
    bool repeatable = false;  // the values of all, joined by commas
};

struct PositionalSpec {
    QString name;
    QString help;
    bool required = true;
    QStringList choices = {}; // empty: anything
    bool repeats = false;     // the last one may come again and again
};

class Arguments
{
public:
    bool has(const char* option) const { return m_values.contains(QLatin1String(option)); }
    QString text(const char* option, const QString& otherwise = {}) const
    {
        return m_values.value(QLatin1String(option), otherwise);
    }
    QString positional(int index) const { return m_positionals.value(index); }

    Result<U256> amount(const char* option) const; // AUC or coin, 18 decimals; zero where not given
    Result<std::optional<U256>> amountIfGiven(const char* option) const;
    Result<std::uint64_t> number(const char* option, std::uint64_t otherwise) const; // NotANumber
    Result<Address> addressOf(const char* option) const;                             // BadAddress, BadChecksum
    Result<Hash32> hashAt(int index) const;                                          // BadHex, WrongLength
    Result<Hash32> vehicleAt(int index, std::string* vin = nullptr) const; // VIN or 0x id: BadVin, CheckDigit, BadHex …

    QMap<QString, QString> m_values;
    QStringList m_positionals;
};

Result<Hash32> vehicleOf(const QString& vinOrId, std::string* vin = nullptr);

} // namespace autochain::cli
