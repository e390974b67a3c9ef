// SPDX-License-Identifier: GPL-3.0-or-later
#include "statement_words.h"

#include "base/amount.h"
#include "base/hex.h"
#include "crypto/address.h"
#include "statement_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QStringList>

#include <map>

namespace autochain::signer::words
{

QString tr(const char* text)
{
    return QCoreApplication::translate("StatementText", text);
}

QString descriptorText(const std::string& text)
{
    return QCoreApplication::translate("Descriptor", text.c_str());
}

QString qs(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString mono(const QString& text)
{
    return kMonoOn + text + kMonoOff;
}

QString shortAddress(const Address& address)
{
    const QString full = qs(checksumAddress(address));
    return full.left(6) + QChar(0x2026) + full.right(4);
}

QString shortHash(const Hash32& hash)
{
    const QString full = qs(toHex0x(hash));
    return full.left(10) + QChar(0x2026) + full.right(8);
}

QString contractName(const std::string& key)
{
    static const std::map<std::string, const char*> names = {
        {"auc", QT_TRANSLATE_NOOP("StatementText", "AUC token")},
        {"incentivePool", QT_TRANSLATE_NOOP("StatementText", "incentive pool")},
        {"treasury", QT_TRANSLATE_NOOP("StatementText", "foundation treasury")},
        {"privatePlacement", QT_TRANSLATE_NOOP("StatementText", "private placement")},
        {"team", QT_TRANSLATE_NOOP("StatementText", "team's vesting")},
        {"participants", QT_TRANSLATE_NOOP("StatementText", "participants' list")},
        {"vehicleRegistry", QT_TRANSLATE_NOOP("StatementText", "vehicle registry")},
        {"listingBoard", QT_TRANSLATE_NOOP("StatementText", "listing board")},
        {"dealBook", QT_TRANSLATE_NOOP("StatementText", "deal book")},
        {"dealModule", QT_TRANSLATE_NOOP("StatementText", "deals' module")},
        {"appraisalDesk", QT_TRANSLATE_NOOP("StatementText", "appraisal desk")},
        {"sectionGrants", QT_TRANSLATE_NOOP("StatementText", "grants on private sections")},
    };
    const auto found = names.find(key);
    return found == names.end() ? qs(key) : tr(found->second);
}

// "Bob Keller", "Safe", "deal book", "Unknown 0x1234…cdef"
QString fullName(const Party& party)
{
    if (party.role == Role::DealSafe) {
        return tr("Safe");
    }
    if (party.role == Role::Contract && !party.name.empty()) {
        return contractName(party.name);
    }
    if (!party.name.empty()) {
        return party.self ? tr("you, %1").arg(qs(party.name)) : qs(party.name);
    }
    if (party.address.isZero()) {
        return tr("the appraiser on the seat");
    }
    return party.self ? tr("you") : tr("unknown %1").arg(shortAddress(party.address));
}

// In the sentence: "you", "Bob".
QString shortName(const Party& party)
{
    if (party.self) {
        return tr("you");
    }
    if (party.role == Role::Contract || party.role == Role::DealSafe || party.name.empty()) {
        return fullName(party);
    }
    return qs(party.name).section(QLatin1Char(' '), 0, 0);
}

QString titleText(const Statement& s)
{
    if (!s.vehicle) {
        return tr("the title");
    }
    return s.vehicle->vin.empty() ? tr("title number %1").arg(mono(shortHash(s.vehicle->id)))
                                  : tr("title of %1").arg(mono(qs(s.vehicle->vin)));
}

QString carText(const Statement& s)
{
    if (!s.vehicle) {
        return tr("the car");
    }
    return s.vehicle->vin.empty() ? tr("the car of title %1").arg(mono(shortHash(s.vehicle->id)))
                                  : mono(qs(s.vehicle->vin));
}

QString auc(const U256* amount)
{
    return amount == nullptr ? QString() : tr("%1 AUC").arg(amountText(*amount));
}

QString partyFact(const Statement& s, FactKind kind)
{
    const auto* party = factOf<Party>(s, kind);
    return party == nullptr ? QString() : shortName(*party);
}

QString dateText(std::uint64_t seconds)
{
    if (seconds > 253'402'300'799ULL) { // beyond the year 9999
        return tr("no end");
    }
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(static_cast<qint64>(seconds)), QLocale::ShortFormat);
}

QString durationText(std::uint64_t seconds)
{
    if (seconds % 86400 == 0) {
        return seconds == 86400 ? tr("1 day") : tr("%1 days").arg(seconds / 86400);
    }
    if (seconds % 3600 == 0) {
        return seconds == 3600 ? tr("1 hour") : tr("%1 hours").arg(seconds / 3600);
    }
    return tr("%1 seconds").arg(seconds);
}

QString moveText(const Statement& s, const signing::Move& move, const QString& coin)
{
    if (move.asset == Asset::Title) {
        return tr("%1 to %2").arg(titleText(s), shortName(move.to));
    }
    const QString unit = move.asset == Asset::Auc ? QStringLiteral("AUC") : coin;
    const QString form = move.fee ? tr("fee of %1 %2 to %3") : tr("%1 %2 to %3");
    return form.arg(amountText(move.amount), unit, shortName(move.to));
}

QString movesText(const Statement& s, const QString& coin)
{
    QStringList parts;
    for (const auto& move : s.moves) {
        parts << moveText(s, move, coin);
    }
    return parts.join(QStringLiteral(",\n"));
}

QString recordKindText(std::uint64_t kind)
{
    static const char* const names[] = {QT_TRANSLATE_NOOP("StatementText", "no record"),
                                        QT_TRANSLATE_NOOP("StatementText", "production"),
                                        QT_TRANSLATE_NOOP("StatementText", "first sale"),
                                        QT_TRANSLATE_NOOP("StatementText", "change of owner"),
                                        QT_TRANSLATE_NOOP("StatementText", "service"),
                                        QT_TRANSLATE_NOOP("StatementText", "repair"),
                                        QT_TRANSLATE_NOOP("StatementText", "accident"),
                                        QT_TRANSLATE_NOOP("StatementText", "insurance claim"),
                                        QT_TRANSLATE_NOOP("StatementText", "inspection"),
                                        QT_TRANSLATE_NOOP("StatementText", "odometer"),
                                        QT_TRANSLATE_NOOP("StatementText", "recall opened"),
                                        QT_TRANSLATE_NOOP("StatementText", "recall closed"),
                                        QT_TRANSLATE_NOOP("StatementText", "OBD session"),
                                        QT_TRANSLATE_NOOP("StatementText", "trouble codes"),
                                        QT_TRANSLATE_NOOP("StatementText", "theft"),
                                        QT_TRANSLATE_NOOP("StatementText", "lien"),
                                        QT_TRANSLATE_NOOP("StatementText", "lien release"),
                                        QT_TRANSLATE_NOOP("StatementText", "import or export"),
                                        QT_TRANSLATE_NOOP("StatementText", "title brand"),
                                        QT_TRANSLATE_NOOP("StatementText", "total loss"),
                                        QT_TRANSLATE_NOOP("StatementText", "scrapped"),
                                        QT_TRANSLATE_NOOP("StatementText", "valuation"),
                                        QT_TRANSLATE_NOOP("StatementText", "owner's statement"),
                                        QT_TRANSLATE_NOOP("StatementText", "correction")};
    return kind < std::size(names) ? tr(names[kind]) : QString::number(kind);
}

QString recordKindsText(const U256& bits)
{
    QStringList names;
    for (unsigned kind = 1; kind < 24; ++kind) {
        if (!((bits >> kind) & U256(1)).isZero()) {
            names << recordKindText(kind);
        }
    }
    const U256 known = (U256(1) << 24) - U256(2);
    if (!(bits & ~known).isZero()) {
        names << tr("further ones (%1)").arg(qs(bits.toHexQuantity()));
    }
    return names.isEmpty() ? tr("none") : names.join(QStringLiteral(", "));
}

QString roleText(std::uint64_t role)
{
    static const char* const names[] = {
        QT_TRANSLATE_NOOP("StatementText", "nobody"),      QT_TRANSLATE_NOOP("StatementText", "manufacturer"),
        QT_TRANSLATE_NOOP("StatementText", "dealer"),      QT_TRANSLATE_NOOP("StatementText", "inspector"),
        QT_TRANSLATE_NOOP("StatementText", "repair shop"), QT_TRANSLATE_NOOP("StatementText", "insurer"),
        QT_TRANSLATE_NOOP("StatementText", "lender"),      QT_TRANSLATE_NOOP("StatementText", "OBD device"),
        QT_TRANSLATE_NOOP("StatementText", "government"),  QT_TRANSLATE_NOOP("StatementText", "appraiser")};
    return role < std::size(names) ? tr(names[role]) : QString::number(role);
}

} // namespace autochain::signer::words
