// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/addcars.h"

#include "session/carfeed.h"
#include "session/session.h"
#include "viewmodels/base/format.h"
#include "viewmodels/desk/deskwords.h"

#include <QCheckBox>
#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace autochain::desktop
{
namespace
{
constexpr int kReadMs = 150;
constexpr int kShownProblems = 2'000; // a longer list helps nobody; the summary counts all
} // namespace

AddCars::AddCars(const Look& look, DeskStock& stock, QWidget* parent) : QDialog(parent), m_look(look), m_stock(stock)
{
    setWindowTitle(tr("Add cars"));
    setPalette(paletteOf(look));
    setMinimumWidth(std::min(look.px(560), parent == nullptr ? look.px(560) : parent->width() - look.px(48)));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(look.px(24), look.px(20), look.px(24), look.px(16));
    column->setSpacing(look.px(8));
    column->addWidget(makeLabel(look, Face::Heading, look.tokens.text, tr("Add cars to the stock"), this));
    auto* hint = makeLabel(
        look, Face::Body, look.tokens.text2,
        tr("One VIN or plate per line, or a table with a head: vin, plate, car, cost, ask, lowest, note."), this);
    hint->setWordWrap(true);
    column->addWidget(hint);
    m_text = new QPlainTextEdit(this);
    m_text->setFont(look.font(Face::Mono));
    m_text->setAccessibleName(tr("VINs and plates"));
    m_text->setPlaceholderText(QStringLiteral("2HGFC1F38JH103965\nAB12 CDE"));
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(look.px(96));
    m_text->setStyleSheet(
        QStringLiteral(
            "QPlainTextEdit{background:%1;color:%2;border:1px solid %3}QPlainTextEdit:focus{border:2px solid %4}")
            .arg(look.tokens.surface.name(), look.tokens.text.name(), look.tokens.borderControl.name(),
                 look.tokens.focus.name()));
    column->addWidget(m_text, 3);
    m_summary = makeLabel(look, Face::Strong, look.tokens.text, {}, this);
    m_summary->setWordWrap(true);
    column->addWidget(m_summary);
    m_lines = new QListWidget(this);
    m_lines->setFont(look.font(Face::Body));
    m_lines->setAccessibleName(tr("Lines with a problem"));
    m_lines->setUniformItemSizes(true);
    m_lines->setMinimumHeight(look.px(72));
    column->addWidget(m_lines, 2);
    m_problem = makeLabel(look, Face::Body, look.tokens.problem, {}, this);
    m_problem->setWordWrap(true);
    m_problem->hide();
    column->addWidget(m_problem);
    m_check = new QCheckBox(tr("Check their histories now"), this);
    dressTick(look, *m_check);
    m_check->setChecked(true);
    column->addWidget(m_check);

    const auto button = [&](FlatButton::Style style, const QString& text) {
        auto* out = new FlatButton(look, style, text, this);
        out->setHeight(32);
        return out;
    };
    auto* file = button(FlatButton::Style::Normal, tr("Load file…"));
    auto* own = button(FlatButton::Style::Normal, tr("My registered cars"));
    m_fix = button(FlatButton::Style::Normal, tr("Take this fix"));
    m_fixAll = button(FlatButton::Style::Normal, tr("Take all fixes"));
    auto* first = new QHBoxLayout;
    for (FlatButton* one : {file, own, m_fix, m_fixAll}) {
        first->addWidget(one);
    }
    first->addStretch();
    column->addLayout(first);
    auto* cancel = button(FlatButton::Style::Normal, tr("Cancel"));
    m_add = button(FlatButton::Style::Primary, tr("Add"));
    auto* last = new QHBoxLayout;
    last->addStretch();
    last->addWidget(cancel);
    last->addWidget(m_add);
    column->addLayout(last);

    m_soon.setSingleShot(true);
    m_soon.setInterval(kReadMs);
    connect(&m_soon, &QTimer::timeout, this, &AddCars::read);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] { m_soon.start(); });
    connect(file, &QAbstractButton::clicked, this, &AddCars::chooseFile);
    connect(own, &QAbstractButton::clicked, this, &AddCars::fillOwn);
    connect(m_fix, &QAbstractButton::clicked, this, &AddCars::takeFix);
    connect(m_fixAll, &QAbstractButton::clicked, this, &AddCars::takeAllFixes);
    connect(m_lines, &QListWidget::currentRowChanged, this, [this](int row) {
        m_fix->setEnabled(row >= 0 && row < m_lines->count() &&
                          !m_lines->item(row)->data(Qt::UserRole).toString().isEmpty());
    });
    connect(cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(m_add, &QAbstractButton::clicked, this, &AddCars::add);
    read();
}

void AddCars::setText(const QString& text)
{
    m_text->setPlainText(text);
    read();
}

void AddCars::chooseFile()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Load VINs or plates"), {},
                                                      tr("Lists (*.csv *.txt *.tsv);;All files (*)"));
    if (path.isEmpty()) {
        return;
    }
    QFile file(path);
    m_trouble = !file.open(QIODevice::ReadOnly) || file.size() > static_cast<qint64>(dealer::kMaxListBytes);
    m_problem->setVisible(m_trouble);
    if (m_trouble) {
        m_problem->setText(
            file.isOpen()
                ? tr("The file has more than 16 MiB. Nothing was read. Split it, and load the parts.")
                : tr("%1 cannot be read: %2. Nothing was added. Choose another file.").arg(path, file.errorString()));
        return;
    }
    setText(QString::fromUtf8(file.readAll()));
}

void AddCars::fillOwn()
{
    QStringList lines;
    for (const OwnCar& car : m_stock.session().carFeed().cars()) {
        if (car.vehicle.vin) {
            lines.append(QString::fromStdString(*car.vehicle.vin));
        }
    }
    setText(lines.join(QLatin1Char('\n')));
}

QString AddCars::summary() const
{
    if (m_list.tooLong) {
        return tr("This is longer than 16 MiB. Nothing was read.");
    }
    if (m_list.lines == 0) {
        return tr("Nothing yet");
    }
    const auto have = [&](dealer::LineIssue issue) {
        return std::count_if(m_list.problems.begin(), m_list.problems.end(),
                             [&](const auto& p) { return p.issue == issue; });
    };
    const auto twice = have(dealer::LineIssue::Twice) + have(dealer::LineIssue::InStock);
    const auto bad = static_cast<qsizetype>(m_list.problems.size()) - twice;
    const auto plates =
        std::count_if(m_list.cars.begin(), m_list.cars.end(), [](const auto& car) { return car.vin.empty(); });
    QStringList parts = {tr("%1 new").arg(format::count(m_list.cars.size()))};
    if (plates > 0) {
        parts.append(tr("%1 of them a plate without a VIN").arg(format::count(static_cast<std::uint64_t>(plates))));
    }
    if (twice > 0) {
        parts.append(tr("%1 there already").arg(format::count(static_cast<std::uint64_t>(twice))));
    }
    if (bad > 0) {
        parts.append(tr("%1 cannot be taken").arg(format::count(static_cast<std::uint64_t>(bad))));
    }
    return parts.join(QStringLiteral(" · "));
}

void AddCars::read()
{
    m_soon.stop();
    m_list = m_stock.readList(m_text->toPlainText());
    m_summary->setText(summary());
    showProblems();
    m_add->setText(m_list.cars.empty() ? tr("Add") : tr("Add %1").arg(format::count(m_list.cars.size())));
    m_add->setAccessibleName(m_add->text());
    m_add->setEnabled(!m_list.cars.empty());
    m_add->updateGeometry();
}

void AddCars::showProblems()
{
    m_lines->clear();
    bool fixes = false;
    for (const dealer::LineProblem& problem : m_list.problems) {
        if (m_lines->count() == kShownProblems) {
            break;
        }
        QString text = deskwords::problem(problem);
        const QString fix = QString::fromStdString(problem.fix);
        if (!fix.isEmpty()) {
            text += tr(". Is %1 meant?").arg(fix);
            fixes = true;
        }
        auto* item = new QListWidgetItem(text, m_lines);
        item->setData(Qt::UserRole, fix);
        item->setData(Qt::UserRole + 1, QString::fromStdString(problem.text));
    }
    m_lines->setVisible(m_lines->count() > 0);
    m_fix->setVisible(m_lines->count() > 0);
    m_fix->setEnabled(false);
    m_fixAll->setVisible(fixes);
}

void AddCars::takeFix()
{
    const QListWidgetItem* item = m_lines->currentItem();
    if (item == nullptr) {
        return;
    }
    QString text = m_text->toPlainText();
    text.replace(item->data(Qt::UserRole + 1).toString(), item->data(Qt::UserRole).toString());
    setText(text);
}

void AddCars::takeAllFixes()
{
    QString text = m_text->toPlainText();
    for (int i = 0; i < m_lines->count(); ++i) {
        const QString fix = m_lines->item(i)->data(Qt::UserRole).toString();
        if (!fix.isEmpty()) {
            text.replace(m_lines->item(i)->data(Qt::UserRole + 1).toString(), fix);
        }
    }
    setText(text);
}

void AddCars::add()
{
    read();
    if (!m_list.cars.empty() && m_stock.add(m_list.cars, m_check->isChecked())) {
        accept();
        return;
    }
    const ErrorView& error = m_stock.error();
    m_problem->setVisible(error.present());
    m_problem->setText(QStringLiteral("%1 %2 %3").arg(error.cause, error.money, error.next));
}

} // namespace autochain::desktop
