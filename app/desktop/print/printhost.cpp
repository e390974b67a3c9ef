// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/printhost.h"

#include "viewmodels/firstrun/app.h"
#include "viewmodels/vehicle/vehicleviewmodel.h"

#include <QFileInfo>
#include <QPrintEngine>
#include <QPrinter>

#include <memory>

namespace autochain::desktop
{
namespace
{
// What Qt's dialog keeps of a printer's own choices (pages on a sheet, banner, when): names and values in turn. Qt has
// no public name for the key.
constexpr auto kCupsOptions = static_cast<QPrintEngine::PrintEnginePropertyKey>(0xfe00);
constexpr int kMostOptions = 64;

QStringList printersOwn(const QPrinter& printer)
{
    QStringList out;
    const QStringList pairs = printer.printEngine()->property(kCupsOptions).toStringList();
    for (qsizetype i = 0; i + 1 < pairs.size() && out.size() < kMostOptions; i += 2) {
        out.append(pairs[i] + QLatin1Char('=') + pairs[i + 1]);
    }
    return out;
}
} // namespace

PrintWish wishOf(const QPrinter& printer)
{
    PrintWish out;
    const QPageSize size = printer.pageLayout().pageSize();
    const bool letter = size.id() == QPageSize::Letter;
    // Other paper gets the pages scaled: those whose shape is nearer.
    const QSizeF points = size.size(QPageSize::Point);
    constexpr double kBetween = 1.35; // Letter is 1.29 times as high as wide, A4 1.41
    out.paper = letter                                        ? report::Paper::Letter
                : size.id() == QPageSize::A4                  ? report::Paper::A4
                : points.height() < points.width() * kBetween ? report::Paper::Letter
                                                              : report::Paper::A4;
    if (!letter && size.id() != QPageSize::A4) {
        out.scaledTo = size.key();
    }
    if (!printer.outputFileName().isEmpty()) {
        out.file = printer.outputFileName();
        return out;
    }
    out.printer = printer.printerName();
    out.copies = printer.copyCount();
    out.options = printersOwn(printer);
    const auto option = [&](const char* text) { out.options.append(QLatin1String(text)); };
    if (printer.duplex() == QPrinter::DuplexLongSide) {
        option("sides=two-sided-long-edge");
    } else if (printer.duplex() == QPrinter::DuplexShortSide) {
        option("sides=two-sided-short-edge");
    } else if (printer.duplex() == QPrinter::DuplexNone) {
        option("sides=one-sided");
    }
    if (printer.colorMode() == QPrinter::GrayScale) {
        option("print-color-mode=monochrome");
    }
    if (printer.pageOrder() == QPrinter::LastPageFirst) {
        option("outputorder=reverse");
    }
    if (out.copies > 1) {
        option(printer.collateCopies() ? "Collate=True" : "Collate=False");
    }
    if (printer.pageLayout().orientation() == QPageLayout::Landscape) {
        option("orientation-requested=4");
    }
    return out;
}

QPrintDialog* askForPrinter(ReportViewModel& report, QWindow* main)
{
    auto printer = std::make_shared<QPrinter>();
    printer->setPageSize(QPageSize(report.letter() ? QPageSize::Letter : QPageSize::A4));
    printer->setDocName(QFileInfo(report.suggestedName()).completeBaseName());
    printer->setOutputFileName({});
    auto* dialog = new QPrintDialog(printer.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QObject::destroyed, [printer] {}); // it needs its printer to its end
    dialog->setWindowTitle(QObject::tr("Print the report"));
    // How many pages there are is known when they are drawn; the report goes whole.
    dialog->setOptions(QAbstractPrintDialog::PrintToFile | QAbstractPrintDialog::PrintShowPageSize |
                       QAbstractPrintDialog::PrintCollateCopies);
    QObject::connect(dialog, &QDialog::accepted, &report, [&report, printer] { report.printTo(wishOf(*printer)); });
    if (main != nullptr) {
        dialog->winId(); // makes its window
        dialog->windowHandle()->setTransientParent(main);
    }
    dialog->open();
    return dialog;
}

PrintHost::PrintHost(App& app, QWindow& main, QObject* parent) : QObject(parent), m_app(app), m_main(main)
{
    connect(&app, &App::shellChanged, this, &PrintHost::shellChanged);
    shellChanged();
}

PrintHost::~PrintHost()
{
    delete m_dialog;
}

void PrintHost::shellChanged()
{
    delete m_dialog; // a locked home prints nothing
    auto* car = m_app.shell() == nullptr ? nullptr : m_app.shell()->navigation()->find<VehicleViewModel>();
    if (car != nullptr) {
        ReportViewModel* report = car->report();
        connect(report, &ReportViewModel::printWanted, this, [this, report] {
            if (m_dialog == nullptr) {
                m_dialog = askForPrinter(*report, &m_main);
            }
        });
    }
}

} // namespace autochain::desktop
