// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

/// Draws pixels that are in memory already, as large as they fit: whole, or with `crop` filling the item.
class PhotoArea : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QImage picture READ picture WRITE setPicture NOTIFY changed)
    Q_PROPERTY(bool crop READ crop WRITE setCrop NOTIFY changed)
    Q_PROPERTY(bool empty READ empty NOTIFY changed)

public:
    explicit PhotoArea(QQuickItem* parent = nullptr);

    QImage picture() const { return m_picture; }
    void setPicture(const QImage& picture);
    bool crop() const { return m_crop; }
    void setCrop(bool crop);
    bool empty() const { return m_picture.isNull(); }

    void paint(QPainter* painter) override;

signals:
    void changed();

private:
    QImage m_picture;
    bool m_crop = false;
};
