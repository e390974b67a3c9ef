// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/deskpaint.h"
#include "viewmodels/desk/desktablemodel.h"

#include <QTableView>

namespace autochain::desktop
{

/// The table. Letters are commands only while it has the focus; the window says what they do.
class DeskView : public QTableView
{
    Q_OBJECT

public:
    DeskView(const Look& look, DeskTableModel& model, QWidget* parent = nullptr);

    std::optional<std::uint32_t> currentRow() const; // of the stock; none: no car is current
    void setCurrentCar(std::int64_t stockId);
    void fitColumns();

signals:
    void carChanged();               // another one is current, or what is known of it changed
    void carOpened();                // Enter, double click
    void commandTyped(QChar letter); // a letter, or / and ?

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void sortBy(int section);
    void restoreCurrent();
    void togglePick(int line);

    const Look m_look;
    DeskTableModel& m_desk;
    std::int64_t m_currentId = 0;
    int m_currentLine = 0; // where it stood, should it leave
};

} // namespace autochain::desktop
