// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/shell/navigation.h"

#include <QCoreApplication>

namespace autochain::desktop
{
namespace
{
constexpr qsizetype kMaxHistory = 64;

const PageSpec* specOf(const QString& page)
{
    for (const PageSpec& spec : pageTable()) {
        if (page == QLatin1String(spec.id)) {
            return &spec;
        }
    }
    return nullptr;
}

QString pageOf(const QString& route)
{
    return route.section(QLatin1Char('/'), 0, 0);
}

QString titleOf(const PageSpec& spec)
{
    return QCoreApplication::translate("pages", spec.title);
}
} // namespace

Navigation::Navigation(QObject* parent) : QAbstractListModel(parent) {}
Navigation::~Navigation() = default;

void Navigation::build(PageContext context)
{
    beginResetModel();
    for (const PageSpec& spec : pageTable()) {
        m_pages.push_back(spec.create(context));
        connect(m_pages.back().get(), &PageViewModel::badgeChanged, this,
                [this, row = m_pages.size() - 1] { badgeMoved(row); });
    }
    endResetModel();
    emit railChanged();
}

void Navigation::badgeMoved(std::size_t row)
{
    const QModelIndex at = index(static_cast<int>(row));
    emit dataChanged(at, at, {BadgeRole});
    emit railChanged();
}

QVariantList Navigation::items(RailPlace place) const
{
    QVariantList out;
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        const PageSpec& spec = pageTable()[i];
        if (spec.place == place) {
            out.append(QVariantMap{{QStringLiteral("key"), QString::fromLatin1(spec.id)},
                                   {QStringLiteral("text"), titleOf(spec)},
                                   {QStringLiteral("icon"), QString::fromLatin1(spec.icon)},
                                   {QStringLiteral("count"), m_pages[i]->badge()}});
        }
    }
    return out;
}

QString Navigation::page() const
{
    return pageOf(m_route);
}

QString Navigation::railPage() const
{
    const PageSpec* spec = specOf(page());
    return spec != nullptr && spec->place == RailPlace::Hidden ? QLatin1String(spec->owner) : page();
}

QString Navigation::routeForNext() const
{
    const PageViewModel* front = viewModel(railPage());
    const QString place = front == nullptr ? QString() : front->place();
    return place.isEmpty() ? railPage() : railPage() + QLatin1Char('/') + place;
}

bool Navigation::open(const QString& route)
{
    if (specOf(pageOf(route)) == nullptr) {
        return false;
    }
    if (route == m_route) {
        return true;
    }
    if (!m_route.isEmpty()) {
        m_history.append(m_route);
        if (m_history.size() > kMaxHistory) {
            m_history.removeFirst();
        }
    }
    go(route);
    return true;
}

void Navigation::back()
{
    if (!m_history.isEmpty()) {
        go(m_history.takeLast());
    }
}

bool Navigation::openRailItem(int index)
{
    for (const PageSpec& spec : pageTable()) {
        if (spec.place != RailPlace::Hidden && index-- == 0) {
            return open(QLatin1String(spec.id));
        }
    }
    return false;
}

void Navigation::go(const QString& route)
{
    PageViewModel* before = viewModel(page());
    m_route = route;
    PageViewModel* after = viewModel(page());
    if (before != nullptr && before != after) {
        before->leave();
    }
    if (after != nullptr) {
        after->visit(route.section(QLatin1Char('/'), 1));
        after->cameToFront();
    }
    emit routeChanged();
}

PageViewModel* Navigation::viewModel(const QString& page) const
{
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        if (page == QLatin1String(pageTable()[i].id)) {
            return m_pages[i].get();
        }
    }
    return nullptr;
}

QVector<SearchHit> Navigation::search(const QString& text) const
{
    QVector<SearchHit> hits;
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        const PageSpec& spec = pageTable()[i];
        if (spec.place != RailPlace::Hidden && titleOf(spec).contains(text, Qt::CaseInsensitive)) {
            hits.append({QLatin1String(spec.icon), titleOf(spec), QCoreApplication::translate("pages", "Page"),
                         QLatin1String(spec.id), 100});
        }
        hits += m_pages[i]->search(text);
    }
    std::stable_sort(hits.begin(), hits.end(), [](const auto& a, const auto& b) { return a.rank > b.rank; });
    return hits;
}

void Navigation::blockArrived()
{
    const PageViewModel* front = viewModel(page());
    for (const auto& page : m_pages) {
        page->blockArrived(page.get() == front);
    }
}

void Navigation::showAgain()
{
    for (const auto& page : m_pages) {
        page->showAgain();
    }
}

int Navigation::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_pages.size());
}

QVariant Navigation::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto row = static_cast<std::size_t>(index.row());
    const PageSpec& spec = pageTable()[row];
    switch (role) {
    case IdRole:
        return QString::fromLatin1(spec.id);
    case TitleRole:
        return titleOf(spec);
    case IconRole:
        return QString::fromLatin1(spec.icon);
    case UrlRole:
        return QStringLiteral("qrc:/qt/qml/AutoChain/%1").arg(QLatin1String(spec.component));
    case PlaceRole:
        return spec.place == RailPlace::Top ? 0 : spec.place == RailPlace::Bottom ? 1 : 2;
    case ViewModelRole:
        return QVariant::fromValue<QObject*>(m_pages[row].get());
    case BadgeRole:
        return m_pages[row]->badge();
    default:
        return {};
    }
}

QHash<int, QByteArray> Navigation::roleNames() const
{
    return {{IdRole, "pageId"},   {TitleRole, "title"}, {IconRole, "icon"},          {UrlRole, "url"},
            {PlaceRole, "place"}, {BadgeRole, "badge"}, {ViewModelRole, "viewModel"}};
}

} // namespace autochain::desktop
