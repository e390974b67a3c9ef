// SPDX-License-Identifier: GPL-3.0-or-later
// One car: what its VIN says, what its history says, who holds it, whether it can be bought.
#pragma once

#include "grantsviewmodel.h"
#include "market/listing.h"
#include "recordsmodel.h"
#include "vehicle/assess.h"
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
    Q_PROPERTY(QString chartNote READ chartNote NOTIFY changed)
    Q_PROPERTY(bool rolledBack READ rolledBack NOTIFY changed)
    Q_PROPERTY(autochain::desktop::RecordsModel* records READ records CONSTANT)
    Q_PROPERTY(int recordCount READ recordCount NOTIFY changed)
    Q_PROPERTY(int recordFilter READ recordFilter WRITE setRecordFilter NOTIFY changed)
    /// The node's records do not fit the proven history: what that means; empty: they fit.
    Q_PROPERTY(QString historyProblem READ historyProblem NOTIFY changed)
    Q_PROPERTY(QString price READ price NOTIFY changed)
    Q_PROPERTY(QString place READ place NOTIFY changed)
    Q_PROPERTY(QString description READ description NOTIFY changed)
    Q_PROPERTY(bool watched READ watched NOTIFY changed)
    Q_PROPERTY(QString offerReason READ offerReason NOTIFY changed)
    Q_PROPERTY(bool mine READ mine NOTIFY changed)
    Q_PROPERTY(autochain::desktop::GrantsViewModel* grants READ grants CONSTANT)

public:
    explicit VehicleViewModel(PageContext context);

    void visit(const QString& rest) override;

    bool found() const { return m_vehicle.has_value(); }
    QString asked() const { return m_asked; }
    QString title() const { return m_title; }
    QString tag() const { return m_tag; }
    QString vin() const;
    QString owner() const { return m_owner; }
    QString ownerName() const { return m_ownerName; }
    QString level() const { return m_level; }
    QVariant block() const { return m_vehicle ? QVariant::fromValue(m_vehicle->block) : QVariant(); }
    QString recordsLine() const { return m_recordsLine; }
    QString body() const { return m_body; }
    QString paint() const { return m_paint; }
    QVariantList verdicts() const { return m_verdicts; }
    QVariantList facts() const { return m_facts; }
    QVariantList owners() const { return m_owners; }
    QVariantMap coverage() const { return m_coverage; }
    QVariantMap chart() const { return m_chart; }
    QString chartNote() const { return m_chartNote; }
    bool rolledBack() const { return m_rolledBack; }
    RecordsModel* records() { return &m_records; }
    int recordCount() const { return m_vehicle ? static_cast<int>(m_vehicle->records.size()) : 0; }
    int recordFilter() const { return m_recordFilter; }
    void setRecordFilter(int filter);
    QString historyProblem() const { return m_historyProblem; }
    QString price() const { return m_price; }
    QString place() const { return m_place; }
    QString description() const { return m_description; }
    bool watched() const { return m_watched; }
    QString offerReason() const { return m_offerReason; }
    bool mine() const { return m_mine; }
    GrantsViewModel* grants() { return &m_grants; }

    Q_INVOKABLE void makeOffer();
    Q_INVOKABLE void toggleWatch();
    Q_INVOKABLE void openGarage();
    Q_INVOKABLE void openDeal();

signals:
    void changed();

protected:
    QCoro::Task<Result<>> load() override;

private:
    void restate() override { show(); }
    void show();
    void showHistory(UnixTime now);
    void showMarket(UnixTime now);

    Hash32 m_id;
    QString m_asked;
    std::optional<vehicle::Vehicle> m_vehicle;
    std::optional<market::Listing> m_listing;
    vehicle::Assessment m_assessment;
    RecordsModel m_records;
    GrantsViewModel m_grants;
    QString m_title, m_tag, m_owner, m_ownerName, m_level, m_recordsLine, m_body, m_paint, m_chartNote,
        m_historyProblem, m_price, m_place, m_description, m_offerReason;
    QVariantList m_verdicts, m_facts, m_owners;
    QVariantMap m_coverage, m_chart;
    int m_recordFilter = 0;
    bool m_rolledBack = false, m_watched = false, m_mine = false;
};

} // namespace autochain::desktop
