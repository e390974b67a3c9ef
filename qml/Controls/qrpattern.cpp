// SPDX-License-Identifier: GPL-3.0-or-later
#include "qrpattern.h"

#include <memory>
#include <QPainter>
#include <qrencode.h>

namespace
{

constexpr int kQuietZone = 4;
constexpr int kMaxTextBytes = 2331; // version 40, level M, 8-bit data (ISO/IEC 18004 table 7)

} // namespace

QrPattern::QrPattern(QQuickItem* parent) : QQuickPaintedItem(parent)
{
    setAntialiasing(false);
}

void QrPattern::setText(const QString& text)
{
    if (text == m_text)
        return;
    m_text = text;
    encode();
    emit textChanged();
    update();
}

void QrPattern::setInk(const QColor& ink)
{
    if (ink == m_ink)
        return;
    m_ink = ink;
    emit colorsChanged();
    update();
}

void QrPattern::setGround(const QColor& ground)
{
    if (ground == m_ground)
        return;
    m_ground = ground;
    emit colorsChanged();
    update();
}

void QrPattern::encode()
{
    m_side = 0;
    m_dark.clear();
    const QByteArray bytes = m_text.toUtf8();
    if (bytes.isEmpty() || bytes.size() > kMaxTextBytes)
        return;
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeData(static_cast<int>(bytes.size()), reinterpret_cast<const unsigned char*>(bytes.constData()), 0,
                          QR_ECLEVEL_M),
        &QRcode_free);
    if (!code)
        return;
    m_side = code->width;
    m_dark.resize(static_cast<size_t>(m_side) * static_cast<size_t>(m_side));
    for (size_t i = 0; i < m_dark.size(); ++i)
        m_dark[i] = (code->data[i] & 1) != 0; // bit 0 of a module is its colour (qrencode.h)
}

void QrPattern::paint(QPainter* painter)
{
    painter->fillRect(boundingRect(), m_ground);
    if (!valid())
        return;
    const double unit = std::min(width(), height()) / (m_side + 2 * kQuietZone);
    const auto edge = [unit](int module) { return qRound((module + kQuietZone) * unit); };
    for (int y = 0; y < m_side; ++y) {
        for (int x = 0; x < m_side; ++x) {
            if (m_dark[static_cast<size_t>(y * m_side + x)])
                painter->fillRect(QRect(edge(x), edge(y), edge(x + 1) - edge(x), edge(y + 1) - edge(y)), m_ink);
        }
    }
}
