// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "privatepart.h"
#include "vehicle/vehicle_calls.h"
#include "viewmodels/base/attachmentsmodel.h"
#include "viewmodels/base/distance.h"
#include "viewmodels/base/formdraft.h"
#include "viewmodels/garage/sender.h"

#include <qqml.h>
#include <QVariantList>

namespace autochain::desktop
{

/// Recording something: the owner a reading, a service or a statement; whoever issued a record, its correction.
class RecordFormViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the car")
    Q_PROPERTY(bool open READ isOpen NOTIFY changed)
    /// The person may write at all: holds the title, or has a record here to correct.
    Q_PROPERTY(bool may READ may NOTIFY changed)
    /// What may be written, in words; `kind` is the position in it.
    Q_PROPERTY(QStringList kinds READ kinds NOTIFY changed)
    Q_PROPERTY(int kind READ kind WRITE setKind NOTIFY changed)
    Q_PROPERTY(QString kindKey READ kindKey NOTIFY changed) // "odometer", "service", "statement", "correction"
    Q_PROPERTY(QString km MEMBER m_km WRITE setKm NOTIFY changed)
    Q_PROPERTY(QString title MEMBER m_title WRITE setTitle NOTIFY changed)
    Q_PROPERTY(QString price MEMBER m_price WRITE setPrice NOTIFY changed)
    Q_PROPERTY(QString notes MEMBER m_notes WRITE setNotes NOTIFY changed)
    /// The record a statement or correction is about; -1: none.
    Q_PROPERTY(int about READ about NOTIFY changed)
    Q_PROPERTY(QString aboutText READ aboutText NOTIFY changed)
    /// The statement disputes the record; the correction withdraws it altogether.
    Q_PROPERTY(bool strong MEMBER m_strong WRITE setStrong NOTIFY changed)
    Q_PROPERTY(QString kmNote READ kmNote NOTIFY changed) // the reading is lower than the last one, or much higher
    /// Of the reading: "km", "mi".
    Q_PROPERTY(QString unit READ unit NOTIFY changed)
    Q_PROPERTY(autochain::desktop::PrivatePart* privatePart READ privatePart CONSTANT)
    Q_PROPERTY(autochain::desktop::AttachmentsModel* files READ files CONSTANT)
    Q_PROPERTY(QString waitsFor READ waitsFor NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(QString doing READ doing NOTIFY changed)
    Q_PROPERTY(autochain::desktop::ErrorView sendError READ sendError NOTIFY changed)

public:
    // The session must outlive it and its tasks.
    explicit RecordFormViewModel(Session& session, QObject* parent = nullptr);

    /// The car as read now; a form half filled in stays.
    void show(const vehicle::Vehicle& vehicle);
    /// Another car: what was typed for this one is kept as a draft.
    void clear();

    bool isOpen() const { return m_open; }
    bool may() const { return !m_allowed.empty(); }
    QStringList kinds() const;
    int kind() const { return m_kind; }
    void setKind(int kind);
    QString kindKey() const;
    void setKm(const QString& km);
    void setTitle(const QString& title);
    void setPrice(const QString& price);
    void setNotes(const QString& notes);
    void setStrong(bool strong);
    int about() const { return m_about; }
    QString aboutText() const;
    QString kmNote() const;
    QString unit() const { return format::distanceUnitName(m_unit); }
    PrivatePart* privatePart() { return &m_private; }
    AttachmentsModel* files() { return &m_files; }
    QString waitsFor() const;
    bool busy() const { return m_signing || m_sender.busy(); }
    QString doing() const
    {
        return m_signing ? tr("Confirm the words in the signer’s window, then the record itself.") : m_sender.doing();
    }
    ErrorView sendError() const { return m_sender.error(); }

    /// Opens the form; about a record ("statement" or "correction", whichever may be), -1: about none.
    Q_INVOKABLE void begin(int about = -1);
    Q_INVOKABLE void cancel();
    Q_INVOKABLE void send();
    /// May something be said about this record: a statement by the holder, a correction by its issuer.
    Q_INVOKABLE bool maySpeakOf(int record) const;

signals:
    void changed();
    void recorded();

private:
    vehicle::RecordKind chosen() const;
    vehicle::RecordContent content() const;
    void follow(); // what depends on the kind and on the unit
    std::optional<std::uint32_t> reading() const;
    bool issued(int record) const;
    void allow();
    void typed();
    void keepDraft();
    void restoreDraft();
    QCoro::Task<Result<Bytes>> signedContent(Hash32 id, std::string vin, vehicle::RecordKind kind, std::uint32_t km,
                                             std::string text);
    QCoro::Task<Result<>> sealPrivate(vehicle::RecordContent& content);
    QCoro::Task<> run();

    Session& m_session;
    Sender m_sender;
    FormDraft m_draft;
    PrivatePart m_private;
    AttachmentsModel m_files;
    vehicle::VehicleSummary m_state;
    std::string m_vin;
    std::vector<std::pair<Address, std::uint32_t>> m_records; // issuer and km of each
    std::vector<std::string> m_titles;                        // of each record, for the words
    vehicle::RoleMask m_roles = 0;
    std::vector<vehicle::RecordKind> m_allowed;
    format::DistanceUnit m_unit = format::distanceUnit(); // that the reading is typed in
    QString m_km, m_title, m_price, m_notes;
    int m_kind = 0;
    int m_about = -1;
    bool m_strong = false;
    bool m_open = false;
    bool m_signing = false; // the words are with the signer, and the key of their private part
};

} // namespace autochain::desktop
