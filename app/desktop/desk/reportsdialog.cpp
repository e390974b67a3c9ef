// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/reportsdialog.h"

#include "viewmodels/base/format.h"
#include "viewmodels/vehicle/carreport.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QUrl>

namespace autochain::desktop
{

ReportsDialog::ReportsDialog(const Look& look, DeskReports& reports, std::vector<DeskReports::Car> cars,
                             QWidget* parent)
    : QDialog(parent), m_look(look), m_reports(reports), m_cars(std::move(cars))
{
    setObjectName(QStringLiteral("deskReports"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Reports"));
    setPalette(paletteOf(look));
    setMinimumWidth(std::min(look.px(520), parent == nullptr ? look.px(520) : parent->width() - look.px(48)));
    if (!reports.running()) {
        reports.clear();
    }
    build();
    connect(&reports, &DeskReports::changed, this, &ReportsDialog::showState);
    showState();
}

void ReportsDialog::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(m_look.px(24), m_look.px(20), m_look.px(24), m_look.px(16));
    column->setSpacing(m_look.px(8));
    const auto label = [&](Face face, const QColor& color, const QString& text) {
        auto* out = makeLabel(m_look, face, color, text, this);
        out->setWordWrap(true);
        column->addWidget(out);
        return out;
    };
    m_title = label(Face::Heading, m_look.tokens.text, {});
    m_text = label(Face::Body, m_look.tokens.text2,
                   tr("One PDF per car, each with its history and the proof inside. A car whose history cannot be "
                      "proven gets none and is named here. A file of the same car and day is replaced."));
    m_choices = new QWidget(this);
    auto* row = new QHBoxLayout(m_choices);
    row->setContentsMargins(0, 0, 0, 0);
    const auto choice = [&](const QString& name, const QStringList& words) {
        auto* out = new QComboBox(m_choices);
        dressChoice(m_look, *out);
        out->setFixedHeight(m_look.px(32));
        out->setAccessibleName(name);
        out->addItems(words);
        row->addWidget(out);
        return out;
    };
    m_scope = choice(tr("What"), {tr("Everything"), tr("Summary")});
    m_paper = choice(tr("Paper"), {tr("A4"), tr("Letter")});
    m_paper->setCurrentIndex(usualPaper() == report::Paper::Letter ? 1 : 0);
    row->addStretch();
    column->addWidget(m_choices);
    m_bar = new QProgressBar(this);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(m_look.px(6));
    m_bar->setAccessibleName(tr("Reports drawn"));
    column->addWidget(m_bar);
    m_state = label(Face::Strong, m_look.tokens.text, {});
    m_problem = label(Face::Body, m_look.tokens.problem, {});
    m_left = new QListWidget(this);
    m_left->setFont(m_look.font(Face::Body));
    m_left->setAccessibleName(tr("Cars without a report"));
    m_left->setWordWrap(true);
    m_left->setMinimumHeight(m_look.px(96));
    column->addWidget(m_left, 1);

    auto* last = new QHBoxLayout;
    const auto button = [&](FlatButton::Style style, const QString& text, auto does) {
        auto* out = new FlatButton(m_look, style, text, this);
        out->setHeight(32);
        connect(out, &QAbstractButton::clicked, this, does);
        last->addWidget(out);
        return out;
    };
    last->addStretch();
    m_open = button(FlatButton::Style::Normal, tr("Open folder"),
                    [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_reports.folder())); });
    m_stop = button(FlatButton::Style::Normal, tr("Stop"), [this] { m_reports.cancel(); });
    m_close = button(FlatButton::Style::Normal, tr("Close"), [this] { close(); });
    m_start = button(FlatButton::Style::Primary, tr("Choose a folder…"), [this] { chooseFolder(); });
    column->addLayout(last);
}

void ReportsDialog::chooseFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Where the reports go"));
    if (!folder.isEmpty()) {
        startInto(folder);
    }
}

void ReportsDialog::startInto(const QString& folder)
{
    m_reports.start(m_cars, folder, m_paper->currentIndex() == 1 ? report::Paper::Letter : report::Paper::A4,
                    m_scope->currentIndex() == 1 ? report::Scope::Summary : report::Scope::Whole);
}

QString ReportsDialog::state() const
{
    if (m_reports.running()) {
        const QString count = tr("%1 of %2").arg(format::count(m_reports.done()), format::count(m_reports.total()));
        return m_reports.stopped()             ? tr("%1, stopping …").arg(count)
               : m_reports.current().isEmpty() ? count
                                               : tr("%1, now %2").arg(count, m_reports.current());
    }
    const QString saved = tr("%Ln report(s) saved in %1", nullptr, static_cast<int>(m_reports.saved()))
                              .arg(QDir::toNativeSeparators(m_reports.folder()));
    return m_reports.left().empty()
               ? saved
               : saved + QLatin1Char('\n') +
                     tr("%Ln car(s) without a report:", nullptr, static_cast<int>(m_reports.left().size()));
}

// What stands in the dialog before, while and after.
void ReportsDialog::showState()
{
    const bool running = m_reports.running(), ended = m_reports.ended();
    const std::size_t count = running || ended ? m_reports.total() : m_cars.size();
    m_title->setText(tr("A report of each of %Ln car(s)", nullptr, static_cast<int>(count)));
    m_text->setVisible(!ended);
    m_choices->setVisible(!running && !ended);
    m_bar->setVisible(running);
    m_bar->setRange(0, static_cast<int>(std::max<std::size_t>(1, m_reports.total())));
    m_bar->setValue(static_cast<int>(m_reports.done()));
    m_state->setVisible(running || ended);
    m_state->setText(running || ended ? state() : QString());
    const ErrorView& error = m_reports.error();
    m_problem->setVisible(error.present());
    m_problem->setText(QStringLiteral("%1 %2").arg(error.cause, error.next));
    showLeft();
    m_open->setVisible(ended && m_reports.saved() > 0);
    m_stop->setVisible(running);
    m_stop->setEnabled(!m_reports.stopped());
    m_start->setVisible(!running && !ended);
}

void ReportsDialog::showLeft()
{
    m_left->setVisible(!m_reports.left().empty());
    if (m_left->count() != static_cast<int>(m_reports.left().size())) {
        m_left->clear();
        for (const DeskReports::Left& car : m_reports.left()) {
            m_left->addItem(tr("%1: %2").arg(car.name, car.why));
        }
    }
}

} // namespace autochain::desktop
