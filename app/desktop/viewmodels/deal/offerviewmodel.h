// SPDX-License-Identifier: GPL-3.0-or-later
// Making an offer: price, who is on call, by when; checked while it is typed, nothing lost by an error.
#pragma once

#include "appraisal/appraiser.h"
#include "dealrunner.h"
#include "viewmodels/base/pageviewmodel.h"

#include <QVariantList>

#include <optional>

namespace autochain::desktop
{

class OfferViewModel : public PageViewModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the session")
    Q_PROPERTY(bool found READ found NOTIFY changed)
    /// The reader holds the title himself: there is nothing to buy.
    Q_PROPERTY(bool own READ own NOTIFY changed)
    Q_PROPERTY(QString car READ car NOTIFY changed)
    Q_PROPERTY(QString vin READ vin NOTIFY changed)
    Q_PROPERTY(QString body READ body NOTIFY changed)
    Q_PROPERTY(QString paint READ paint NOTIFY changed)
    Q_PROPERTY(QString seller READ seller NOTIFY changed)
    Q_PROPERTY(QString sellerAddress READ sellerAddress NOTIFY changed)
    Q_PROPERTY(QString asked READ asked NOTIFY changed)
    Q_PROPERTY(QString balance READ balance NOTIFY changed)
    Q_PROPERTY(QString afterwards READ afterwards NOTIFY changed)
    Q_PROPERTY(QString level READ level NOTIFY changed)
    Q_PROPERTY(QString price READ price WRITE setPrice NOTIFY changed)
    /// { name, address, fee, note } each.
    Q_PROPERTY(QVariantList appraisers READ appraisers NOTIFY changed)
    Q_PROPERTY(int appraiser READ appraiser WRITE setAppraiser NOTIFY changed)
    Q_PROPERTY(int substitute READ substitute WRITE setSubstitute NOTIFY changed)
    Q_PROPERTY(int handoverDays READ handoverDays WRITE setHandoverDays NOTIFY changed)
    Q_PROPERTY(QVariantList deadlines READ deadlines NOTIFY changed)
    Q_PROPERTY(QString fee READ fee NOTIFY changed)
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed)
    Q_PROPERTY(bool ready READ ready NOTIFY changed)
    /// What keeps the offer from being made; empty where nothing does.
    Q_PROPERTY(autochain::desktop::ErrorView problem READ problem NOTIFY changed)
    Q_PROPERTY(bool priceProblem READ priceProblem NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged)
    Q_PROPERTY(QString doing READ doing NOTIFY busyChanged)
    Q_PROPERTY(autochain::desktop::ErrorView actionError READ actionError NOTIFY busyChanged)

public:
    explicit OfferViewModel(PageContext context);

    void visit(const QString& rest) override;

    bool found() const { return m_found; }
    bool own() const { return m_found && m_sellerAccount == session().me(); }
    QString car() const { return m_car; }
    QString vin() const { return QString::fromStdString(m_vin); }
    QString body() const { return m_body; }
    QString paint() const { return m_paint; }
    QString seller() const { return m_seller; }
    QString sellerAddress() const { return m_sellerAddress; }
    QString asked() const { return m_asked; }
    QString balance() const { return m_balance; }
    QString afterwards() const { return m_afterwards; }
    QString level() const;
    QString price() const { return m_price; }
    void setPrice(const QString& price);
    QVariantList appraisers() const;
    int appraiser() const { return m_appraiser; }
    void setAppraiser(int index);
    int substitute() const { return m_substitute; }
    void setSubstitute(int index);
    int handoverDays() const { return m_handoverDays; }
    void setHandoverDays(int days);
    QVariantList deadlines() const { return m_deadlines; }
    QString fee() const { return m_fee; }
    QString sentence() const { return m_sentence; }
    bool ready() const { return m_ready; }
    ErrorView problem() const { return m_problem; }
    bool priceProblem() const { return m_priceProblem; }
    bool busy() const { return m_runner.busy(); }
    QString doing() const { return m_runner.doing(); }
    ErrorView actionError() const { return m_runner.error(); }

    Q_INVOKABLE void offer();
    Q_INVOKABLE void cancel();

signals:
    void changed();
    void busyChanged();

protected:
    QCoro::Task<Result<>> load() override;

private:
    void restate() override { emit changed(); }
    escrow::Terms terms() const;
    void check();
    void sayYou(const Error& problem);
    void show();
    void keepDraft();
    void restoreDraft();

    DealRunner m_runner;
    Hash32 m_vehicleId;
    bool m_found = false;
    std::string m_vin;
    QString m_car, m_body, m_paint, m_seller, m_sellerAddress, m_asked, m_balance, m_afterwards, m_price, m_fee,
        m_sentence;
    std::vector<appraisal::Appraiser> m_people;
    int m_appraiser = 0;
    int m_substitute = 1;
    int m_handoverDays = 9;
    QVariantList m_deadlines;
    escrow::TermsContext m_context;
    Address m_sellerAccount;
    U256 m_salt;
    std::optional<U256> m_amount;
    ErrorView m_problem;
    bool m_priceProblem = false;
    bool m_ready = false;
    Provenance m_provenance = Provenance::Reported;
};

} // namespace autochain::desktop
