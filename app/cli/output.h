// SPDX-License-Identifier: GPL-3.0-or-later
// What a verb gives back: one JSON object and the same as lines for people.
#pragma once

#include "base/bytes.h"
#include "base/clock.h"
#include "base/u256.h"
#include "chain/provenance.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace autochain::cli
{

// Aligned columns; right-aligned ones for amounts and counts.
class Table
{
public:
    explicit Table(QStringList header, QList<int> rightAligned = {});
    void add(QStringList row);
    QStringList lines() const;
    bool isEmpty() const { return m_rows.size() < 2; }

private:
    QList<QStringList> m_rows;
    QList<int> m_right;
};

struct Output {
    QJsonObject json;
    QStringList lines;
    int exitCode = 0;     // exit_code.h; not 0 where what was asked is answered, and the answer is not good
    bool printed = false; // the verb wrote its output itself, line by line
    Output& line(const QString& text)
    {
        lines.append(text);
        return *this;
    }
    // "Label: value" with values in one column.
    Output& fact(const QString& label, const QString& value);
};

QString qs(std::string_view utf8);
QString hex(const Hash32& hash);
QString address(const Address& address);       // EIP-55
QString plainAuc(const U256& amount);          // JSON: "200000", all decimals that count
QString auc(const U256& amount);               // people: "200,000 AUC"
QString dateTime(UnixTime at);                 // people: ISO 8601, UTC; "-" for 0
QString provenanceWord(Provenance provenance); // JSON: "proven" "local" "reported" "stale"
// Puts "provenance" and "block" beside the values of `object`.
void putSource(QJsonObject& object, Provenance provenance, const BlockRef& block);
// A transaction that is in a block, and how it is known that it succeeded.
void putMined(QJsonObject& object, const Hash32& transactionHash, Provenance provenance, const BlockRef& block);
// "Local, block 1842"
QString sourceLine(Provenance provenance, const BlockRef& block);

} // namespace autochain::cli
