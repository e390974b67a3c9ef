// SPDX-License-Identifier: GPL-3.0-or-later
#include "documentsmodel.h"

#include "base/hex.h"
#include "detaillist.h"
#include "documentbytes.h"
#include "session/session.h"
#include "store/error.h"

#include <QDesktopServices>
#include <QDir>
#include <QSaveFile>

#include <algorithm>

namespace autochain::desktop
{

namespace
{
constexpr std::size_t kMostDocuments = 2'000; // of one car; a history may name millions

// What a viewer only shows. Everything else can be saved and is the person's own to open.
QString endingOf(const std::string& type)
{
    return type == "application/pdf" ? QStringLiteral(".pdf")
           : type == "image/png"     ? QStringLiteral(".png")
           : type == "image/jpeg"    ? QStringLiteral(".jpg")
           : type == "text/plain"    ? QStringLiteral(".txt")
                                     : QString();
}

DocumentRow rowOf(const vehicle::Record& record, std::size_t number, const RecordPeople& people)
{
    const vehicle::Attachment& document = record.content.documents[number];
    DocumentRow row;
    row.key = QStringLiteral("%1-%2").arg(record.index).arg(number);
    row.name = document.name.empty() ? QCoreApplication::translate("vehicle", "Document %1").arg(number + 1)
                                     : QString::fromStdString(document.name);
    row.kind = documentKind(document.type, document.bytes);
    row.by = QCoreApplication::translate("vehicle", "%1, %2").arg(issuerText(record, people), recordDate(record.time));
    row.state = QStringLiteral("looking");
    row.record = static_cast<int>(record.index);
    row.opens = !endingOf(document.type).isEmpty();
    row.document = document;
    return row;
}

QString stateOf(const Result<>& read)
{
    return read.ok()                                       ? QStringLiteral("here")
           : read.error().is(ContentError::DigestMismatch) ? QStringLiteral("altered")
                                                           : QStringLiteral("away");
}

Result<> nowhere(BytesView)
{
    return {};
}
} // namespace

DocumentsModel::DocumentsModel(Session& session, QObject* parent) : RowModel(parent), m_session(session) {}

QHash<int, QByteArray> DocumentsModel::roleNames() const
{
    return {{KeyRole, "key"},     {NameRole, "name"}, {KindRole, "kind"},     {ByRole, "by"},
            {StateRole, "state"}, {PartRole, "part"}, {RecordRole, "record"}, {OpensRole, "opens"}};
}

QVariant DocumentsModel::value(const DocumentRow& row, int role) const
{
    switch (role) {
    case KeyRole:
        return row.key;
    case NameRole:
        return row.name;
    case KindRole:
        return row.kind;
    case ByRole:
        return row.by;
    case StateRole:
        return row.state;
    case PartRole:
        return row.part;
    case RecordRole:
        return row.record;
    case OpensRole:
        return row.opens;
    default:
        return {};
    }
}

void DocumentsModel::show(std::span<const vehicle::Record> records, const RecordPeople& people)
{
    std::vector<DocumentRow> next, unknown;
    for (auto record = records.rbegin(); record != records.rend(); ++record) {
        for (std::size_t i = 0; i < record->content.documents.size() && next.size() < kMostDocuments; ++i) {
            next.push_back(rowOf(*record, i, people));
            const DocumentRow* before = find(next.back().key);
            if (before != nullptr && before->document == next.back().document) {
                next.back().state = before->state;
                next.back().part = before->part;
            } else {
                unknown.push_back(next.back());
            }
        }
    }
    setRows(std::move(next));
    emit changed();
    if (!unknown.empty()) {
        m_session.gate().start(look(std::move(unknown)));
    }
}

const DocumentRow* DocumentsModel::find(const QString& key) const
{
    const auto at = std::find_if(rows().begin(), rows().end(), [&](const DocumentRow& row) { return row.key == key; });
    return at == rows().end() ? nullptr : &*at;
}

void DocumentsModel::setState(const QString& key, const QString& state, double part)
{
    std::vector<DocumentRow> next = rows();
    for (DocumentRow& row : next) {
        if (row.key == key) {
            row.state = state;
            row.part = part;
        }
    }
    setRows(std::move(next));
    emit changed();
}

// Of a large one only what is on this computer is looked at.
QCoro::Task<> DocumentsModel::look(std::vector<DocumentRow> unknown)
{
    for (const DocumentRow& row : unknown) {
        if (m_session.gate().closed()) {
            co_return;
        }
        QString state;
        if (row.document.isFile) {
            ReadLimits limits;
            limits.maxFileBytes = kMostUnasked;
            const bool here = co_await m_session.content().hasFile(cidOfDocument(row.document), limits);
            state = here ? QStringLiteral("here") : QStringLiteral("large");
        } else {
            const Result<> read = co_await readDocument(m_session.content(), row.document, kMostUnasked, nowhere);
            state = stateOf(read);
        }
        const DocumentRow* now = find(row.key);
        if (now != nullptr && now->document == row.document) {
            setState(row.key, state);
        }
    }
}

void DocumentsModel::fetch(const QString& key)
{
    const DocumentRow* row = find(key);
    if (row == nullptr || row->state == QStringLiteral("fetching")) {
        return;
    }
    m_session.content().askAgain();
    DocumentRow wanted = *row;
    if (wanted.document.isFile) {
        m_stopped.remove(key);
        setState(key, QStringLiteral("fetching"));
        m_session.gate().start(fetchLarge(std::move(wanted)));
    } else {
        setState(key, QStringLiteral("looking"));
        m_session.gate().start(look({std::move(wanted)}));
    }
}

void DocumentsModel::stop(const QString& key)
{
    m_stopped.insert(key);
}

// Into the folder, block by block: what came before a stop is not asked for again.
QCoro::Task<> DocumentsModel::fetchLarge(DocumentRow row)
{
    m_error = {};
    const BytesSink sink = [this, key = row.key](BytesView) {
        const bool ended = m_stopped.contains(key) || m_session.gate().closed();
        return ended ? Result<>(ContentError::NotFound) : Result<>();
    };
    const ReadProgress progress = [this, key = row.key](std::uint64_t done, std::uint64_t all) {
        setState(key, QStringLiteral("fetching"), all == 0 ? 0 : static_cast<double>(done) / static_cast<double>(all));
    };
    const Result<> read = co_await readDocument(m_session.content(), row.document, kMostOfDocument, sink, progress);
    const bool stopped = m_stopped.remove(row.key);
    if (read.ok() || !stopped) {
        setState(row.key, stateOf(read));
        if (read.ok()) {
            emit fetched(row.document);
        }
    } else {
        setState(row.key, QStringLiteral("large"));
    }
    if (!read.ok() && !stopped) {
        m_error = ErrorView::of(read.error());
        emit changed();
    }
}

void DocumentsModel::open(const QString& key)
{
    const DocumentRow* row = find(key);
    if (row == nullptr || !row->opens) {
        return;
    }
    if (m_copies == nullptr) {
        m_copies = std::make_unique<QTemporaryDir>();
    }
    // The name is the digest's and the ending ours: what the issuer called it decides nothing on this computer.
    const QString name = QString::fromStdString(toHex(row->document.digest.view()));
    m_session.gate().start(write(*row, m_copies->filePath(name + endingOf(row->document.type)), true));
}

void DocumentsModel::save(const QString& key, const QUrl& file)
{
    if (const DocumentRow* row = find(key); row != nullptr && file.isLocalFile()) {
        m_session.gate().start(write(*row, file.toLocalFile(), false));
    }
}

QCoro::Task<> DocumentsModel::write(DocumentRow row, QString path, bool thenOpen)
{
    m_note.clear();
    m_error = {};
    QSaveFile file(path);
    bool written = file.open(QIODevice::WriteOnly);
    const BytesSink sink = [&file, &written](BytesView piece) {
        const auto size = static_cast<qint64>(piece.size());
        written = written && file.write(reinterpret_cast<const char*>(piece.data()), size) == size;
        return Result<>();
    };
    const Result<> read = co_await readDocument(m_session.content(), row.document, kMostOfDocument, sink);
    setState(row.key, stateOf(read));
    if (!read.ok()) {
        m_error = ErrorView::of(read.error());
        emit changed();
        co_return;
    }
    written = written && file.commit();
    if (!written) {
        m_error = ErrorView::of(Error(StoreError::NoAccess, {path.toStdString()}));
    } else if (!thenOpen) {
        m_note = tr("Saved as %1, checked against the record.").arg(QDir::toNativeSeparators(path));
    } else if (!QDesktopServices::openUrl(QUrl::fromLocalFile(path))) {
        m_note = tr("No viewer opened. The checked copy lies at %1.").arg(QDir::toNativeSeparators(path));
    }
    emit changed();
}

} // namespace autochain::desktop
