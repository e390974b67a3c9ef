// SPDX-License-Identifier: GPL-3.0-or-later
// The dealer desk: a window of its own beside the suite's, dense and for the keyboard. Looks after one person's stock.
#pragma once

#include "desk/carpanel.h"
#include "desk/deskview.h"
#include "desk/reportsdialog.h"
#include "desk/tabstrip.h"

#include <QCompleter>
#include <QMainWindow>
#include <QPointer>

class QBoxLayout;
class QComboBox;
class QProgressBar;
class QStackedWidget;
class QStringListModel;

namespace autochain::desktop
{

class DeskWindow : public QMainWindow
{
    Q_OBJECT

public:
    // The view-model outlives the window.
    DeskWindow(const Look& look, DeskViewModel& desk, QWidget* parent = nullptr);

    /// Puts a query into the field and shows what it finds.
    void ask(const QString& query);
    DeskTableModel& model() { return m_model; }
    DeskView& table() { return *m_table; }

protected:
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct View {
        store::StockView view;
        bool own = false; // saved by the person
    };
    // Building
    void buildStrip(QBoxLayout* column);
    void buildHead(QBoxLayout* column);
    void buildTools(QBoxLayout* column);
    void buildTable(QBoxLayout* column);
    void buildFooter(QBoxLayout* column);
    void buildLegend(QBoxLayout* column);
    void buildShortcuts();
    FlatButton* button(FlatButton::Style style, const QString& text, const QString& key, const QString& art, int height,
                       void (DeskWindow::*does)());

    // What is shown
    void fillViews();
    void showView(int index);
    void queryEdited();
    void applyQuery();
    void countViews();
    void showHead();
    void showPicked();
    void showJob();
    void showEmpty();
    void showPanel();
    void showFolded();
    void showError();
    void complete();

    // What is done
    void command(QChar letter);
    std::vector<std::uint32_t> chosen() const;  // the ticked cars, else the current one
    std::vector<std::uint32_t> printed() const; // the ticked cars, else all shown
    void say(const QString& text);              // one line beside the query; read out
    void addCars();
    void pasteCars();
    void loadFile();
    void exportCsv();
    void printMenu();
    void printList();
    void printReports();
    void checkChosen();
    void checkAll();
    void sell();
    void openCar();
    void removeChosen();
    void watchChosen();
    void chooseColumns();
    void openMore();
    void groupBy(int index);
    void saveView();
    void showKeys();
    void togglePanel();
    void pauseOrGoOn();
    void cancelJob();
    void showFailed();
    void restoreState();
    void keepState();

    const Look m_look;
    DeskViewModel& m_desk;
    DeskTableModel m_model;
    std::vector<View> m_views;
    QTimer m_typed, m_counted, m_age;
    QElapsedTimer m_spoken;
    TabStrip* m_tabs = nullptr;
    QLabel *m_caption = nullptr, *m_picked = nullptr, *m_problem = nullptr, *m_clock = nullptr;
    QWidget *m_problemRow = nullptr, *m_head = nullptr;
    FlatButton *m_fix = nullptr, *m_sellButton = nullptr, *m_panelButton = nullptr, *m_printButton = nullptr,
               *m_more = nullptr;
    std::vector<QWidget*> m_folding; // what stands in the menu of m_more where rows have hardly room
    std::optional<dealer::QueryProblem> m_queryProblem;
    QLineEdit* m_query = nullptr;
    QStringListModel* m_words = nullptr;
    QCompleter* m_completer = nullptr;
    std::size_t m_completeFrom = 0, m_completeSize = 0;
    QComboBox* m_group = nullptr;
    QStackedWidget* m_stack = nullptr;
    QWidget *m_nothing = nullptr, *m_empty = nullptr;
    DeskView* m_table = nullptr;
    CarPanel* m_panel = nullptr;
    QPointer<ReportsDialog> m_reports;
    QWidget *m_footer = nullptr, *m_legend = nullptr;
    QLabel *m_jobTitle = nullptr, *m_jobText = nullptr, *m_jobFailed = nullptr, *m_jobMark = nullptr;
    QProgressBar* m_bar = nullptr;
    FlatButton *m_pause = nullptr, *m_cancel = nullptr, *m_details = nullptr;
    bool m_panelWanted = true;  // where there is room for it
    bool m_panelForced = false; // asked for although there is not
};

} // namespace autochain::desktop
