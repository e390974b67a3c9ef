// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desklook.h"
#include "desk/panellines.h"
#include "viewmodels/desk/deskviewmodel.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QTimer>

#include <tuple>

class QGridLayout;
class QVBoxLayout;

namespace autochain::desktop
{

/// The current car: what its history says, prices, listing, deals, papers, the dealer's own notes and flags.
class CarPanel : public QScrollArea
{
    Q_OBJECT

public:
    CarPanel(const Look& look, DeskViewModel& desk, QWidget* parent = nullptr);

    void showCar(std::optional<std::uint32_t> row);
    void focusAsk() { m_ask->setFocus(Qt::ShortcutFocusReason); }

private:
    struct Fact {
        QLabel* mark = nullptr;
        QLabel* word = nullptr;
        QLabel* source = nullptr;
    };
    QVBoxLayout* section(const QString& title, FlatButton* action = nullptr);
    QLabel* line(QGridLayout* grid, const QString& key);
    QLineEdit* moneyField(QGridLayout* grid, const QString& key, dealer::Column column);
    void buildHistory();
    void buildPrice();
    void buildListing();
    void buildNotes();
    void fill(const dealer::Car& car);
    void fillHistory(const dealer::Car& car);
    void fillListing(const dealer::Car& car);
    void fillDeals(const dealer::Car& car);
    void fillPapers(const dealer::Car& car);
    void dealsRead();
    void readPapers();
    void keepMoney(QLineEdit& field, dealer::Column column);
    void keepNote();
    DeskStock& stock() { return m_desk.stock(); }

    const Look m_look;
    DeskViewModel& m_desk;
    std::int64_t m_id = 0; // stock number of the car shown
    QWidget* m_body = nullptr;
    QVBoxLayout* m_column = nullptr;
    QLabel *m_picture, *m_name, *m_vin, *m_level, *m_read;
    FlatButton *m_open, *m_sell, *m_offers;
    QLabel* m_sellReason;
    std::array<Fact, dealer::kTopics> m_facts;
    QLineEdit *m_cost, *m_ask, *m_lowest;
    QLabel *m_priceProblem, *m_margin, *m_market, *m_since, *m_ends, *m_seller;
    std::array<QCheckBox*, dealer::kMarks> m_marks{};
    QPlainTextEdit* m_note;
    PanelLines *m_deals, *m_papers;
    std::tuple<std::int64_t, Hash32, Provenance, UnixTime> m_papersOf{}; // whose papers are shown, as read when
    QTimer m_later;
};

} // namespace autochain::desktop
