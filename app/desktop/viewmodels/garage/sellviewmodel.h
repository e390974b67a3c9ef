// SPDX-License-Identifier: GPL-3.0-or-later
// Putting a car up for sale, changing its price, taking it down.
#pragma once

#include "market/listing_calls.h"
#include "sender.h"
#include "viewmodels/base/attachmentsmodel.h"
#include "viewmodels/base/formdraft.h"

#include <qqml.h>

namespace autochain::desktop
{

class SellViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the garage")
    Q_PROPERTY(QString vin READ vin NOTIFY changed)
    Q_PROPERTY(bool listed READ listed NOTIFY changed)
    Q_PROPERTY(QString price MEMBER m_price WRITE setPrice NOTIFY changed)
    Q_PROPERTY(QString title MEMBER m_title WRITE setTitle NOTIFY changed)
    Q_PROPERTY(QString year MEMBER m_year WRITE setYear NOTIFY changed)
    Q_PROPERTY(QString place MEMBER m_place WRITE setPlace NOTIFY changed)
    Q_PROPERTY(QString description MEMBER m_description WRITE setDescription NOTIFY changed)
    Q_PROPERTY(int body MEMBER m_body WRITE setBody NOTIFY changed)
    Q_PROPERTY(int paint MEMBER m_paint WRITE setPaint NOTIFY changed)
    Q_PROPERTY(int gearbox MEMBER m_gearbox WRITE setGearbox NOTIFY changed)
    Q_PROPERTY(int days MEMBER m_days WRITE setDays NOTIFY changed)
    Q_PROPERTY(QStringList bodies READ bodies CONSTANT)
    Q_PROPERTY(QStringList bodyKeys READ bodyKeys CONSTANT)
    Q_PROPERTY(QStringList paints READ paints CONSTANT)
    Q_PROPERTY(QStringList paintKeys READ paintKeys CONSTANT)
    Q_PROPERTY(QStringList gearboxes READ gearboxes CONSTANT)
    Q_PROPERTY(autochain::desktop::AttachmentsModel* photos READ photos CONSTANT)
    Q_PROPERTY(autochain::desktop::ErrorView priceError READ priceError NOTIFY changed)
    Q_PROPERTY(autochain::desktop::ErrorView problem READ problem NOTIFY changed)
    Q_PROPERTY(bool ready READ ready NOTIFY changed)
    Q_PROPERTY(QString waitsFor READ waitsFor NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(QString doing READ doing NOTIFY changed)
    Q_PROPERTY(autochain::desktop::ErrorView sendError READ sendError NOTIFY changed)

public:
    explicit SellViewModel(Session& session, QObject* parent = nullptr);

    /// Begins with this car; what was typed for it before is there again.
    void begin(const Hash32& vehicleId);

    QString vin() const { return QString::fromStdString(m_vin); }
    bool listed() const { return m_listing.has_value(); }
    void setPrice(const QString& price);
    void setTitle(const QString& title);
    void setYear(const QString& year);
    void setPlace(const QString& place);
    void setDescription(const QString& text);
    void setBody(int index);
    void setPaint(int index);
    void setGearbox(int index);
    void setDays(int days);
    QStringList bodies() const;
    QStringList bodyKeys() const;
    QStringList paints() const;
    QStringList paintKeys() const;
    QStringList gearboxes() const;
    AttachmentsModel* photos() { return &m_photos; }
    ErrorView priceError() const { return m_priceError; }
    ErrorView problem() const { return m_problem; }
    bool ready() const { return waitsFor().isEmpty(); }
    QString waitsFor() const;
    bool busy() const { return m_sender.busy(); }
    QString doing() const { return m_sender.doing(); }
    ErrorView sendError() const { return m_sender.error(); }

    Q_INVOKABLE void publish();
    Q_INVOKABLE void changePrice();
    Q_INVOKABLE void withdraw();

signals:
    void changed();
    void published(const QString& vin);
    void withdrawn(const QString& vin);
    void priceChanged(const QString& vin);

private:
    QCoro::Task<> read(Hash32 id);
    QCoro::Task<> runPublish();
    QCoro::Task<> runPrice();
    QCoro::Task<> runWithdraw();
    market::ListingContent content() const;
    void check();
    void typed();
    void restoreDraft();

    Session& m_session;
    Sender m_sender;
    AttachmentsModel m_photos;
    FormDraft m_draft;
    Hash32 m_id;
    std::string m_vin;
    market::TitleFacts m_facts;
    std::optional<market::Listing> m_listing;
    QString m_price, m_title, m_year, m_place, m_description;
    int m_body = 0;
    int m_paint = 0;
    int m_gearbox = 0;
    int m_days = 30;
    std::optional<U256> m_amount;
    ErrorView m_priceError;
    ErrorView m_problem;
};

} // namespace autochain::desktop
