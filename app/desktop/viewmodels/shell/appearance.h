// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <qqml.h>
#include <QString>

namespace autochain::desktop
{

/// Light, dark or as the desktop has it, and the size of everything. Kept in the home's settings; belongs to the
/// computer's user, not to a wallet, so it is there before anything is unlocked.
class Appearance : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by main")
    /// "light", "dark" or "system".
    Q_PROPERTY(QString theme READ theme WRITE setTheme NOTIFY themeChanged)
    Q_PROPERTY(bool dark READ dark NOTIFY darkChanged)
    /// 1.0 to 3.0.
    Q_PROPERTY(qreal scale READ scale WRITE setScale NOTIFY scaleChanged)
    Q_PROPERTY(bool reducedMotion READ reducedMotion WRITE setReducedMotion NOTIFY reducedMotionChanged)
    /// "km", "mi" or "system": what the locale's people read on their instruments.
    Q_PROPERTY(QString distance READ distance WRITE setDistance NOTIFY distanceChanged)
    /// What is held to confirm asks for typed words instead.
    Q_PROPERTY(bool noHolding READ noHolding WRITE setNoHolding NOTIFY noHoldingChanged)

public:
    explicit Appearance(QString settingsFile, QObject* parent = nullptr);

    QString theme() const { return m_theme; }
    void setTheme(const QString& theme); // anything else than the three is ignored
    bool dark() const;
    qreal scale() const { return m_scale; }
    void setScale(qreal scale); // brought into 1.0 … 3.0
    bool reducedMotion() const { return m_reducedMotion; }
    void setReducedMotion(bool on);
    bool noHolding() const { return m_noHolding; }
    void setNoHolding(bool on);
    QString distance() const { return m_distance; }
    void setDistance(const QString& distance); // anything else than the three is ignored
    /// From the command line: for this run only, not kept.
    void override(const QString& theme, qreal scale);

signals:
    void themeChanged();
    void darkChanged();
    void scaleChanged();
    void reducedMotionChanged();
    void noHoldingChanged();
    void distanceChanged(); // what is shown is written anew

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void speakDistance() const;
    void keep(const QString& key, const QVariant& value) const;

    QString m_file;
    QString m_theme = QStringLiteral("system");
    qreal m_scale = 1.0;
    bool m_reducedMotion = false;
    bool m_noHolding = false;
    QString m_distance = QStringLiteral("system");
};

} // namespace autochain::desktop
