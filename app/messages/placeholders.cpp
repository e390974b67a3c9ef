// SPDX-License-Identifier: GPL-3.0-or-later
#include "messages/placeholders.h"

#include "base/amount.h"
#include "crypto/address.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

namespace autochain::messages
{
namespace
{
constexpr qsizetype kLongest = 200;

// Thousands grouped, decimals as they are: never through a floating-point number.
QString grouped(const QString& plain)
{
    const qsizetype point = plain.indexOf(QLatin1Char('.'));
    QString whole = point < 0 ? plain : plain.left(point);
    const QLocale locale;
    for (qsizetype at = whole.size() - 3; at > 0; at -= 3) {
        whole.insert(at, locale.groupSeparator());
    }
    return point < 0 ? whole : whole + locale.decimalPoint() + plain.mid(point + 1);
}

bool isAmount(const QString& text)
{
    static const QRegularExpression kAmount(QStringLiteral("^[0-9]{1,78}([.][0-9]{1,18})?$"));
    return kAmount.match(text).hasMatch();
}

QString shortened(const QString& hex)
{
    constexpr qsizetype kHead = 8; // with 0x
    constexpr qsizetype kTail = 6;
    return hex.size() > kHead + kTail + 1 ? hex.left(kHead) + QChar(0x2026) + hex.right(kTail) : hex;
}

QString asWho(const std::string& arg, const QString& plain)
{
    const auto address = parseAddress(arg);
    return address.ok() ? QString::fromStdString(checksumAddress(*address)) : plain;
}

QString asUnits(const std::string& arg, const QString& plain)
{
    const auto units = U256::fromDecimal(arg);
    return units.ok() ? grouped(QString::fromStdString(formatAmount(*units))) : plain;
}

QString asTime(const QString& plain)
{
    bool ok = false;
    const qint64 seconds = plain.toLongLong(&ok);
    return ok ? QLocale().toString(QDateTime::fromSecsSinceEpoch(seconds), QLocale::ShortFormat) : plain;
}

// What SigningError::BadSecret says is wrong.
QString asSecret(const QString& plain)
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("Secrets", text); };
    const std::pair<const char*, QString> known[] = {
        {"words", tr("these are not 12 to 24 words of a list, or one is misplaced")},
        {"other words", tr("these words do not belong to the vault on this computer")},
        {"no words", tr("the vault on this computer has no words, or was not opened since an earlier version made it")},
        {"key", tr("this is not a private key")},
        {"keystore", tr("this is not a key file of the usual kind (Web3 Secret Storage, version 3)")},
        {"vault", tr("the vault with your keys is damaged or could not be written")},
        {"vault changed", tr("another program changed the vault meanwhile; lock and unlock")},
        {"file", tr("a file could not be read or written")},
        {"file exists", tr("there is a file of this name already")},
    };
    for (const auto& [name, text] : known) {
        if (plain == QLatin1String(name)) {
            return text;
        }
    }
    return plain;
}

QString shown(const std::string& arg, const QString& kind)
{
    QString plain = QString::fromUtf8(arg.data(), static_cast<qsizetype>(arg.size())).left(kLongest);
    plain.removeIf([](QChar c) { return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format; });
    if (kind == QLatin1String("secret")) {
        return asSecret(plain);
    }
    if (kind == QLatin1String("auc")) {
        return isAmount(plain) ? grouped(plain) + QStringLiteral(" AUC") : plain;
    }
    if (kind == QLatin1String("units")) {
        return asUnits(arg, plain);
    }
    if (kind == QLatin1String("time")) {
        return asTime(plain);
    }
    if (kind == QLatin1String("who")) {
        return asWho(arg, plain);
    }
    return kind == QLatin1String("id") ? shortened(plain) : plain;
}
} // namespace

QString fillIn(const QString& text, const std::vector<std::string>& args)
{
    static const QRegularExpression kPlace(QStringLiteral("%([1-9])(?::(auc|units|time|who|id|secret))?"));
    QString out;
    qsizetype from = 0;
    for (auto it = kPlace.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        out += text.mid(from, match.capturedStart() - from);
        const auto index = static_cast<std::size_t>(match.capturedView(1).toInt() - 1);
        out += index < args.size() ? shown(args[index], match.captured(2)) : QString(QChar(0x2026));
        from = match.capturedEnd();
    }
    return out + text.mid(from);
}

} // namespace autochain::messages
