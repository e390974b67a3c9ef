// SPDX-License-Identifier: GPL-3.0-or-later
#include "shots.h"

#include <QApplication>
#include <QDir>
#include <QWidget>

#include <cstdio>

namespace autochain::desktop
{
namespace
{
constexpr int kTickMs = 100;
constexpr int kSettleTicks = 8; // pictures and skeletons come and go within that
constexpr qint64 kOpenMs = 240'000;
constexpr qint64 kPageMs = 60'000;

// "wallet/send" becomes wallet-send; numbers and VINs (16 signs and more) are left out.
QString nameOf(const QString& route)
{
    QStringList parts = route.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    parts.removeIf([](const QString& part) { return part.size() >= 16; });
    return parts.join(QLatin1Char('-'));
}
} // namespace

Shots::Shots(App& app, QQuickWindow& window, QString folder, QStringList routes, QObject* parent)
    : QObject(parent), m_app(app), m_window(window), m_folder(std::move(folder)), m_routes(std::move(routes))
{
    QDir().mkpath(m_folder);
    m_tick.setInterval(kTickMs);
    connect(&m_tick, &QTimer::timeout, this, &Shots::step);
    connect(&m_app, &App::failed, this, [this] { end(1, m_app.startError().cause); });
    m_waiting.start();
    m_tick.start();
}

bool Shots::ready() const
{
    const Navigation* navigation = m_app.shell()->navigation();
    const PageViewModel* page = navigation->viewModel(navigation->page());
    return page != nullptr && page->settled() && !page->error().present();
}

void Shots::step()
{
    if (m_app.stage() != App::Open || m_app.shell() == nullptr) {
        if (m_waiting.elapsed() > kOpenMs) {
            end(1, QStringLiteral("the market did not open"));
        }
        return;
    }
    if (!m_started) {
        m_started = true;
        if (m_routes.isEmpty()) {
            for (const PageSpec& page : pageTable()) {
                if (page.place != RailPlace::Hidden) {
                    m_routes.append(QLatin1String(page.id));
                }
            }
        }
        m_app.shell()->navigation()->open(m_routes.constFirst());
        m_waiting.restart();
    }
    if (!ready()) {
        m_settled = 0;
        if (m_waiting.elapsed() > kPageMs) {
            end(1, QStringLiteral("page %1 did not load").arg(m_routes.constFirst()));
        }
        return;
    }
    if (++m_settled < kSettleTicks) {
        return;
    }
    m_settled = 0;
    const QString route = m_routes.takeFirst();
    if (!save(nameOf(route))) {
        end(1, QStringLiteral("the picture of %1 could not be written").arg(route));
    } else if (m_routes.isEmpty()) {
        end(0);
    } else {
        m_app.shell()->navigation()->open(m_routes.constFirst());
        m_waiting.restart();
    }
}

bool Shots::save(const QString& name)
{
    const QString look = m_app.appearance()->dark() ? QStringLiteral("-dark") : QString();
    const auto tops = QApplication::topLevelWidgets();
    const auto desk = std::find_if(tops.begin(), tops.end(), [](const QWidget* widget) {
        return widget->isVisible() && widget->objectName() == QLatin1String("dealerDesk");
    });
    const bool asked = name == QLatin1String("desk-window") && desk != tops.end(); // a window of its own
    if (asked) {
        (*desk)->resize(m_window.size());
        (*desk)->ensurePolished();
        QApplication::processEvents();
    }
    const QString file =
        QStringLiteral("%1/%2-%3x%4%5.png").arg(m_folder, name).arg(m_window.width()).arg(m_window.height()).arg(look);
    std::fprintf(stderr, "autochain: %s\n", qPrintable(file));
    return asked ? (*desk)->grab().save(file) : m_window.grabWindow().save(file);
}

void Shots::end(int code, const QString& why)
{
    m_tick.stop();
    if (!why.isEmpty()) {
        std::fprintf(stderr, "autochain: %s\n", qPrintable(why));
    }
    QCoreApplication::exit(code);
}

} // namespace autochain::desktop
