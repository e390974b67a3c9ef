// SPDX-License-Identifier: GPL-3.0-or-later
#include "photosmodel.h"

#include "documentbytes.h"
#include "session/session.h"
#include "viewmodels/base/pictureimage.h"
#include "viewmodels/home/recordkindtext.h"

#include <algorithm>
#include <array>

namespace autochain::desktop
{
namespace
{
constexpr std::size_t kMostPhotos = 60; // of one car; a history may name millions
constexpr std::uint64_t kMostOfPicture = PictureLimits().maxFileBytes;
constexpr int kSmallWidth = 640, kSmallHeight = 480;

bool isPicture(const vehicle::Attachment& document)
{
    static constexpr std::array<std::string_view, 4> kTypes = {"image/jpeg", "image/png", "image/webp", "image/gif"};
    return std::find(kTypes.begin(), kTypes.end(), document.type) != kTypes.end();
}

QString stateOf(const Error& error)
{
    return error.is(ContentError::DigestMismatch) ? QStringLiteral("altered")
           : error.is(ContentError::TooLarge)     ? QStringLiteral("large")
                                                  : QStringLiteral("away");
}

PhotoRow rowOf(const vehicle::Attachment& document, const QString& key, const QString& caption, int record)
{
    PhotoRow row;
    row.key = key;
    row.caption = caption;
    row.record = record;
    row.state = QStringLiteral("looking");
    row.document = document;
    return row;
}

std::vector<PhotoRow> rowsOf(const market::ListingContent& listing)
{
    std::vector<PhotoRow> rows;
    for (std::size_t i = 0; i < listing.photoCids.size() && i < kMostPhotos; ++i) {
        const auto cid = parseCid(listing.photoCids[i]);
        if (!cid.ok()) {
            continue;
        }
        vehicle::Attachment document;
        document.digest = cid->digest;
        document.isFile = cid->codec == kCodecDagPb;
        rows.push_back(rowOf(document, QStringLiteral("listing-%1").arg(i),
                             PhotosModel::tr("From the advertisement: the seller's word"), -1));
    }
    return rows;
}
} // namespace

PhotosModel::PhotosModel(Session& session, QObject* parent) : RowModel(parent), m_session(session) {}

QHash<int, QByteArray> PhotosModel::roleNames() const
{
    return {{KeyRole, "key"}, {CaptionRole, "caption"}, {StateRole, "state"}, {PictureRole, "picture"}};
}

QVariant PhotosModel::value(const PhotoRow& row, int role) const
{
    switch (role) {
    case KeyRole:
        return row.key;
    case CaptionRole:
        return row.caption;
    case StateRole:
        return row.state;
    case PictureRole:
        return row.picture;
    default:
        return {};
    }
}

void PhotosModel::show(std::span<const vehicle::Record> records, const RecordPeople& people,
                       const market::ListingContent* listing)
{
    std::vector<PhotoRow> next = listing != nullptr ? rowsOf(*listing) : std::vector<PhotoRow>();
    for (auto record = records.rbegin(); record != records.rend() && next.size() < kMostPhotos; ++record) {
        const auto& documents = record->content.documents;
        for (std::size_t i = 0; i < documents.size() && next.size() < kMostPhotos; ++i) {
            if (isPicture(documents[i])) {
                next.push_back(
                    rowOf(documents[i], QStringLiteral("%1-%2").arg(record->index).arg(i),
                          tr("%1, %2, %3")
                              .arg(recordKindText(record->kind), issuerText(*record, people), recordDate(record->time)),
                          static_cast<int>(record->index)));
            }
        }
    }
    std::vector<PhotoRow> unknown;
    for (PhotoRow& row : next) {
        const auto known = std::find_if(rows().begin(), rows().end(), [&](const PhotoRow& before) {
            return before.key == row.key && before.document == row.document;
        });
        if (known != rows().end()) {
            row.state = known->state;
            row.picture = known->picture;
        } else {
            unknown.push_back(row);
        }
    }
    setRows(std::move(next));
    emit changed();
    if (!unknown.empty()) {
        m_session.gate().start(look(std::move(unknown), kMostUnasked));
    }
}

void PhotosModel::lookAgainFor(const vehicle::Attachment& document)
{
    std::vector<PhotoRow> wanted;
    std::copy_if(rows().begin(), rows().end(), std::back_inserter(wanted), [&](const PhotoRow& row) {
        return row.state == QStringLiteral("large") && cidOfDocument(row.document) == cidOfDocument(document);
    });
    if (!wanted.empty()) {
        m_session.gate().start(look(std::move(wanted), kMostOfPicture));
    }
}

QCoro::Task<> PhotosModel::look(std::vector<PhotoRow> unknown, std::uint64_t maxBytes)
{
    PictureLimits limits;
    limits.fitWidth = kSmallWidth;
    limits.fitHeight = kSmallHeight;
    for (PhotoRow& row : unknown) {
        if (m_session.gate().closed()) {
            co_return;
        }
        auto bytes = co_await documentBytes(m_session.content(), row.document, maxBytes);
        if (!bytes.ok()) {
            row.state = stateOf(bytes.error());
        } else {
            const auto picture = co_await m_decoder.decode(std::move(*bytes), limits);
            row.state = picture.ok() ? QStringLiteral("here") : QStringLiteral("broken");
            row.picture = picture.ok() ? imageOf(*picture) : QImage();
        }
        std::vector<PhotoRow> next = rows();
        for (PhotoRow& now : next) {
            if (now.key == row.key && now.document == row.document) {
                now = row;
            }
        }
        setRows(std::move(next));
        emit changed();
    }
}

const PhotoRow* PhotosModel::current() const
{
    const auto chosen =
        std::find_if(rows().begin(), rows().end(), [&](const PhotoRow& r) { return r.key == m_current; });
    if (chosen != rows().end()) {
        return &*chosen;
    }
    const auto here = std::find_if(rows().begin(), rows().end(), [](const PhotoRow& r) { return !r.picture.isNull(); });
    return here != rows().end() ? &*here : rows().empty() ? nullptr : &rows().front();
}

int PhotosModel::at() const
{
    return current() == nullptr ? -1 : static_cast<int>(current() - rows().data());
}

void PhotosModel::setAt(int index)
{
    if (index >= 0 && index < count() && index != at()) {
        m_current = rows()[static_cast<std::size_t>(index)].key;
        emit changed();
    }
}

void PhotosModel::turn(int step)
{
    if (count() > 0) {
        setAt(((at() + step) % count() + count()) % count());
        enlarge();
    }
}

QImage PhotosModel::shown() const
{
    return current() == nullptr ? QImage() : m_largeKey == current()->key ? m_large : current()->picture;
}

QString PhotosModel::caption() const
{
    return current() == nullptr ? QString() : current()->caption;
}

QString PhotosModel::stateText() const
{
    const QString state = current() == nullptr ? QString() : current()->state;
    return state == QStringLiteral("looking")   ? tr("being looked for")
           : state == QStringLiteral("away")    ? tr("not on this computer, and nobody asked has it")
           : state == QStringLiteral("altered") ? tr("altered: what was given is not what was named")
           : state == QStringLiteral("large")   ? tr("a large file: it is fetched below, under Documents")
           : state == QStringLiteral("broken")  ? tr("no picture that can be shown")
                                                : QString();
}

int PhotosModel::record() const
{
    return current() == nullptr ? -1 : current()->record;
}

void PhotosModel::enlarge()
{
    const PhotoRow* const row = current();
    if (row != nullptr && !row->picture.isNull() && m_largeKey != row->key) {
        m_session.gate().start(readLarge(*row));
    }
}

QCoro::Task<> PhotosModel::readLarge(PhotoRow row)
{
    auto bytes = co_await documentBytes(m_session.content(), row.document, kMostOfPicture);
    if (!bytes.ok()) {
        co_return;
    }
    const auto picture = co_await m_decoder.decode(std::move(*bytes));
    if (picture.ok() && current() != nullptr && current()->key == row.key) {
        m_large = imageOf(*picture);
        m_largeKey = row.key;
        emit changed();
    }
}

} // namespace autochain::desktop
