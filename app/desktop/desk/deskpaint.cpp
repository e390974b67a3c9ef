// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/deskpaint.h"

#include "viewmodels/desk/desktablemodel.h"

#include <QPainter>
#include <QTableView>

namespace autochain::desktop
{
namespace
{
constexpr int kPadding = 6;
constexpr int kMark = 13;
} // namespace

void paintTick(const Look& look, QPainter& painter, const QRect& cell, Qt::CheckState state)
{
    const int side = look.px(14);
    const QRectF box(cell.center().x() - side / 2 + 0.5, cell.center().y() - side / 2 + 0.5, side, side);
    const bool on = state != Qt::Unchecked;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(on ? look.tokens.accent : look.tokens.borderControl, 1));
    painter.setBrush(on ? look.tokens.accent : look.tokens.surface);
    painter.drawRoundedRect(box, look.px(3), look.px(3));
    if (on) {
        const QString sign = state == Qt::Checked ? QStringLiteral("icon/check") : QStringLiteral("icon/minus");
        const QPixmap pixmap = signer::art(look, sign, 12, look.tokens.onAccent, 3);
        painter.drawPixmap(QPointF(box.center().x() - look.px(6), box.center().y() - look.px(6)), pixmap);
    }
    painter.restore();
}

DeskDelegate::DeskDelegate(const Look& look, QTableView& table)
    : QStyledItemDelegate(&table), m_look(look), m_table(table)
{
    for (std::size_t i = 0; i < m_marks.size(); ++i) {
        m_marks[i] = verdictMark(look, static_cast<vehicle::Status>(i), kMark);
    }
}

QSize DeskDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    Q_UNUSED(option)
    Q_UNUSED(index)
    return {m_look.px(40), m_look.px(kDeskRow)};
}

void DeskDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setClipRect(option.rect);
    if (index.data(DeskTableModel::GroupRole).isValid()) {
        paintGroup(*painter, option, index);
        painter->restore();
        return;
    }
    const auto& t = m_look.tokens;
    const QRect cell = option.rect;
    const bool current = index.row() == m_table.currentIndex().row();
    const bool picked = index.data(DeskTableModel::PickedRole).toBool();
    painter->fillRect(cell, picked || current                        ? t.accentTint
                            : option.state & QStyle::State_MouseOver ? t.hover
                                                                     : t.surface);
    painter->setPen(t.divider);
    painter->drawLine(cell.bottomLeft(), cell.bottomRight());
    const QVariant verdict = index.data(DeskTableModel::VerdictRole);
    const QVariant next = index.siblingAtColumn(index.column() + 1).data(DeskTableModel::VerdictRole);
    if (!verdict.isValid() || !next.isValid()) { // the verdicts stand together
        painter->drawLine(cell.topRight(), cell.bottomRight());
    }
    if (index.column() == DeskTableModel::kPickColumn) {
        paintTick(m_look, *painter, cell, picked ? Qt::Checked : Qt::Unchecked);
        if (current) {
            painter->fillRect(QRect(cell.left(), cell.top(), m_look.px(3), cell.height()), t.accentText);
        }
    } else if (verdict.isValid()) {
        const int side = m_look.px(kMark);
        painter->drawPixmap(cell.center().x() - side / 2 + 1, cell.center().y() - side / 2 + 1,
                            m_marks[static_cast<std::size_t>(verdict.toInt())]);
    } else {
        paintText(*painter, cell, index);
    }
    if (current && m_table.hasFocus()) { // around the whole row, each cell its part
        const int ring = m_look.px(2);
        painter->fillRect(QRect(cell.left(), cell.top(), cell.width(), ring), t.focus);
        painter->fillRect(QRect(cell.left(), cell.bottom() - ring + 1, cell.width(), ring), t.focus);
        if (index.column() == m_table.currentIndex().column()) { // and the cell the arrows are in
            painter->fillRect(QRect(cell.left(), cell.top(), ring, cell.height()), t.focus);
            painter->fillRect(QRect(cell.right() - ring + 1, cell.top(), ring, cell.height()), t.focus);
        }
    }
    painter->restore();
}

void DeskDelegate::paintText(QPainter& painter, const QRect& cell, const QModelIndex& index) const
{
    const auto* model = static_cast<const DeskTableModel*>(index.model());
    const dealer::Column column = model->columns()[static_cast<std::size_t>(index.column() - 1)];
    const bool late = index.data(DeskTableModel::LateRole).toBool();
    const bool strong = late || index.data(DeskTableModel::StrongRole).toBool();
    const bool mono = column == dealer::Column::Vin || column == dealer::Column::Plate;
    const QString text = index.data(Qt::DisplayRole).toString();
    const bool known = text != QStringLiteral("–");
    painter.setFont(m_look.font(mono ? Face::Mono : strong ? Face::Strong : Face::Body));
    painter.setPen(!known || index.data(DeskTableModel::QuietRole).toBool() ? m_look.tokens.text3
                   : late                                                   ? m_look.tokens.attention
                                                                            : m_look.tokens.text);
    const QRect inner = cell.adjusted(m_look.px(kPadding), 0, -m_look.px(kPadding), 0);
    const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
    painter.drawText(inner, alignment | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, inner.width()));
}

// One line over all columns: each cell paints its part of the same text.
void DeskDelegate::paintGroup(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto& t = m_look.tokens;
    painter.fillRect(option.rect, t.sunken);
    painter.setPen(t.divider);
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter.setFont(m_look.font(Face::Strong));
    painter.setPen(t.text);
    const QRect whole(m_look.px(12), option.rect.top(), m_table.viewport()->width(), option.rect.height());
    painter.drawText(whole, Qt::AlignVCenter | Qt::AlignLeft, index.data(DeskTableModel::GroupRole).toString());
    if (index.row() == m_table.currentIndex().row() && m_table.hasFocus()) {
        painter.fillRect(QRect(option.rect.left(), option.rect.top(), option.rect.width(), m_look.px(2)), t.focus);
        painter.fillRect(
            QRect(option.rect.left(), option.rect.bottom() - m_look.px(2) + 1, option.rect.width(), m_look.px(2)),
            t.focus);
    }
}

DeskHeader::DeskHeader(const Look& look, QWidget* parent) : QHeaderView(Qt::Horizontal, parent), m_look(look)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setSectionsMovable(false);
    setMinimumSectionSize(look.px(20));
}

void DeskHeader::setAllPicked(Qt::CheckState state)
{
    m_allPicked = state;
    viewport()->update();
}

QSize DeskHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), m_look.px(kDeskHead)};
}

void DeskHeader::paintSection(QPainter* painter, const QRect& rect, int section) const
{
    const auto& t = m_look.tokens;
    painter->fillRect(rect, t.sunken);
    painter->setPen(t.divider);
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    if (section == DeskTableModel::kPickColumn) {
        paintTick(m_look, *painter, rect, m_allPicked);
        return;
    }
    const auto* deskModel = static_cast<const DeskTableModel*>(model());
    const bool sorted = deskModel->columnOf(deskModel->order().column) == section;
    QFont font = m_look.font(Face::Caption);
    font.setWeight(QFont::Medium);
    painter->setFont(font);
    painter->setPen(sorted ? t.text : t.text3);
    const auto alignment = Qt::Alignment(model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).toInt());
    QRect inner = rect.adjusted(m_look.px(alignment & Qt::AlignHCenter ? 0 : kPadding), 0,
                                -m_look.px(alignment & Qt::AlignHCenter ? 0 : kPadding), 0);
    if (sorted && !(alignment & Qt::AlignHCenter)) {
        const QString arrow =
            deskModel->order().descending ? QStringLiteral("icon/arrow-down") : QStringLiteral("icon/arrow-up");
        const int side = m_look.px(12);
        const QString text = model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString();
        const int width = painter->fontMetrics().horizontalAdvance(text);
        const int x = alignment & Qt::AlignRight
                          ? inner.right() - side + 1
                          : std::min(inner.left() + width + m_look.px(3), inner.right() - side + 1);
        painter->drawPixmap(x, rect.center().y() - side / 2, signer::art(m_look, arrow, 12, t.text, 2.25));
        inner.setRight(alignment & Qt::AlignRight ? x - m_look.px(3) : inner.right());
    }
    const QString text = model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString();
    painter->drawText(inner, alignment | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(text, Qt::ElideRight, inner.width()));
}

} // namespace autochain::desktop
