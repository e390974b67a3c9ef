// SPDX-License-Identifier: GPL-3.0-or-later
#include "documentsmodel.h"

#include "base/hex.h"
#include "detaillist.h"
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
    // One block is checked as a whole by its digest; the root of a file of several would pass for the file itself.
    row.state = document.isFile ? QStringLiteral("pieces") : QStringLiteral("looking");
    row.record = static_cast<int>(record.index);
    row.opens = !document.isFile && !endingOf(document.type).isEmpty();
    row.document = document;
    return row;
}

QString stateOf(const Result<Bytes>& bytes)
{
    return bytes.ok()                                       ? QStringLiteral("here")
           : bytes.error().is(ContentError::DigestMismatch) ? QStringLiteral("altered")
                                                            : QStringLiteral("away");
}
} // namespace

DocumentsModel::DocumentsModel(Session& session, QObject* parent) : RowModel(parent), m_session(session) {}

QHash<int, QByteArray> DocumentsModel::roleNames() const
{
    return {{KeyRole, "key"},     {NameRole, "name"},     {KindRole, "kind"},  {ByRole, "by"},
            {StateRole, "state"}, {RecordRole, "record"}, {OpensRole, "opens"}};
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
            if (next.back().document.isFile) {
                continue;
            }
            if (before != nullptr && before->document == next.back().document) {
                next.back().state = before->state;
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

void DocumentsModel::setState(const QString& key, const QString& state)
{
    std::vector<DocumentRow> next = rows();
    for (DocumentRow& row : next) {
        if (row.key == key) {
            row.state = state;
        }
    }
    setRows(std::move(next));
    emit changed();
}

// The port checks what it gives against the digest.
QCoro::Task<Result<Bytes>> DocumentsModel::bytesOf(vehicle::Attachment document)
{
    auto bytes = co_await m_session.content().get(document.digest);
    co_return bytes;
}

QCoro::Task<> DocumentsModel::look(std::vector<DocumentRow> unknown)
{
    for (const DocumentRow& row : unknown) {
        if (m_session.gate().closed()) {
            co_return;
        }
        const auto bytes = co_await bytesOf(row.document);
        const DocumentRow* now = find(row.key);
        if (now != nullptr && now->document == row.document) {
            setState(row.key, stateOf(bytes));
        }
    }
}

void DocumentsModel::fetch(const QString& key)
{
    if (const DocumentRow* row = find(key); row != nullptr && !row->document.isFile) {
        std::vector<DocumentRow> one{*row};
        setState(key, QStringLiteral("looking"));
        m_session.gate().start(look(std::move(one)));
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
    if (const DocumentRow* row = find(key); row != nullptr && !row->document.isFile && file.isLocalFile()) {
        m_session.gate().start(write(*row, file.toLocalFile(), false));
    }
}

QCoro::Task<> DocumentsModel::write(DocumentRow row, QString path, bool thenOpen)
{
    const auto bytes = co_await bytesOf(row.document);
    m_note.clear();
    m_error = {};
    setState(row.key, stateOf(bytes));
    if (!bytes.ok()) {
        m_error = ErrorView::of(bytes.error());
        emit changed();
        co_return;
    }
    QSaveFile file(path);
    const auto size = static_cast<qint64>(bytes->size());
    const bool written = file.open(QIODevice::WriteOnly) &&
                         file.write(reinterpret_cast<const char*>(bytes->data()), size) == size && file.commit();
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
