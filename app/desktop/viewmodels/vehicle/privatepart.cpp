// SPDX-License-Identifier: GPL-3.0-or-later
#include "privatepart.h"

#include "sectionkeys.h"
#include "viewmodels/base/format.h"

#include <algorithm>
#include <cstdlib>

namespace autochain::desktop
{

namespace
{
using vehicle::RecordKind;

// Digits with a point, whatever the writer's locale: it is read by people of other ones.
QString plainMoney(const vehicle::Cost& cost)
{
    return QStringLiteral("%1%2.%3 %4")
        .arg(cost.minorUnits < 0 ? QStringLiteral("-") : QString())
        .arg(std::llabs(cost.minorUnits / 100))
        .arg(std::llabs(cost.minorUnits % 100), 2, 10, QLatin1Char('0'))
        .arg(QString::fromStdString(cost.currency));
}

QString nameOf(const Session& session, const Address& account)
{
    const QString name = session.nameOf(account);
    return name.isEmpty() ? format::shortAddress(account) : name;
}
} // namespace

std::optional<privacy::Document> takePrivate(vehicle::RecordContent& content, const PrivateFields& fields)
{
    QStringList lines;
    if (fields.title && !content.title.empty()) {
        lines << QString::fromStdString(std::exchange(content.title, {}));
    }
    if (fields.price && content.cost) {
        lines << PrivatePart::tr("Price: %1").arg(plainMoney(*std::exchange(content.cost, {})));
    }
    if (fields.notes && !content.notes.empty()) {
        lines << QString::fromStdString(std::exchange(content.notes, {}));
    }
    if (lines.isEmpty()) {
        return std::nullopt;
    }
    return privacy::Document{"private-part.txt", "text/plain",
                             toBytes(std::string_view(lines.join(QLatin1Char('\n')).toStdString()))};
}

QString readersSentence(const Session& session, const sharing::CarGrants& grants,
                        const std::vector<sharing::SealedReader>& readers, const std::vector<Address>& withoutKey)
{
    QStringList who;
    for (const sharing::SealedReader& one : readers) {
        if (std::find(withoutKey.begin(), withoutKey.end(), one.account) == withoutKey.end()) {
            const QString name = nameOf(session, one.account);
            who << (one.account == grants.holder
                        ? PrivatePart::tr("%1, who holds the title").arg(name)
                        : PrivatePart::tr("%1 until %2").arg(name, format::dateTime(static_cast<UnixTime>(one.until))));
        }
    }
    QStringList out;
    out << (who.isEmpty() ? PrivatePart::tr("Only you can read it.")
                          : PrivatePart::tr("You can read it, and: %1.").arg(who.join(PrivatePart::tr("; "))));
    for (const Address& one : withoutKey) {
        out << PrivatePart::tr("%1 may by a grant, but has published no key to share with.").arg(nameOf(session, one));
    }
    out << (grants.holder == session.me()
                ? PrivatePart::tr("Others read it once you let them, under “Private parts and access”; a later owner, "
                                  "too, only if you let them before the title goes.")
                : PrivatePart::tr("Others read it once the holder of the title lets them."));
    return out.join(QLatin1Char(' '));
}

PrivatePart::PrivatePart(Session& session, QObject* parent) : QObject(parent), m_session(session) {}

void PrivatePart::restore(const PrivateFields& fields)
{
    m_fields = fields;
    ask();
    emit changed();
}

void PrivatePart::setRecord(const Hash32& vehicleId, RecordKind kind, std::uint64_t index)
{
    if (vehicleId == m_id && kind == m_kind && index == m_index) {
        return;
    }
    m_id = vehicleId;
    m_kind = kind;
    m_index = index;
    ask();
    emit changed();
}

// Kinds that the access to private parts can be given for, of those a holder writes.
bool PrivatePart::offered() const
{
    return (m_kind == RecordKind::Service || m_kind == RecordKind::OwnerStatement) &&
           sharing::isOffered(m_session.network());
}

PrivateFields PrivatePart::fields() const
{
    if (!offered()) {
        return {};
    }
    return hasMore() ? m_fields : PrivateFields{false, false, m_fields.notes};
}

void PrivatePart::set(bool PrivateFields::*field, bool on)
{
    if (m_fields.*field != on) {
        m_fields.*field = on;
        ask();
        emit changed();
        emit chose();
    }
}

void PrivatePart::ask()
{
    m_readers.clear();
    if (chosen()) {
        m_readers = tr("You can read it. Who else is being asked of the chain.");
        refresh();
    }
}

void PrivatePart::refresh()
{
    if (chosen()) {
        m_session.gate().start(readReaders(m_id, m_kind, m_index));
    }
}

QCoro::Task<> PrivatePart::readReaders(Hash32 id, RecordKind kind, std::uint64_t index)
{
    const auto grants = co_await sharing::readGrants(m_session.node(), m_session.network(), id);
    std::vector<sharing::SealedReader> readers;
    std::vector<Address> accounts;
    if (grants.ok()) {
        readers = sharing::sealedReaders(grants->value, m_session.me(), static_cast<std::uint8_t>(kind), index,
                                         static_cast<UnixTime>(grants->block.time));
        std::transform(readers.begin(), readers.end(), std::back_inserter(accounts),
                       [](const sharing::SealedReader& one) { return one.account; });
    }
    const auto keys = co_await sharing::readPublicKeys(m_session.node(), m_session.network(), accounts);
    if (id != m_id || kind != m_kind || index != m_index) {
        co_return;
    }
    if (!grants.ok() || !keys.ok()) {
        m_readers = tr("You can read it. Who else could not be read from the chain.");
    } else {
        std::vector<Address> withoutKey;
        for (std::size_t i = 0; i < accounts.size(); ++i) {
            if (!(*keys)[i]) {
                withoutKey.push_back(accounts[i]);
            }
        }
        m_readers = readersSentence(m_session, grants->value, readers, withoutKey);
    }
    emit changed();
}

QCoro::Task<Result<vehicle::PrivateSection>> PrivatePart::seal(privacy::Document document)
{
    SectionKeyPort* const signer = sectionKeys(m_session);
    if (signer == nullptr) {
        co_return noSectionKeys();
    }
    sharing::SectionDesk::ToSeal wanted;
    wanted.vehicleId = m_id;
    wanted.kind = static_cast<std::uint8_t>(m_kind);
    wanted.record = m_index;
    wanted.writer = m_session.me();
    wanted.document = std::move(document);
    sharing::SectionDesk desk(m_session.node(), m_session.content(), m_session.network(), *signer);
    AC_CO_TRY(const sharing::SectionDesk::Sealed sealed, co_await desk.seal(std::move(wanted)));
    co_return sealed.section;
}

} // namespace autochain::desktop
