// SPDX-License-Identifier: GPL-3.0-or-later
#include "grantform.h"

#include "crypto/address.h"
#include "session/session.h"
#include "vehicle/record.h"
#include "viewmodels/base/errorview.h"
#include "viewmodels/base/format.h"
#include "viewmodels/home/recordkindtext.h"

#include <array>

namespace autochain::desktop
{

namespace
{

using vehicle::RecordKind;

constexpr std::int64_t kDay = 86'400;
constexpr qsizetype kNamesShown = 8; // the others by typing some of their letters
constexpr std::array<std::int64_t, 4> kSpans = {7 * kDay, 30 * kDay, 90 * kDay, 365 * kDay};

// Kinds whose records may have a private part worth sharing, and those a shop can be let to write.
constexpr std::array kReadable = {RecordKind::Service,        RecordKind::Repair,         RecordKind::Inspection,
                                  RecordKind::Accident,       RecordKind::InsuranceClaim, RecordKind::ObdSession,
                                  RecordKind::OwnerStatement, RecordKind::Valuation};
constexpr std::array kWritable = {RecordKind::Service, RecordKind::Repair, RecordKind::Odometer,
                                  RecordKind::TroubleCodes, RecordKind::ObdSession};

std::uint32_t bitOf(RecordKind kind)
{
    return vehicle::kindBit(kind);
}

std::span<const RecordKind> offeredKinds(bool writes)
{
    return writes ? std::span<const RecordKind>(kWritable) : std::span<const RecordKind>(kReadable);
}

} // namespace

GrantForm::GrantForm(Session& session, QObject* parent) : QObject(parent), m_session(session)
{
    clear();
}

void GrantForm::clear()
{
    m_to.clear();
    m_toProblem.clear();
    m_who.reset();
    m_span = 1;
    m_kinds = bitOf(RecordKind::Service) | bitOf(RecordKind::Repair);
    emit changed();
}

void GrantForm::setWrites(bool writes)
{
    if (writes != m_writes) {
        m_writes = writes;
        clear();
    }
}

void GrantForm::setTo(const QString& typed)
{
    if (typed == m_to) {
        return;
    }
    m_to = typed;
    m_toProblem.clear();
    m_who.reset();
    const QString wanted = typed.trimmed();
    for (const auto& [name, address] : known(m_session)) {
        if (name.compare(wanted, Qt::CaseInsensitive) == 0) {
            m_who = address;
        }
    }
    if (!m_who && wanted.startsWith(QStringLiteral("0x"), Qt::CaseInsensitive) && wanted.size() >= 42) {
        const auto parsed = parseAddress(wanted.toStdString());
        if (parsed.ok()) {
            m_who = *parsed;
        } else {
            m_toProblem = ErrorView::of(parsed.error()).cause;
        }
    }
    if (m_who == m_session.me()) {
        m_who.reset();
        m_toProblem = tr("That is you. The holder reads and writes without a grant.");
    }
    emit changed();
}

QList<std::pair<QString, Address>> GrantForm::known(Session& session)
{
    QList<std::pair<QString, Address>> out;
    const auto contacts = session.addressBook().all();
    if (contacts.ok()) {
        for (const auto& contact : *contacts) {
            out.append({QString::fromStdString(contact.name), contact.address});
        }
    }
    if (session.practice()) {
        for (const PracticePerson& person : session.network().people) {
            if (person.address != session.me()) {
                out.append({QString::fromStdString(person.name), person.address});
            }
        }
    }
    return out;
}

QStringList GrantForm::names() const
{
    QStringList out;
    for (const auto& [name, address] : known(m_session)) {
        if (out.size() < kNamesShown && name.contains(m_to.trimmed(), Qt::CaseInsensitive)) {
            out << name;
        }
    }
    return out;
}

QString GrantForm::toText() const
{
    if (!m_who) {
        return {};
    }
    const QString name = m_session.nameOf(*m_who);
    const QString address = format::address(*m_who);
    return name.isEmpty() ? tr("Not in your address book: compare every sign of %1").arg(address)
                          : tr("%1, %2").arg(name, address);
}

QVariantList GrantForm::kinds() const
{
    QVariantList out;
    for (const RecordKind kind : offeredKinds(m_writes)) {
        out << QVariantMap{{QStringLiteral("bit"), static_cast<int>(kind)},
                           {QStringLiteral("text"), recordKindText(kind)},
                           {QStringLiteral("on"), (m_kinds & bitOf(kind)) != 0}};
    }
    return out;
}

void GrantForm::setKind(int bit, bool on)
{
    if (bit <= 0 || bit >= vehicle::kRecordKinds) {
        return;
    }
    const std::uint32_t mask = bitOf(static_cast<RecordKind>(bit));
    m_kinds = on ? m_kinds | mask : m_kinds & ~mask;
    emit changed();
}

QStringList GrantForm::spans() const
{
    return {tr("for 7 days"), tr("for 30 days"), tr("for 90 days"), tr("for a year")};
}

void GrantForm::setSpan(int span)
{
    if (span >= 0 && span < static_cast<int>(kSpans.size())) {
        m_span = span;
        emit changed();
    }
}

// From the newest block on: the contract counts by the chain's time.
UnixTime GrantForm::until() const
{
    return static_cast<UnixTime>(m_session.head().time) + kSpans[static_cast<std::size_t>(m_span)];
}

QString GrantForm::kindsText() const
{
    QStringList out;
    for (const RecordKind kind : offeredKinds(m_writes)) {
        if ((m_kinds & bitOf(kind)) != 0) {
            out << recordKindText(kind).toLower();
        }
    }
    return out.join(tr(", "));
}

QString GrantForm::consequence() const
{
    if (!waitsFor().isEmpty()) {
        return {};
    }
    const QString name = m_session.nameOf(*m_who);
    const QString who = name.isEmpty() ? format::shortAddress(*m_who) : name;
    const QString day = format::dateTime(until());
    return m_writes
               ? tr("%1 may write records of %2 until %3. What is written stays for good.").arg(who, kindsText(), day)
               : tr("%1 reads the private parts of %2 until %3. Who read it once may keep a copy.")
                     .arg(who, kindsText(), day);
}

QString GrantForm::waitsFor() const
{
    if (!m_who) {
        return tr("Say who: an address, or a name you know.");
    }
    return kindsText().isEmpty() ? tr("Choose at least one kind of record.") : QString();
}

std::optional<GrantWish> GrantForm::wish() const
{
    if (!waitsFor().isEmpty()) {
        return std::nullopt;
    }
    std::uint32_t kinds = 0;
    for (const RecordKind kind : offeredKinds(m_writes)) {
        kinds |= m_kinds & bitOf(kind);
    }
    return GrantWish{*m_who, kinds, until(), m_writes};
}

} // namespace autochain::desktop
