// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chain/provenance.h"
#include "timelinerows.h"

#include <QAbstractListModel>
#include <qqml.h>
#include <QVariantList>

#include <set>

namespace autochain::desktop
{

/// What a timeline is about. The records stay where they are until the next show() or clear().
struct TimelineSource {
    const std::vector<vehicle::Record>* records = nullptr;
    RecordPeople people;
    Provenance shown = Provenance::Reported;
    std::set<std::uint64_t> lower;      // indexes of readings below the one before
    std::set<std::uint64_t> impossible; // indexes of readings too far above the one before
};

/// The records of one car, ten thousand as well as ten: rows are numbers, and words are made for the rows in view.
class TimelineModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the car")
    /// Records in all, and how many of them the filter and the search leave.
    Q_PROPERTY(int total READ total NOTIFY changed)
    Q_PROPERTY(int shown READ shown NOTIFY changed)
    /// RecordGroup: 0 all.
    Q_PROPERTY(int group READ group WRITE setGroup NOTIFY changed)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY changed)
    Q_PROPERTY(QStringList groups READ groups CONSTANT)

public:
    enum Role {
        ShapeRole = Qt::UserRole + 1, // "record", "beside", "gap"
        RecordRole,
        DateRole,
        IconRole,
        TextRole,
        ByRole,
        LevelRole,
        ProblemRole,
        WithdrawnRole,
        NoteRole,
        SpokenRole
    };
    Q_ENUM(Role)
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int total() const { return m_source.records == nullptr ? 0 : static_cast<int>(m_source.records->size()); }
    int shown() const { return m_shown; }
    int group() const { return static_cast<int>(m_group); }
    void setGroup(int group);
    QString text() const { return m_text; }
    void setText(const QString& text);
    QStringList groups() const;

    /// A new state of the history: rows that stay keep their place.
    void show(TimelineSource source);
    /// Contents of the records at these positions came: their words change, and what they point at.
    void contentsCame(std::size_t from, std::size_t until);
    /// Before the records go away.
    void clear();

    /// The row of a record's own line; -1: not shown.
    Q_INVOKABLE int rowOf(int record) const;
    /// Everything a record says (recorddetails.h).
    Q_INVOKABLE QVariantList details(int record) const;

signals:
    void changed();

private:
    const vehicle::Record& recordAt(std::uint32_t position) const { return (*m_source.records)[position]; }
    void arrange();
    void setRows(std::vector<TimelineRow> next);
    bool matches(std::uint32_t position);
    const QString& haystack(std::uint32_t position);
    QVariant entryData(const TimelineRow& row, int role) const;
    QVariant gapData(const TimelineRow& row, int role) const;
    QString lineOf(const TimelineRow& row) const;
    QString noteOf(const TimelineRow& row) const;
    QString spokenOf(const TimelineRow& row) const;

    TimelineSource m_source;
    RecordLinks m_links;
    std::vector<TimelineRow> m_rows;
    std::vector<QString> m_haystacks; // made when first searched; empty: not yet
    RecordGroup m_group = RecordGroup::All;
    QString m_text;
    int m_shown = 0;
};

} // namespace autochain::desktop
