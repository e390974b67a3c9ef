// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/base/pageviewmodel.h"
#include "viewmodels/home/changesmodel.h"
#include "viewmodels/home/changesreader.h"
#include "viewmodels/home/homecarsmodel.h"
#include "viewmodels/home/waitsmodel.h"
#include "wallet/balances.h"

namespace autochain::desktop
{

/// Three answers: what waits for me and what happens if I do nothing, what changed, is my view verified.
class HomeViewModel : public PageViewModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the session")
    Q_PROPERTY(QString today READ today NOTIFY changed)
    Q_PROPERTY(autochain::desktop::WaitsModel* waits READ waits CONSTANT)
    Q_PROPERTY(autochain::desktop::ChangesModel* changes READ changes CONSTANT)
    Q_PROPERTY(autochain::desktop::HomeCarsModel* cars READ cars CONSTANT)
    Q_PROPERTY(bool waitsKnown READ waitsKnown NOTIFY changed)
    Q_PROPERTY(bool carsKnown READ carsKnown NOTIFY changed)
    /// "since Sun 22 Nov, 21:10"
    Q_PROPERTY(QString since READ since NOTIFY changed)
    Q_PROPERTY(QString freeAuc READ freeAuc NOTIFY changed)
    Q_PROPERTY(QString inSafes READ inSafes NOTIFY changed)
    Q_PROPERTY(QString forFees READ forFees NOTIFY changed)
    Q_PROPERTY(QString coin READ coin CONSTANT)
    Q_PROPERTY(QString level READ level NOTIFY changed)
    // Is my view verified?
    Q_PROPERTY(QString viewLevel READ viewLevel NOTIFY answerChanged)
    Q_PROPERTY(QString viewTitle READ viewTitle NOTIFY answerChanged)
    Q_PROPERTY(QString viewText READ viewText NOTIFY answerChanged)
    /// [{ key, value, level }]
    Q_PROPERTY(QVariantList viewFacts READ viewFacts NOTIFY changed)
    /// The block the figures were read at.
    Q_PROPERTY(QVariant block READ block NOTIFY changed)

public:
    explicit HomeViewModel(PageContext context);

    QString today() const;
    WaitsModel* waits() { return &m_waits; }
    ChangesModel* changes() { return &m_changes; }
    HomeCarsModel* cars() { return &m_cars; }
    bool waitsKnown() const;
    bool carsKnown() const;
    QString since() const;
    QString freeAuc() const;
    QString inSafes() const;
    QString forFees() const;
    QString coin() const { return QString::fromStdString(session().network().coin); }
    QString level() const;
    QString viewLevel() const;
    QString viewTitle() const;
    QString viewText() const;
    QVariantList viewFacts() const;
    QVariant block() const;

signals:
    void changed();
    void answerChanged(); // also by time: "9 s ago"

protected:
    QCoro::Task<Result<>> load() override;

private:
    struct Visit {
        std::uint64_t block = 0; // newest that was shown
        UnixTime time = 0;       // 0: there was none
    };
    std::optional<Visit> readVisit(const char* key) const;
    void writeVisit(const char* key, const Visit& visit);
    void restate() override { fill(); }
    void fill();
    void readLastVisit();
    U256 moneyInSafes() const;
    QString readText() const;

    WaitsModel m_waits;
    ChangesModel m_changes;
    HomeCarsModel m_cars;
    ChangesReader m_reader;
    std::optional<wallet::Balances> m_balances;
    Visit m_since; // what is told lies after it
    QTimer m_second;
};

} // namespace autochain::desktop
