// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/accounts/scanpathsmodel.h"

#include "messages/discovery_text.h"

namespace autochain::desktop
{

void ScanPathsModel::show(const wallet::Discovery& discovery, bool busy)
{
    std::vector<ScanPathRow> rows;
    for (const wallet::SchemeScan& scan : discovery.scans) {
        const bool open = busy && scan.end == wallet::SchemeScan::End::NotYet;
        rows.push_back({QString::fromStdString(scan.scheme.pattern()), messages::schemeName(scan.scheme.id),
                        static_cast<int>(scan.asked), static_cast<int>(scan.found.size()),
                        open ? QString() : messages::endOf(scan)});
    }
    setRows(std::move(rows));
}

QHash<int, QByteArray> ScanPathsModel::roleNames() const
{
    return {{PathRole, "path"}, {NameRole, "name"}, {AskedRole, "asked"}, {UsedRole, "used"}, {EndedRole, "ended"}};
}

QVariant ScanPathsModel::value(const ScanPathRow& row, int role) const
{
    switch (role) {
    case PathRole:
        return row.key;
    case NameRole:
        return row.name;
    case AskedRole:
        return row.asked;
    case UsedRole:
        return row.used;
    case EndedRole:
        return row.ended;
    default:
        return {};
    }
}

} // namespace autochain::desktop
