// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vehicle/vehicle_reader.h"
#include "viewmodels/base/rowmodel.h"

#include <qqml.h>

#include <functional>

namespace autochain::desktop
{

/// One line of a history: a record, or a stretch of time in which nobody recorded anything.
struct RecordRow {
    QString key;
    QString date;
    QString icon;
    QString text;
    QString by;
    QString detail; // items, cost, notes; empty: none
    QString level;
    bool gap = false;
    bool problem = false;
    int group = 0; // for the filter: 1 service, 2 readings and inspections, 3 damage, 4 title
    bool operator==(const RecordRow&) const = default;
};

using NameOf = std::function<QString(const Address&)>;
// Newest first, gaps of more than a year between records drawn as rows of their own.
std::vector<RecordRow> recordRows(const vehicle::Vehicle& vehicle, const std::vector<std::uint64_t>& lowerReadings,
                                  const NameOf& nameOf, Provenance shown);

class RecordsModel : public RowModel<RecordRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the car")

public:
    enum Role { DateRole = Qt::UserRole + 1, IconRole, TextRole, ByRole, DetailRole, LevelRole, GapRole, ProblemRole };
    using RowModel::RowModel;
    QHash<int, QByteArray> roleNames() const override;

protected:
    QVariant value(const RecordRow& row, int role) const override;
};

} // namespace autochain::desktop
