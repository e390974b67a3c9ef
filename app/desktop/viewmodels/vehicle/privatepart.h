// SPDX-License-Identifier: GPL-3.0-or-later
// The private part of a record that is being written: which of its words go into it, and who will be able to read them.
#pragma once

#include "sharing/section_desk.h"

#include <QObject>
#include <qqml.h>
#include <QString>

#include <optional>

namespace autochain::desktop
{

class Session;

// What of a record can be kept from the public; its kind, time, odometer and issuer cannot.
struct PrivateFields {
    bool title = false;
    bool price = false;
    bool notes = false;
    bool any() const { return title || price || notes; }
};

// Takes these fields out of the content and makes one readable text of them; none: they were empty.
std::optional<privacy::Document> takePrivate(vehicle::RecordContent& content, const PrivateFields& fields);

// Who will be able to read it. `withoutKey`: may by their grant, and cannot.
QString readersSentence(const Session& session, const sharing::CarGrants& grants,
                        const std::vector<sharing::SealedReader>& readers, const std::vector<Address>& withoutKey);

class PrivatePart : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the form")
    /// This network and this kind of record have private parts.
    Q_PROPERTY(bool offered READ offered NOTIFY changed)
    /// A service has a title and a price, too; a statement is all notes.
    Q_PROPERTY(bool hasMore READ hasMore NOTIFY changed)
    Q_PROPERTY(bool title READ title WRITE setTitle NOTIFY changed)
    Q_PROPERTY(bool price READ price WRITE setPrice NOTIFY changed)
    Q_PROPERTY(bool notes READ notes WRITE setNotes NOTIFY changed)
    Q_PROPERTY(bool chosen READ chosen NOTIFY changed)
    /// Who will be able to read it; empty: nothing is chosen.
    Q_PROPERTY(QString readers READ readers NOTIFY changed)

public:
    // The session must outlive it and its tasks.
    explicit PrivatePart(Session& session, QObject* parent = nullptr);

    /// The record it will be part of: of this car, at this index.
    void setRecord(const Hash32& vehicleId, vehicle::RecordKind kind, std::uint64_t index);
    /// Who will read it may be others now: a grant was given or ended.
    void refresh();
    void clear() { restore({}); }
    void restore(const PrivateFields& fields);

    bool offered() const;
    bool hasMore() const { return m_kind == vehicle::RecordKind::Service; }
    bool title() const { return m_fields.title; }
    bool price() const { return m_fields.price; }
    bool notes() const { return m_fields.notes; }
    void setTitle(bool on) { set(&PrivateFields::title, on); }
    void setPrice(bool on) { set(&PrivateFields::price, on); }
    void setNotes(bool on) { set(&PrivateFields::notes, on); }
    bool chosen() const { return fields().any(); }
    QString readers() const { return chosen() ? m_readers : QString(); }

    /// What of the choice counts for this kind of record.
    PrivateFields fields() const;
    /// Seals it for the writer, the title's holder and whom grants let; the block is kept already. NoPublicKey:
    /// the holder has published none. SigningError, ChainError, ContentError.
    QCoro::Task<Result<vehicle::PrivateSection>> seal(privacy::Document document);

signals:
    void changed();
    void chose(); // the person, what is to be private

private:
    void set(bool PrivateFields::*field, bool on);
    void ask();
    QCoro::Task<> readReaders(Hash32 id, vehicle::RecordKind kind, std::uint64_t index);

    Session& m_session;
    Hash32 m_id;
    vehicle::RecordKind m_kind = vehicle::RecordKind::None;
    std::uint64_t m_index = 0;
    PrivateFields m_fields;
    QString m_readers;
};

} // namespace autochain::desktop
