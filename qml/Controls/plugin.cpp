// SPDX-License-Identifier: GPL-3.0-or-later
#include "artprovider.h"

#include <QQmlEngine>
#include <QQmlEngineExtensionPlugin>

extern void qml_register_types_AutoChain_Controls();
Q_GHS_KEEP_REFERENCE(qml_register_types_AutoChain_Controls)

/// Importing AutoChain.Controls gives the engine the image provider its icons and drawings come from.
class AutoChainControlsPlugin : public QQmlEngineExtensionPlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QQmlEngineExtensionInterface_iid)

public:
    explicit AutoChainControlsPlugin(QObject* parent = nullptr) : QQmlEngineExtensionPlugin(parent)
    {
        volatile auto registration = &qml_register_types_AutoChain_Controls;
        Q_UNUSED(registration)
    }

    void initializeEngine(QQmlEngine* engine, const char*) override { autochain::resources::installArt(*engine); }
};

#include "plugin.moc"
