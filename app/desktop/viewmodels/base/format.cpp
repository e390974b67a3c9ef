// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/base/format.h"

#include "base/amount.h"
#include "crypto/address.h"

#include <QCoreApplication>
#include <QDateTime>

namespace autochain::desktop::format
{
namespace
{
QString grouped(const QString& digits, const QLocale& locale)
{
    QString out;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        if (i != 0 && (digits.size() - i) % 3 == 0) {
            out += locale.groupSeparator();
        }
        out += digits[i];
    }
    return out;
}

QString localised(const QString& plain, const QLocale& locale)
{
    const auto point = plain.indexOf(QLatin1Char('.'));
    if (point < 0) {
        return grouped(plain, locale);
    }
    return grouped(plain.left(point), locale) + locale.decimalPoint() + plain.mid(point + 1);
}

QDateTime local(UnixTime time)
{
    return QDateTime::fromSecsSinceEpoch(time);
}

QString clockTime(const QDateTime& moment, const QLocale& locale)
{
    // Some locales' short form carries seconds; nothing here is that exact.
    QString pattern = locale.timeFormat(QLocale::ShortFormat);
    pattern.remove(QStringLiteral(":ss")).remove(QStringLiteral(".ss"));
    return locale.toString(moment.time(), pattern);
}

QString tr(const char* text, const char* note = nullptr)
{
    return QCoreApplication::translate("format", text, note);
}
} // namespace

QString money(const U256& amount, int decimals, const QLocale& locale)
{
    U256 step(1);
    for (int i = decimals; i < kAucDecimals; ++i) {
        step = step * U256(10);
    }
    const U256 cut = amount - amount % step;
    return localised(QString::fromStdString(formatAmount(cut, kAucDecimals, decimals)), locale);
}

QString moneyExact(const U256& amount, const QLocale& locale)
{
    return localised(QString::fromStdString(formatAmount(amount, kAucDecimals, 2)), locale);
}

QString moneySigned(const U256& amount, bool leaves, int decimals, const QLocale& locale)
{
    if (amount.isZero()) {
        return money(amount, decimals, locale);
    }
    return (leaves ? QStringLiteral("\u2212") : QStringLiteral("+")) + money(amount, decimals, locale);
}

Result<U256> parseMoney(const QString& typed, const QLocale& locale)
{
    // The locale's marks become the neutral ones; parseAmount refuses grouping that does not group, so that a decimal
    // point of another locale ("12.5" typed in German) is an error and never ten times the amount.
    QString neutral;
    for (const QChar sign : typed.trimmed()) {
        if (QString(sign) == locale.decimalPoint()) {
            neutral += QLatin1Char('.');
        } else if (QString(sign) == locale.groupSeparator()) {
            neutral += QLatin1Char(',');
        } else {
            neutral += sign.isSpace() ? QChar(QLatin1Char(' ')) : sign;
        }
    }
    return parseAmount(neutral.toStdString());
}

QString count(std::uint64_t number, const QLocale& locale)
{
    return grouped(QString::number(number), locale);
}

QString address(const Address& address)
{
    return QString::fromStdString(checksumAddress(address));
}

QString shortAddress(const Address& value)
{
    const QString full = address(value);
    return full.left(6) + QChar(0x2026) + full.right(4);
}

QString dateLong(UnixTime time, const QLocale& locale)
{
    return locale.toString(local(time).date(), QLocale::LongFormat);
}

QString dateTime(UnixTime time, const QLocale& locale)
{
    const QDateTime moment = local(time);
    return tr("%1, %2", "date, time")
        .arg(locale.toString(moment.date(), QStringLiteral("d MMM yyyy")), clockTime(moment, locale));
}

QString dayTime(UnixTime time, const QLocale& locale)
{
    const QDateTime moment = local(time);
    return tr("%1, %2", "date, time")
        .arg(locale.toString(moment.date(), QStringLiteral("ddd d MMM")), clockTime(moment, locale));
}

QString dayYearTime(UnixTime time, const QLocale& locale)
{
    const QDateTime moment = local(time);
    return tr("%1, %2", "date, time")
        .arg(locale.toString(moment.date(), QStringLiteral("ddd d MMM yyyy")), clockTime(moment, locale));
}

QString dayOrDate(UnixTime time, UnixTime now, const QLocale& locale)
{
    const QDateTime moment = local(time);
    if (moment.date().year() != local(now).date().year()) {
        return locale.toString(moment.date(), QStringLiteral("d MMM yyyy"));
    }
    return tr("%1, %2", "date, time")
        .arg(locale.toString(moment.date(), QStringLiteral("d MMM")), clockTime(moment, locale));
}

QString when(UnixTime time, UnixTime now, const QLocale& locale)
{
    const QDateTime moment = local(time);
    const auto days = moment.date().daysTo(local(now).date());
    if (days == 0) {
        return clockTime(moment, locale);
    }
    if (days > 0 && days < 7) {
        return tr("%1, %2", "date, time")
            .arg(locale.toString(moment.date(), QStringLiteral("ddd")), clockTime(moment, locale));
    }
    return locale.toString(moment.date(), QStringLiteral("d MMM yyyy"));
}

QString timeLeft(std::int64_t seconds)
{
    if (seconds <= 0) {
        return tr("passed");
    }
    const auto minutes = seconds / 60;
    const auto hours = minutes / 60;
    if (hours >= 24) {
        return hours % 24 == 0 ? tr("%1 d").arg(hours / 24) : tr("%1 d %2 h").arg(hours / 24).arg(hours % 24);
    }
    return hours > 0 ? tr("%1 h").arg(hours) : tr("%1 min").arg(std::max<std::int64_t>(minutes, 1));
}

QString provenanceWord(Provenance provenance)
{
    switch (provenance) {
    case Provenance::Proven:
        return tr("Proven");
    case Provenance::Local:
        return tr("Local");
    case Provenance::Reported:
        return tr("Reported");
    case Provenance::Stale:
        break;
    }
    return tr("Stale");
}

QString level(Provenance provenance)
{
    switch (provenance) {
    case Provenance::Proven:
        return QStringLiteral("proven");
    case Provenance::Local:
        return QStringLiteral("local");
    case Provenance::Reported:
        return QStringLiteral("reported");
    case Provenance::Stale:
        break;
    }
    return QStringLiteral("stale");
}

} // namespace autochain::desktop::format
