// SPDX-License-Identifier: GPL-3.0-or-later
// The whole window on fakes, and what must hold on every page of it: no warning, every control named and no two alike,
// no text outside.
#pragma once

#include "artprovider.h"
#include "sample_session.h"
#include "viewmodels/firstrun/app.h"

#include <QAccessible>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QTest>

#include <set>

namespace autochain::desktop
{

inline QStringList g_warnings;

inline void collect(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    Q_UNUSED(context)
    if (type == QtWarningMsg || type == QtCriticalMsg) {
        g_warnings.append(text);
    }
}

inline bool isActive(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::Button:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::EditableText:
    case QAccessible::ComboBox:
    case QAccessible::PageTab:
    case QAccessible::Link:
        return true;
    default:
        return false;
    }
}

// Names of everything one can act on, with their roles; an empty name is put in as "(role)".
inline void gather(QAccessibleInterface* node, std::multiset<QString>& names, int depth = 0)
{
    if (node == nullptr || depth > 60 || node->state().invisible) {
        return;
    }
    if (isActive(node->role())) {
        const QString name = node->text(QAccessible::Name);
        names.insert(QStringLiteral("%1|%2").arg(static_cast<int>(node->role())).arg(name));
    }
    for (int i = 0; i < node->childCount(); ++i) {
        gather(node->child(i), names, depth + 1);
    }
}
class WindowTest : public QObject
{
protected:
    QTemporaryDir m_folder;
    const SystemClock m_system;
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<SampleSession> m_sample; // its clock and node outlive the app
    std::unique_ptr<App> m_app;
    QQuickWindow* m_window = nullptr;

    void load(App& app)
    {
        m_engine = std::make_unique<QQmlApplicationEngine>();
        m_engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
        // A static plugin serves the first engine of a process only; the program has one.
        m_engine->addImageProvider(QStringLiteral("art"), new resources::ArtProvider);
        m_engine->setInitialProperties({{QStringLiteral("app"), QVariant::fromValue(&app)}});
        m_engine->load(QUrl(QStringLiteral("qrc:/qt/qml/AutoChain/Desktop/Main.qml")));
        QVERIFY2(!m_engine->rootObjects().isEmpty(), qPrintable(g_warnings.join(QLatin1Char(10))));
        m_window = qobject_cast<QQuickWindow*>(m_engine->rootObjects().front());
    }
    void openWindow()
    {
        g_warnings.clear();
        qInstallMessageHandler(collect);
        m_appearance = std::make_unique<Appearance>(m_folder.filePath(QStringLiteral("settings.ini")));
        m_appearance->setTheme(QStringLiteral("light"));
        m_appearance->setScale(1.0);
        m_app = std::make_unique<App>(HomeFolder(m_folder.path()), m_system, *m_appearance);
        load(*m_app);
    }
    void closeWindow()
    {
        // What is still under way would go on with a clock and a node that are gone.
        if (m_app != nullptr && m_app->session() != nullptr) {
            (void)QTest::qWaitFor([this] { return m_app->session()->gate().running() == 0; }, 15'000);
        }
        m_engine.reset();
        m_app.reset();
        m_sample.reset();
        qInstallMessageHandler(nullptr);
    }
    // AUTOCHAIN_SHOTS: a folder for pictures of what is looked at.
    void look(const char* name)
    {
        QTest::qWait(260);
        checkNames();
        checkInside(m_window->contentItem());
        const QString folder = qEnvironmentVariable("AUTOCHAIN_SHOTS");
        if (!folder.isEmpty()) {
            m_window->grabWindow().save(
                QStringLiteral("%1/%2-%3.png")
                    .arg(folder, QLatin1String(name))
                    .arg(QString::fromLatin1(QTest::currentDataTag()).remove(QLatin1Char(' '))));
        }
    }
    static void sizes()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("scale");
        QTest::newRow("1440x900") << QSize(1440, 900) << 1.0;
        QTest::newRow("1024x700") << QSize(1024, 700) << 1.0;
        QTest::newRow("720x560") << QSize(720, 560) << 1.0;
        QTest::newRow("200 %") << QSize(1440, 900) << 2.0;
        QTest::newRow("300 %") << QSize(1440, 900) << 3.0;
    }
    // No text runs out of the window at the side, where nothing scrolls.
    void checkInside(QQuickItem* item)
    {
        // After a change of size the layouts need a turn or two, more of them on a busy machine.
        QTRY_VERIFY2(textOutside(item).isEmpty(), qPrintable(QStringLiteral("outside: ") + textOutside(item)));
    }
    // The first such text; empty: none.
    QString textOutside(QQuickItem* item) const
    {
        if (!item->isVisible() || item->opacity() == 0) {
            return {};
        }
        const QString text = item->inherits("QQuickText") ? item->property("text").toString() : QString();
        const QRectF box = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
        if (!text.isEmpty() && (box.left() < -1 || box.right() > m_window->width() + 1)) {
            return text;
        }
        if (item->inherits("QQuickFlickable") && item->property("contentWidth").toReal() > item->width() + 1) {
            return {}; // scrolls sideways
        }
        for (QQuickItem* child : item->childItems()) {
            if (const QString found = textOutside(child); !found.isEmpty()) {
                return found;
            }
        }
        return {};
    }
    // Everything one can act on has a name, and no two of a role share one.
    void checkNames()
    {
        std::multiset<QString> names;
        gather(QAccessible::queryAccessibleInterface(m_window), names);
        QVERIFY(!names.empty());
        for (const QString& name : names) {
            QVERIFY2(!name.endsWith(QLatin1Char('|')), qPrintable(QStringLiteral("without a name: ") + name));
            QVERIFY2(names.count(name) == 1, qPrintable(QStringLiteral("twice: ") + name));
        }
    }
};

} // namespace autochain::desktop
