// SPDX-License-Identifier: GPL-3.0-or-later
// One car: what its VIN says, what its history says, who holds it, whether it can be bought.
#pragma once

#include "carhistory.h"
#include "documentsmodel.h"
#include "grantsviewmodel.h"
#include "photosmodel.h"
#include "recordformviewmodel.h"
#include "reportviewmodel.h"
#include "similarcars.h"
#include "timelinemodel.h"
#include "viewmodels/base/distance.h"
#include "viewmodels/base/pageviewmodel.h"

#include <QVariantList>

#include <optional>

namespace autochain::desktop
{

class VehicleViewModel : public PageViewModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the session")
    Q_PROPERTY(bool found READ found NOTIFY changed)
    /// The registry was asked and has no such car.
    Q_PROPERTY(bool unknown READ unknown NOTIFY changed)
    Q_PROPERTY(QString asked READ asked NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString tag READ tag NOTIFY changed)
    Q_PROPERTY(QString vin READ vin NOTIFY changed)
    Q_PROPERTY(QString owner READ owner NOTIFY changed)
    Q_PROPERTY(QString ownerName READ ownerName NOTIFY changed)
    Q_PROPERTY(QString level READ level NOTIFY changed)
    /// The block it was read at.
    Q_PROPERTY(QVariant block READ block NOTIFY changed)
    Q_PROPERTY(QString recordsLine READ recordsLine NOTIFY changed)
    Q_PROPERTY(QString body READ body NOTIFY changed)
    Q_PROPERTY(QString paint READ paint NOTIFY changed)
    Q_PROPERTY(QVariantList verdicts READ verdicts NOTIFY changed)
    Q_PROPERTY(QVariantList facts READ facts NOTIFY changed)
    Q_PROPERTY(QVariantList owners READ owners NOTIFY changed)
    Q_PROPERTY(QVariantMap coverage READ coverage NOTIFY changed)
    Q_PROPERTY(QVariantMap chart READ chart NOTIFY changed)
    /// Of distances: "km", "mi".
    Q_PROPERTY(QString unit READ unit NOTIFY changed)
    Q_PROPERTY(QString chartNote READ chartNote NOTIFY changed)
    Q_PROPERTY(bool rolledBack READ rolledBack NOTIFY changed)
    /// Every reading, newest first, for those who read tables.
    Q_PROPERTY(QVariantList readings READ readings NOTIFY changed)
    Q_PROPERTY(autochain::desktop::TimelineModel* records READ records CONSTANT)
    Q_PROPERTY(autochain::desktop::DocumentsModel* documents READ documents CONSTANT)
    Q_PROPERTY(autochain::desktop::PhotosModel* photos READ photos CONSTANT)
    Q_PROPERTY(autochain::desktop::RecordFormViewModel* form READ form CONSTANT)
    Q_PROPERTY(int recordCount READ recordCount NOTIFY changed)
    /// What the history says stands below; until then only its rows are shown. "3,200 of 10,000 records read".
    Q_PROPERTY(bool studied READ studied NOTIFY changed)
    Q_PROPERTY(QString readingText READ readingText NOTIFY progressed)
    /// As bodymap.h, vehiclecards.h, valueband.h and obdcharts.h have them.
    Q_PROPERTY(QVariantMap accidents READ accidents NOTIFY changed)
    Q_PROPERTY(QVariantMap accidentsVerdict READ accidentsVerdict NOTIFY changed)
    Q_PROPERTY(QVariantList liens READ liens NOTIFY changed)
    Q_PROPERTY(QVariantList recalls READ recalls NOTIFY changed)
    /// What it means that there is none, and whether somebody able to know has looked.
    Q_PROPERTY(QString recallsNothing READ recallsNothing NOTIFY changed)
    Q_PROPERTY(bool recallsLooked READ recallsLooked NOTIFY changed)
    Q_PROPERTY(QVariantList brands READ brands NOTIFY changed)
    Q_PROPERTY(QVariantList uses READ uses NOTIFY changed)
    Q_PROPERTY(QVariantMap value READ value NOTIFY changed)
    Q_PROPERTY(QVariantMap score READ score NOTIFY changed)
    Q_PROPERTY(QVariantList sessions READ sessions NOTIFY changed)
    Q_PROPERTY(int sessionShown READ sessionShown WRITE setSessionShown NOTIFY changed)
    Q_PROPERTY(QVariantMap obd READ obd NOTIFY changed)
    Q_PROPERTY(QVariantList codes READ codes NOTIFY changed)
    /// The node's records do not fit the proven history: what that means; empty: they fit.
    Q_PROPERTY(QString historyProblem READ historyProblem NOTIFY changed)
    Q_PROPERTY(QString price READ price NOTIFY changed)
    Q_PROPERTY(QString place READ place NOTIFY changed)
    Q_PROPERTY(QString description READ description NOTIFY changed)
    Q_PROPERTY(bool watched READ watched NOTIFY changed)
    Q_PROPERTY(QString offerReason READ offerReason NOTIFY changed)
    Q_PROPERTY(bool mine READ mine NOTIFY changed)
    Q_PROPERTY(autochain::desktop::GrantsViewModel* grants READ grants CONSTANT)
    Q_PROPERTY(autochain::desktop::ReportViewModel* report READ report CONSTANT)

public:
    explicit VehicleViewModel(PageContext context);

    void visit(const QString& rest) override;

    bool settled() const override { return m_id.isZero() || m_unknown || (loaded() && studied() && m_similar); }
    bool unknown() const { return m_unknown; }
    bool found() const { return m_history.vehicle() != nullptr; }
    QString asked() const { return m_asked; }
    QString title() const { return m_title; }
    QString tag() const { return m_tag; }
    QString vin() const;
    QString owner() const { return m_owner; }
    QString ownerName() const { return m_ownerName; }
    QString level() const { return m_level; }
    QVariant block() const { return found() ? QVariant::fromValue(m_history.vehicle()->block) : QVariant(); }
    QString recordsLine() const { return m_recordsLine; }
    QString body() const { return m_body; }
    QString paint() const { return m_paint; }
    QVariantList verdicts() const { return m_verdicts; }
    QVariantList facts() const { return m_facts; }
    QVariantList owners() const { return m_owners; }
    QVariantMap coverage() const { return m_coverage; }
    QVariantMap chart() const { return m_chart; }
    QString unit() const { return format::distanceUnitName(); }
    QString chartNote() const { return m_chartNote; }
    bool rolledBack() const { return m_rolledBack; }
    QVariantList readings() const { return m_readings; }
    TimelineModel* records() { return &m_records; }
    DocumentsModel* documents() { return &m_documents; }
    PhotosModel* photos() { return &m_photos; }
    RecordFormViewModel* form() { return &m_form; }
    int recordCount() const { return found() ? static_cast<int>(m_history.vehicle()->records.size()) : 0; }
    bool studied() const { return m_history.study() != nullptr; }
    QString readingText() const;
    QVariantMap accidents() const { return m_accidents; }
    QVariantMap accidentsVerdict() const { return m_accidentsVerdict; }
    QVariantList liens() const { return m_liens; }
    QVariantList recalls() const { return m_recalls; }
    QString recallsNothing() const { return m_recallsNothing; }
    bool recallsLooked() const { return m_recallsLooked; }
    QVariantList brands() const { return m_brands; }
    QVariantList uses() const { return m_uses; }
    QVariantMap value() const { return m_value; }
    QVariantMap score() const { return m_score; }
    QVariantList sessions() const { return m_sessions; }
    int sessionShown() const { return m_sessionShown; }
    void setSessionShown(int index);
    QVariantMap obd() const { return m_obd; }
    QVariantList codes() const { return m_codes; }
    QString historyProblem() const { return m_historyProblem; }
    QString price() const { return m_price; }
    QString place() const { return m_place; }
    QString description() const { return m_description; }
    bool watched() const { return m_watched; }
    QString offerReason() const { return m_offerReason; }
    bool mine() const { return m_mine; }
    GrantsViewModel* grants() { return &m_grants; }
    ReportViewModel* report() { return &m_report; }

    Q_INVOKABLE void makeOffer();
    Q_INVOKABLE void toggleWatch();
    Q_INVOKABLE void openGarage();
    Q_INVOKABLE void openDeal();
    /// Beside up to three others.
    Q_INVOKABLE void compare();

signals:
    void changed();
    void progressed();

protected:
    QCoro::Task<Result<>> load() override;

private:
    void restate() override;
    void show();
    void showRecords();
    void showStudy();
    void showMarket(UnixTime now);
    void showPhotos();
    QCoro::Task<> readSimilar();
    RecordPeople people() const;
    Provenance provenance() const; // as it is shown now

    Hash32 m_id;
    QString m_asked;
    CarHistory m_history;
    SimilarCars m_similarCars;
    std::optional<market::Listing> m_listing;
    std::optional<Similar> m_similar;
    TimelineModel m_records;
    DocumentsModel m_documents;
    PhotosModel m_photos;
    RecordFormViewModel m_form;
    GrantsViewModel m_grants;
    ReportViewModel m_report;
    QString m_title, m_tag, m_owner, m_ownerName, m_level, m_recordsLine, m_body, m_paint, m_chartNote,
        m_historyProblem, m_price, m_place, m_description, m_offerReason, m_recallsNothing;
    QVariantList m_verdicts, m_facts, m_owners, m_readings, m_liens, m_recalls, m_brands, m_uses, m_sessions, m_codes;
    QVariantMap m_coverage, m_chart, m_accidents, m_accidentsVerdict, m_value, m_score, m_obd;
    int m_sessionShown = 0;
    bool m_rolledBack = false, m_unknown = false, m_recallsLooked = false, m_watched = false, m_mine = false;
};

} // namespace autochain::desktop
