// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/base/rowmodel.h"
#include "viewmodels/wallet/activitytext.h"

#include <qqml.h>

namespace autochain::desktop
{

struct ActivityRow {
    QString key;
    UnixTime time = 0;
    QString date;
    QString what;
    QString icon;
    QString withName;
    QString withAddress; // full, empty: nobody
    QString auc;         // "−1,850.00"
    QString fee;         // empty: somebody else paid
    QString level;
    QString route;    // deal or car it is about
    QString imitates; // look-alike: name or address it imitates
    QString plainAuc; // "-1850.00", for export
    QString plainFee; // "0.000063", for export
    QString block;    // number, for export
    QString hash;
    bool detailed = false; // waits, or took several tries: there is more to tell and perhaps to do
    ActivityKind kind = ActivityKind::Other;
    bool operator==(const ActivityRow&) const = default;
};

/// What happened to the money, newest first; filtered by a text and a kind. Look-alikes stand in the list as one line
/// that says so, their amounts and addresses only where they are asked for.
class ActivityModel : public RowModel<ActivityRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the session")
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY filterChanged)
    /// "all", "in", "out", "deals", "other", "hidden".
    Q_PROPERTY(QString kind READ kind WRITE setKind NOTIFY filterChanged)
    /// Newest first; false: oldest first.
    Q_PROPERTY(bool newestFirst READ newestFirst WRITE setNewestFirst NOTIFY filterChanged)
    Q_PROPERTY(int count READ count NOTIFY filterChanged)
    Q_PROPERTY(int total READ total NOTIFY filterChanged)

public:
    enum Role {
        DateRole = Qt::UserRole + 1,
        WhatRole,
        IconRole,
        WithNameRole,
        WithAddressRole,
        AucRole,
        FeeRole,
        LevelRole,
        RouteRole,
        ImitatesRole,
        HashRole,
        KeyRole,
        DetailedRole
    };
    using RowModel::RowModel;

    QString text() const { return m_text; }
    void setText(const QString& text);
    QString kind() const { return m_kind; }
    void setKind(const QString& kind);
    bool newestFirst() const { return m_newestFirst; }
    void setNewestFirst(bool on);
    int count() const { return rowCount(); }
    int total() const { return static_cast<int>(m_all.size()); }

    void setAll(std::vector<ActivityRow> all);
    /// RFC 4180, one line per entry of the filtered list: amounts and fees plain with all their decimals, times in UTC,
    /// addresses and hashes whole. Text that a spreadsheet would take for a formula gets an apostrophe in front.
    QString csv(const QString& coin) const;

    QHash<int, QByteArray> roleNames() const override;

signals:
    void filterChanged();

protected:
    QVariant value(const ActivityRow& row, int role) const override;

private:
    void apply();
    bool passes(const ActivityRow& row) const;

    std::vector<ActivityRow> m_all;
    QString m_text;
    QString m_kind = QStringLiteral("all");
    bool m_newestFirst = true;
};

} // namespace autochain::desktop
