// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/deskview.h"

#include <QKeyEvent>
#include <QScrollBar>

namespace autochain::desktop
{
namespace
{
using dealer::Column;

int widthOf(Column column)
{
    if (dealer::topicOf(column)) {
        return 20;
    }
    switch (column) {
    case Column::Stock:
        return 62;
    case Column::Vin:
        return 144;
    case Column::Plate:
        return 88;
    case Column::Car:
        return 150;
    case Column::Make:
        return 110;
    case Column::Year:
        return 48;
    case Column::Km:
        return 64;
    case Column::Cost:
    case Column::Ask:
    case Column::Lowest:
        return 76;
    case Column::Margin:
        return 72;
    case Column::Market:
        return 62;
    case Column::Days:
        return 50;
    case Column::Status:
        return 108;
    case Column::Records:
        return 64;
    case Column::Checked:
        return 84;
    case Column::Deadline:
        return 100;
    case Column::Marks:
        return 140;
    default:
        return 180;
    }
}
} // namespace

DeskView::DeskView(const Look& look, DeskTableModel& model, QWidget* parent)
    : QTableView(parent), m_look(look), m_desk(model)
{
    setModel(&model);
    setObjectName(QStringLiteral("deskTable"));
    setAccessibleName(tr("Cars in stock"));
    setFont(look.font(Face::Body));
    auto* header = new DeskHeader(look, this);
    setHorizontalHeader(header);
    header->setVisible(true);
    header->setSectionResizeMode(QHeaderView::Interactive);
    connect(header, &QHeaderView::sectionClicked, this, &DeskView::sortBy);
    verticalHeader()->setVisible(false);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed); // thousands of rows of one height cost nothing
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(look.px(kDeskRow));
    setItemDelegate(new DeskDelegate(look, *this));
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTabKeyNavigation(false); // Tab leaves the table
    setMouseTracking(true);
    setWordWrap(false);
    connect(&model, &DeskTableModel::applied, this, &DeskView::restoreCurrent);
    connect(&model, &DeskTableModel::pickedChanged, this, [this, header] { header->setAllPicked(m_desk.allPicked()); });
    connect(&model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex& from, const QModelIndex& to) {
        if (currentIndex().row() >= from.row() && currentIndex().row() <= to.row()) {
            emit carChanged();
        }
    });
    dressBars(look, *this);
    fitColumns();
    restoreCurrent();
}

// The car's name takes what the others leave.
void DeskView::fitColumns()
{
    setColumnWidth(DeskTableModel::kPickColumn, m_look.px(40));
    int used = m_look.px(40);
    int widest = -1;
    const auto& columns = m_desk.columns();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const int section = static_cast<int>(i) + 1;
        int width = m_look.px(widthOf(columns[i]));
        if (columns[i] == Column::Vin) { // a VIN never elides, whatever the font
            const QFontMetrics metrics(m_look.font(Face::Mono));
            width = std::max(width, metrics.horizontalAdvance(QStringLiteral("2HGFC1F38JH103965")) + m_look.px(16));
        }
        setColumnWidth(section, width);
        used += width;
        widest = columns[i] == Column::Car ? section : widest;
    }
    const int spare = viewport()->width() - used;
    if (widest > 0 && spare > 0) {
        setColumnWidth(widest, columnWidth(widest) + spare);
    } else if (widest < 0 && spare > 0 && !columns.empty()) {
        setColumnWidth(static_cast<int>(columns.size()), columnWidth(static_cast<int>(columns.size())) + spare);
    }
}

void DeskView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

std::optional<std::uint32_t> DeskView::currentRow() const
{
    return m_desk.rowAt(currentIndex().row());
}

void DeskView::setCurrentCar(std::int64_t stockId)
{
    m_currentId = stockId;
    restoreCurrent();
}

// After the rows were made anew: the same car where it stands now, else what stands in its place.
void DeskView::restoreCurrent()
{
    if (m_desk.rowCount() == 0) {
        emit carChanged();
        return;
    }
    const int found = m_currentId == 0 ? -1 : m_desk.lineOf(m_currentId);
    int line = found >= 0 ? found : std::min(m_currentLine, m_desk.rowCount() - 1);
    while (m_desk.isGroup(line) && line + 1 < m_desk.rowCount()) {
        ++line;
    }
    setCurrentIndex(m_desk.index(line, std::max(0, m_desk.columnOf(Column::Car))));
    emit carChanged();
}

void DeskView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (const auto row = currentRow()) {
        m_currentLine = current.row();
        m_currentId = m_desk.data(m_desk.index(current.row(), 0), DeskTableModel::StockIdRole).toLongLong();
    }
    viewport()->update(); // bars and rings run over whole rows
    emit carChanged();
}

void DeskView::sortBy(int section)
{
    if (section == DeskTableModel::kPickColumn) {
        m_desk.pickAll(m_desk.allPicked() != Qt::Checked);
        return;
    }
    const Column column = m_desk.columns()[static_cast<std::size_t>(section - 1)];
    const dealer::Order order = m_desk.order();
    const bool falls = order.column == column ? !order.descending : dealer::kindOf(column) == dealer::Kind::Money;
    m_desk.setOrder({column, falls});
}

void DeskView::togglePick(int line)
{
    if (m_desk.rowAt(line)) {
        m_desk.pick(line, !m_desk.index(line, 0).data(DeskTableModel::PickedRole).toBool());
    }
}

void DeskView::keyPressEvent(QKeyEvent* event)
{
    const bool plain = (event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
    const bool shift = (event->modifiers() & Qt::ShiftModifier) != 0;
    const int line = currentIndex().row();
    if (event->key() == Qt::Key_Space && plain) {
        togglePick(line);
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && plain) {
        if (currentRow()) {
            emit carOpened();
        }
    } else if (event->matches(QKeySequence::SelectAll)) {
        m_desk.pickAll(true);
    } else if (event->key() == Qt::Key_Escape && m_desk.picked() > 0) {
        m_desk.pickAll(false);
    } else if (shift && (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up)) {
        m_desk.pick(line, true);
        const int next = line + (event->key() == Qt::Key_Down ? 1 : -1);
        if (next >= 0 && next < m_desk.rowCount()) {
            setCurrentIndex(m_desk.index(next, currentIndex().column()));
            m_desk.pick(next, true);
        }
    } else if (event->key() == Qt::Key_Home && plain) {
        setCurrentIndex(m_desk.index(0, std::max(0, currentIndex().column())));
    } else if (event->key() == Qt::Key_End && plain) {
        setCurrentIndex(m_desk.index(m_desk.rowCount() - 1, std::max(0, currentIndex().column())));
    } else if (plain && event->text().size() == 1 && event->text().front().isPrint()) {
        emit commandTyped(event->text().front().toUpper());
    } else {
        QTableView::keyPressEvent(event);
    }
}

void DeskView::mousePressEvent(QMouseEvent* event)
{
    const QModelIndex index = indexAt(event->pos());
    QTableView::mousePressEvent(event);
    if (index.isValid() && index.column() == DeskTableModel::kPickColumn && event->button() == Qt::LeftButton) {
        togglePick(index.row());
    }
}

void DeskView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const QModelIndex index = indexAt(event->pos());
    if (index.isValid() && index.column() != DeskTableModel::kPickColumn && currentRow()) {
        emit carOpened();
    }
}

void DeskView::focusInEvent(QFocusEvent* event)
{
    QTableView::focusInEvent(event);
    viewport()->update();
}

void DeskView::focusOutEvent(QFocusEvent* event)
{
    QTableView::focusOutEvent(event);
    viewport()->update();
}

} // namespace autochain::desktop
