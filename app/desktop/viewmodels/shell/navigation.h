// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/shell/pagetable.h"

#include <QAbstractListModel>

namespace autochain::desktop
{

/// Where the person is. Routes: "wallet", "wallet/send", "vehicle/JM1BPALM9K1134592": page id, then what the page makes
/// of the rest. Also the model of all pages, for the rail and the page stack.
class Navigation : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the session")
    Q_PROPERTY(QString page READ page NOTIFY routeChanged)
    Q_PROPERTY(QString route READ route NOTIFY routeChanged)
    /// Id of the rail item to mark: the page itself, or the owner of a hidden one.
    Q_PROPERTY(QString railPage READ railPage NOTIFY routeChanged)
    Q_PROPERTY(bool canGoBack READ canGoBack NOTIFY routeChanged)
    /// [{ key, text, icon, count }], as the rail takes them.
    Q_PROPERTY(QVariantList railItems READ railItems NOTIFY railChanged)
    Q_PROPERTY(QVariantList footItems READ footItems NOTIFY railChanged)

public:
    enum Role { IdRole = Qt::UserRole + 1, TitleRole, IconRole, UrlRole, PlaceRole, ViewModelRole, BadgeRole };

    explicit Navigation(QObject* parent = nullptr);
    ~Navigation() override;
    /// Makes every page's view-model. Called once.
    void build(PageContext context);

    QString page() const;
    QString route() const { return m_route; }
    QString railPage() const;
    /// Where the next person or account comes out: this page, or the owner of a hidden one.
    QString routeForNext() const;
    bool canGoBack() const { return !m_history.isEmpty(); }

    QVariantList railItems() const { return items(RailPlace::Top); }
    QVariantList footItems() const { return items(RailPlace::Bottom); }

    /// Goes to a route; an unknown page is ignored and answered with false.
    Q_INVOKABLE bool open(const QString& route);
    Q_INVOKABLE void back();
    /// The n-th item of the rail, from 0 (Ctrl+1 …).
    Q_INVOKABLE bool openRailItem(int index);

    PageViewModel* viewModel(const QString& page) const;
    template <typename ViewModel>
    ViewModel* find() const
    {
        for (const auto& page : m_pages) {
            if (auto* found = qobject_cast<ViewModel*>(page.get())) {
                return found;
            }
        }
        return nullptr;
    }
    QVector<SearchHit> search(const QString& text) const;
    void blockArrived();
    /// All pages once more from memory: units are others now.
    void showAgain();

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void routeChanged();
    void railChanged();

private:
    QVariantList items(RailPlace place) const;
    void go(const QString& route);
    void badgeMoved(std::size_t row);

    std::vector<std::unique_ptr<PageViewModel>> m_pages; // same order as pageTable()
    QString m_route;
    QStringList m_history;
};

} // namespace autochain::desktop
