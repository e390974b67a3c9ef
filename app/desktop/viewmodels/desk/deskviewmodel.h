// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/base/pageviewmodel.h"
#include "viewmodels/desk/deskreports.h"
#include "viewmodels/desk/deskstock.h"
#include "viewmodels/desk/deskwatch.h"

namespace autochain::desktop
{

/// The desk in the shell: how the stock stands, and the way to its own window.
class DeskViewModel : public PageViewModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the session")
    Q_PROPERTY(int total READ total NOTIFY changed)
    /// "10,000 cars · read from 3 h ago"
    Q_PROPERTY(QString headline READ headline NOTIFY changed)
    /// [{ key, value, query }]: how many cars each question of the day finds.
    Q_PROPERTY(QVariantList counts READ counts NOTIFY changed)
    Q_PROPERTY(QString job READ job NOTIFY changed)
    Q_PROPERTY(QString jobFailures READ jobFailures NOTIFY changed)
    Q_PROPERTY(double jobDone READ jobDone NOTIFY changed)
    Q_PROPERTY(bool jobActive READ jobActive NOTIFY changed)

public:
    explicit DeskViewModel(PageContext context);

    int total() const { return static_cast<int>(m_stock.table().size()); }
    QString headline() const;
    QVariantList counts() const { return m_counts; }
    QString job() const;
    QString jobFailures() const;
    double jobDone() const; // 0 to 1
    bool jobActive() const;

    /// The window; with a query it opens on that.
    Q_INVOKABLE void openDesk(const QString& query = {});

    DeskStock& stock() { return m_stock; }
    DeskWatch& watch() { return m_watch; }
    DeskReports& reports() { return m_reports; }
    /// For the window: a page of the suite, in front.
    void openInSuite(const QString& route);

    void visit(const QString& rest) override;
    QVector<SearchHit> search(const QString& text) const override;

signals:
    void changed();
    void windowWanted(const QString& query);
    void suiteWanted();

protected:
    QCoro::Task<Result<>> load() override;

private:
    void count();

    DeskStock m_stock;
    DeskWatch m_watch;
    DeskReports m_reports;
    QVariantList m_counts;
    QTimer m_soon; // many changes are counted once
};

} // namespace autochain::desktop
