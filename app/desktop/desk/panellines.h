// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desklook.h"
#include "viewmodels/desk/carlines.h"

class QVBoxLayout;

namespace autochain::desktop
{

/// Lines of the panel: words that lead somewhere, a caption, and the mark of how it is known.
class PanelLines : public QWidget
{
    Q_OBJECT

public:
    explicit PanelLines(const Look& look, QWidget* parent = nullptr);
    /// `closing`: one more line in grey, where there is nothing or not all; empty: none.
    void setLines(const std::vector<CarLine>& lines, const QString& closing);

signals:
    void opened(const QString& route);

private:
    QWidget* makeLine(const CarLine& line);

    const Look m_look;
    QVBoxLayout* m_column;
    std::vector<CarLine> m_lines;
    QString m_closing;
};

} // namespace autochain::desktop
