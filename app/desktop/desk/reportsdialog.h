// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desklook.h"
#include "viewmodels/desk/deskreports.h"

#include <QDialog>

class QListWidget;
class QProgressBar;

namespace autochain::desktop
{

/// A report of each of these cars: what is drawn and where to, how far it is, which cars got none and why. Closing it
/// does not stop what runs; opened again it shows that.
class ReportsDialog : public QDialog
{
    Q_OBJECT

public:
    // The reports outlive the dialog.
    ReportsDialog(const Look& look, DeskReports& reports, std::vector<DeskReports::Car> cars,
                  QWidget* parent = nullptr);
    void startInto(const QString& folder);

private:
    void build();
    void chooseFolder();
    void showState();
    void showLeft();
    QString state() const;

    const Look m_look;
    DeskReports& m_reports;
    std::vector<DeskReports::Car> m_cars;
    QWidget* m_choices = nullptr;
    QComboBox *m_scope = nullptr, *m_paper = nullptr;
    QLabel *m_title = nullptr, *m_text = nullptr, *m_state = nullptr, *m_problem = nullptr;
    QProgressBar* m_bar = nullptr;
    QListWidget* m_left = nullptr;
    FlatButton *m_open = nullptr, *m_stop = nullptr, *m_close = nullptr, *m_start = nullptr;
};

} // namespace autochain::desktop
