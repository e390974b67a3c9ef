// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <qqml.h>

namespace autochain::desktop
{

/// What succeeded and can wait: one line, kept in a log after it is gone. Errors, deadlines and money never come here.
class Toasts : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the session")

public:
    enum Role { TextRole = Qt::UserRole + 1 };
    using QAbstractListModel::QAbstractListModel;

    void show(const QString& text);
    Q_INVOKABLE void dismiss(int row);
    const QStringList& log() const { return m_log; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override { return {{TextRole, "text"}}; }

private:
    QStringList m_shown;
    QStringList m_log;
};

} // namespace autochain::desktop
