// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

#include "qrmatrix.h"

/// Draws `text` as a QR code (ISO/IEC 18004, error correction M) with the four-module quiet zone the standard asks for.
/// Text longer than a code can carry leaves the item empty and `valid` false.
class QrPattern : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)
    Q_PROPERTY(QColor ink READ ink WRITE setInk NOTIFY colorsChanged)
    Q_PROPERTY(QColor ground READ ground WRITE setGround NOTIFY colorsChanged)
    Q_PROPERTY(bool valid READ valid NOTIFY textChanged)
    Q_PROPERTY(int modules READ modules NOTIFY textChanged)

public:
    explicit QrPattern(QQuickItem* parent = nullptr);

    QString text() const { return m_text; }
    void setText(const QString& text);
    QColor ink() const { return m_ink; }
    void setInk(const QColor& ink);
    QColor ground() const { return m_ground; }
    void setGround(const QColor& ground);
    bool valid() const { return m_code.side > 0; }
    /// Modules on one side without the quiet zone; 0 when not valid.
    int modules() const { return m_code.side; }

    void paint(QPainter* painter) override;

signals:
    void textChanged();
    void colorsChanged();

private:
    QString m_text;
    QColor m_ink;
    QColor m_ground;
    autochain::resources::QrMatrix m_code;
};
