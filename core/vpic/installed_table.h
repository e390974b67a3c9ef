// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vpic/vin_table.h"

#include <memory>

namespace autochain::vpic
{

// A table file in memory, mapped for reading.
class MappedTable
{
public:
    static Result<MappedTable> open(const std::string& path); // BadVinTable, args: path
    const VinTable& table() const { return m_table; }

private:
    struct Mapping;
    std::shared_ptr<const Mapping> m_mapping;
    VinTable m_table;
};

// Where it is beside a program that lies in `programFolder`: <folder>/../share/autochain/vpic.table, in the package as
// in the build.
std::string installedTablePath(const std::string& programFolder);

} // namespace autochain::vpic
