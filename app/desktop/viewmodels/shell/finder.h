// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/base/pageviewmodel.h"

#include <QAbstractListModel>

namespace autochain::desktop
{

/// The palette behind Ctrl+K: asks every page, the address book and the cars seen in this session, best hits first. A
/// whole VIN that none of them knows is asked of the registry.
class Finder : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the session")
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)
    Q_PROPERTY(int count READ count NOTIFY hitsChanged)
    /// The registry is being asked for the VIN that was typed.
    Q_PROPERTY(bool asking READ asking NOTIFY hitsChanged)

public:
    enum Role { IconRole = Qt::UserRole + 1, TitleRole, DetailRole, RouteRole };
    /// Both must outlive it and its tasks.
    explicit Finder(Session& session, Navigation& navigation, QObject* parent = nullptr);

    QString text() const { return m_text; }
    void setText(const QString& text);
    int count() const { return static_cast<int>(m_hits.size()); }
    bool asking() const { return !m_asked.empty(); }
    /// Goes to the hit and empties the search. False for a row that is not there.
    Q_INVOKABLE bool choose(int row);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void textChanged();
    void hitsChanged();

private:
    void setHits(QVector<SearchHit> hits);
    QVector<SearchHit> found() const;
    QCoro::Task<> askRegistry(std::string vin);

    Session& m_session;
    Navigation& m_navigation;
    QString m_text;
    std::string m_asked; // the VIN the registry is being asked for; empty: none
    QVector<SearchHit> m_hits;
};

} // namespace autochain::desktop
