// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/base/pageviewmodel.h"

#include <QAbstractListModel>

namespace autochain::desktop
{

/// The palette behind Ctrl+K: asks every page and the session's address book, best hits first.
class Finder : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the session")
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)
    Q_PROPERTY(int count READ count NOTIFY textChanged)

public:
    enum Role { IconRole = Qt::UserRole + 1, TitleRole, DetailRole, RouteRole };
    explicit Finder(Navigation& navigation, QObject* parent = nullptr);

    QString text() const { return m_text; }
    void setText(const QString& text);
    int count() const { return static_cast<int>(m_hits.size()); }
    /// Goes to the hit and empties the search. False for a row that is not there.
    Q_INVOKABLE bool choose(int row);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void textChanged();

private:
    Navigation& m_navigation;
    QString m_text;
    QVector<SearchHit> m_hits;
};

} // namespace autochain::desktop
