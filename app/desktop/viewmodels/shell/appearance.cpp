// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/shell/appearance.h"

#include "viewmodels/base/distance.h"

#include <QEvent>
#include <QGuiApplication>
#include <QPalette>
#include <QSettings>

#include <algorithm>

namespace autochain::desktop
{
namespace
{
const auto kTheme = QStringLiteral("appearance/theme");
const auto kScale = QStringLiteral("appearance/scale");
const auto kReducedMotion = QStringLiteral("appearance/reducedMotion");
const auto kNoHolding = QStringLiteral("appearance/noHolding");
const auto kDistance = QStringLiteral("appearance/distance");
constexpr qreal kLeast = 1.0;
constexpr qreal kMost = 3.0;

bool isTheme(const QString& theme)
{
    return theme == QStringLiteral("light") || theme == QStringLiteral("dark") || theme == QStringLiteral("system");
}
} // namespace

Appearance::Appearance(QString settingsFile, QObject* parent) : QObject(parent), m_file(std::move(settingsFile))
{
    const QSettings settings(m_file, QSettings::IniFormat);
    const QString theme = settings.value(kTheme).toString();
    m_theme = isTheme(theme) ? theme : m_theme;
    m_scale = std::clamp(settings.value(kScale, kLeast).toReal(), kLeast, kMost);
    m_reducedMotion = settings.value(kReducedMotion, false).toBool();
    m_noHolding = settings.value(kNoHolding, false).toBool();
    const QString distance = settings.value(kDistance).toString();
    m_distance = format::distanceUnitFrom(distance) ? distance : m_distance;
    speakDistance();
    if (qGuiApp != nullptr) {
        qGuiApp->installEventFilter(this);
    }
}

bool Appearance::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ApplicationPaletteChange && m_theme == QStringLiteral("system")) {
        emit darkChanged();
    }
    return QObject::eventFilter(watched, event);
}

bool Appearance::dark() const
{
    if (m_theme != QStringLiteral("system")) {
        return m_theme == QStringLiteral("dark");
    }
    // Qt 6.4 has no colour-scheme hint yet; a desktop's dark theme shows in its palette.
    const QPalette palette = QGuiApplication::palette();
    return palette.color(QPalette::WindowText).lightness() > palette.color(QPalette::Window).lightness();
}

void Appearance::setTheme(const QString& theme)
{
    if (!isTheme(theme) || theme == m_theme) {
        return;
    }
    m_theme = theme;
    keep(kTheme, theme);
    emit themeChanged();
    emit darkChanged();
}

void Appearance::setScale(qreal scale)
{
    const qreal wanted = std::clamp(scale, kLeast, kMost);
    if (qFuzzyCompare(wanted, m_scale)) {
        return;
    }
    m_scale = wanted;
    keep(kScale, wanted);
    emit scaleChanged();
}

void Appearance::setReducedMotion(bool on)
{
    if (on != m_reducedMotion) {
        m_reducedMotion = on;
        keep(kReducedMotion, on);
        emit reducedMotionChanged();
    }
}

void Appearance::setNoHolding(bool on)
{
    if (on != m_noHolding) {
        m_noHolding = on;
        keep(kNoHolding, on);
        emit noHoldingChanged();
    }
}

void Appearance::setDistance(const QString& distance)
{
    if (distance == m_distance || !(format::distanceUnitFrom(distance) || distance == QStringLiteral("system"))) {
        return;
    }
    m_distance = distance;
    keep(kDistance, distance);
    speakDistance();
    emit distanceChanged();
}

void Appearance::speakDistance() const
{
    format::setDistanceUnit(format::distanceUnitFrom(m_distance).value_or(format::distanceUnitOf(QLocale::system())));
}

void Appearance::override(const QString& theme, qreal scale)
{
    if (isTheme(theme)) {
        m_theme = theme;
        emit themeChanged();
        emit darkChanged();
    }
    if (scale > 0) {
        m_scale = std::clamp(scale, kLeast, kMost);
        emit scaleChanged();
    }
}

void Appearance::keep(const QString& key, const QVariant& value) const
{
    QSettings settings(m_file, QSettings::IniFormat);
    settings.setValue(key, value);
}

} // namespace autochain::desktop
