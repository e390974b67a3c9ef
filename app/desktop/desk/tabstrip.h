// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desklook.h"

#include <QTabBar>

namespace autochain::desktop
{

/// Saved views with how many cars each shows, underlined where one is.
class TabStrip : public QTabBar
{
    Q_OBJECT

public:
    TabStrip(const Look& look, QWidget* parent = nullptr);
    void setCount(int index, const QString& count); // beside the name; a screen reader reads "Listed 6,204"

protected:
    void paintEvent(QPaintEvent* event) override;
    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override { return tabSizeHint(index); }

private:
    const Look m_look;
};

} // namespace autochain::desktop
