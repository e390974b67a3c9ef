// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/picture_decoder.h"
#include "market/listing_content.h"
#include "recordwords.h"
#include "viewmodels/base/rowmodel.h"

#include <QCoroTask>
#include <QImage>
#include <qqml.h>

#include <span>

namespace autochain::desktop
{

class Session;

/// One picture of the car. `state`: "looking", "here", "away" (nobody asked has it), "altered", "large" (not fetched
/// unasked), "broken" (it is what was named, and no picture that can be shown).
struct PhotoRow {
    QString key;
    QString caption; // whose word it is: "Inspection, by Nordlab, 12 May 2025", "From the advertisement"
    int record = -1; // -1: of the advertisement
    QString state;
    QImage picture; // small
    vehicle::Attachment document;
    bool operator==(const PhotoRow&) const = default;
};

/// The pictures of a car: those of its advertisement, then those of its records, newest first. Every one was checked
/// against what names it and decoded in a process of its own; nothing of it came into this one but pixels.
class PhotosModel : public RowModel<PhotoRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the car")
    Q_PROPERTY(int count READ count NOTIFY changed)
    /// The one that is shown large: its place, or -1.
    Q_PROPERTY(int at READ at WRITE setAt NOTIFY changed)
    Q_PROPERTY(QImage shown READ shown NOTIFY changed)
    Q_PROPERTY(QString caption READ caption NOTIFY changed)
    Q_PROPERTY(QString stateText READ stateText NOTIFY changed)
    Q_PROPERTY(int record READ record NOTIFY changed)

public:
    enum Role { KeyRole = Qt::UserRole + 1, CaptionRole, StateRole, PictureRole };
    // The session must outlive the model and its tasks.
    explicit PhotosModel(Session& session, QObject* parent = nullptr);
    QHash<int, QByteArray> roleNames() const override;

    int count() const { return rowCount(); }
    int at() const;
    void setAt(int index);
    QImage shown() const; // large where it was decoded, else the small one
    QString caption() const;
    QString stateText() const;
    int record() const;

    // `listing`: of the car, or nullptr.
    void show(std::span<const vehicle::Record> records, const RecordPeople& people,
              const market::ListingContent* listing);
    // The person fetched this file, which may be one of the pictures that were too large to be fetched unasked.
    void lookAgainFor(const vehicle::Attachment& document);

    /// The large picture is wanted (a viewer opened, another was chosen).
    Q_INVOKABLE void enlarge();
    /// `step` further, round the end.
    Q_INVOKABLE void turn(int step);

signals:
    void changed();

protected:
    QVariant value(const PhotoRow& row, int role) const override;

private:
    QCoro::Task<> look(std::vector<PhotoRow> unknown, std::uint64_t maxBytes);
    QCoro::Task<> readLarge(PhotoRow row);
    const PhotoRow* current() const;

    Session& m_session;
    PictureDecoder m_decoder;
    QString m_current; // key
    QString m_largeKey;
    QImage m_large;
};

} // namespace autochain::desktop
