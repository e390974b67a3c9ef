// SPDX-License-Identifier: GPL-3.0-or-later
#include "vpic/installed_table.h"

#include <QFile>

namespace autochain::vpic
{

struct MappedTable::Mapping {
    QFile file; // unmaps when it goes
    BytesView bytes;
};

Result<MappedTable> MappedTable::open(const std::string& path)
{
    auto mapping = std::make_shared<Mapping>();
    mapping->file.setFileName(QString::fromStdString(path));
    uchar* bytes = nullptr;
    if (mapping->file.open(QIODevice::ReadOnly)) {
        bytes = mapping->file.map(0, mapping->file.size());
    }
    if (bytes == nullptr) {
        return Error(VehicleError::BadVinTable, {path}, mapping->file.errorString().toStdString());
    }
    mapping->bytes = {bytes, static_cast<std::size_t>(mapping->file.size())};
    auto table = VinTable::open(mapping->bytes);
    if (!table.ok()) {
        return Error(VehicleError::BadVinTable, {path}, table.error().detail);
    }
    MappedTable out;
    out.m_table = *table;
    out.m_mapping = std::move(mapping);
    return out;
}

std::string installedTablePath(const std::string& programFolder)
{
    return programFolder + "/../share/autochain/vpic.table";
}

} // namespace autochain::vpic
