// SPDX-License-Identifier: GPL-3.0-or-later
#include "timelinemodel.h"

#include "recorddetails.h"
#include "vehicle/assess.h"
#include "viewmodels/base/distance.h"
#include "viewmodels/base/format.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace autochain::desktop
{

namespace
{
QString say(const char* text)
{
    return QCoreApplication::translate("vehicle", text);
}

int yearOf(UnixTime time)
{
    return QDateTime::fromSecsSinceEpoch(time).date().year();
}
} // namespace

int TimelineModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QHash<int, QByteArray> TimelineModel::roleNames() const
{
    return {{ShapeRole, "shape"},         {RecordRole, "record"}, {DateRole, "date"},    {IconRole, "icon"},
            {TextRole, "text"},           {ByRole, "by"},         {LevelRole, "level"},  {ProblemRole, "problem"},
            {WithdrawnRole, "withdrawn"}, {NoteRole, "note"},     {SpokenRole, "spoken"}};
}

QVariant TimelineModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const TimelineRow& row = m_rows[static_cast<std::size_t>(index.row())];
    return row.shape == TimelineRow::Gap ? gapData(row, role) : entryData(row, role);
}

QVariant TimelineModel::gapData(const TimelineRow& row, int role) const
{
    const UnixTime older = recordAt(row.record).time;
    const UnixTime newer = recordAt(row.other).time;
    switch (role) {
    case ShapeRole:
        return QStringLiteral("gap");
    case RecordRole:
        return -1;
    case DateRole:
        return yearOf(older) == yearOf(newer) ? QString::number(yearOf(older))
                                              : say("%1 – %2").arg(yearOf(older)).arg(yearOf(newer));
    case TextRole:
    case SpokenRole:
        return (m_group == RecordGroup::All       ? say("Nothing recorded for %1 months")
                : m_group == RecordGroup::Service ? say("No service recorded for %1 months")
                                                  : say("Nothing of this kind for %1 months"))
            .arg(gapMonths(older, newer));
    case ProblemRole:
    case WithdrawnRole:
        return false;
    default:
        return QString();
    }
}

QString TimelineModel::lineOf(const TimelineRow& row) const
{
    const vehicle::Record& record = recordAt(row.record);
    const QString title = recordTitle(record);
    if (m_source.lower.contains(record.index)) {
        return say("%1, reading %2, lower than before").arg(title, readingText(record));
    }
    if (m_source.impossible.contains(record.index)) {
        return say("%1, reading %2, more than a car can drive").arg(title, readingText(record));
    }
    return record.odometerKm == 0 ? title : say("%1, %2").arg(title, readingText(record));
}

QString TimelineModel::noteOf(const TimelineRow& row) const
{
    const vehicle::Record& record = recordAt(row.record);
    if (m_links.withdrawn(row.record)) {
        return say("withdrawn by its issuer");
    }
    if (row.shape == TimelineRow::Entry && record.content.corrects && *record.content.corrects < row.record) {
        const auto& target = recordAt(static_cast<std::uint32_t>(*record.content.corrects));
        return record.kind == vehicle::RecordKind::Correction ? say("corrects %1").arg(recordDate(target.time))
                                                              : say("on %1").arg(recordDate(target.time));
    }
    return contentStateText(record);
}

QString TimelineModel::spokenOf(const TimelineRow& row) const
{
    const vehicle::Record& record = recordAt(row.record);
    QStringList words{say("Record %1").arg(record.index + 1), recordDate(record.time), lineOf(row),
                      issuerText(record, m_source.people), noteOf(row)};
    if (row.shape == TimelineRow::Beside) {
        words.prepend(say("Beside record %1").arg(recordAt(row.other).index + 1));
    }
    words.removeAll(QString());
    return words.join(QStringLiteral(", "));
}

QVariant TimelineModel::entryData(const TimelineRow& row, int role) const
{
    const vehicle::Record& record = recordAt(row.record);
    switch (role) {
    case ShapeRole:
        return row.shape == TimelineRow::Beside ? QStringLiteral("beside") : QStringLiteral("record");
    case RecordRole:
        return static_cast<int>(row.record);
    case DateRole:
        return recordDate(record.time);
    case IconRole:
        return recordIcon(record.kind);
    case TextRole:
        return lineOf(row);
    case ByRole:
        return issuerText(record, m_source.people);
    case LevelRole:
        return format::level(vehicle::provenanceOf(record, m_source.shown));
    case ProblemRole:
        return !m_links.withdrawn(row.record) &&
               (m_source.lower.contains(record.index) || m_source.impossible.contains(record.index) ||
                record.contentState == vehicle::ContentState::Altered || record.right == vehicle::RightState::Wrong ||
                record.signature == vehicle::SignatureState::Wrong);
    case WithdrawnRole:
        return m_links.withdrawn(row.record);
    case NoteRole:
        return noteOf(row);
    case SpokenRole:
        return spokenOf(row);
    default:
        return {};
    }
}

QStringList TimelineModel::groups() const
{
    return {say("All kinds"), say("Service"), say("Readings"),  say("Damage"),
            say("Title"),     say("Recalls"), say("Diagnosis"), say("Statements and corrections")};
}

void TimelineModel::setGroup(int group)
{
    m_group = static_cast<RecordGroup>(std::clamp(group, 0, static_cast<int>(RecordGroup::Words)));
    arrange();
}

void TimelineModel::setText(const QString& text)
{
    if (text != m_text) {
        m_text = text;
        arrange();
    }
}

const QString& TimelineModel::haystack(std::uint32_t position)
{
    m_haystacks.resize(m_source.records->size());
    QString& out = m_haystacks[position];
    if (out.isEmpty()) {
        out = searchText(recordAt(position), m_source.people).toCaseFolded();
    }
    return out;
}

bool TimelineModel::matches(std::uint32_t position)
{
    if (m_group != RecordGroup::All && groupOf(recordAt(position).kind) != m_group) {
        return false;
    }
    return m_text.isEmpty() || haystack(position).contains(m_text.toCaseFolded());
}

void TimelineModel::arrange()
{
    if (m_source.records == nullptr) {
        return;
    }
    auto rows = timelineRows(
        *m_source.records, m_links, [this](std::uint32_t position) { return matches(position); }, m_text.isEmpty());
    m_shown = static_cast<int>(
        std::count_if(rows.begin(), rows.end(), [](const auto& row) { return row.shape == TimelineRow::Entry; }));
    setRows(std::move(rows));
    emit changed();
}

// What is the same at both ends stays; the middle is exchanged.
void TimelineModel::setRows(std::vector<TimelineRow> next)
{
    const auto fromStart = std::mismatch(m_rows.begin(), m_rows.end(), next.begin(), next.end());
    const auto start = static_cast<int>(fromStart.first - m_rows.begin());
    const auto fromEnd = std::mismatch(m_rows.rbegin(), std::make_reverse_iterator(fromStart.first), next.rbegin(),
                                       std::make_reverse_iterator(fromStart.second));
    const auto same = static_cast<int>(fromEnd.first - m_rows.rbegin());
    const int oldEnd = static_cast<int>(m_rows.size()) - same;
    const int newEnd = static_cast<int>(next.size()) - same;
    if (oldEnd > start) {
        beginRemoveRows({}, start, oldEnd - 1);
        m_rows.erase(m_rows.begin() + start, m_rows.begin() + oldEnd);
        endRemoveRows();
    }
    if (newEnd > start) {
        beginInsertRows({}, start, newEnd - 1);
        m_rows.insert(m_rows.begin() + start, next.begin() + start, next.begin() + newEnd);
        endInsertRows();
    }
}

void TimelineModel::show(TimelineSource source)
{
    m_source = std::move(source);
    m_links = RecordLinks(*m_source.records);
    m_haystacks.clear();
    // Rows of records no longer there would speak of nothing while the rest is taken away.
    const auto count = static_cast<std::uint32_t>(m_source.records->size());
    if (std::any_of(m_rows.begin(), m_rows.end(),
                    [&](const auto& r) { return r.record >= count || r.other >= count; })) {
        beginResetModel();
        m_rows.clear();
        endResetModel();
    }
    arrange();
    if (!m_rows.empty()) {
        emit dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1));
    }
}

void TimelineModel::contentsCame(std::size_t from, std::size_t until)
{
    if (m_source.records == nullptr || from >= until) {
        return;
    }
    for (std::size_t i = from; i < std::min(until, m_haystacks.size()); ++i) {
        m_haystacks[i].clear();
    }
    const auto in = [&](const TimelineRow& row) { return row.record >= from && row.record < until; };
    const auto first = std::find_if(m_rows.begin(), m_rows.end(), in);
    const auto last = std::find_if(m_rows.rbegin(), m_rows.rend(), in);
    if (first != m_rows.end()) {
        emit dataChanged(index(static_cast<int>(first - m_rows.begin())),
                         index(static_cast<int>(m_rows.rend() - last) - 1));
    }
}

void TimelineModel::clear()
{
    beginResetModel();
    m_rows.clear();
    m_source = {};
    m_links = {};
    m_haystacks.clear();
    m_group = RecordGroup::All;
    m_text.clear();
    m_shown = 0;
    endResetModel();
    emit changed();
}

int TimelineModel::rowOf(int record) const
{
    const auto at = std::find_if(m_rows.begin(), m_rows.end(), [&](const TimelineRow& row) {
        return row.shape == TimelineRow::Entry && static_cast<int>(row.record) == record;
    });
    return at == m_rows.end() ? -1 : static_cast<int>(at - m_rows.begin());
}

QVariantList TimelineModel::details(int record) const
{
    if (record < 0 || record >= total()) {
        return {};
    }
    return recordDetails(*m_source.records, static_cast<std::uint32_t>(record), m_links, m_source.people);
}

} // namespace autochain::desktop
