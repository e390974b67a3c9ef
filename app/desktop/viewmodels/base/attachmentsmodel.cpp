// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/base/attachmentsmodel.h"

#include "session/session.h"
#include "viewmodels/base/errorview.h"
#include "viewmodels/base/pictureimage.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QJsonObject>
#include <QLocale>
#include <QMimeDatabase>
#include <QPainter>

#include <algorithm>
#include <array>

namespace autochain::desktop
{
namespace
{
constexpr int kPhotoSide = 1'600; // of what is published; enough for a scratch, and small enough for one block
constexpr int kSmallSide = 320;
constexpr int kLongestName = 120;

// The largest JPEG that fits into one block; none where even the poorest does not.
std::optional<Bytes> smallJpeg(const QImage& picture)
{
    QImage flat(picture.size(), QImage::Format_RGB32);
    flat.fill(Qt::white); // behind what is transparent
    QPainter(&flat).drawImage(0, 0, picture);
    for (int side = kPhotoSide; side >= kPhotoSide / 4; side = side * 3 / 4) {
        const QImage fitted = std::max(flat.width(), flat.height()) <= side
                                  ? flat
                                  : flat.scaled(side, side, Qt::KeepAspectRatio, Qt::SmoothTransformation);
        for (const int quality : {88, 80, 70, 60}) {
            QBuffer buffer;
            buffer.open(QIODevice::WriteOnly);
            if (fitted.save(&buffer, "JPEG", quality) && buffer.size() <= static_cast<qint64>(kMaxBlockBytes)) {
                const QByteArray bytes = buffer.data();
                return Bytes(bytes.begin(), bytes.end());
            }
        }
    }
    return std::nullopt;
}

QString sizeText(std::uint64_t bytes)
{
    return QLocale().formattedDataSize(static_cast<qint64>(bytes), 0, QLocale::DataSizeTraditionalFormat);
}

QString noteOf(const vehicle::Attachment& document, bool photo)
{
    const QMimeType type = QMimeDatabase().mimeTypeForName(QString::fromStdString(document.type));
    const QString word = type.isValid() ? type.comment() : AttachmentsModel::tr("file");
    const QString said = AttachmentsModel::tr("%1, %2").arg(word, sizeText(document.bytes));
    return photo ? AttachmentsModel::tr("%1, without place and time").arg(said) : said;
}

QImage smallOf(const QImage& picture)
{
    return picture.scaled(kSmallSide, kSmallSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}
} // namespace

AttachmentsModel::AttachmentsModel(Session& session, Kind kind, QObject* parent)
    : RowModel(parent), m_session(session), m_kind(kind)
{
}

QHash<int, QByteArray> AttachmentsModel::roleNames() const
{
    return {
        {KeyRole, "key"}, {NameRole, "name"}, {NoteRole, "note"}, {StateRole, "fileState"}, {PictureRole, "picture"}};
}

QVariant AttachmentsModel::value(const AttachmentRow& row, int role) const
{
    switch (role) {
    case KeyRole:
        return row.key;
    case NameRole:
        return row.name;
    case NoteRole:
        return row.note;
    case StateRole:
        return row.state;
    case PictureRole:
        return row.picture;
    default:
        return {};
    }
}

bool AttachmentsModel::busy() const
{
    return std::any_of(rows().begin(), rows().end(),
                       [](const AttachmentRow& row) { return row.state == QStringLiteral("reading"); });
}

std::vector<vehicle::Attachment> AttachmentsModel::documents() const
{
    std::vector<vehicle::Attachment> out;
    for (const AttachmentRow& row : rows()) {
        if (row.state == QStringLiteral("here")) {
            out.push_back(row.document);
        }
    }
    return out;
}

std::vector<Cid> AttachmentsModel::roots() const
{
    std::vector<Cid> out;
    for (const vehicle::Attachment& document : documents()) {
        out.push_back({document.isFile ? kCodecDagPb : kCodecRaw, document.digest});
    }
    return out;
}

void AttachmentsModel::add(const QList<QUrl>& files)
{
    m_refused.clear();
    const std::size_t most = photosOnly() ? kMostPhotos : kMostDocuments;
    std::vector<AttachmentRow> next = rows();
    std::vector<std::pair<AttachmentRow, QString>> begun;
    for (const QUrl& file : files) {
        if (!file.isLocalFile()) {
            m_refused = tr("Only files of this computer can be added.");
            continue;
        }
        if (next.size() >= most) {
            m_refused = tr("There are %n files; that is the most.", nullptr, static_cast<int>(most));
            break;
        }
        AttachmentRow row;
        row.key = QString::number(m_next++);
        row.name = QFileInfo(file.toLocalFile()).fileName().left(kLongestName);
        row.state = QStringLiteral("reading");
        next.push_back(row);
        begun.emplace_back(row, file.toLocalFile());
    }
    setRows(std::move(next));
    emit changed();
    for (auto& [row, path] : begun) {
        m_session.gate().start(read(row, path));
    }
}

QJsonArray AttachmentsModel::toJson() const
{
    QJsonArray out;
    for (const vehicle::Attachment& document : documents()) {
        out.append(QJsonObject{{QStringLiteral("cid"), QString::fromStdString(vehicle::cidOf(document))},
                               {QStringLiteral("name"), QString::fromStdString(document.name)},
                               {QStringLiteral("type"), QString::fromStdString(document.type)},
                               {QStringLiteral("bytes"), static_cast<qint64>(document.bytes)}});
    }
    return out;
}

void AttachmentsModel::restore(const QJsonArray& draft)
{
    std::vector<AttachmentRow> next;
    for (const QJsonValue& value : draft) {
        const QJsonObject object = value.toObject();
        const auto text = [&](const char* key) { return object.value(QLatin1String(key)).toString().toStdString(); };
        const auto cid = parseCid(text("cid"));
        if (!cid.ok()) {
            continue;
        }
        AttachmentRow row;
        row.key = QString::number(m_next++);
        row.document = {cid->digest, text("name"), text("type"),
                        static_cast<std::uint64_t>(object.value(QLatin1String("bytes")).toInteger()),
                        cid->codec == kCodecDagPb};
        row.name = QString::fromStdString(row.document.name);
        row.note = noteOf(row.document, photosOnly());
        row.state = QStringLiteral("here");
        next.push_back(row);
    }
    setRows(next);
    emit changed();
    if (photosOnly()) {
        for (const AttachmentRow& row : next) {
            m_session.gate().start(readAgain(row));
        }
    }
}

void AttachmentsModel::clear()
{
    m_refused.clear();
    setRows({});
    emit changed();
}

void AttachmentsModel::remove(const QString& key)
{
    std::vector<AttachmentRow> next = rows();
    std::erase_if(next, [&](const AttachmentRow& row) { return row.key == key; });
    m_refused.clear();
    setRows(std::move(next));
    emit changed();
    emit edited();
}

void AttachmentsModel::toFront(const QString& key)
{
    std::vector<AttachmentRow> next = rows();
    const auto at = std::find_if(next.begin(), next.end(), [&](const AttachmentRow& row) { return row.key == key; });
    if (at != next.end() && at != next.begin()) {
        std::rotate(next.begin(), at, at + 1);
        setRows(std::move(next));
        emit changed();
        emit edited();
    }
}

void AttachmentsModel::put(const AttachmentRow& row)
{
    std::vector<AttachmentRow> next = rows();
    for (AttachmentRow& now : next) {
        if (now.key == row.key) {
            now = row;
        }
    }
    setRows(std::move(next));
    emit changed();
}

QCoro::Task<> AttachmentsModel::read(AttachmentRow row, QString path)
{
    std::optional<Result<AttachmentRow>> done;
    if (photosOnly()) {
        done.emplace(co_await readPhoto(row, path));
    } else {
        done.emplace(co_await readDocument(row, path));
    }
    if (done->ok()) {
        row = done->value();
        row.state = QStringLiteral("here");
        row.note = noteOf(row.document, photosOnly());
    } else {
        row.state = QStringLiteral("failed");
        row.note = ErrorView::of(done->error()).cause;
    }
    put(row);
    emit edited();
}

// A draft's photo, for its small picture.
QCoro::Task<> AttachmentsModel::readAgain(AttachmentRow row)
{
    auto bytes = co_await m_session.content().get(row.document.digest);
    if (!bytes.ok()) {
        row.state = QStringLiteral("failed");
        row.note = ErrorView::of(bytes.error()).cause;
        put(row);
        co_return;
    }
    const auto picture = co_await m_decoder.decode(std::move(*bytes));
    if (picture.ok()) {
        row.picture = smallOf(imageOf(*picture));
        put(row);
    }
}

QCoro::Task<Result<AttachmentRow>> AttachmentsModel::readPhoto(AttachmentRow row, QString path)
{
    PictureLimits limits;
    limits.fitWidth = limits.fitHeight = kPhotoSide;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        co_return Error(ContentError::IoError, {path.toStdString()}, file.errorString().toStdString());
    }
    if (static_cast<std::size_t>(file.size()) > limits.maxFileBytes) {
        co_return Error(ContentError::TooLarge, {std::to_string(file.size()), std::to_string(limits.maxFileBytes)});
    }
    const QByteArray bytes = file.readAll();
    Bytes whole(bytes.begin(), bytes.end());
    const auto picture = co_await m_decoder.decode(std::move(whole), limits);
    if (!picture.ok()) {
        co_return picture.error();
    }
    const QImage image = imageOf(*picture);
    auto jpeg = smallJpeg(image);
    if (!jpeg) {
        co_return Error(ContentError::TooLarge, {std::to_string(bytes.size()), std::to_string(kMaxBlockBytes)});
    }
    const std::uint64_t size = jpeg->size();
    const auto digest = m_session.content().keep(*jpeg);
    if (!digest.ok()) {
        co_return digest.error();
    }
    row.picture = smallOf(image);
    row.document = {*digest, row.name.toStdString(), "image/jpeg", size, false};
    AttachmentRow out = row;
    co_return out;
}

QCoro::Task<Result<AttachmentRow>> AttachmentsModel::readDocument(AttachmentRow row, QString path)
{
    const QFileInfo info(path);
    const auto cid = co_await m_session.content().addFile(path, kMostBytes);
    if (!cid.ok()) {
        co_return cid.error();
    }
    const std::string type = QMimeDatabase().mimeTypeForFile(info).name().toStdString();
    row.document = {cid->digest, row.name.toStdString(), type, static_cast<std::uint64_t>(info.size()),
                    cid->codec == kCodecDagPb};
    AttachmentRow out = row;
    co_return out;
}

} // namespace autochain::desktop
