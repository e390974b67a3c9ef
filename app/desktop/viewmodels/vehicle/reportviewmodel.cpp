// SPDX-License-Identifier: GPL-3.0-or-later
#include "reportviewmodel.h"

#include "base/hex.h"
#include "session/session.h"
#include "vehicle/history_export.h"
#include "viewmodels/base/format.h"

#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QLocale>

namespace autochain::desktop
{

namespace
{
constexpr int kPreviewWidthPx = 720;

// The drawing's paint for a colour word in English, as Theme.carPaints has it; none: grey.
QString paintOf(const QString& word)
{
    static const QHash<QString, QString> kPaints = {
        {QStringLiteral("red"), QStringLiteral("9c4a46")},    {QStringLiteral("orange"), QStringLiteral("b56a3c")},
        {QStringLiteral("yellow"), QStringLiteral("c2a043")}, {QStringLiteral("gold"), QStringLiteral("a89878")},
        {QStringLiteral("beige"), QStringLiteral("b5a88e")},  {QStringLiteral("brown"), QStringLiteral("74594a")},
        {QStringLiteral("green"), QStringLiteral("5a7a63")},  {QStringLiteral("blue"), QStringLiteral("466b92")},
        {QStringLiteral("purple"), QStringLiteral("6b5a8c")}, {QStringLiteral("white"), QStringLiteral("c9cdd0")},
        {QStringLiteral("silver"), QStringLiteral("a3aab1")}, {QStringLiteral("black"), QStringLiteral("45484f")}};
    return kPaints.value(word);
}
} // namespace

ReportViewModel::ReportViewModel(Session& session, QObject* parent)
    : QObject(parent), m_session(session), m_letter(QLocale().measurementSystem() == QLocale::ImperialUSSystem)
{
}

void ReportViewModel::setCar(const Hash32& vehicleId, const QString& body, const QString& paint)
{
    if (vehicleId != m_id) {
        m_drawer.cancel();
        m_bundle.clear();
        m_preview.clear();
        m_note.clear();
        m_file.clear();
        m_error = {};
    }
    m_id = vehicleId;
    m_body = body;
    m_paint = paintOf(paint);
    emit changed();
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
    if (m_bundle.isEmpty()) {
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
    const bool cancelled = error.is(VehicleError::ReportFailed) && !error.args.empty() && error.args[0] == "cancelled";
    m_error = cancelled ? ErrorView() : ErrorView::of(error);
    setDoing({});
}

void ReportViewModel::begin()
{
    if (!m_busy) {
        m_note.clear();
        m_file.clear();
        m_session.gate().start(read());
    }
}

QCoro::Task<> ReportViewModel::read()
{
    m_error = {};
    setDoing(tr("Reading the history with its proof …"));
    const Hash32 id = m_id;
    auto* proofs = dynamic_cast<ProofPort*>(&m_session.node());
    if (proofs == nullptr) {
        finish(Error(ChainError::NodeUnreachable));
        co_return;
    }
    auto exported =
        co_await vehicle::exportHistory(m_session.node(), *proofs, m_session.content(), m_session.network(), id);
    if (id != m_id) {
        setDoing({});
        co_return;
    }
    if (!exported.ok()) {
        finish(exported.error());
        co_return;
    }
    m_bundle = QByteArray::fromStdString(vehicle::writeHistoryBundle(exported->bundle));
    m_provenance = exported->provenance;
    m_about = tr("%n record(s) with their proof lie inside the file.", nullptr,
                 static_cast<int>(exported->bundle.records.size()));
    if (exported->missingBlocks > 0) {
        m_about += QLatin1Char(' ') + tr("The text of %n of them was not to be had; the report says so.", nullptr,
                                         static_cast<int>(exported->missingBlocks));
    }
    co_await drawPreview();
}

report::ReportOptions ReportViewModel::options() const
{
    report::ReportOptions out;
    out.paper = m_letter ? report::Paper::Letter : report::Paper::A4;
    out.scope = m_whole ? report::Scope::Whole : report::Scope::Summary;
    out.language = QLocale().bcp47Name().left(12);
    out.drawnAt = m_session.now();
    out.network = QString::fromStdString(m_session.network().name).left(120);
    out.provenance = m_session.shown(m_provenance);
    out.offline = out.provenance == Provenance::Stale;
    out.body = m_body;
    out.paint = m_paint;
    return out;
}

QCoro::Task<> ReportViewModel::drawPreview()
{
    do {
        m_again = false;
        setDoing(tr("Drawing the first page …"));
        const auto picture = co_await m_drawer.preview(m_bundle, options(), kPreviewWidthPx);
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

QCoro::Task<bool> ReportViewModel::draw(QString file)
{
    m_note.clear();
    m_file.clear();
    m_error = {};
    setDoing(tr("Drawing the pages …"));
    const auto drawn = co_await m_drawer.draw(m_bundle, options(), file, [this](int page, int pages) {
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
    if (!m_busy && !m_bundle.isEmpty()) {
        m_session.gate().start(saveTo(file.toLocalFile()));
    }
}

QCoro::Task<> ReportViewModel::saveTo(QString file)
{
    const bool drawn = co_await draw(file);
    if (drawn) {
        m_note = tr("Saved as %1. Whoever has the file can check it: the proof lies inside.")
                     .arg(QDir::toNativeSeparators(file));
        emit changed();
    }
}

void ReportViewModel::print()
{
    const QString folder = m_session.folder() + QStringLiteral("/reports");
    if (!m_busy && !m_bundle.isEmpty() && QDir().mkpath(folder)) {
        m_session.gate().start(printFrom(folder + QLatin1Char('/') + suggestedName()));
    }
}

QCoro::Task<> ReportViewModel::printFrom(QString file)
{
    const bool drawn = co_await draw(file);
    if (drawn) {
        const bool opened = QDesktopServices::openUrl(QUrl::fromLocalFile(file));
        m_note = opened
                     ? tr("Print it from the viewer that opens.")
                     : tr("No viewer for PDF files opened. The report lies at %1.").arg(QDir::toNativeSeparators(file));
        emit changed();
    }
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
