// SPDX-License-Identifier: GPL-3.0-or-later
// Wires the objects; nothing else does.
#include "desk/deskhost.h"
#include "endsignals.h"
#include "framewatch.h"
#include "options.h"
#include "print/printhost.h"
#include "session/autolock.h"
#include "shots.h"

#include <QApplication>
#include <QDBusConnection>
#include <QElapsedTimer>
#include <QIcon>
#include <QLoggingCategory>
#include <QQmlApplicationEngine>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QTranslator>

#include <cstdio>
#include <memory>

using namespace autochain;
using namespace autochain::desktop;

namespace
{
// The first picture the person sees, measured from the start of main().
void tellFirstFrame(QQuickWindow* window, const QElapsedTimer& since)
{
    QObject::connect(
        window, &QQuickWindow::frameSwapped, window,
        [elapsed = since] { std::fprintf(stderr, "autochain: first frame after %lld ms\n", elapsed.elapsed()); },
        static_cast<Qt::ConnectionType>(Qt::DirectConnection | Qt::SingleShotConnection));
}
} // namespace

int main(int argc, char* argv[])
{
    QElapsedTimer since;
    since.start();
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("autochain"));
    QCoreApplication::setApplicationVersion(QStringLiteral(AUTOCHAIN_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("AutoChain"));
    QGuiApplication::setDesktopFileName(QStringLiteral("autochain"));
    QTranslator plurals; // of the English sources: "1 deal", "2 deals"
    if (plurals.load(QStringLiteral(":/words/autochain_en.qm"))) {
        QCoreApplication::installTranslator(&plurals);
    }
    // Our own controls stand on the templates; no style of the system is drawn.
    QQuickStyle::setStyle(QStringLiteral("Basic"));

    const Options options = readOptions(application.arguments());
    QLoggingCategory::setFilterRules(options.log ? QStringLiteral("autochain.*=true")
                                                 : QStringLiteral("autochain.*.debug=false"));

    const EndSignals endSignals;
    const SystemClock clock;
    HomeFolder home(options.home);
    Appearance appearance(home.settingsFile());
    appearance.override(options.theme, options.scale);
    App app(home, clock, appearance);
    AutoLock autoLock;
    autoLock.listenTo(QDBusConnection::sessionBus(), QDBusConnection::systemBus());
    QObject::connect(&autoLock, &AutoLock::lockWanted, &app, &App::lock);

    QQmlApplicationEngine engine;
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    engine.setInitialProperties({{QStringLiteral("app"), QVariant::fromValue(&app)}});
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/AutoChain/Desktop/Main.qml")));
    auto* window = engine.rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow*>(engine.rootObjects().front());
    if (window == nullptr) {
        return 1;
    }
    if (options.size.isValid()) {
        window->resize(options.size);
    }
    tellFirstFrame(window, since);
    if (options.log) {
        new FrameWatch(*window, window);
    }
    const DeskHost desk(app, appearance, *window);
    const PrintHost print(app, *window);
    app.start(options.start);
    std::unique_ptr<Shots> shots;
    if (!options.shots.isEmpty()) {
        shots = std::make_unique<Shots>(app, *window, options.shots, options.pages);
    }
    return QApplication::exec();
}
