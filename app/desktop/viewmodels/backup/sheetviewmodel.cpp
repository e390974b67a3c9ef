// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/backup/sheetviewmodel.h"

#include "store/error.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QDir>

namespace autochain::desktop
{

SheetViewModel::SheetViewModel(SheetFacts facts, QString folder, QObject* parent)
    : QObject(parent), m_facts(std::move(facts)), m_folder(std::move(folder))
{
    m_facts.version = QCoreApplication::applicationVersion();
}

bool SheetViewModel::write(const QString& path)
{
    m_facts.date = QDate::currentDate();
    const bool written = writeSheet(path, m_facts);
    m_note.clear();
    m_error = written ? ErrorView() : ErrorView::of(Error(StoreError::NoAccess, {path.toStdString()}));
    return written;
}

void SheetViewModel::save(const QUrl& file)
{
    const QString path = file.toLocalFile();
    if (write(path)) {
        m_note =
            tr("Saved as %1. The words are not in it: you write them by hand.").arg(QDir::toNativeSeparators(path));
    }
    emit changed();
}

void SheetViewModel::print()
{
    const QString path = m_folder + QStringLiteral("/recovery-sheet.pdf");
    if (write(path)) {
        const bool opened = QDesktopServices::openUrl(QUrl::fromLocalFile(path));
        m_note = opened
                     ? tr("Print it from the viewer that opens. The words are not in it: you write them by hand.")
                     : tr("No viewer for PDF files opened. The page lies at %1.").arg(QDir::toNativeSeparators(path));
    }
    emit changed();
}

} // namespace autochain::desktop
