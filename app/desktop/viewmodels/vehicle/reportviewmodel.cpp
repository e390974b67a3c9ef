// SPDX-License-Identifier: GPL-3.0-or-later
#include "reportviewmodel.h"

#include "base/hex.h"
#include "session/session.h"
#include "viewmodels/base/format.h"

#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace autochain::desktop
{

namespace
{
constexpr int kPreviewWidthPx = 720;

// Other readers are the tests'.
ReportViewModel::Reader readerOf(Session& session)
{
    return [&session](Hash32 id) { return readCarReport(session, id); };
}
} // namespace

ReportViewModel::ReportViewModel(Session& session, QObject* parent, Reader reader)
    : QObject(parent), m_session(session), m_reader(reader ? std::move(reader) : readerOf(session)),
      m_letter(usualPaper() == report::Paper::Letter)
{
}

void ReportViewModel::setCar(const Hash32& vehicleId, const QString& body, const QString& paint)
{
    if (vehicleId != m_id) {
        m_drawer.cancel();
        m_car = {};
        leavePrivate();
        m_preview.clear();
        m_note.clear();
        m_file.clear();
        m_error = {};
    }
    m_id = vehicleId;
    m_body = body;
    m_paint = paint;
    emit changed();
}

void ReportViewModel::leavePrivate()
{
    m_withPrivate = false;
    m_private.clear();
}

void ReportViewModel::setPrivateParts(int count)
{
    if (m_privateParts != count) {
        m_privateParts = count;
        const bool other = !m_private.isEmpty(); // those that were asked for are others than those open now
        leavePrivate();
        if (other) {
            optionsChanged();
        }
        emit changed();
    }
}

void ReportViewModel::setWithPrivate(bool with)
{
    if (m_busy || m_car.bundle.isEmpty() || with == m_withPrivate || (with && (m_privateParts == 0 || !m_disclose))) {
        emit changed(); // the box stands where it stood
        return;
    }
    leavePrivate();
    if (with) {
        m_session.gate().start(takePrivate());
    } else {
        optionsChanged();
    }
}

QCoro::Task<> ReportViewModel::takePrivate()
{
    m_error = {};
    setDoing(tr("Your signer is asked for the keys of the private parts …"));
    const Hash32 id = m_id;
    auto sections = co_await m_disclose();
    if (!sections.ok() || id != m_id) {
        finish(sections.ok() ? Error(VehicleError::ReportFailed, {"cancelled"}) : sections.error());
        co_return;
    }
    m_private = *std::move(sections);
    m_withPrivate = !m_private.isEmpty();
    co_await drawPreview();
}

void ReportViewModel::setWhole(bool whole)
{
    m_whole = whole;
    optionsChanged();
}

void ReportViewModel::setLetter(bool letter)
{
    m_letter = letter;
    optionsChanged();
}

void ReportViewModel::optionsChanged()
{
    emit changed();
    if (m_car.bundle.isEmpty()) {
        return;
    }
    if (m_busy) {
        m_again = true; // the picture under way is of the old wish
    } else {
        m_session.gate().start(drawPreview());
    }
}

void ReportViewModel::setDoing(const QString& doing)
{
    m_doing = doing;
    m_busy = !doing.isEmpty();
    m_page = m_pages = 0;
    emit changed();
}

void ReportViewModel::finish(const Error& error)
{
    m_error = wasCancelled(error) ? ErrorView() : ErrorView::of(error);
    setDoing({});
}

void ReportViewModel::begin()
{
    if (!m_busy) {
        m_note.clear();
        m_file.clear();
        leavePrivate();
        m_session.gate().start(read());
    }
}

QCoro::Task<> ReportViewModel::read()
{
    m_error = {};
    setDoing(tr("Reading the history with its proof …"));
    const Hash32 id = m_id;
    auto read = co_await m_reader(id);
    if (id != m_id) {
        setDoing({});
        co_return;
    }
    if (!read.ok()) {
        finish(read.error());
        co_return;
    }
    m_car = std::move(*read);
    m_about = tr("%n record(s) with their proof lie inside the file.", nullptr, m_car.records);
    if (m_car.missing > 0) {
        m_about += QLatin1Char(' ') +
                   tr("The text of %n of them was not to be had; the report says so.", nullptr, m_car.missing);
    }
    co_await drawPreview();
}

report::Paper ReportViewModel::paper() const
{
    return m_letter ? report::Paper::Letter : report::Paper::A4;
}

report::ReportPacket ReportViewModel::packet(report::Paper paper) const
{
    report::ReportPacket out;
    out.bundle = m_car.bundle;
    out.options = reportOptions(m_session, m_car.provenance, m_body, m_paint);
    out.options.paper = paper;
    out.options.scope = m_whole ? report::Scope::Whole : report::Scope::Summary;
    if (m_whole) { // a summary prints no records, so it carries no parts of them
        out.opened = m_private;
    }
    return out;
}

QCoro::Task<> ReportViewModel::drawPreview()
{
    do {
        m_again = false;
        setDoing(tr("Drawing the first page …"));
        const auto picture = co_await m_drawer.preview(packet(paper()), kPreviewWidthPx);
        if (!picture.ok()) {
            finish(picture.error());
            co_return;
        }
        const QString path = m_pictures.filePath(QStringLiteral("page-%1.png").arg(++m_pictureNumber));
        QFile file(path);
        const auto size = static_cast<qint64>(picture->size());
        if (file.open(QIODevice::WriteOnly) &&
            file.write(reinterpret_cast<const char*>(picture->data()), size) == size) {
            m_preview = QUrl::fromLocalFile(path);
        }
    } while (m_again);
    m_error = {};
    setDoing({});
}

QCoro::Task<bool> ReportViewModel::draw(QString file, report::Paper paper)
{
    m_note.clear();
    m_file.clear();
    m_error = {};
    setDoing(tr("Drawing the pages …"));
    const auto drawn = co_await m_drawer.draw(packet(paper), file, [this](int page, int pages) {
        m_page = page;
        m_pages = pages;
        m_doing = tr("Page %1 of %2 …").arg(page).arg(pages);
        emit changed();
    });
    if (!drawn.ok()) {
        finish(drawn.error());
        co_return false;
    }
    m_file = file;
    setDoing({});
    co_return true;
}

QString ReportViewModel::suggestedName() const
{
    return QStringLiteral("vehicle-report-%1.pdf").arg(QString::fromStdString(toHex0x(m_id)).mid(2, 8));
}

void ReportViewModel::save(const QUrl& file)
{
    if (!m_busy && !m_car.bundle.isEmpty()) {
        PrintWish wish;
        wish.file = file.toLocalFile();
        wish.paper = paper();
        m_session.gate().start(saveTo(std::move(wish)));
    }
}

QCoro::Task<> ReportViewModel::saveTo(PrintWish wish)
{
    const bool drawn = co_await draw(wish.file, wish.paper);
    if (drawn) {
        m_note = tr("Saved as %1. Whoever has the file can check it: the proof lies inside.")
                     .arg(QDir::toNativeSeparators(wish.file));
        if (m_whole && m_withPrivate) {
            m_note += QLatin1Char(' ') +
                      tr("It holds %n private part(s) in the open: mind whom you give it to.", nullptr, m_privateParts);
        }
        if (!wish.scaledTo.isEmpty()) {
            m_note += QLatin1Char(' ') + tr("Files are drawn on A4 or Letter; a printer scales them to other paper.");
        }
        emit changed();
    }
}

void ReportViewModel::print()
{
    if (!m_busy && !m_car.bundle.isEmpty()) {
        emit printWanted();
    }
}

void ReportViewModel::printTo(const PrintWish& wish)
{
    if (m_busy || m_car.bundle.isEmpty()) {
        return;
    }
    m_session.gate().start(wish.printer.isEmpty() ? saveTo(wish) : printOn(wish));
}

QCoro::Task<> ReportViewModel::printOn(PrintWish wish)
{
    const QString file = m_pictures.filePath(QStringLiteral("print.pdf"));
    const bool drawn = co_await draw(file, wish.paper);
    m_file.clear(); // nothing of it stays
    if (!drawn) {
        co_return;
    }
    setDoing(tr("Handing it to the printer …"));
    const auto sent = co_await sendToPrinter(wish, file, tr("Vehicle history report"));
    QFile::remove(file);
    if (sent.ok()) {
        m_note = tr("The printer %1 has it. Whoever wants to check the report needs the file: save it as PDF, too.")
                     .arg(wish.printer);
    } else {
        m_error.cause = tr("The printer %1 did not take the report: %2")
                            .arg(wish.printer, QString::fromStdString(sent.error().args[0]));
        m_error.next = tr("See whether it is on, or save the report as PDF and print that.");
    }
    setDoing({});
}

void ReportViewModel::cancel()
{
    m_again = false;
    m_drawer.cancel();
}

void ReportViewModel::showInFolder()
{
    if (!m_file.isEmpty()) {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_file).absolutePath()));
    }
}

} // namespace autochain::desktop
