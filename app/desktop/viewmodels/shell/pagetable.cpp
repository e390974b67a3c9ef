// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/shell/pagetable.h"

#include "viewmodels/appraisal/appraisalsviewmodel.h"
#include "viewmodels/deal/dealsviewmodel.h"
#include "viewmodels/deal/dealviewmodel.h"
#include "viewmodels/deal/offerviewmodel.h"
#include "viewmodels/desk/deskviewmodel.h"
#include "viewmodels/garage/garageviewmodel.h"
#include "viewmodels/home/homeviewmodel.h"
#include "viewmodels/market/marketviewmodel.h"
#include "viewmodels/settings/settingsviewmodel.h"
#include "viewmodels/vehicle/compareviewmodel.h"
#include "viewmodels/vehicle/vehicleviewmodel.h"
#include "viewmodels/wallet/walletviewmodel.h"

namespace autochain::desktop
{
namespace
{
template <typename ViewModel>
std::unique_ptr<PageViewModel> make(PageContext context)
{
    return std::make_unique<ViewModel>(context);
}

// clang-format off
const PageSpec kPages[] = {
    {"home", QT_TRANSLATE_NOOP("pages", "Home"), "house", "Home/HomePage.qml", RailPlace::Top, "", make<HomeViewModel>},
    {"market", QT_TRANSLATE_NOOP("pages", "Market"), "store", "Market/MarketPage.qml", RailPlace::Top, "", make<MarketViewModel>},
    {"vehicle", QT_TRANSLATE_NOOP("pages", "Car"), "car", "Vehicle/VehiclePage.qml", RailPlace::Hidden, "market", make<VehicleViewModel>},
    {"compare", QT_TRANSLATE_NOOP("pages", "Compare cars"), "columns-3", "Vehicle/ComparePage.qml", RailPlace::Hidden, "market", make<CompareViewModel>},
    {"offer", QT_TRANSLATE_NOOP("pages", "Offer"), "handshake", "Deal/OfferPage.qml", RailPlace::Hidden, "market", make<OfferViewModel>},
    {"garage", QT_TRANSLATE_NOOP("pages", "Garage"), "warehouse", "Garage/GaragePage.qml", RailPlace::Top, "", make<GarageViewModel>},
    {"deals", QT_TRANSLATE_NOOP("pages", "Deals"), "handshake", "Deal/DealsPage.qml", RailPlace::Top, "", make<DealsViewModel>},
    {"deal", QT_TRANSLATE_NOOP("pages", "Deal"), "handshake", "Deal/DealPage.qml", RailPlace::Hidden, "deals", make<DealViewModel>},
    {"appraisals", QT_TRANSLATE_NOOP("pages", "Appraisals"), "clipboard-check", "Appraisal/AppraisalsPage.qml", RailPlace::Top, "", make<AppraisalsViewModel>},
    {"wallet", QT_TRANSLATE_NOOP("pages", "Wallet"), "wallet", "Wallet/WalletPage.qml", RailPlace::Top, "", make<WalletViewModel>},
    {"desk", QT_TRANSLATE_NOOP("pages", "Dealer desk"), "layout-list", "Desk/DeskPage.qml", RailPlace::Top, "", make<DeskViewModel>},
    {"settings", QT_TRANSLATE_NOOP("pages", "Settings"), "settings", "Settings/SettingsPage.qml", RailPlace::Bottom, "", make<SettingsViewModel>},
};
// clang-format on
} // namespace

std::span<const PageSpec> pageTable()
{
    return kPages;
}

} // namespace autochain::desktop
