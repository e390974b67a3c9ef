// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "codec/cid.h"
#include "content/picture_decoder.h"
#include "vehicle/record_values.h"
#include "viewmodels/base/rowmodel.h"

#include <QCoroTask>
#include <QImage>
#include <QJsonArray>
#include <qqml.h>
#include <QUrl>

#include <QStringList>

namespace autochain::desktop
{

class Session;

/// A file the person adds. `state`: "reading", "here", "failed" (then `note` says why).
struct AttachmentRow {
    QString key;
    QString name;
    QString note; // "PDF, 118 KB"
    QString state;
    QImage picture; // small; none for what is no picture
    vehicle::Attachment document;
    bool operator==(const AttachmentRow&) const = default;
};

/// Files that go with something the person is about to publish. Each is copied into the home's folder as blocks at
/// once, so that what is signed names exactly what was looked at here.
class AttachmentsModel : public RowModel<AttachmentRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by its form")
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(bool photosOnly READ photosOnly CONSTANT)
    /// A file is being read: what is published now would not have it.
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    /// Why the last files were not all taken; empty: they were.
    Q_PROPERTY(QString refused READ refused NOTIFY changed)

public:
    enum class Kind {
        Documents, // any file, byte for byte
        Photos     // made smaller until they fit into one block, and without what the camera wrote into them
    };
    enum Role { KeyRole = Qt::UserRole + 1, NameRole, NoteRole, StateRole, PictureRole };
    static constexpr std::size_t kMostPhotos = 60;
    static constexpr std::size_t kMostDocuments = 20;
    static constexpr std::uint64_t kMostBytes = 256ULL * 1024 * 1024; // of one document

    // The session must outlive the model and its tasks.
    AttachmentsModel(Session& session, Kind kind, QObject* parent = nullptr);
    QHash<int, QByteArray> roleNames() const override;

    int count() const { return rowCount(); }
    bool photosOnly() const { return m_kind == Kind::Photos; }
    bool busy() const;
    QString refused() const { return m_refused; }
    // Those that are here, in their order.
    std::vector<vehicle::Attachment> documents() const;
    std::vector<Cid> roots() const; // of the same, as ContentStores publishes them
    // For a draft, and from it in place of what was there. A photo that is gone from the folder stays and says so.
    QJsonArray toJson() const;
    void restore(const QJsonArray& draft);
    void clear();

    Q_INVOKABLE void add(const QList<QUrl>& files);
    Q_INVOKABLE void remove(const QString& key);
    /// One place towards the front: the first photo is the one the market shows.
    Q_INVOKABLE void toFront(const QString& key);

signals:
    void changed();
    void edited(); // the person added, took away or moved something

protected:
    QVariant value(const AttachmentRow& row, int role) const override;

private:
    QCoro::Task<> read(AttachmentRow row, QString path);
    QCoro::Task<> readAgain(AttachmentRow row);
    QCoro::Task<Result<AttachmentRow>> readPhoto(AttachmentRow row, QString path);
    QCoro::Task<Result<AttachmentRow>> readDocument(AttachmentRow row, QString path);
    void put(const AttachmentRow& row);

    Session& m_session;
    Kind m_kind;
    PictureDecoder m_decoder;
    int m_next = 0;
    QString m_refused;
};

} // namespace autochain::desktop
