// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the window and how they are put together; what the commands do is in deskwindow_commands.cpp.
#include "desk/deskwindow.h"

#include "desk/flowlayout.h"
#include "viewmodels/base/format.h"
#include "viewmodels/desk/deskwords.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QShortcut>
#include <QStackedWidget>
#include <QStringListModel>
#include <QStyleFactory>
#include <QToolTip>

namespace autochain::desktop
{
namespace
{
constexpr int kTypedMs = 120;
constexpr int kCountMs = 400;
constexpr int kAgeMs = 30'000;

QWidget* ground(const QColor& color, QWidget* parent)
{
    auto* out = new QWidget(parent);
    QPalette palette = out->palette();
    palette.setColor(QPalette::Window, color);
    out->setPalette(palette);
    out->setAutoFillBackground(true);
    return out;
}

QFrame* hairline(const Look& look, QWidget* parent)
{
    auto* out = new QFrame(parent);
    out->setFixedHeight(1);
    out->setStyleSheet(QStringLiteral("background:%1").arg(look.tokens.border.name()));
    return out;
}
} // namespace

DeskWindow::DeskWindow(const Look& look, DeskViewModel& desk, QWidget* parent)
    : QMainWindow(parent), m_look(look), m_desk(desk), m_model(desk.stock())
{
    setObjectName(QStringLiteral("dealerDesk"));
    setWindowTitle(tr("Dealer desk"));
    QStyle* style = QStyleFactory::create(QStringLiteral("Fusion")); // drawn the same on every desktop
    style->setParent(this);
    setStyle(style);
    setPalette(paletteOf(look));
    setFont(look.font(Face::Body));
    setMinimumSize(480, 320); // also at 300 % on a small screen
    auto* whole = ground(look.tokens.canvas, this);
    setCentralWidget(whole);
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildStrip(column);
    buildHead(column);
    auto* body = new QHBoxLayout;
    body->setSpacing(0);
    auto* left = new QVBoxLayout;
    left->setSpacing(0);
    buildTools(left);
    buildTable(left);
    buildFooter(left);
    body->addLayout(left, 1);
    m_panel = new CarPanel(look, desk, this);
    body->addWidget(m_panel);
    column->addLayout(body, 1);
    buildLegend(column);
    buildShortcuts();

    m_typed.setSingleShot(true);
    m_typed.setInterval(kTypedMs);
    connect(&m_typed, &QTimer::timeout, this, &DeskWindow::applyQuery);
    m_counted.setSingleShot(true);
    m_counted.setInterval(kCountMs);
    connect(&m_counted, &QTimer::timeout, this, &DeskWindow::countViews);
    m_age.setInterval(kAgeMs);
    connect(&m_age, &QTimer::timeout, this, &DeskWindow::showHead);
    m_age.start();
    DeskStock& stock = desk.stock();
    connect(&stock, &DeskStock::reset, this, &DeskWindow::countViews);
    connect(&stock, &DeskStock::reset, this, &DeskWindow::showEmpty);
    connect(&stock, &DeskStock::rowsChanged, this, [this] {
        if (!m_counted.isActive()) {
            m_counted.start();
        }
    });
    connect(&stock, &DeskStock::jobChanged, this, &DeskWindow::showJob);
    connect(&stock, &DeskStock::viewsChanged, this, &DeskWindow::fillViews);
    connect(&stock, &DeskStock::errorChanged, this, &DeskWindow::showError);
    connect(&m_model, &DeskTableModel::pickedChanged, this, &DeskWindow::showPicked);
    connect(&m_model, &DeskTableModel::applied, this, &DeskWindow::showEmpty);
    connect(m_table, &DeskView::carChanged, this, [this] {
        m_panel->showCar(m_table->currentRow());
        showPicked();
    });
    connect(m_table, &DeskView::carOpened, this, &DeskWindow::openCar);
    connect(m_table, &DeskView::commandTyped, this, &DeskWindow::command);
    fillViews();
    restoreState();
    showJob();
    showEmpty();
    m_panel->showCar(m_table->currentRow());
    m_table->setFocus();
}

FlatButton* DeskWindow::button(FlatButton::Style style, const QString& text, const QString& key, const QString& art,
                               int height, void (DeskWindow::*does)())
{
    auto* out = new FlatButton(m_look, style, text, this);
    out->setKeyHint(key);
    out->setArt(art);
    out->setHeight(height);
    if (!key.isEmpty()) {
        out->setAccessibleDescription(tr("Key %1").arg(key));
    }
    connect(out, &QAbstractButton::clicked, this, does);
    return out;
}

// Who one is and that nothing is at stake, above everything.
void DeskWindow::buildStrip(QBoxLayout* column)
{
    Session& session = m_desk.stock().session();
    if (!session.practice()) {
        return;
    }
    auto* strip = ground(m_look.tokens.practiceTint, this);
    strip->setFixedHeight(m_look.px(28));
    auto* line = new QHBoxLayout(strip);
    line->setContentsMargins(m_look.px(16), 0, m_look.px(16), 0);
    line->addWidget(makeLabel(m_look, Face::Strong, m_look.tokens.practice, tr("Practice market"), strip));
    m_clock = makeLabel(m_look, Face::Body, m_look.tokens.practice, {}, strip);
    line->addWidget(m_clock);
    line->addStretch();
    line->addWidget(
        makeLabel(m_look, Face::Body, m_look.tokens.practice, tr("You are %1").arg(session.myName()), strip));
    column->addWidget(strip);
}

void DeskWindow::buildHead(QBoxLayout* column)
{
    auto* head = new QWidget(this);
    m_head = head;
    auto* flow = new FlowLayout(m_look.px(4), head);
    flow->setContentsMargins(m_look.px(20), m_look.px(8), m_look.px(16), m_look.px(2));
    auto* words = new QWidget(head);
    auto* lines = new QVBoxLayout(words);
    lines->setContentsMargins(0, 0, m_look.px(16), 0);
    lines->setSpacing(0);
    lines->addWidget(makeLabel(m_look, Face::Title, m_look.tokens.text, tr("Dealer desk"), words));
    m_caption = makeLabel(m_look, Face::Body, m_look.tokens.text2, {}, words);
    m_caption->setMinimumWidth(1); // cut rather than widening the window
    lines->addWidget(m_caption);
    flow->addWidget(words);
    flow->stretch(words);
    using Style = FlatButton::Style;
    flow->addWidget(
        button(Style::Normal, tr("Load file…"), {}, QStringLiteral("file-input"), 32, &DeskWindow::loadFile));
    flow->addWidget(button(Style::Normal, tr("Export"), {}, QStringLiteral("download"), 32, &DeskWindow::exportCsv));
    m_printButton = button(Style::Normal, tr("Print"), {}, QStringLiteral("printer"), 32, &DeskWindow::printMenu);
    flow->addWidget(m_printButton);
    flow->addWidget(button(Style::Normal, tr("Keys"), QStringLiteral("?"), {}, 32, &DeskWindow::showKeys));
    flow->addWidget(
        button(Style::Primary, tr("Add car"), tr("Ctrl N"), QStringLiteral("plus"), 32, &DeskWindow::addCars));
    column->addWidget(head);

    auto* row = new QHBoxLayout;
    row->setContentsMargins(m_look.px(8), 0, m_look.px(16), 0);
    m_tabs = new TabStrip(m_look, this);
    connect(m_tabs, &QTabBar::tabBarClicked, this, &DeskWindow::showView);
    connect(m_tabs, &QTabBar::currentChanged, this, &DeskWindow::showView);
    row->addWidget(m_tabs, 1);
    auto* save = button(Style::Quiet, tr("Save view"), {}, QStringLiteral("plus"), 28, &DeskWindow::saveView);
    row->addWidget(save);
    column->addLayout(row);
    column->addWidget(hairline(m_look, this));
}

void DeskWindow::buildTools(QBoxLayout* column)
{
    auto* tools = ground(m_look.tokens.surface, this);
    auto* flow = new FlowLayout(m_look.px(4), tools);
    flow->setContentsMargins(m_look.px(12), m_look.px(6), m_look.px(12), m_look.px(4));
    m_query = new QLineEdit(tools);
    m_query->setObjectName(QStringLiteral("deskQuery"));
    m_query->setAccessibleName(tr("Query"));
    m_query->setPlaceholderText(tr("status:listed year:2017..2019 rollback"));
    m_query->setMaxLength(static_cast<int>(dealer::kMaxQueryBytes) / 4);
    m_query->setClearButtonEnabled(true);
    for (QAbstractButton* clear : m_query->findChildren<QAbstractButton*>()) {
        clear->setAccessibleName(tr("Empty the query"));
    }
    m_query->setFixedHeight(m_look.px(28));
    m_query->setMinimumWidth(m_look.px(300));
    dressField(m_look, *m_query);
    m_words = new QStringListModel(this);
    m_completer = new QCompleter(m_words, this);
    m_completer->setWidget(m_query);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->popup()->setFont(m_look.font(Face::Body));
    connect(m_completer, QOverload<const QString&>::of(&QCompleter::activated), this, [this](const QString& word) {
        QByteArray bytes = m_query->text().toUtf8();
        bytes.replace(static_cast<qsizetype>(m_completeFrom), static_cast<qsizetype>(m_completeSize), word.toUtf8());
        m_query->setText(QString::fromUtf8(bytes));
        m_query->setCursorPosition(static_cast<int>(
            QString::fromUtf8(bytes.left(static_cast<qsizetype>(m_completeFrom) + word.toUtf8().size())).size()));
        queryEdited();
    });
    connect(m_query, &QLineEdit::textEdited, this, &DeskWindow::queryEdited);
    connect(m_query, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text.isEmpty()) {
            applyQuery(); // by the clear button
        }
    });
    connect(m_query, &QLineEdit::returnPressed, this, [this] {
        applyQuery();
        if (!m_queryProblem) {
            m_table->setFocus();
        }
    });
    flow->addWidget(m_query);
    m_picked = makeLabel(m_look, Face::Body, m_look.tokens.text2, {}, tools);
    m_picked->setMinimumWidth(1); // cut rather than widening the window
    flow->addWidget(m_picked);
    flow->stretch(m_picked);
    using Style = FlatButton::Style;
    flow->addWidget(button(Style::Normal, tr("Check history"), QStringLiteral("H"), {}, 28, &DeskWindow::checkChosen));
    m_sellButton = button(Style::Normal, tr("Reprice…"), QStringLiteral("R"), {}, 28, &DeskWindow::sell);
    flow->addWidget(m_sellButton);
    auto* watch = button(Style::Normal, tr("Watch"), QStringLiteral("W"), {}, 28, &DeskWindow::watchChosen);
    flow->addWidget(watch);
    m_group = new QComboBox(tools);
    dressChoice(m_look, *m_group);
    m_group->setFixedHeight(m_look.px(28));
    m_group->setAccessibleName(tr("Group by"));
    m_group->addItems({tr("No groups"), tr("By make"), tr("By status"), tr("By verdict")});
    connect(m_group, QOverload<int>::of(&QComboBox::activated), this, &DeskWindow::groupBy);
    flow->addWidget(m_group);
    auto* columns =
        button(Style::Normal, tr("Columns"), {}, QStringLiteral("columns-3"), 28, &DeskWindow::chooseColumns);
    flow->addWidget(columns);
    m_panelButton = button(Style::Normal, tr("Details"), QStringLiteral("D"), {}, 28, &DeskWindow::togglePanel);
    flow->addWidget(m_panelButton);
    m_more = button(Style::Normal, tr("More"), {}, QStringLiteral("ellipsis"), 28, &DeskWindow::openMore);
    m_more->setAccessibleName(tr("More commands"));
    m_more->hide();
    flow->addWidget(m_more);
    m_folding = {m_head, m_sellButton, watch, m_group, columns, m_panelButton};
    column->addWidget(tools);

    m_problemRow = ground(m_look.tokens.problemTint, this);
    auto* line = new QHBoxLayout(m_problemRow);
    line->setContentsMargins(m_look.px(16), m_look.px(4), m_look.px(16), m_look.px(4));
    auto* mark = new QLabel(m_problemRow);
    mark->setPixmap(verdictMark(m_look, vehicle::Status::Problem, 14));
    line->addWidget(mark);
    m_problem = makeLabel(m_look, Face::Body, m_look.tokens.problem, {}, m_problemRow);
    m_problem->setWordWrap(true);
    line->addWidget(m_problem, 1);
    m_fix = new FlatButton(m_look, Style::Normal, tr("Take it"), m_problemRow);
    m_fix->setHeight(24);
    connect(m_fix, &QAbstractButton::clicked, this, [this] {
        if (m_queryProblem) {
            QByteArray bytes = m_query->text().toUtf8();
            bytes.replace(static_cast<qsizetype>(m_queryProblem->at), static_cast<qsizetype>(m_queryProblem->size),
                          QByteArray::fromStdString(m_queryProblem->suggestion));
            m_query->setText(QString::fromUtf8(bytes));
            applyQuery();
        }
        m_desk.stock().dismissError();
    });
    line->addWidget(m_fix);
    m_problemRow->hide();
    column->addWidget(m_problemRow);
}

void DeskWindow::buildTable(QBoxLayout* column)
{
    m_stack = new QStackedWidget(this);
    m_table = new DeskView(m_look, m_model, m_stack);
    m_stack->addWidget(m_table);
    const auto state = [this](const QString& art, const QString& title, const QString& text, FlatButton* first,
                              FlatButton* second) {
        auto* out = ground(m_look.tokens.surface, m_stack);
        auto* lines = new QVBoxLayout(out);
        lines->setSpacing(m_look.px(4));
        lines->addStretch();
        auto* sign = new QLabel(out);
        sign->setPixmap(signer::art(m_look, QStringLiteral("icon/") + art, 24, m_look.tokens.text3));
        lines->addWidget(sign, 0, Qt::AlignHCenter);
        lines->addWidget(makeLabel(m_look, Face::Heading, m_look.tokens.text, title, out), 0, Qt::AlignHCenter);
        auto* words = makeLabel(m_look, Face::Body, m_look.tokens.text2, text, out);
        words->setWordWrap(true);
        words->setAlignment(Qt::AlignHCenter);
        words->setFixedWidth(m_look.px(420));
        words->setMinimumHeight(words->heightForWidth(words->width()));
        lines->addWidget(words, 0, Qt::AlignHCenter);
        auto* row = new QHBoxLayout;
        row->addStretch();
        row->addWidget(first);
        if (second != nullptr) {
            row->addWidget(second);
        }
        row->addStretch();
        lines->addLayout(row);
        lines->addStretch();
        m_stack->addWidget(out);
        return out;
    };
    m_empty = state(QStringLiteral("clipboard-paste"), tr("Paste VINs or load a file"),
                    tr("Up to 50,000 cars, one VIN or plate per line, for example 2HGFC1F38JH103965 or AB12 CDE. Their "
                       "histories are fetched "
                       "and verified in the background, and stay readable without a connection."),
                    button(FlatButton::Style::Primary, tr("Paste VINs"), tr("Ctrl V"),
                           QStringLiteral("clipboard-paste"), 36, &DeskWindow::pasteCars),
                    button(FlatButton::Style::Normal, tr("Choose a file…"), {}, QStringLiteral("file-input"), 36,
                           &DeskWindow::loadFile));
    auto* clear = new FlatButton(m_look, FlatButton::Style::Normal, tr("Clear the query"), this);
    connect(clear, &QAbstractButton::clicked, this, [this] { ask({}); });
    m_nothing = state(QStringLiteral("list-filter"), tr("Nothing fits this query"),
                      tr("There are cars in stock that the query hides."), clear, nullptr);
    column->addWidget(m_stack, 1);
}

void DeskWindow::buildFooter(QBoxLayout* column)
{
    m_footer = ground(m_look.tokens.surface, this);
    auto* outer = new QVBoxLayout(m_footer);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(hairline(m_look, m_footer));
    auto* inner = new QWidget(m_footer);
    auto* flow = new FlowLayout(m_look.px(10), inner);
    flow->setContentsMargins(m_look.px(16), m_look.px(2), m_look.px(16), m_look.px(2));
    m_jobTitle = makeLabel(m_look, Face::Strong, m_look.tokens.text, tr("Checking histories"), inner);
    m_bar = new QProgressBar(inner);
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(m_look.px(160), m_look.px(6));
    m_bar->setAccessibleName(tr("Checking histories"));
    m_bar->setStyleSheet(QStringLiteral("QProgressBar{background:%1;border:0;border-radius:%3px}QProgressBar::chunk{"
                                        "background:%2;border-radius:%3px}")
                             .arg(m_look.tokens.pressed.name(), m_look.tokens.accent.name())
                             .arg(m_look.px(3)));
    m_jobText = makeLabel(m_look, Face::Body, m_look.tokens.text2, {}, inner);
    m_jobText->setMinimumWidth(1); // cut rather than widening the window
    m_jobMark = new QLabel(inner);
    m_jobMark->setPixmap(verdictMark(m_look, vehicle::Status::Attention, 14));
    m_jobFailed = makeLabel(m_look, Face::Body, m_look.tokens.attention, {}, inner);
    m_jobFailed->setMinimumWidth(1); // cut rather than widening the window
    using Style = FlatButton::Style;
    m_pause = button(Style::Quiet, tr("Pause"), {}, {}, 28, &DeskWindow::pauseOrGoOn);
    m_cancel = button(Style::Quiet, tr("Cancel"), {}, {}, 28, &DeskWindow::cancelJob);
    m_details = button(Style::Quiet, tr("Show failed"), {}, {}, 28, &DeskWindow::showFailed);
    for (QWidget* one : std::initializer_list<QWidget*>{m_jobTitle, m_bar, m_jobText, m_jobMark, m_jobFailed, m_pause,
                                                        m_cancel, m_details}) {
        flow->addWidget(one);
    }
    outer->addWidget(inner);
    column->addWidget(m_footer);
}

void DeskWindow::buildLegend(QBoxLayout* column)
{
    auto* bar = ground(m_look.tokens.rail, this);
    m_legend = bar;
    auto* flow = new FlowLayout(m_look.px(12), bar);
    flow->setContentsMargins(m_look.px(16), m_look.px(4), m_look.px(16), m_look.px(4));
    const auto entry = [&](const QPixmap& pixmap, const QString& text) {
        auto* box = new QWidget(bar);
        auto* line = new QHBoxLayout(box);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(m_look.px(4));
        auto* mark = new QLabel(box);
        mark->setPixmap(pixmap);
        line->addWidget(mark);
        line->addWidget(makeLabel(m_look, Face::Caption, m_look.tokens.text2, text, box));
        flow->addWidget(box);
    };
    for (const vehicle::Status status :
         {vehicle::Status::Clean, vehicle::Status::Attention, vehicle::Status::Problem, vehicle::Status::NoData}) {
        entry(verdictMark(m_look, status, 13), deskwords::word(status));
    }
    QLabel* last = nullptr;
    for (const dealer::Column verdict : {dealer::Column::Title, dealer::Column::Liens, dealer::Column::Odometer,
                                         dealer::Column::Accidents, dealer::Column::Recalls, dealer::Column::Theft}) {
        last = makeLabel(m_look, Face::Caption, m_look.tokens.text3,
                         QStringLiteral("%1 %2").arg(deskwords::head(verdict), deskwords::fullHead(verdict)), bar);
        flow->addWidget(last);
    }
    flow->stretch(last);
    for (const Provenance provenance :
         {Provenance::Proven, Provenance::Local, Provenance::Reported, Provenance::Stale}) {
        entry(provenanceMark(m_look, format::level(provenance), 12), format::provenanceWord(provenance));
    }
    column->addWidget(bar);
}

void DeskWindow::buildShortcuts()
{
    const auto key = [this](const QKeySequence& keys, void (DeskWindow::*does)()) {
        auto* shortcut = new QShortcut(keys, this);
        connect(shortcut, &QShortcut::activated, this, does);
    };
    key(QKeySequence(Qt::CTRL | Qt::Key_N), &DeskWindow::addCars);
    key(QKeySequence(Qt::CTRL | Qt::Key_O), &DeskWindow::loadFile);
    key(QKeySequence(Qt::CTRL | Qt::Key_E), &DeskWindow::exportCsv);
    key(QKeySequence(Qt::CTRL | Qt::Key_P), &DeskWindow::printList);
    key(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P), &DeskWindow::printReports);
    key(QKeySequence(Qt::CTRL | Qt::Key_S), &DeskWindow::saveView);
    key(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H), &DeskWindow::checkAll);
    auto* find = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_F), this);
    connect(find, &QShortcut::activated, this, [this] { m_query->setFocus(Qt::ShortcutFocusReason); });
    auto* close = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_W), this);
    connect(close, &QShortcut::activated, this, &QWidget::close);
    auto* paste = new QShortcut(QKeySequence::Paste, m_table, nullptr, nullptr, Qt::WidgetShortcut);
    connect(paste, &QShortcut::activated, this, &DeskWindow::pasteCars);
    auto* remove = new QShortcut(QKeySequence::Delete, m_table, nullptr, nullptr, Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, &DeskWindow::removeChosen);
    auto* pasteEmpty = new QShortcut(QKeySequence::Paste, m_empty, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(pasteEmpty, &QShortcut::activated, this, &DeskWindow::pasteCars);
    for (int i = 0; i < 9; ++i) {
        auto* view = new QShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + i)), this);
        connect(view, &QShortcut::activated, this, [this, i] {
            if (i < m_tabs->count()) {
                m_tabs->setCurrentIndex(i);
            }
        });
    }
}

} // namespace autochain::desktop
