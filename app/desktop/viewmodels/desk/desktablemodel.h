// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the desk's table: what the query leaves of the stock, in order, perhaps in groups.
#pragma once

#include "viewmodels/desk/deskstock.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <unordered_set>

namespace autochain::desktop
{

class DeskTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        VerdictRole = Qt::UserRole + 1, // int of vehicle::Status, in verdict columns; invalid elsewhere
        GroupRole,                      // title of a group's line; invalid in a car's
        StockIdRole,                    // qint64
        PickedRole,                     // bool
        StrongRole,                     // bool: the price people look for
        QuietRole,                      // bool: nothing is known
        LateRole                        // bool: stands longer than it should
    };
    static constexpr int kLateDays = 90;
    static constexpr int kPickColumn = 0; // the others follow as columns()

    explicit DeskTableModel(DeskStock& stock, QObject* parent = nullptr);

    // None: it is in force. Otherwise what was in force stays.
    std::optional<dealer::QueryProblem> setQuery(const QString& text);
    void setOrder(const dealer::Order& order);
    void setGroupBy(dealer::GroupBy by);
    void setColumns(std::vector<dealer::Column> columns);
    const dealer::Order& order() const { return m_order; }
    dealer::GroupBy groupBy() const { return m_groupBy; }
    const std::vector<dealer::Column>& columns() const { return m_columns; }
    int columnOf(dealer::Column column) const;          // -1: not shown
    std::size_t found() const { return m_rows.size(); } // cars the query leaves

    bool isGroup(int line) const;
    std::optional<std::uint32_t> rowAt(int line) const; // of the stock; none: a group
    int lineOf(std::int64_t stockId) const;             // -1: not shown
    const std::vector<std::uint32_t>& shownRows() const { return m_rows; }

    // Ticked cars, by stock number: they stay ticked whatever the query shows.
    void pick(int line, bool on);
    void pickAll(bool on); // of those shown
    std::size_t picked() const { return m_picked.size(); }
    std::vector<std::uint32_t> pickedRows() const; // in the order of the stock
    Qt::CheckState allPicked() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

    // Filters and orders anew; what changed meanwhile comes to its place.
    void apply();

signals:
    void pickedChanged();
    void applied(); // rows may stand elsewhere

private:
    static constexpr int kSettleMs = 1'000;
    struct Line {
        std::int32_t row = -1; // of the stock; -1: the group's title
        std::int32_t group = -1;
    };
    QVariant groupData(const Line& line, int role) const;
    QVariant carData(const dealer::Car& car, int column, int role) const;
    void rowsChanged(const std::vector<std::uint32_t>& rows);

    DeskStock& m_stock;
    dealer::Query m_query;
    dealer::Order m_order;
    dealer::GroupBy m_groupBy = dealer::GroupBy::None;
    std::vector<dealer::Column> m_columns = dealer::usualColumns();
    std::vector<std::uint32_t> m_rows;
    std::vector<QString> m_groups; // titles
    std::vector<Line> m_lines;
    std::vector<std::int32_t> m_lineOfRow; // by row of the stock; -1: not shown
    std::unordered_set<std::int64_t> m_picked;
    QTimer m_settle;
};

} // namespace autochain::desktop
