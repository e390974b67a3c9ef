// SPDX-License-Identifier: GPL-3.0-or-later
// A car of ten thousand records opened in the whole window, on a node and a content folder of this process: how long
// until the first rows are drawn, until everything was looked at (signatures, contents, meaning), and the longest frame
// while scrolling. A frame: from the change of place to the picture, all of it in one thread.
#include "fake_car.h"
#include "viewmodels/vehicle/vehicleviewmodel.h"
#include "window_fixture.h"

#include <QApplication>

#include <cstdio>
#include <ctime>

using namespace autochain;
using namespace autochain::desktop;

namespace
{
constexpr std::size_t kRecords = 10'000;

double processorMs()
{
    timespec now = {};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}
} // namespace

class PageBench : public WindowTest
{
public:
    int run()
    {
        openWindow();
        m_appearance->setScale(1.0);
        m_window->resize(1440, 900);
        m_sample = std::make_unique<SampleSession>();
        FakeCar car(*m_sample->node, *m_sample->session, sampleAddress(2));
        car.addMany(kRecords, m_sample->clock().now() - 86'400);
        car.publish();
        m_sample->node->top.number = 10 + kRecords; // the car's blocks have happened
        m_app->adopt(std::move(m_sample->session));
        Navigation& navigation = *m_app->shell()->navigation();
        navigation.open(QStringLiteral("vehicle")); // the page itself is made before, as a second car finds it
        (void)QTest::qWaitFor([this] { return m_app->shown() == App::Open; }, 20'000);
        QTest::qWait(1'000);
        auto* view = qobject_cast<VehicleViewModel*>(navigation.viewModel(navigation.page()));

        QElapsedTimer clock;
        clock.start();
        navigation.open(QStringLiteral("vehicle/") + QLatin1String(kFakeVin));
        QQuickItem* list = nullptr;
        (void)QTest::qWaitFor(
            [&] {
                list = listOf(m_window->contentItem());
                return list != nullptr && list->property("count").toInt() > 0;
            },
            20'000);
        const double rows = ms(clock);
        frame();
        const double drawn = ms(clock);
        double stall = 0;
        QElapsedTimer turn;
        turn.start();
        while (!view->studied() && ms(clock) < 60'000) {
            QCoreApplication::processEvents(QEventLoop::AllEvents, 2);
            stall = std::max(stall, ms(turn));
            turn.start();
        }
        std::printf("%zu records: rows after %.0f ms, drawn after %.0f ms (aim 150)\n", kRecords, rows, drawn);
        std::printf("everything looked at and understood after %.0f ms, longest standstill on the way %.1f ms\n",
                    ms(clock), stall);
        QTest::qWait(500);
        scroll(*list, "3 rows a frame", 84, 300);
        scroll(*list, "30 rows a frame", 840, 200);
        scroll(*list, "a page a frame", 520, 200);
        if (!g_warnings.isEmpty()) {
            std::printf("%s\n", qPrintable(g_warnings.join(QLatin1Char(10))));
        }
        closeWindow();
        return 0;
    }

private:
    static double ms(const QElapsedTimer& timer) { return static_cast<double>(timer.nsecsElapsed()) / 1e6; }

    static QQuickItem* listOf(QQuickItem* item)
    {
        if (item->inherits("QQuickListView") && item->property("model").value<TimelineModel*>() != nullptr) {
            return item;
        }
        for (QQuickItem* child : item->childItems()) {
            if (QQuickItem* found = listOf(child)) {
                return found;
            }
        }
        return nullptr;
    }
    // Draws what there is to draw, at once.
    void frame()
    {
        bool done = false;
        const auto connection = connect(
            m_window, &QQuickWindow::frameSwapped, this, [&] { done = true; }, Qt::DirectConnection);
        m_window->update();
        while (!done) {
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        }
        disconnect(connection);
    }
    void scroll(QQuickItem& list, const char* name, double pixels, int frames)
    {
        list.setProperty("contentY", 0.0);
        frame();
        std::vector<double> wall, own;
        for (int i = 1; i <= frames; ++i) {
            QElapsedTimer one;
            one.start();
            const double before = processorMs();
            list.setProperty("contentY", pixels * i);
            frame();
            wall.push_back(ms(one));
            own.push_back(processorMs() - before);
        }
        std::sort(wall.begin(), wall.end());
        std::sort(own.begin(), own.end());
        const auto at = [](const std::vector<double>& sorted, double part) {
            return sorted[static_cast<std::size_t>(part * static_cast<double>(sorted.size() - 1))];
        };
        std::printf(
            "scrolling %s: half the frames %.1f ms, 99 %% %.1f ms, longest %.1f ms by the clock, %.1f ms of the "
            "processor (aim 16)\n",
            name, at(wall, 0.5), at(wall, 0.99), wall.back(), own.back());
    }
};

int main(int argc, char** argv)
{
    qputenv("QSG_RENDER_LOOP", "basic"); // a frame is one turn of this thread, and can be timed as a whole
    QApplication app(argc, argv);
    return PageBench().run();
}
