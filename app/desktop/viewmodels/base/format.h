// SPDX-License-Identifier: GPL-3.0-or-later
// Values as the reader's locale writes them. Nothing here rounds money up, and nothing goes through a double.
#pragma once

#include "base/bytes.h"
#include "base/clock.h"
#include "base/u256.h"
#include "chain/provenance.h"

#include <QLocale>
#include <QString>

namespace autochain::desktop::format
{

/// "212,850.00": smallest units of an 18-decimal coin, cut (not rounded) after `decimals`, which are always shown.
QString money(const U256& amount, int decimals = 2, const QLocale& locale = QLocale());
/// Every significant decimal, at least two: what stands where something is signed.
QString moneyExact(const U256& amount, const QLocale& locale = QLocale());
/// "+40.00" or "−1,850.00" with a real minus; zero has no sign.
QString moneySigned(const U256& amount, bool leaves, int decimals = 2, const QLocale& locale = QLocale());
/// What a person typed, in the locale's way or plain: "12 500", "12,500.50". Errors: BaseError.
Result<U256> parseMoney(const QString& typed, const QLocale& locale = QLocale());

QString count(std::uint64_t number, const QLocale& locale = QLocale());
/// Full EIP-55 address and "0x4d02…AE8e".
QString address(const Address& address);
QString shortAddress(const Address& address);

QString dateLong(UnixTime time, const QLocale& locale = QLocale());    // Tuesday, 24 November 2026
QString dateTime(UnixTime time, const QLocale& locale = QLocale());    // 24 Nov 2026, 14:11
QString dayTime(UnixTime time, const QLocale& locale = QLocale());     // Tue 24 Nov, 14:11
QString dayYearTime(UnixTime time, const QLocale& locale = QLocale()); // Tue 24 Nov 2026, 14:20
/// "24 Nov, 14:11" within the year of `now`, "22 Dec 2024" before it.
QString dayOrDate(UnixTime time, UnixTime now, const QLocale& locale = QLocale());
/// "14:11" on the day of `now`, "Mon, 17:12" within a week, else "12 Nov 2026".
QString when(UnixTime time, UnixTime now, const QLocale& locale = QLocale());
/// "21 h", "3 d 3 h", "12 min"; "passed" from zero on.
QString timeLeft(std::int64_t seconds);

/// "proven", "local", "reported", "stale": what the controls take for a mark.
QString level(Provenance provenance);
/// "Proven" … in the reader's language.
QString provenanceWord(Provenance provenance);

} // namespace autochain::desktop::format
