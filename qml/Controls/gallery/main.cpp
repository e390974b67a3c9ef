// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCommandLineParser>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickItemGrabResult>
#include <QQuickWindow>
#include <QTimer>

namespace
{

constexpr int kSettleMs = 700; // skeletons wait 200 ms, pictures load in the meantime

/// Draws the page into `file` and ends the program with 0, or 1 when that failed.
void shootLater(QQuickWindow* window, const QString& file)
{
    QTimer::singleShot(kSettleMs, window,
                       [window, file] { QCoreApplication::exit(window->grabWindow().save(file) ? 0 : 1); });
}

} // namespace

int main(int argc, char* argv[])
{
    QGuiApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({QStringLiteral("dark"), QStringLiteral("Dark theme")});
    parser.addOption({QStringLiteral("scale"), QStringLiteral("Text scale, 1.0 to 3.0"), QStringLiteral("factor"),
                      QStringLiteral("1")});
    parser.addOption({QStringLiteral("shot"), QStringLiteral("Draw into FILE and end"), QStringLiteral("FILE")});
    parser.addOption({QStringLiteral("page"), QStringLiteral("controls, cars, shell or popups"), QStringLiteral("name"),
                      QStringLiteral("controls")});
    parser.process(app);

    QQmlApplicationEngine engine;
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    engine.setInitialProperties({{QStringLiteral("dark"), parser.isSet(QStringLiteral("dark"))},
                                 {QStringLiteral("textScale"), parser.value(QStringLiteral("scale")).toDouble()},
                                 {QStringLiteral("page"), parser.value(QStringLiteral("page"))}});
    engine.load(QUrl(QStringLiteral("qrc:/gallery/GalleryWindow.qml")));
    if (engine.rootObjects().isEmpty())
        return 1;
    auto* window = qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
    if (parser.isSet(QStringLiteral("shot")))
        shootLater(window, parser.value(QStringLiteral("shot")));
    return QGuiApplication::exec();
}
