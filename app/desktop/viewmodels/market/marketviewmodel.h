// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market/filter.h"
#include "marketmodel.h"
#include "marketreader.h"
#include "viewmodels/base/distance.h"
#include "viewmodels/base/pageviewmodel.h"

#include <QVariantList>

#include <set>

namespace autochain::desktop
{

/// Cars for sale: search, filters, sorting, cards or table, watching.
class MarketViewModel : public PageViewModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the session")
    Q_PROPERTY(autochain::desktop::MarketModel* cars READ cars CONSTANT)
    Q_PROPERTY(int shown READ shown NOTIFY changed)
    Q_PROPERTY(int total READ total NOTIFY changed)
    Q_PROPERTY(bool readingHistories READ readingHistories NOTIFY changed)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY changed)
    Q_PROPERTY(QString maxPrice READ maxPrice WRITE setMaxPrice NOTIFY changed)
    Q_PROPERTY(QString maxPriceError READ maxPriceError NOTIFY changed)
    Q_PROPERTY(int minYear READ minYear WRITE setMinYear NOTIFY changed)
    Q_PROPERTY(QStringList bodies READ bodies WRITE setBodies NOTIFY changed)
    Q_PROPERTY(bool noProblems READ noProblems WRITE setNoProblems NOTIFY changed)
    Q_PROPERTY(bool watchedOnly READ watchedOnly WRITE setWatchedOnly NOTIFY changed)
    /// { key, text } of every filter that is on, for the chips.
    Q_PROPERTY(QVariantList chips READ chips NOTIFY changed)
    Q_PROPERTY(QStringList allBodies READ allBodies NOTIFY changed)
    Q_PROPERTY(QStringList sorts READ sorts CONSTANT)
    Q_PROPERTY(int sort READ sort WRITE setSort NOTIFY changed)
    /// Of distances: "km", "mi".
    Q_PROPERTY(QString unit READ unit NOTIFY changed)
    /// Column of the table sorted by, and which way ("up", "down").
    Q_PROPERTY(QString sortColumn READ sortColumn NOTIFY changed)
    Q_PROPERTY(QString sortWay READ sortWay NOTIFY changed)
    Q_PROPERTY(bool asTable READ asTable WRITE setAsTable NOTIFY changed)

public:
    explicit MarketViewModel(PageContext context);

    MarketModel* cars() { return &m_model; }
    int shown() const { return m_model.rowCount(); }
    int total() const { return static_cast<int>(m_reader.cars().size()); }
    bool readingHistories() const { return m_histories; }
    QString text() const { return QString::fromStdString(m_filter.text); }
    void setText(const QString& text);
    QString maxPrice() const { return m_maxPrice; }
    void setMaxPrice(const QString& typed);
    QString maxPriceError() const { return m_maxPriceError; }
    int minYear() const { return m_filter.minYear.value_or(0); }
    void setMinYear(int year);
    QStringList bodies() const;
    void setBodies(const QStringList& bodies);
    bool noProblems() const { return m_filter.noAttention; }
    void setNoProblems(bool on);
    bool watchedOnly() const { return m_watchedOnly; }
    void setWatchedOnly(bool on);
    QVariantList chips() const;
    QStringList allBodies() const;
    QStringList sorts() const;
    int sort() const;
    void setSort(int index);
    QString unit() const { return format::distanceUnitName(); }
    QString sortColumn() const;
    QString sortWay() const { return m_sort.descending ? QStringLiteral("down") : QStringLiteral("up"); }
    void visit(const QString& rest) override; // "table", "cards" or none: as it was
    bool settled() const override { return loaded() && !readingHistories(); }
    bool asTable() const { return m_asTable; }
    void setAsTable(bool table);

    Q_INVOKABLE void removeChip(const QString& key);
    Q_INVOKABLE void clearFilters();
    Q_INVOKABLE void sortBy(const QString& column);
    Q_INVOKABLE void open(const QString& key);
    Q_INVOKABLE void toggleWatch(const QString& key);
    Q_INVOKABLE void sell();

    QVector<SearchHit> search(const QString& text) const override;

signals:
    void changed();

protected:
    QCoro::Task<Result<>> load() override;

private:
    QCoro::Task<> readHistories();
    void restate() override { show(); }
    void show();
    void reloadWatched();

    MarketReader m_reader;
    MarketModel m_model;
    market::Filter m_filter;
    market::Sort m_sort;
    std::set<Hash32> m_watched;
    QString m_maxPrice, m_maxPriceError;
    bool m_watchedOnly = false;
    bool m_asTable = false;
    bool m_histories = false;
};

} // namespace autochain::desktop
