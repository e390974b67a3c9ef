// SPDX-License-Identifier: GPL-3.0-or-later
// The navigation table: every page of the suite in one place. A new page is one more line in pagetable.cpp.
#pragma once

#include "viewmodels/base/pageviewmodel.h"

#include <memory>
#include <span>

namespace autochain::desktop
{

enum class RailPlace {
    Top,    // in the rail
    Bottom, // in the rail, at its foot
    Hidden  // reached from another page; `owner` stays marked in the rail
};

struct PageSpec {
    const char* id;        // first part of a route, name for --page and of the screenshot; never translated
    const char* title;     // QT_TRANSLATE_NOOP("pages", …)
    const char* icon;      // Lucide name
    const char* component; // "Wallet/WalletPage.qml": file of the QML module AutoChain.Wallet
    RailPlace place = RailPlace::Top;
    const char* owner = ""; // for Hidden: id of the page whose rail item is marked
    std::unique_ptr<PageViewModel> (*create)(PageContext context) = nullptr;
};

std::span<const PageSpec> pageTable();

} // namespace autochain::desktop
