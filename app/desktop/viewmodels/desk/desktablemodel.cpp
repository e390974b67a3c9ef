// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/desk/desktablemodel.h"

#include "session/session.h"
#include "viewmodels/desk/deskwords.h"

#include <algorithm>

namespace autochain::desktop
{
using dealer::Column;

DeskTableModel::DeskTableModel(DeskStock& stock, QObject* parent) : QAbstractTableModel(parent), m_stock(stock)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettleMs);
    connect(&m_settle, &QTimer::timeout, this, &DeskTableModel::apply);
    connect(&stock, &DeskStock::reset, this, &DeskTableModel::apply);
    connect(&stock, &DeskStock::rowsChanged, this, &DeskTableModel::rowsChanged);
    apply();
}

std::optional<dealer::QueryProblem> DeskTableModel::setQuery(const QString& text)
{
    auto parsed = dealer::parseQuery(text.toStdString());
    if (const auto* problem = std::get_if<dealer::QueryProblem>(&parsed)) {
        return *problem;
    }
    m_query = std::get<dealer::Query>(std::move(parsed));
    apply();
    return std::nullopt;
}

void DeskTableModel::setOrder(const dealer::Order& order)
{
    if (!(order == m_order)) {
        m_order = order;
        apply();
        emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    }
}

void DeskTableModel::setGroupBy(dealer::GroupBy by)
{
    m_groupBy = by;
    apply();
}

void DeskTableModel::setColumns(std::vector<Column> columns)
{
    beginResetModel();
    m_columns = columns.empty() ? dealer::usualColumns() : std::move(columns);
    endResetModel();
    emit applied();
}

int DeskTableModel::columnOf(Column column) const
{
    const auto at = std::find(m_columns.begin(), m_columns.end(), column);
    return at == m_columns.end() ? -1 : static_cast<int>(at - m_columns.begin()) + 1;
}

void DeskTableModel::apply()
{
    m_settle.stop();
    beginResetModel();
    const dealer::QueryContext context = m_stock.context();
    const dealer::Table& table = m_stock.table();
    m_rows = dealer::select(table, m_query, m_order, context);
    m_lines.clear();
    m_groups.clear();
    const auto add = [this](std::uint32_t row, int group) {
        m_lines.push_back({static_cast<std::int32_t>(row), group});
    };
    if (m_groupBy == dealer::GroupBy::None) {
        std::for_each(m_rows.begin(), m_rows.end(), [&](std::uint32_t row) { add(row, -1); });
    } else {
        for (const dealer::Group& group : dealer::grouped(table, m_rows, m_groupBy, context.now)) {
            const int number = static_cast<int>(m_groups.size());
            m_groups.push_back(deskwords::groupTitle(group, m_groupBy));
            m_lines.push_back({-1, number});
            std::for_each(group.rows.begin(), group.rows.end(), [&](std::uint32_t row) { add(row, number); });
        }
    }
    m_lineOfRow.assign(table.size(), -1);
    for (std::size_t line = 0; line < m_lines.size(); ++line) {
        if (m_lines[line].row >= 0) {
            m_lineOfRow[static_cast<std::size_t>(m_lines[line].row)] = static_cast<std::int32_t>(line);
        }
    }
    std::erase_if(m_picked, [&](std::int64_t id) { return !table.byId(id); });
    endResetModel();
    emit applied();
    emit pickedChanged();
}

void DeskTableModel::rowsChanged(const std::vector<std::uint32_t>& rows)
{
    for (const std::uint32_t row : rows) {
        const int line = row < m_lineOfRow.size() ? m_lineOfRow[row] : -1;
        if (line >= 0) {
            emit dataChanged(index(line, 0), index(line, columnCount() - 1));
        }
    }
    if (!m_settle.isActive()) {
        m_settle.start(); // under a running job rows go to their places once a second, not all the time
    }
}

bool DeskTableModel::isGroup(int line) const
{
    return line >= 0 && line < rowCount() && m_lines[static_cast<std::size_t>(line)].row < 0;
}

std::optional<std::uint32_t> DeskTableModel::rowAt(int line) const
{
    if (line < 0 || line >= rowCount() || isGroup(line)) {
        return std::nullopt;
    }
    return static_cast<std::uint32_t>(m_lines[static_cast<std::size_t>(line)].row);
}

int DeskTableModel::lineOf(std::int64_t stockId) const
{
    const auto row = m_stock.table().byId(stockId);
    return row && *row < m_lineOfRow.size() ? m_lineOfRow[*row] : -1;
}

void DeskTableModel::pick(int line, bool on)
{
    const auto row = rowAt(line);
    if (!row) {
        return;
    }
    const std::int64_t id = m_stock.table().at(*row).own.id;
    if (on) {
        m_picked.insert(id);
    } else {
        m_picked.erase(id);
    }
    emit dataChanged(index(line, 0), index(line, columnCount() - 1));
    emit pickedChanged();
}

void DeskTableModel::pickAll(bool on)
{
    for (const std::uint32_t row : m_rows) {
        const std::int64_t id = m_stock.table().at(row).own.id;
        if (on) {
            m_picked.insert(id);
        } else {
            m_picked.erase(id);
        }
    }
    if (rowCount() > 0) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
    emit pickedChanged();
}

std::vector<std::uint32_t> DeskTableModel::pickedRows() const
{
    std::vector<std::uint32_t> out;
    for (const std::int64_t id : m_picked) {
        if (const auto row = m_stock.table().byId(id)) {
            out.push_back(*row);
        }
    }
    std::sort(out.begin(), out.end());
    return out;
}

Qt::CheckState DeskTableModel::allPicked() const
{
    const auto picked = std::count_if(m_rows.begin(), m_rows.end(), [&](std::uint32_t row) {
        return m_picked.contains(m_stock.table().at(row).own.id);
    });
    return picked == 0                                         ? Qt::Unchecked
           : static_cast<std::size_t>(picked) == m_rows.size() ? Qt::Checked
                                                               : Qt::PartiallyChecked;
}

int DeskTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int DeskTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size()) + 1;
}

QVariant DeskTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Line& line = m_lines[static_cast<std::size_t>(index.row())];
    return line.row < 0 ? groupData(line, role)
                        : carData(m_stock.table().at(static_cast<std::uint32_t>(line.row)), index.column(), role);
}

QVariant DeskTableModel::groupData(const Line& line, int role) const
{
    const bool said = role == GroupRole || role == Qt::AccessibleTextRole;
    return said ? QVariant(m_groups[static_cast<std::size_t>(line.group)]) : QVariant();
}

QVariant DeskTableModel::carData(const dealer::Car& car, int section, int role) const
{
    const UnixTime now = m_stock.session().now();
    const bool picked = m_picked.contains(car.own.id);
    if (role == PickedRole) {
        return picked;
    }
    if (role == StockIdRole) {
        return qint64(car.own.id);
    }
    if (section == kPickColumn) {
        if (role == Qt::CheckStateRole) {
            return picked ? Qt::Checked : Qt::Unchecked;
        }
        const QString name = QString::fromStdString(car.name.empty() ? car.own.vin + car.own.plate : car.name);
        return role == Qt::AccessibleTextRole ? QVariant(tr("Select %1").arg(name)) : QVariant();
    }
    const Column column = m_columns[static_cast<std::size_t>(section - 1)];
    const auto topic = dealer::topicOf(column);
    switch (role) {
    case Qt::DisplayRole:
        return topic ? QVariant() : QVariant(deskwords::cell(car, column, now));
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return deskwords::spoken(car, column, now);
    case Qt::TextAlignmentRole: {
        const bool number = dealer::kindOf(column) != dealer::Kind::Text && column != Column::Stock &&
                            column != Column::Year && column != Column::Status && column != Column::Marks;
        return topic ? int(Qt::AlignCenter) : int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    case VerdictRole:
        return topic ? QVariant(static_cast<int>(dealer::statusOf(car, *topic))) : QVariant();
    case StrongRole:
        return column == Column::Ask;
    case QuietRole:
        return column == Column::Stock;
    case LateRole:
        return column == Column::Days && dealer::daysInStock(car, now) >= kLateDays;
    default:
        return {};
    }
}

bool DeskTableModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole || index.column() != kPickColumn || !rowAt(index.row())) {
        return false;
    }
    pick(index.row(), value.toInt() == Qt::Checked);
    return true;
}

QVariant DeskTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    if (section == kPickColumn) {
        return role == Qt::AccessibleTextRole || role == Qt::ToolTipRole ? QVariant(tr("Select all")) : QVariant();
    }
    const Column column = m_columns[static_cast<std::size_t>(section - 1)];
    switch (role) {
    case Qt::DisplayRole:
        return deskwords::head(column);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return deskwords::fullHead(column);
    case Qt::TextAlignmentRole:
        return column == Column::Stock || column == Column::Year || column == Column::Status ||
                       dealer::kindOf(column) == dealer::Kind::Text
                   ? int(Qt::AlignLeft | Qt::AlignVCenter)
               : dealer::topicOf(column) ? int(Qt::AlignCenter)
                                         : int(Qt::AlignRight | Qt::AlignVCenter);
    default:
        return {};
    }
}

Qt::ItemFlags DeskTableModel::flags(const QModelIndex& index) const
{
    if (!index.isValid()) {
        return Qt::NoItemFlags;
    }
    if (isGroup(index.row())) {
        return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    }
    const Qt::ItemFlags base = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return index.column() == kPickColumn ? base | Qt::ItemIsUserCheckable : base;
}

} // namespace autochain::desktop
