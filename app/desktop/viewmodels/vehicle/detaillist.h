// SPDX-License-Identifier: GPL-3.0-or-later
// What an opened record shows, line by line, so that drawing it is only binding.
#pragma once

#include "recordwords.h"

#include <QVariantList>

namespace autochain::desktop
{

/// Lines: { type, key, value, status, record, digest }, by type:
///   "pair": key and value · "item": value (text), key (amount or number at the right) · "note": value ·
///   "head": value · "state": value with status · "link": value leads to record · "document": value, key (type and
///   size), digest
class DetailList
{
public:
    void pair(const QString& key, const QString& value);
    void pair(const QString& key, const std::string& value) { pair(key, QString::fromStdString(value)); }
    void time(const QString& key, const std::optional<UnixTime>& value);
    void cost(const QString& key, const std::optional<vehicle::Cost>& value);
    void km(const QString& key, std::int64_t value); // 0: not stated
    void item(const QString& text, const QString& atTheRight);
    void note(const std::string& text);
    void head(const QString& text);
    void state(const QString& status, const QString& text);
    void link(const QString& text, std::uint64_t record);
    void document(const vehicle::Attachment& document);
    const QVariantList& lines() const { return m_lines; }

private:
    void add(const char* type, const QString& key, const QString& value, QVariantMap more = {});
    QVariantList m_lines;
};

/// "PDF, 118 KB"; size 0: not stated.
QString documentKind(const std::string& mediaType, std::uint64_t bytes);

} // namespace autochain::desktop
