// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokens.h"

#include "artrenderer.h"

#include <algorithm>
#include <QGuiApplication>
#include <QPalette>
#include <QPixmap>

namespace autochain::signer
{

Tokens lightTokens()
{
    return {0xF5F5F2, 0xECECE8, 0xFFFFFF, 0xF0F0EC, 0xEFF1F5, 0xE2E6ED, 0xE6E6E1, 0xD8D8D2,
            0x84868C, 0x1A1C1F, 0x484B52, 0x5F636B, 0x1F4FB8, 0xFFFFFF, 0x1F4FB8, 0xE6EDFB,
            0x17633C, 0x7A4900, 0xFBEFD6, 0xA3221A, 0xFBE8E6, 0x523488, 0xECE6F7, 0x1F4FB8};
}

Tokens darkTokens()
{
    return {0x131417, 0x17191C, 0x1C1E22, 0x16181B, 0x272A30, 0x2F333A, 0x2A2D32, 0x353940,
            0x7C818B, 0xECEDEF, 0xBCC0C7, 0x9BA1AA, 0x3F6FDB, 0xFFFFFF, 0x9DBAFF, 0x1F2B45,
            0x7AD3A1, 0xF1BC62, 0x30260F, 0xFF9C93, 0x391D1B, 0xC6AEF7, 0x272038, 0x9DBAFF};
}

namespace
{

struct FaceSize {
    int size;
    int line;
    QFont::Weight weight;
    bool mono;
    double tracking;
};

FaceSize sizeOf(Face face)
{
    switch (face) {
    case Face::Title:
        return {20, 28, QFont::DemiBold, false, -0.2};
    case Face::Heading:
        return {16, 24, QFont::DemiBold, false, 0};
    case Face::Body:
        return {13, 20, QFont::Normal, false, 0};
    case Face::Label:
        return {13, 20, QFont::Medium, false, 0};
    case Face::Strong:
        return {13, 20, QFont::DemiBold, false, 0};
    case Face::Caption:
        return {12, 16, QFont::Normal, false, 0};
    case Face::CaptionStrong:
        return {12, 16, QFont::DemiBold, false, 0};
    case Face::Mono:
        return {12, 20, QFont::Normal, true, 0};
    case Face::MonoTitle:
        return {18, 28, QFont::Normal, true, 0};
    }
    return {13, 20, QFont::Normal, false, 0};
}

} // namespace

QFont Look::font(Face face) const
{
    const auto size = sizeOf(face);
    QFont font;
    font.setFamilies(size.mono ? QStringList{QStringLiteral("AutoChain Mono"), QStringLiteral("monospace")}
                               : QStringList{QStringLiteral("AutoChain Inter"), QStringLiteral("sans-serif")});
    font.setPixelSize(px(size.size));
    font.setWeight(size.weight);
    font.setLetterSpacing(QFont::AbsoluteSpacing, size.tracking * scale);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

int Look::lineHeight(Face face) const
{
    return px(sizeOf(face).line);
}

QPixmap art(const Look& look, const QString& name, int size, const QColor& color, double stroke, const QColor& cut)
{
    const double ratio = qGuiApp->devicePixelRatio();
    const auto hex = [](const QColor& c) { return c.name().mid(1); };
    const QString id = cut.isValid() ? QStringLiteral("%1?color=%2&cut=%3").arg(name, hex(color), hex(cut))
                                     : QStringLiteral("%1?color=%2&stroke=%3").arg(name, hex(color)).arg(stroke);
    const int side = qRound(look.px(size) * ratio);
    QPixmap pixmap = QPixmap::fromImage(resources::renderArt(id, {side, side}));
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

Look makeLook(Theme theme, double scale)
{
    const bool systemDark = qGuiApp->palette().color(QPalette::Window).lightness() < 128;
    const bool dark = theme == Theme::Dark || (theme == Theme::System && systemDark);
    return {dark ? darkTokens() : lightTokens(), dark, std::clamp(scale, 1.0, 3.0)};
}

} // namespace autochain::signer
