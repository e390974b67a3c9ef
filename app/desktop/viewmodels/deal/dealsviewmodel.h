// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dealsmodel.h"
#include "viewmodels/base/pageviewmodel.h"

namespace autochain::desktop
{

/// All deals of the person: what waits first, soonest deadline first, closed ones last.
class DealsViewModel : public PageViewModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the session")
    Q_PROPERTY(autochain::desktop::DealsModel* deals READ deals CONSTANT)
    Q_PROPERTY(int openCount READ openCount NOTIFY changed)
    Q_PROPERTY(int closedCount READ closedCount NOTIFY changed)
    Q_PROPERTY(bool showClosed READ showClosed WRITE setShowClosed NOTIFY changed)
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY changed)

public:
    explicit DealsViewModel(PageContext context);

    DealsModel* deals() { return &m_deals; }
    int openCount() const { return m_open; }
    int closedCount() const { return m_closed; }
    bool showClosed() const { return m_showClosed; }
    void setShowClosed(bool show);
    QString filter() const { return m_filter; }
    void setFilter(const QString& filter);

    Q_INVOKABLE void open(const QString& key);
    QVector<SearchHit> search(const QString& text) const override;
    bool followsInBackground() const override { return true; }

signals:
    void changed();

protected:
    QCoro::Task<Result<>> load() override;

private:
    void restate() override { show(); }
    void show();

    DealsModel m_deals;
    std::vector<DealRow> m_all;
    QString m_filter;
    int m_open = 0;
    int m_closed = 0;
    bool m_showClosed = true;
};

} // namespace autochain::desktop
