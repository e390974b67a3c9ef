// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/backup/papersheet.h"

#include "artrenderer.h"
#include "fonts.h"
#include "qrmatrix.h"

#include <QCoreApplication>
#include <QFile>
#include <QFontDatabase>
#include <QLocale>
#include <QPageSize>
#include <QPdfWriter>

namespace autochain::desktop
{
namespace
{
constexpr int kPointsPerInch = 72;
constexpr int kWords = 24;
constexpr int kColumns = 3;
constexpr int kRows = kWords / kColumns;
const QColor kInk(0x1a, 0x1c, 0x20);
const QColor kSoft(0x5b, 0x60, 0x68);
const QColor kLine(0xb9, 0xbd, 0xc4);
const QColor kAccent(0x1f, 0x4f, 0xb8);
const QColor kBand(0xf3, 0xf5, 0xf9);

QString tr(const char* text)
{
    return QCoreApplication::translate("PaperSheet", text);
}

double pt(double points)
{
    return points * kSheetUnitsPerPoint;
}

// Draws on one sheet, lengths in points.
class Sheet
{
public:
    Sheet(QPainter& painter, const QSizeF& page, const SheetFacts& facts)
        : m_painter(painter), m_width(page.width() / kSheetUnitsPerPoint),
          m_height(page.height() / kSheetUnitsPerPoint), m_facts(facts)
    {
    }
    void draw();

private:
    enum Weight { Plain = QFont::Normal, Medium = QFont::Medium, Strong = QFont::DemiBold, Heavy = QFont::Bold };
    QFont font(double size, Weight weight, bool mono = false) const;
    // The height the text takes, in points.
    double text(double x, double y, double width, const QString& words, const QFont& face, const QColor& color,
                int flags = Qt::AlignLeft | Qt::TextWordWrap);
    void line(double x1, double y, double x2, const QColor& color, double thick);
    void head();
    double facts(double y);
    double fact(double x, double y, double width, const QString& key, const QString& value, bool mono = false);
    double qr(double x, double y, double side);
    double words(double y, double bottom);
    void advice(double y);
    void foot();

    static constexpr double kMargin = 46;
    static constexpr double kHead = 64;
    static constexpr double kAdvice = 128;
    static constexpr double kFoot = 30;
    QPainter& m_painter;
    double m_width;
    double m_height;
    const SheetFacts& m_facts;
};

QFont Sheet::font(double size, Weight weight, bool mono) const
{
    QFont out(mono ? QStringLiteral("AutoChain Mono") : QStringLiteral("AutoChain Inter"));
    out.setPixelSize(qRound(pt(size)));
    out.setWeight(static_cast<QFont::Weight>(weight));
    return out;
}

double Sheet::text(double x, double y, double width, const QString& words, const QFont& face, const QColor& color,
                   int flags)
{
    m_painter.setFont(face);
    m_painter.setPen(color);
    QRectF taken;
    m_painter.drawText(QRectF(pt(x), pt(y), pt(width), pt(m_height)), flags, words, &taken);
    return taken.height() / kSheetUnitsPerPoint;
}

void Sheet::line(double x1, double y, double x2, const QColor& color, double thick)
{
    m_painter.fillRect(QRectF(pt(x1), pt(y - thick / 2), pt(x2 - x1), pt(thick)), color);
}

void Sheet::head()
{
    m_painter.fillRect(QRectF(0, 0, pt(m_width), pt(kHead)), kAccent);
    const double size = 30;
    const double y = (kHead - size) / 2;
    const QImage brand = resources::renderArt(QStringLiteral("marks/brand?color=ffffff&cut=1f4fb8"), QSize(600, 600));
    m_painter.drawImage(QRectF(pt(kMargin), pt(y), pt(size), pt(size)), brand);
    text(kMargin + size + 12, y + 4, 200, QStringLiteral("AutoChain"), font(16, Strong), Qt::white);
    text(m_width / 2, y + 2, m_width / 2 - kMargin, m_facts.network, font(11, Strong), Qt::white, Qt::AlignRight);
    text(m_width / 2, y + 17, m_width / 2 - kMargin, tr("Recovery sheet"), font(9, Plain), QColor(0xd6, 0xe0, 0xf6),
         Qt::AlignRight);
}

double Sheet::fact(double x, double y, double width, const QString& key, const QString& value, bool mono)
{
    const double top = text(x, y, width, key, font(7.5, Medium), kSoft) + 1.5;
    return top + text(x, y + top, width, value, font(mono ? 9 : 10, mono ? Plain : Medium, mono), kInk);
}

double Sheet::qr(double x, double y, double side)
{
    const resources::QrMatrix code = resources::qrMatrix(m_facts.address.toUtf8());
    if (code.side == 0) {
        return 0;
    }
    const double module = side / code.side;
    m_painter.setRenderHint(QPainter::Antialiasing, false); // no hairs of white between modules
    for (int row = 0; row < code.side; ++row) {
        for (int column = 0; column < code.side; ++column) {
            if (code.isDark(column, row)) {
                m_painter.fillRect(
                    QRectF(pt(x + column * module), pt(y + row * module), pt(module) + 1, pt(module) + 1), kInk);
            }
        }
    }
    m_painter.setRenderHint(QPainter::Antialiasing);
    return side;
}

// "0x4d02 4A35 …": four signs each, as they are compared.
QString inFours(const QString& address)
{
    QStringList parts{address.left(6)};
    for (qsizetype at = 6; at < address.size(); at += 4) {
        parts.append(address.mid(at, 4));
    }
    return parts.join(QLatin1Char(' '));
}

double Sheet::facts(double y)
{
    const double code = 74;
    const double left = qr(kMargin, y + 2, code) > 0 ? kMargin + code + 22 : kMargin;
    const double width = m_width - kMargin - left;
    const double half = width / 2;
    const QString address = m_facts.address.isEmpty() ? QString(54, QLatin1Char('.')) : inFours(m_facts.address);
    double below = y + fact(left, y, width, tr("An address of this wallet, to know it by"), address, true) + 8;
    const double row =
        fact(left, below, half - 12, tr("Wallet of"), m_facts.person.isEmpty() ? QStringLiteral(" ") : m_facts.person);
    fact(left + half, below, half, tr("Sheet made"), QLocale().toString(m_facts.date, QStringLiteral("d MMMM yyyy")));
    below += row + 8;
    fact(left, below, half - 12, tr("Kind of words"), tr("BIP-39, English, 24"));
    below +=
        fact(left + half, below, half, tr("Accounts, counted from 0"), QStringLiteral("m/44'/60'/0'/0/0 \u2026"), true);
    return std::max(below, y + code + 4);
}

double Sheet::words(double y, double bottom)
{
    const double gap = 22;
    const double width = (m_width - 2 * kMargin - (kColumns - 1) * gap) / kColumns;
    const double height = (bottom - y) / kRows;
    for (int i = 0; i < kWords; ++i) {
        const double x = kMargin + (i / kRows) * (width + gap);
        const double base = y + (i % kRows + 1) * height - 3;
        text(x, base - 11, 16, QString::number(i + 1), font(8.5, Medium, true), kSoft, Qt::AlignRight);
        line(x + 21, base, x + width, kLine, 0.8);
    }
    return bottom;
}

void Sheet::advice(double y)
{
    struct Box {
        QString title;
        QStringList points;
    };
    const Box boxes[] = {{tr("To bring it back"),
                          {tr("Install AutoChain and join the network by its file."),
                           tr("Choose \u201cBring one back from its words\u201d and type them in the signer's window."),
                           tr("Add your newest backup file there for names and drafts.")}},
                         {tr("Where to keep it"),
                          {tr("In a safe or another dry, locked place. Best: two sheets in two houses."),
                           tr("Tell one person you trust that it exists and what it is for."),
                           tr("Test it twice a year: Settings, Backup, \u201cTest my words\u201d.")}},
                         {tr("Never"),
                          {tr("Never photograph, scan or type it into a website, an e-mail or a chat."),
                           tr("Never read it out to anybody: no helper, bank or office needs it."),
                           tr("Never cut the words in halves: half of them is not half as safe.")}}};
    const double gap = 16;
    const double width = (m_width - 2 * kMargin - 2 * gap) / 3;
    m_painter.fillRect(QRectF(0, pt(y), pt(m_width), pt(kAdvice)), kBand);
    double x = kMargin;
    for (const Box& box : boxes) {
        double at = y + 14;
        at += text(x, at, width, box.title, font(9.5, Strong), kInk) + 5;
        for (const QString& point : box.points) {
            m_painter.fillRect(QRectF(pt(x), pt(at + 4.2), pt(2.4), pt(2.4)), kAccent);
            at += text(x + 8, at, width - 8, point, font(8, Plain), kInk) + 4;
        }
        x += width + gap;
    }
}

void Sheet::foot()
{
    const double y = m_height - kFoot + 6;
    text(kMargin, y, m_width - 2 * kMargin,
         tr("Nothing secret is printed here: a printer keeps what it prints. The secret is what you write."),
         font(7.5, Plain), kSoft);
    text(kMargin, y, m_width - 2 * kMargin, QStringLiteral("AutoChain %1").arg(m_facts.version), font(7.5, Plain),
         kSoft, Qt::AlignRight);
}

void Sheet::draw()
{
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.fillRect(QRectF(0, 0, pt(m_width), pt(m_height)), Qt::white);
    head();
    double y = kHead + 22;
    y += text(kMargin, y, m_width - 2 * kMargin, tr("My 24 words"), font(22, Heavy), kInk) + 2;
    y += text(kMargin, y, m_width - 2 * kMargin,
              tr("Whoever has them has everything in this wallet; without them and without the computer it is lost. "
                 "Write "
                 "them by hand, in ink, in the order the signer shows them."),
              font(9.5, Plain), kSoft) +
         14;
    line(kMargin, y, m_width - kMargin, kLine, 0.6);
    y = facts(y + 12) + 12;
    line(kMargin, y, m_width - kMargin, kLine, 0.6);
    const double adviceTop = m_height - kFoot - kAdvice;
    words(y + 6, adviceTop - 20);
    advice(adviceTop);
    foot();
}
} // namespace

void paintSheet(QPainter& painter, const QSizeF& page, const SheetFacts& facts)
{
    [[maybe_unused]] static const bool loaded = resources::loadFonts();
    Sheet(painter, page, facts).draw();
}

bool writeSheet(const QString& path, const SheetFacts& facts)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return false;
    }
    QPdfWriter writer(&file);
    const bool inches = QLocale().measurementSystem() == QLocale::ImperialUSSystem;
    writer.setPageSize(QPageSize(inches ? QPageSize::Letter : QPageSize::A4));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    writer.setResolution(kPointsPerInch * kSheetUnitsPerPoint);
    writer.setTitle(tr("AutoChain recovery sheet"));
    writer.setCreator(QStringLiteral("AutoChain"));
    QPainter painter;
    if (!painter.begin(&writer)) {
        return false;
    }
    const QSizeF points = writer.pageLayout().pageSize().size(QPageSize::Point);
    paintSheet(painter, points * kSheetUnitsPerPoint, facts);
    return painter.end() && file.error() == QFileDevice::NoError && file.flush();
}

} // namespace autochain::desktop
