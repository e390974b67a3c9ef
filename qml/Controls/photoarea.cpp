// SPDX-License-Identifier: GPL-3.0-or-later
#include "photoarea.h"

#include <QPainter>

PhotoArea::PhotoArea(QQuickItem* parent) : QQuickPaintedItem(parent) {}

void PhotoArea::setPicture(const QImage& picture)
{
    if (picture.cacheKey() == m_picture.cacheKey())
        return;
    m_picture = picture;
    emit changed();
    update();
}

void PhotoArea::setCrop(bool crop)
{
    if (crop == m_crop)
        return;
    m_crop = crop;
    emit changed();
    update();
}

void PhotoArea::paint(QPainter* painter)
{
    if (m_picture.isNull() || width() <= 0 || height() <= 0)
        return;
    const QSizeF size =
        QSizeF(m_picture.size())
            .scaled(QSizeF(width(), height()), m_crop ? Qt::KeepAspectRatioByExpanding : Qt::KeepAspectRatio);
    const QPointF corner((width() - size.width()) / 2, (height() - size.height()) / 2);
    painter->setClipRect(boundingRect());
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->drawImage(QRectF(corner, size), m_picture);
}
