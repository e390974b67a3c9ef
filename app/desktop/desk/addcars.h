// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desklook.h"
#include "viewmodels/desk/deskstock.h"

#include <QDialog>
#include <QTimer>

class QCheckBox;
class QListWidget;
class QPlainTextEdit;

namespace autochain::desktop
{

/// VINs and plates pasted, typed or from a file: what they are and what is wrong with which line, before anything is
/// added. A likely fix is offered per line; the text is changed only when it is taken.
class AddCars : public QDialog
{
    Q_OBJECT

public:
    AddCars(const Look& look, DeskStock& stock, QWidget* parent = nullptr);
    void setText(const QString& text);
    void chooseFile();

private:
    void read();
    void add();
    void takeFix();
    void takeAllFixes();
    void fillOwn();
    void showProblems();
    QString summary() const;

    const Look m_look;
    DeskStock& m_stock;
    dealer::CarList m_list;
    QTimer m_soon; // after typing
    QPlainTextEdit* m_text;
    QLabel *m_summary, *m_problem;
    QListWidget* m_lines;
    QCheckBox* m_check;
    FlatButton *m_fix, *m_fixAll, *m_add;
    bool m_trouble = false; // the file could not be read: m_problem says why
};

} // namespace autochain::desktop
