// SPDX-License-Identifier: GPL-3.0-or-later
// The report's words, in its language. Dates are days in UTC, so that they are the same on every computer.
#pragma once

#include "vehicle/assess.h"
#include "vehicle/record.h"

#include <QLocale>
#include <QString>

namespace autochain::report
{

QString tr(const char* text);
QString qs(std::string_view utf8);
QString shortHex(const Hash32& hash); // 0x1234…abcd

class Words
{
public:
    explicit Words(const QString& language);

    QString day(UnixTime time) const;    // "3 Jun 2024"
    QString month(UnixTime time) const;  // "Jun 2024"
    QString moment(UnixTime time) const; // "3 Jun 2024, 14:05 UTC"
    QString count(std::int64_t number) const;
    QString real(double number, int decimals) const;
    QString km(std::int64_t km) const;
    QString money(const vehicle::Cost& cost) const;
    QString span(UnixTime seconds) const; // "5 years 2 months"
    QString country(const QString& code) const;

    struct Fact {
        QString fact;   // "Rolled back"
        QString detail; // "43,500 km less, between Mar and Jun 2024"
    };
    Fact of(const vehicle::Verdict& verdict) const;

private:
    QLocale m_locale;
};

QString kindWord(vehicle::RecordKind kind);
QString topicWord(vehicle::Topic topic);
QString statusWord(vehicle::Status status);
QString statusMark(vehicle::Status status); // name for Canvas::mark
QString provenanceWord(Provenance provenance);
QString provenanceMark(Provenance provenance);
QString roleWord(vehicle::ProviderRole role);
QString roleWords(vehicle::RoleMask roles); // "Inspector, dealer"; empty: none
QString zoneWord(vehicle::BodyZone zone);
QString lookedWord(vehicle::Looked looked);
QString coverageWord(std::size_t row);

} // namespace autochain::report
