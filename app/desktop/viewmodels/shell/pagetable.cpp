// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/shell/pagetable.h"

#include "viewmodels/home/homeviewmodel.h"
#include "viewmodels/settings/settingsviewmodel.h"
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
    {"wallet", QT_TRANSLATE_NOOP("pages", "Wallet"), "wallet", "Wallet/WalletPage.qml", RailPlace::Top, "", make<WalletViewModel>},
    {"settings", QT_TRANSLATE_NOOP("pages", "Settings"), "settings", "Settings/SettingsPage.qml", RailPlace::Bottom, "", make<SettingsViewModel>},
};
// clang-format on
} // namespace

std::span<const PageSpec> pageTable()
{
    return kPages;
}

} // namespace autochain::desktop
