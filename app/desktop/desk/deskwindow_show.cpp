// SPDX-License-Identifier: GPL-3.0-or-later
// What the window shows of the stock, and when it shows it anew.
#include "desk/deskwindow.h"

#include "viewmodels/base/format.h"
#include "viewmodels/desk/deskwords.h"

#include <QAccessible>
#include <QCloseEvent>
#include <QComboBox>
#include <QLabel>
#include <QProgressBar>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QStringListModel>

namespace autochain::desktop
{
namespace
{
constexpr int kRoomForPanel = 1'150; // effective width
constexpr int kRoomForAll = 560;     // effective height
constexpr auto kGeometry = "desk.geometry";
constexpr auto kPanel = "desk.panel";
constexpr auto kColumns = "desk.columns";
constexpr qint64 kSpeakEveryMs = 20'000;
} // namespace

void DeskWindow::fillViews()
{
    const QString before = m_tabs->currentIndex() >= 0 ? m_tabs->tabText(m_tabs->currentIndex()) : QString();
    const std::pair<QString, const char*> usual[] = {{tr("All stock"), ""},
                                                     {tr("Listed"), "status:listed"},
                                                     {tr("In deals"), "status:deal"},
                                                     {tr("Needs attention"), "attention"},
                                                     {tr("No data"), "nodata"},
                                                     {tr("Over 90 days"), "days:>=90"},
                                                     {tr("Deadlines today"), "deadline"}};
    m_views.clear();
    for (const auto& [name, query] : usual) {
        View view;
        view.view.name = name.toStdString();
        view.view.query = query;
        m_views.push_back(std::move(view));
    }
    for (const store::StockView& own : m_desk.stock().views()) {
        m_views.push_back({own, true});
    }
    const QSignalBlocker quiet(m_tabs);
    while (m_tabs->count() > 0) {
        m_tabs->removeTab(0);
    }
    for (const View& view : m_views) {
        const QString name = QString::fromStdString(view.view.name);
        m_tabs->addTab(name);
        if (name == before) {
            m_tabs->setCurrentIndex(m_tabs->count() - 1);
        }
    }
    countViews();
}

void DeskWindow::showView(int index)
{
    if (index < 0 || index >= static_cast<int>(m_views.size())) {
        return;
    }
    const View& view = m_views[static_cast<std::size_t>(index)];
    m_query->setText(QString::fromStdString(view.view.query));
    if (view.own) {
        m_model.setColumns(dealer::readColumns(view.view.columns));
        m_table->fitColumns();
        if (const auto column = dealer::columnOf(view.view.sort)) {
            m_model.setOrder({*column, view.view.descending});
        }
        const dealer::GroupBy group = dealer::groupOf(view.view.group);
        m_group->setCurrentIndex(static_cast<int>(group));
        m_model.setGroupBy(group);
    }
    applyQuery();
}

void DeskWindow::ask(const QString& query)
{
    m_query->setText(query);
    const auto same = std::find_if(m_views.begin(), m_views.end(),
                                   [&](const View& view) { return QString::fromStdString(view.view.query) == query; });
    if (same != m_views.end()) {
        const QSignalBlocker quiet(m_tabs);
        m_tabs->setCurrentIndex(static_cast<int>(same - m_views.begin()));
    }
    applyQuery();
}

void DeskWindow::queryEdited()
{
    m_typed.start();
    complete();
}

void DeskWindow::complete()
{
    const QByteArray bytes = m_query->text().toUtf8();
    const auto cursor = m_query->text().left(m_query->cursorPosition()).toUtf8().size();
    const auto offers = dealer::completeQuery(bytes.toStdString(), static_cast<std::size_t>(cursor));
    QStringList words;
    for (const dealer::Completion& offer : offers) {
        words.append(QString::fromStdString(offer.text));
    }
    const bool begun = !offers.empty() && offers.front().size > 0;
    m_words->setStringList(words);
    if (!begun) {
        m_completer->popup()->hide();
        return;
    }
    m_completeFrom = offers.front().from;
    m_completeSize = offers.front().size;
    m_completer->complete();
}

void DeskWindow::applyQuery()
{
    m_typed.stop();
    m_queryProblem = m_model.setQuery(m_query->text());
    dressField(m_look, *m_query, m_queryProblem.has_value());
    showError();
}

// A query that cannot be read, or what could not be kept; what was found before stays on the screen.
void DeskWindow::showError()
{
    const ErrorView& error = m_desk.stock().error();
    m_problemRow->setVisible(m_queryProblem.has_value() || error.present());
    if (m_queryProblem) {
        m_problem->setText(deskwords::problem(*m_queryProblem, m_query->text()));
        m_fix->setVisible(!m_queryProblem->suggestion.empty());
        m_fix->setText(tr("Take it"));
        m_query->setAccessibleDescription(m_problem->text());
    } else {
        m_query->setAccessibleDescription({});
        m_fix->setVisible(true);
        m_fix->setText(tr("Dismiss"));
        m_problem->setText(QStringLiteral("%1 %2 %3").arg(error.cause, error.money, error.next));
    }
}

void DeskWindow::countViews()
{
    DeskStock& stock = m_desk.stock();
    for (std::size_t i = 0; i < m_views.size(); ++i) {
        const auto parsed = dealer::parseQuery(m_views[i].view.query);
        const auto* query = std::get_if<dealer::Query>(&parsed);
        m_tabs->setCount(static_cast<int>(i),
                         query == nullptr ? QString()
                                          : format::count(dealer::countOf(stock.table(), *query, stock.context())));
    }
    showHead();
}

void DeskWindow::showHead()
{
    DeskStock& stock = m_desk.stock();
    Session& session = stock.session();
    const UnixTime oldest = stock.oldestRead(m_model.shownRows());
    QStringList parts = {session.myName(), tr("%Ln car(s)", nullptr, static_cast<int>(stock.table().size()))};
    if (oldest != 0) {
        parts.append(tr("oldest reading: %1").arg(deskwords::age(oldest, session.now())));
    }
    if (session.link() == Session::Link::Gone) {
        parts.append(tr("offline: shown as last read"));
    }
    m_caption->setText(parts.join(QStringLiteral("  ·  ")));
    if (m_clock != nullptr) {
        m_clock->setText(format::dayYearTime(session.now()));
    }
}

void DeskWindow::showPicked()
{
    const auto found = format::count(m_model.found());
    m_picked->setText(m_model.picked() == 0 ? tr("%Ln car(s)", nullptr, static_cast<int>(m_model.found()))
                                            : tr("%1 of %2 selected").arg(format::count(m_model.picked()), found));
    const auto row = m_table->currentRow();
    DeskStock& stock = m_desk.stock();
    const bool listed = row && dealer::isListed(stock.table().at(*row), stock.session().now());
    m_sellButton->setText(listed || !row ? tr("Reprice…") : tr("List…"));
    m_sellButton->setKeyHint(listed || !row ? QStringLiteral("R") : QStringLiteral("L"));
    m_sellButton->setAccessibleName(m_sellButton->text());
    m_sellButton->update();
}

void DeskWindow::showEmpty()
{
    const bool none = m_desk.stock().table().size() == 0;
    m_stack->setCurrentWidget(none ? m_empty : m_model.rowCount() == 0 ? m_nothing : static_cast<QWidget*>(m_table));
    showPanel();
    showHead();
    showPicked();
}

void DeskWindow::showPanel()
{
    const bool wanted = width() >= m_look.px(kRoomForPanel) ? m_panelWanted : m_panelForced;
    m_panel->setVisible(wanted && m_desk.stock().table().size() != 0);
}

void DeskWindow::showJob()
{
    using Phase = dealer::JobState::Phase;
    DeskStock& stock = m_desk.stock();
    const dealer::JobState& state = stock.job().state();
    const QString failed = deskwords::failures(state);
    const bool idle = state.phase == Phase::Idle;
    m_footer->setVisible(!idle || state.done > 0 || state.error);
    m_jobTitle->setText(state.phase == Phase::Paused    ? tr("Paused")
                        : state.phase == Phase::Waiting ? tr("Waiting for the node")
                        : idle                          ? tr("Histories checked")
                                                        : tr("Checking histories"));
    m_bar->setVisible(!idle);
    m_bar->setRange(0, static_cast<int>(std::max<std::size_t>(1, state.total)));
    m_bar->setValue(static_cast<int>(state.done));
    QString text = tr("%1 of %2").arg(format::count(state.done), format::count(state.total));
    const QString left = state.phase == Phase::Running ? deskwords::timeLeft(state, stock.jobElapsedMs()) : QString();
    text += left.isEmpty() ? QString() : QStringLiteral(", ") + left;
    if (state.error) {
        text += QStringLiteral(". ") + ErrorView::of(*state.error).cause;
    }
    m_jobText->setText(text);
    m_jobFailed->setText(failed);
    for (QWidget* one : std::initializer_list<QWidget*>{m_jobMark, m_jobFailed, m_details}) {
        one->setVisible(!failed.isEmpty());
    }
    m_pause->setVisible(!idle);
    m_cancel->setVisible(!idle);
    m_pause->setText(state.phase == Phase::Paused ? tr("Go on") : tr("Pause"));
    m_pause->setAccessibleName(m_pause->text());
    m_footer->updateGeometry();
    // A screen reader is told now and then, not with every car.
    if (!m_spoken.isValid() || m_spoken.elapsed() > kSpeakEveryMs || idle) {
        m_spoken.start();
        m_bar->setAccessibleDescription(text);
    }
}

void DeskWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    showPanel();
    showFolded();
}

// Where there is hardly room for rows, title and buttons go into one menu, and the legend goes: every mark says its
// word by itself as well. The keys do what they did.
void DeskWindow::showFolded()
{
    const bool room = height() >= m_look.px(kRoomForAll);
    m_legend->setVisible(room);
    m_more->setVisible(!room);
    for (QWidget* widget : m_folding) {
        widget->setVisible(room);
    }
}

void DeskWindow::togglePanel()
{
    const bool room = width() >= m_look.px(kRoomForPanel);
    bool& wanted = room ? m_panelWanted : m_panelForced;
    wanted = !m_panel->isVisible();
    m_panel->setVisible(wanted);
}

void DeskWindow::restoreState()
{
    store::Settings& settings = m_desk.stock().session().settings();
    const auto text = [&](const char* key) {
        const auto value = settings.get(key);
        return value.ok() && value->has_value() ? QByteArray::fromStdString(**value) : QByteArray();
    };
    m_panelWanted = text(kPanel) != "0";
    m_model.setColumns(dealer::readColumns(text(kColumns).toStdString()));
    m_table->fitColumns();
    if (!restoreGeometry(QByteArray::fromBase64(text(kGeometry)))) {
        resize(1440, 900);
    }
}

// Where it stood; nothing is lost where that cannot be written.
void DeskWindow::keepState()
{
    store::Settings& settings = m_desk.stock().session().settings();
    (void)settings.set(kGeometry, saveGeometry().toBase64().toStdString());
    (void)settings.set(kPanel, m_panelWanted ? "1" : "0");
    (void)settings.set(kColumns, dealer::writeColumns(m_model.columns()));
}

void DeskWindow::closeEvent(QCloseEvent* event)
{
    keepState();
    QMainWindow::closeEvent(event);
}

} // namespace autochain::desktop
