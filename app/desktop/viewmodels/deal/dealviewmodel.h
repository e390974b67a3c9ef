// SPDX-License-Identifier: GPL-3.0-or-later
// The deal board: one deal, seen by whoever sits at this computer.
#pragma once

#include "dealrunner.h"
#include "dealstepsmodel.h"
#include "viewmodels/base/pageviewmodel.h"
#include "waysmodel.h"

#include <QTimer>
#include <QVariantMap>

#include <optional>

namespace autochain::desktop
{

class DealViewModel : public PageViewModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the session")
    Q_PROPERTY(bool found READ found NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString tag READ tag NOTIFY changed)
    Q_PROPERTY(QString vin READ vin NOTIFY changed)
    Q_PROPERTY(QString body READ body NOTIFY changed)
    Q_PROPERTY(QString paint READ paint NOTIFY changed)
    Q_PROPERTY(QString safe READ safe NOTIFY changed)
    Q_PROPERTY(QString level READ level NOTIFY changed)
    /// The block it was read at.
    Q_PROPERTY(QVariant block READ block NOTIFY changed)
    Q_PROPERTY(QString appraiserLine READ appraiserLine NOTIFY changed)
    /// For the Stepper: { title, caption, state, level }.
    Q_PROPERTY(QVariantList steps READ steps NOTIFY stepsChanged)
    /// { title, text } each.
    Q_PROPERTY(QVariantMap where READ where NOTIFY changed)
    Q_PROPERTY(QVariantMap turn READ turn NOTIFY changed)
    Q_PROPERTY(QVariantMap consequence READ consequence NOTIFY changed)
    Q_PROPERTY(bool myTurn READ myTurn NOTIFY changed)
    Q_PROPERTY(bool closed READ closed NOTIFY changed)
    /// { present, secondsLeft, left, moment }.
    Q_PROPERTY(QVariantMap deadline READ deadline NOTIFY deadlineChanged)
    /// { money, moneyOwner, hasMoney, title, titleOwner, hasTitle }.
    Q_PROPERTY(QVariantMap holds READ holds NOTIFY changed)
    /// { key, value, unit } each; and who signed them.
    Q_PROPERTY(QVariantList terms READ terms NOTIFY termsChanged)
    Q_PROPERTY(QVariantList signers READ signers NOTIFY signersChanged)
    /// { kind, title, text } each.
    Q_PROPERTY(QVariantList warnings READ warnings NOTIFY warningsChanged)
    Q_PROPERTY(QVariantList log READ log NOTIFY logChanged)
    Q_PROPERTY(autochain::desktop::WaysModel* ways READ ways CONSTANT)
    Q_PROPERTY(autochain::desktop::DealStepsModel* moves READ moves CONSTANT)
    Q_PROPERTY(bool canSettle READ canSettle NOTIFY changed)
    Q_PROPERTY(bool canSplit READ canSplit NOTIFY changed)
    Q_PROPERTY(QString splitReason READ splitReason NOTIFY changed)
    Q_PROPERTY(QString buyerName READ buyerName NOTIFY changed)
    Q_PROPERTY(QString sellerName READ sellerName NOTIFY changed)
    Q_PROPERTY(QString appraiserName READ appraiserName NOTIFY changed)
    Q_PROPERTY(QString price READ price NOTIFY changed)
    /// The appraiser's table: may rule now; and a ruling's reasons once there is one.
    Q_PROPERTY(bool canRule READ canRule NOTIFY changed)
    Q_PROPERTY(QVariantList rulings READ rulings NOTIFY rulingsChanged)
    Q_PROPERTY(QString reasons READ reasons NOTIFY changed)
    Q_PROPERTY(int leastReasons READ leastReasons CONSTANT)
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged)
    Q_PROPERTY(QString doing READ doing NOTIFY busyChanged)
    Q_PROPERTY(autochain::desktop::ErrorView actionError READ actionError NOTIFY busyChanged)

public:
    explicit DealViewModel(PageContext context);

    void visit(const QString& rest) override;
    void leave() override { m_timer.stop(); }

    bool found() const { return m_deal.has_value(); }
    QString title() const { return m_title; }
    QString tag() const { return m_tag; }
    QString vin() const;
    QString body() const { return m_body; }
    QString paint() const { return m_paint; }
    QString safe() const;
    QString level() const { return m_level; }
    QVariant block() const { return m_deal ? QVariant::fromValue(m_deal->block) : QVariant(); }
    QString appraiserLine() const { return m_appraiserLine; }
    QVariantList steps() const { return m_steps; }
    QVariantMap where() const { return m_where; }
    QVariantMap turn() const { return m_turn; }
    QVariantMap consequence() const { return m_consequence; }
    bool myTurn() const { return m_myTurn; }
    bool closed() const { return m_closed; }
    QVariantMap deadline() const { return m_deadline; }
    QVariantMap holds() const { return m_holds; }
    QVariantList terms() const { return m_terms; }
    QVariantList signers() const { return m_signers; }
    QVariantList warnings() const { return m_warnings; }
    QVariantList log() const { return m_log; }
    WaysModel* ways() { return &m_ways; }
    DealStepsModel* moves() { return &m_moves; }
    bool canSettle() const { return m_canSettle; }
    bool canSplit() const { return m_splitReason.isEmpty(); }
    QString splitReason() const { return m_splitReason; }
    QString buyerName() const { return m_buyer; }
    QString sellerName() const { return m_seller; }
    QString appraiserName() const { return m_appraiser; }
    QString price() const;
    bool canRule() const { return m_canRule; }
    QVariantList rulings() const { return m_rulings; }
    QString reasons() const { return m_reasons; }
    int leastReasons() const { return 150; }
    bool busy() const { return m_runner.busy(); }
    QString doing() const { return m_runner.doing(); }
    ErrorView actionError() const { return m_runner.error(); }

    /// Carries out a row of `moves` ("fund", "dispute", …).
    Q_INVOKABLE void move(const QString& key);
    /// Signs a row of `ways`, or signs and carries it out where the other has signed.
    Q_INVOKABLE void settle(const QString& key);
    /// Proposes a split: what the buyer gets of the price, and who takes the title. Amounts as typed.
    Q_INVOKABLE void proposeSplit(const QString& toBuyer, bool titleToBuyer);
    /// { seller, sentence, adds, error } of a split while it is typed.
    Q_INVOKABLE QVariantMap previewSplit(const QString& toBuyer, bool titleToBuyer) const;
    Q_INVOKABLE void rule(bool forBuyer, const QString& reasons);
    Q_INVOKABLE void dismissError() { m_runner.clearError(); }
    Q_INVOKABLE void openCar();

signals:
    void changed();
    // Lists tell their own changes: a view that is rebuilt for nothing loses its place.
    void stepsChanged();
    void termsChanged();
    void signersChanged();
    void warningsChanged();
    void logChanged();
    void rulingsChanged();
    void deadlineChanged();
    void busyChanged();

protected:
    QCoro::Task<Result<>> load() override;

private:
    void restate() override { show(); }
    void show();
    void showPeople(const DealPeople& people);
    void showProgress(const DealPeople& people, UnixTime now);
    void showHoldings(const DealPeople& people);
    void showTerms(const DealPeople& people);
    void showWarnings(const DealPeople& people, UnixTime now);
    void showRulings(const DealPeople& people, UnixTime now);
    void showDeadline();
    void run(const QString& doing, DealRunner::Step step, const QString& toast);

    Hash32 m_id;
    std::optional<escrow::DealView> m_deal;
    DealRunner m_runner;
    WaysModel m_ways;
    DealStepsModel m_moves;
    QTimer m_timer; // the deadline's words
    QString m_title, m_tag, m_body, m_paint, m_level, m_appraiserLine, m_splitReason, m_reasons;
    QString m_buyer, m_seller, m_appraiser;
    QVariantList m_steps, m_terms, m_signers, m_warnings, m_log, m_rulings;
    QVariantMap m_where, m_turn, m_consequence, m_deadline, m_holds;
    bool m_myTurn = false, m_closed = false, m_canSettle = false, m_canRule = false;
};

} // namespace autochain::desktop
