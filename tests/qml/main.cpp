// SPDX-License-Identifier: GPL-3.0-or-later
#include "artprovider.h"

#include <QQmlEngine>
#include <QtQuickTest>

/// Lets each test file's engine import the QML modules that are linked in, and see their pictures.
class Setup : public QObject
{
    Q_OBJECT

public slots:
    void qmlEngineAvailable(QQmlEngine* engine)
    {
        engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
        autochain::resources::installArt(*engine);
    }
};

QUICK_TEST_MAIN_WITH_SETUP(controls, Setup)

#include "main.moc"
