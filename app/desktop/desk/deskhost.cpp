// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/deskhost.h"

#include "viewmodels/firstrun/app.h"

namespace autochain::desktop
{

DeskHost::DeskHost(App& app, Appearance& appearance, QWindow& main, QObject* parent)
    : QObject(parent), m_app(app), m_appearance(appearance), m_main(main), m_notices(QDBusConnection::sessionBus())
{
    connect(&m_notices, &WatchNotices::wanted, this, [this](const QString& route) {
        if (m_desk != nullptr) {
            m_desk->openInSuite(route);
        }
    });
    connect(&app, &App::shellChanged, this, &DeskHost::shellChanged);
    connect(&appearance, &Appearance::darkChanged, this, &DeskHost::lookChanged);
    connect(&appearance, &Appearance::scaleChanged, this, &DeskHost::lookChanged);
    connect(&appearance, &Appearance::distanceChanged, this, &DeskHost::lookChanged);
    shellChanged();
}

DeskHost::~DeskHost()
{
    delete m_window;
}

void DeskHost::shellChanged()
{
    delete m_window;    // before what it shows
    m_notices.forget(); // what another person watches, or nobody while it is locked
    m_desk = m_app.shell() == nullptr ? nullptr : m_app.shell()->navigation()->find<DeskViewModel>();
    if (m_desk == nullptr) {
        return;
    }
    connect(m_desk, &DeskViewModel::windowWanted, this, &DeskHost::open);
    connect(m_desk, &DeskViewModel::suiteWanted, this, &DeskHost::bringForward);
    connect(&m_desk->watch(), &DeskWatch::told, &m_notices, &WatchNotices::tell);
    // The page may have been asked for the window before anybody listened.
    if (m_app.shell()->navigation()->route().startsWith(QLatin1String("desk/window"))) {
        open(m_app.shell()->navigation()->route().section(QLatin1Char('/'), 2));
    }
}

void DeskHost::open(const QString& query)
{
    if (m_window == nullptr) {
        (void)m_desk->stock().load(); // why it cannot be read stands on the page
        const Look look =
            signer::makeLook(m_appearance.dark() ? signer::Theme::Dark : signer::Theme::Light, m_appearance.scale());
        m_window = new DeskWindow(look, *m_desk);
    }
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
    if (!query.isEmpty()) {
        m_window->ask(query);
    }
}

void DeskHost::bringForward()
{
    if (m_main.windowStates().testFlag(Qt::WindowMinimized)) {
        m_main.showNormal();
    }
    m_main.raise();
    m_main.requestActivate();
}

void DeskHost::lookChanged()
{
    if (m_window == nullptr) {
        return;
    }
    const bool visible = m_window->isVisible();
    m_window->close(); // keeps where it stands
    delete m_window;
    if (visible) {
        open({});
    }
}

} // namespace autochain::desktop
