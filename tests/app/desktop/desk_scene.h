// SPDX-License-Identifier: GPL-3.0-or-later
// The dealer desk's stock on the fakes of the window tests.
#pragma once

#include "desk/deskwindow.h"
#include "sample_session.h"
#include "stock_cars.h"
#include "viewmodels/shell/navigation.h"
#include "viewmodels/shell/toasts.h"

#include <QtTest>

namespace autochain::desktop
{

// A session whose stock has `cars` cars, some of them read: every third is for sale, every fifth was turned back.
struct Scene {
    SampleSession sample;
    Navigation navigation;
    Toasts toasts;
    std::unique_ptr<DeskViewModel> desk;

    explicit Scene(int cars, bool read = true)
    {
        sample.clock().set(dealer::kTestNow);
        desk = std::make_unique<DeskViewModel>(PageContext{*sample.session, navigation, toasts});
        (void)desk->stock().load();
        std::vector<dealer::ListedCar> list(static_cast<std::size_t>(cars));
        for (int i = 0; i < cars; ++i) {
            list[static_cast<std::size_t>(i)].vin = dealer::testVin(i);
            list[static_cast<std::size_t>(i)].cost = auc(100'000);
        }
        if (cars > 0 && !desk->stock().add(list, false)) {
            qFatal("no stock");
        }
        std::vector<dealer::Desk::Done> done;
        for (int i = 0; read && i < cars; ++i) {
            dealer::CarCheck check = dealer::cleanCheck(i);
            check.holder = sampleMe();
            if (i % 3 == 0) {
                dealer::list(check, auc(120'000));
            }
            if (i % 5 == 0) {
                dealer::setTopic(check, vehicle::Topic::Odometer, vehicle::Status::Problem, vehicle::Fact::RolledBack);
            }
            done.push_back({desk->stock().table().at(static_cast<std::uint32_t>(i)).own.id, check, std::nullopt});
        }
        (void)desk->stock().desk().put(done, dealer::kTestNow - 3 * 3'600);
        emit desk->stock().reset();
    }
    ~Scene()
    {
        sample.end(); // the tasks end before what they use
        desk.reset();
    }
    DeskStock& stock() { return desk->stock(); }
};

inline Look lightLook(double scale = 1)
{
    return signer::makeLook(signer::Theme::Light, scale);
}

} // namespace autochain::desktop
