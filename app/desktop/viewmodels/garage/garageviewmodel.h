// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "garagecarsmodel.h"
#include "registerviewmodel.h"
#include "sellviewmodel.h"
#include "viewmodels/base/pageviewmodel.h"

namespace autochain::desktop
{

/// My cars; registering one ("garage/register") and putting one up for sale ("garage/sell/0x…").
class GarageViewModel : public PageViewModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the session")
    Q_PROPERTY(autochain::desktop::GarageCarsModel* cars READ cars CONSTANT)
    Q_PROPERTY(autochain::desktop::RegisterViewModel* registration READ registration CONSTANT)
    Q_PROPERTY(autochain::desktop::SellViewModel* sale READ sale CONSTANT)
    Q_PROPERTY(int count READ count NOTIFY changed)
    /// "", "register" or "sell": what is open.
    Q_PROPERTY(QString panel READ panel NOTIFY changed)

public:
    explicit GarageViewModel(PageContext context);

    void visit(const QString& rest) override;
    void leave() override;
    GarageCarsModel* cars() { return &m_cars; }
    RegisterViewModel* registration() { return &m_register; }
    SellViewModel* sale() { return &m_sell; }
    int count() const { return m_cars.rowCount(); }
    QString panel() const { return m_panel; }

    Q_INVOKABLE void openCar(const QString& key);
    Q_INVOKABLE void openDeal(const QString& key);
    Q_INVOKABLE void registerCar();
    Q_INVOKABLE void sell(const QString& key);
    Q_INVOKABLE void closePanel();

    QVector<SearchHit> search(const QString& text) const override;

signals:
    void changed();

protected:
    QCoro::Task<Result<>> load() override;

private:
    QCoro::Task<Result<>> readListings();
    void restate() override;
    void show();

    GarageCarsModel m_cars;
    RegisterViewModel m_register;
    SellViewModel m_sell;
    ListingsAsked m_listings;
    QString m_panel;
};

} // namespace autochain::desktop
