// SPDX-License-Identifier: GPL-3.0-or-later
// What the desk's keys and buttons do.
#include "desk/deskwindow.h"

#include "base/hex.h"
#include "desk/addcars.h"
#include "desk/deskprint.h"
#include "viewmodels/base/format.h"
#include "viewmodels/desk/deskwords.h"

#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPdfWriter>
#include <QPushButton>
#include <QSaveFile>

#include <numeric>

namespace autochain::desktop
{

void DeskWindow::command(QChar letter)
{
    switch (letter.unicode()) {
    case '/':
        m_query->setFocus(Qt::ShortcutFocusReason);
        m_query->selectAll();
        break;
    case 'H':
        checkChosen();
        break;
    case 'R':
    case 'L':
        sell();
        break;
    case 'W':
        watchChosen();
        break;
    case 'D':
        togglePanel();
        break;
    case 'A':
        m_panel->show();
        m_panel->focusAsk();
        break;
    case 'C':
        chooseColumns();
        break;
    case '?':
        showKeys();
        break;
    default:
        break;
    }
}

std::vector<std::uint32_t> DeskWindow::chosen() const
{
    std::vector<std::uint32_t> out = m_model.pickedRows();
    if (const auto row = m_table->currentRow(); out.empty() && row) {
        out.push_back(*row);
    }
    return out;
}

void DeskWindow::say(const QString& text)
{
    m_picked->setText(text);
    QAccessibleEvent alert(m_picked, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void DeskWindow::addCars()
{
    AddCars dialog(m_look, m_desk.stock(), this);
    dialog.exec();
}

void DeskWindow::pasteCars()
{
    AddCars dialog(m_look, m_desk.stock(), this);
    dialog.setText(QGuiApplication::clipboard()->text());
    dialog.exec();
}

void DeskWindow::loadFile()
{
    AddCars dialog(m_look, m_desk.stock(), this);
    dialog.chooseFile();
    dialog.exec();
}

std::vector<std::uint32_t> DeskWindow::printed() const
{
    return m_model.picked() > 0 ? m_model.pickedRows() : m_model.shownRows();
}

void DeskWindow::exportCsv()
{
    const std::vector<std::uint32_t> rows = printed();
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Export %Ln car(s)", nullptr, static_cast<int>(rows.size())),
                                     QStringLiteral("stock.csv"), tr("CSV (*.csv)"));
    if (path.isEmpty()) {
        return;
    }
    const std::string csv =
        dealer::writeCsv(m_desk.stock().table(), rows, m_model.columns(), m_desk.stock().session().now());
    QSaveFile out(path);
    const bool written = out.open(QIODevice::WriteOnly) &&
                         out.write(csv.data(), static_cast<qint64>(csv.size())) == static_cast<qint64>(csv.size()) &&
                         out.commit();
    say(written ? tr("Saved %Ln car(s)", nullptr, static_cast<int>(rows.size()))
                : tr("Not saved: %1").arg(out.errorString()));
}

void DeskWindow::printMenu()
{
    const int count = static_cast<int>(printed().size());
    QMenu menu(this);
    menu.setPalette(paletteOf(m_look));
    menu.setFont(m_look.font(Face::Body));
    connect(menu.addAction(tr("List of %Ln car(s)…", nullptr, count)), &QAction::triggered, this,
            &DeskWindow::printList);
    connect(menu.addAction(tr("Report of each of %Ln car(s)…", nullptr, count)), &QAction::triggered, this,
            &DeskWindow::printReports);
    menu.exec(m_printButton->mapToGlobal(QPoint(0, m_printButton->height())));
}

void DeskWindow::printReports()
{
    if (m_reports != nullptr) {
        m_reports->raise();
        return;
    }
    std::vector<DeskReports::Car> cars;
    for (const std::uint32_t row : printed()) {
        const dealer::Car& car = m_desk.stock().table().at(row);
        const std::string& number = car.own.vin.empty() ? car.own.plate : car.own.vin;
        const QString name =
            QString::fromStdString(car.name.empty() || car.name == number ? number : car.name + ", " + number);
        cars.push_back({car.own.vin, name});
    }
    if (cars.empty() && !m_desk.reports().running()) {
        say(tr("No car is shown: there is nothing to print."));
        return;
    }
    m_reports = new ReportsDialog(m_look, m_desk.reports(), std::move(cars), this);
    m_reports->show();
}

void DeskWindow::printList()
{
    const std::vector<std::uint32_t> rows = printed();
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Print %Ln car(s) to PDF", nullptr, static_cast<int>(rows.size())),
                                     QStringLiteral("stock.pdf"), tr("PDF (*.pdf)"));
    if (path.isEmpty()) {
        return;
    }
    QSaveFile out(path);
    if (!out.open(QIODevice::WriteOnly)) {
        say(tr("Not saved: %1").arg(out.errorString()));
        return;
    }
    int pages = 0;
    {
        QPdfWriter writer(&out);
        writer.setTitle(tr("Dealer desk"));
        writer.setPageSize(QPageSize(QPageSize::A4));
        pages = printCars(writer, m_desk.stock().table(), rows, m_model.columns(),
                          tr("Dealer desk, %1").arg(m_desk.stock().session().myName()), m_desk.stock().session().now());
    }
    say(pages > 0 && out.commit() ? tr("%Ln page(s) saved", nullptr, pages)
                                  : tr("Not saved: %1").arg(out.errorString()));
}

void DeskWindow::checkChosen()
{
    const auto rows = chosen();
    m_desk.stock().check(rows);
    say(tr("%Ln history(ies) asked for", nullptr, static_cast<int>(rows.size())));
}

void DeskWindow::checkAll()
{
    m_desk.stock().check(m_model.shownRows());
}

void DeskWindow::sell()
{
    const auto row = m_table->currentRow();
    if (!row) {
        return;
    }
    const dealer::Car& car = m_desk.stock().table().at(*row);
    if (!dealer::heldBy(car, m_desk.stock().session().me())) {
        say(tr("Only the holder of the title lists it and changes its price."));
        return;
    }
    m_desk.openInSuite(QStringLiteral("garage/sell/") + QString::fromStdString(toHex0x(car.vehicleId)));
}

void DeskWindow::openCar()
{
    const auto row = m_table->currentRow();
    if (!row) {
        return;
    }
    const dealer::Car& car = m_desk.stock().table().at(*row);
    if (car.own.vin.empty()) {
        say(tr("No VIN is known for this plate: there is no page of it."));
        return;
    }
    m_desk.openInSuite(QStringLiteral("vehicle/") + QString::fromStdString(car.own.vin));
}

void DeskWindow::removeChosen()
{
    const auto rows = chosen();
    if (rows.empty()) {
        return;
    }
    QMessageBox question(this);
    question.setPalette(paletteOf(m_look));
    question.setWindowTitle(tr("Remove from the stock"));
    question.setText(tr("Remove %Ln car(s) from the stock?", nullptr, static_cast<int>(rows.size())));
    question.setInformativeText(
        tr("Your prices, notes and flags of them go, and what was read. Titles, listings and money are not touched."));
    auto* keep = question.addButton(tr("Keep"), QMessageBox::RejectRole);
    auto* remove = question.addButton(tr("Remove"), QMessageBox::DestructiveRole);
    question.setDefaultButton(keep);
    question.setEscapeButton(keep);
    question.exec();
    if (question.clickedButton() == remove) {
        m_desk.stock().remove(rows);
    }
}

void DeskWindow::watchChosen()
{
    const auto rows = chosen();
    const auto& table = m_desk.stock().table();
    const bool all = std::all_of(rows.begin(), rows.end(),
                                 [&](std::uint32_t row) { return table.at(row).has(dealer::Mark::Watched); });
    for (const std::uint32_t row : rows) {
        m_desk.stock().setMark(row, dealer::Mark::Watched, !all);
    }
    const int count = static_cast<int>(rows.size());
    say(all ? tr("%Ln car(s) no longer watched", nullptr, count) : tr("%Ln car(s) watched", nullptr, count));
}

void DeskWindow::chooseColumns()
{
    QMenu menu(this);
    menu.setPalette(paletteOf(m_look));
    menu.setFont(m_look.font(Face::Body));
    std::vector<dealer::Column> columns = m_model.columns();
    for (int i = 0; i < dealer::kColumns; ++i) {
        const auto column = static_cast<dealer::Column>(i);
        QAction* action = menu.addAction(deskwords::fullHead(column));
        action->setCheckable(true);
        action->setChecked(m_model.columnOf(column) > 0);
        action->setData(i);
    }
    menu.addSeparator();
    QAction* usual = menu.addAction(tr("The usual columns"));
    const QAction* taken =
        menu.exec(m_stack != nullptr ? mapToGlobal(QPoint(width() / 2, m_look.px(150))) : QCursor::pos());
    if (taken == nullptr) {
        return;
    }
    if (taken == usual) {
        columns = dealer::usualColumns();
    } else {
        const auto column = static_cast<dealer::Column>(taken->data().toInt());
        const auto at = std::find(columns.begin(), columns.end(), column);
        if (at != columns.end()) {
            columns.erase(at);
        } else { // where it stands among all of them
            columns.insert(std::find_if(columns.begin(), columns.end(), [&](dealer::Column c) { return c > column; }),
                           column);
        }
    }
    m_model.setColumns(std::move(columns));
    m_table->fitColumns();
}

void DeskWindow::groupBy(int index)
{
    m_group->setCurrentIndex(index);
    m_model.setGroupBy(static_cast<dealer::GroupBy>(index));
}

void DeskWindow::openMore()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setPalette(paletteOf(m_look));
    menu->setFont(m_look.font(Face::Body));
    const auto add = [&](const QString& text, void (DeskWindow::*does)()) {
        connect(menu->addAction(text), &QAction::triggered, this, does);
    };
    add(m_sellButton->text(), &DeskWindow::sell);
    add(tr("Watch"), &DeskWindow::watchChosen);
    add(tr("Details"), &DeskWindow::togglePanel);
    add(tr("Columns…"), &DeskWindow::chooseColumns);
    QMenu* groups = menu->addMenu(tr("Group by"));
    groups->setPalette(menu->palette());
    groups->setFont(menu->font());
    for (int i = 0; i < m_group->count(); ++i) {
        QAction* group = groups->addAction(m_group->itemText(i));
        group->setCheckable(true);
        group->setChecked(i == m_group->currentIndex());
        connect(group, &QAction::triggered, this, [this, i] { groupBy(i); });
    }
    menu->addSeparator();
    add(tr("Add car…"), &DeskWindow::addCars);
    add(tr("Load file…"), &DeskWindow::loadFile);
    add(tr("Export…"), &DeskWindow::exportCsv);
    add(tr("Print…"), &DeskWindow::printList);
    add(tr("Keys"), &DeskWindow::showKeys);
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
}

void DeskWindow::saveView()
{
    bool taken = false;
    const QString name = QInputDialog::getText(this, tr("Save view"),
                                               tr("Name of this view: its query, columns, order and groups are kept."),
                                               QLineEdit::Normal, m_query->text(), &taken);
    if (!taken || name.trimmed().isEmpty()) {
        return;
    }
    store::StockView view;
    view.name = name.trimmed().left(60).toStdString();
    view.query = m_query->text().toStdString();
    view.columns = dealer::writeColumns(m_model.columns());
    view.sort = dealer::idOf(m_model.order().column);
    view.descending = m_model.order().descending;
    view.group = dealer::idOf(m_model.groupBy());
    for (const View& known : m_views) { // the same name: the view as it is now
        view.id = known.own && known.view.name == view.name ? known.view.id : view.id;
    }
    if (m_desk.stock().saveView(view)) {
        m_tabs->setCurrentIndex(m_tabs->count() - 1);
    }
}

void DeskWindow::showKeys()
{
    const std::pair<QString, QString> keys[] = {
        {tr("/ or Ctrl F"), tr("go to the query")},
        {tr("H"), tr("check the history of the selected cars")},
        {tr("Ctrl Shift H"), tr("check all cars shown")},
        {tr("R, L"), tr("reprice or list the current car")},
        {tr("A"), tr("type its asking price")},
        {tr("W"), tr("watch it, or stop watching")},
        {tr("Space"), tr("select; Shift with arrows selects on; Ctrl A all; Esc none")},
        {tr("Enter"), tr("open the car's page in the main window")},
        {tr("D"), tr("show or hide the details")},
        {tr("C"), tr("choose columns")},
        {tr("Alt 1 … Alt 9"), tr("go to a view; Ctrl S saves one")},
        {tr("Ctrl N, Ctrl V, Ctrl O"), tr("add a car, paste VINs, load a file")},
        {tr("Ctrl E, Ctrl P"), tr("export as CSV, print the list as PDF")},
        {tr("Ctrl Shift P"), tr("a report of each car as PDF")},
        {tr("Delete"), tr("remove from the stock, after a question")},
        {tr("Ctrl W"), tr("close the desk; checks go on")}};
    QMessageBox sheet(this);
    sheet.setPalette(paletteOf(m_look));
    sheet.setWindowTitle(tr("Keys of the desk"));
    QString rows;
    for (const auto& [key, text] : keys) {
        rows += QStringLiteral("<tr><td style='padding-right:16px'><b>%1</b></td><td>%2</td></tr>")
                    .arg(key.toHtmlEscaped(), text.toHtmlEscaped());
    }
    sheet.setText(QStringLiteral("<table>%1</table>").arg(rows));
    sheet.addButton(tr("Close"), QMessageBox::RejectRole);
    sheet.exec();
}

void DeskWindow::pauseOrGoOn()
{
    DeskStock& stock = m_desk.stock();
    if (stock.job().state().phase == dealer::JobState::Phase::Paused) {
        stock.resumeJob();
    } else {
        stock.pauseJob();
    }
}

void DeskWindow::cancelJob()
{
    m_desk.stock().cancelJob();
}

void DeskWindow::showFailed()
{
    ask(QStringLiteral("failed"));
}

} // namespace autochain::desktop
