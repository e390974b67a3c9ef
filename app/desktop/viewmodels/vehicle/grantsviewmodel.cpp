// SPDX-License-Identifier: GPL-3.0-or-later
#include "grantsviewmodel.h"

#include "crypto/address.h"
#include "grantrows.h"
#include "report/opened_sections.h"
#include "sectionkeys.h"
#include "session/session.h"
#include "store/durable_file.h"
#include "vehicle/vehicle_calls.h"
#include "viewmodels/base/format.h"

#include <QUrl>

namespace autochain::desktop
{

namespace
{
std::uint64_t recordOf(int record)
{
    return static_cast<std::uint64_t>(record);
}
} // namespace

GrantsViewModel::GrantsViewModel(Session& session, QObject* parent)
    : QObject(parent), m_session(session), m_sender(session), m_form(session), m_keys(sectionKeys(session)),
      m_offered(sharing::isOffered(session.network()))
{
    connect(&m_sender, &Sender::changed, this, &GrantsViewModel::changed);
}

QString GrantsViewModel::level() const
{
    return format::level(m_session.shown(m_provenance));
}

QString GrantsViewModel::doing() const
{
    return m_opening ? tr("Confirm in the signer’s window. This page goes on by itself.") : m_sender.doing();
}

void GrantsViewModel::fail(const Error& error)
{
    m_opening = false;
    m_error = ErrorView::of(error);
    emit changed();
}

void GrantsViewModel::dismissError()
{
    m_error = {};
    m_sender.clear();
}

void GrantsViewModel::clear()
{
    m_car.reset();
    m_all = {};
    m_titles.clear();
    m_grants = {};
    m_writers.clear();
    m_rights.reset();
    m_opened.clear();
    m_error = {};
    m_mine = false;
    show();
}

void GrantsViewModel::setCar(const vehicle::Vehicle& car)
{
    if (m_car && m_car->id != car.state.id) {
        clear();
    }
    m_car = car.state;
    m_mine = car.state.holder == m_session.me();
    m_all = sharing::sectionsOf(car);
    m_titles.clear();
    for (const auto& ref : m_all.sections) {
        m_titles[ref.record] = sectionTitle(car.records[ref.record]);
    }
    m_session.gate().start(read(car.state.id));
}

// All in one go; what fails leaves what was read before.
QCoro::Task<> GrantsViewModel::read(Hash32 id)
{
    if (m_mine) {
        co_await readWriters(id);
    }
    if (m_offered) {
        const auto grants = co_await sharing::readGrants(m_session.node(), m_session.network(), id);
        auto rights = co_await sharing::readRights(m_session.node(), m_session.network(), m_all, m_session.me());
        const std::vector<Address> own(1, m_session.me());
        const auto keys = co_await sharing::readPublicKeys(m_session.node(), m_session.network(), own);
        if (!m_car || m_car->id != id) {
            co_return;
        }
        if (grants.ok()) {
            m_grants = grants->value;
            m_provenance = grants->provenance;
            m_block = grants->block;
        }
        if (rights.ok()) {
            m_rights = std::move(rights->value);
        }
        m_keyPublished = keys.ok() && keys->front().has_value();
    }
    if (m_car && m_car->id == id) {
        show();
    }
}

QCoro::Task<> GrantsViewModel::readWriters(Hash32 id)
{
    const auto writers = co_await m_session.vehicles().grantsOf(id);
    if (writers.ok() && m_car && m_car->id == id) {
        m_writers = writers->value;
        m_provenance = writers->provenance;
        m_block = writers->block;
    }
}

sharing::SectionDesk GrantsViewModel::desk()
{
    return {m_session.node(), m_session.content(), m_session.network(), *m_keys};
}

void GrantsViewModel::show()
{
    // Whose access is over sees nothing of it any more, opened or not.
    if (m_rights) {
        for (const auto& one : m_rights->sections) {
            if (!privacy::mayRead(one.right)) {
                m_opened.erase(one.record);
            }
        }
    }
    m_people =
        m_mine ? peopleRows(m_session, m_grants, m_writers, static_cast<UnixTime>(m_block.time)) : QVariantList();
    m_sections.clear();
    for (const auto& ref : m_all.sections) {
        const auto document = m_opened.find(ref.record);
        m_sections << sectionRow(m_session, m_titles[ref.record], ref.record, m_rights,
                                 document == m_opened.end() ? nullptr : &document->second, m_offered);
    }
    emit changed();
}

void GrantsViewModel::open(int record)
{
    if (!busy() && m_car) {
        m_session.gate().start(openSection(m_car->id, recordOf(record)));
    }
}

QCoro::Task<> GrantsViewModel::openSection(Hash32 id, std::uint64_t record)
{
    if (m_keys == nullptr) {
        fail(noSectionKeys());
        co_return;
    }
    m_error = {};
    m_opening = true;
    emit changed();
    sharing::SectionDesk sections = desk();
    auto document = co_await sections.open(m_all, record, m_session.me());
    m_opening = false;
    if (!m_car || m_car->id != id) {
        co_return;
    }
    if (!document.ok()) {
        fail(document.error());
        m_session.gate().start(read(id)); // the reason stands at the section too
        co_return;
    }
    m_opened[record] = std::move(*document);
    show();
}

QCoro::Task<Result<QByteArray>> GrantsViewModel::disclose()
{
    if (m_keys == nullptr) {
        co_return noSectionKeys();
    }
    std::vector<report::OpenedSection> out;
    std::vector<std::uint64_t> records;
    for (const auto& [record, document] : m_opened) {
        records.push_back(record);
    }
    sharing::SectionDesk sections = desk();
    for (const std::uint64_t record : records) {
        AC_CO_TRY(const auto disclosed, co_await sections.disclose(m_all, record, m_session.me()));
        report::OpenedSection section;
        section.record = record;
        section.block = disclosed.block;
        section.key.assign(disclosed.key.view().begin(), disclosed.key.view().end());
        out.push_back(std::move(section));
    }
    co_return Result<QByteArray>(report::writeOpened(out));
}

void GrantsViewModel::close(int record)
{
    m_opened.erase(recordOf(record));
    show();
}

void GrantsViewModel::save(int record, const QUrl& file)
{
    const auto found = m_opened.find(recordOf(record));
    if (found == m_opened.end()) {
        return;
    }
    const auto written = store::writeDurably(file.toLocalFile().toStdString(), found->second.content);
    if (!written.ok()) {
        fail(written.error());
    }
}

void GrantsViewModel::publishKey()
{
    if (!busy()) {
        m_session.gate().start(sendKey());
    }
}

QCoro::Task<> GrantsViewModel::sendKey()
{
    if (m_keys == nullptr) {
        fail(noSectionKeys());
        co_return;
    }
    const auto own = co_await m_keys->publicKey(m_session.me());
    const auto call = own.ok() ? sharing::publishKey(m_session.network(), *own) : Result<Call>(own.error());
    if (!call.ok()) {
        fail(call.error());
        co_return;
    }
    co_await send(*call, false);
}

void GrantsViewModel::grant()
{
    const auto wish = m_form.wish();
    if (!wish || busy() || !m_car) {
        return;
    }
    if (wish->writes) {
        m_session.gate().start(allowWriting(*wish));
    } else {
        m_session.gate().start(shareReading(*wish));
    }
}

QCoro::Task<> GrantsViewModel::shareReading(GrantWish wish)
{
    if (m_keys == nullptr) {
        fail(noSectionKeys());
        co_return;
    }
    m_error = {};
    m_opening = true;
    emit changed();
    privacy::ReadGrant grant;
    grant.from = static_cast<UnixTime>(m_session.head().time);
    grant.until = wish.until;
    grant.kinds = wish.kinds;
    sharing::SectionDesk sections = desk();
    const auto share = co_await sections.share(m_all, m_session.me(), wish.who, grant);
    m_opening = false;
    if (!share.ok()) {
        fail(share.error());
        co_return;
    }
    co_await send(share->call, true);
}

QCoro::Task<> GrantsViewModel::allowWriting(GrantWish wish)
{
    vehicle::Grant grant;
    grant.from = static_cast<UnixTime>(m_session.head().time);
    grant.until = wish.until;
    grant.kinds = wish.kinds;
    const auto call = vehicle::setGrant(m_session.network(), *m_car, m_session.me(), wish.who, grant);
    if (!call.ok()) {
        fail(call.error());
        co_return;
    }
    co_await send(*call, true);
}

void GrantsViewModel::end(const QString& address, bool writes)
{
    const auto who = parseAddress(address.toStdString());
    if (!who.ok() || busy() || !m_car) {
        return;
    }
    if (!writes) {
        m_session.gate().start(endReading(*who));
        return;
    }
    const auto call = vehicle::setGrant(m_session.network(), *m_car, m_session.me(), *who, {});
    if (call.ok()) {
        m_session.gate().start(send(*call, false));
    } else {
        fail(call.error());
    }
}

QCoro::Task<> GrantsViewModel::endReading(Address who)
{
    if (m_keys == nullptr) {
        fail(noSectionKeys());
        co_return;
    }
    sharing::SectionDesk sections = desk();
    const auto call = co_await sections.revoke(m_car->id, m_session.me(), who);
    if (!call.ok()) {
        fail(call.error());
        co_return;
    }
    co_await send(*call, false);
}

QCoro::Task<> GrantsViewModel::send(Call call, bool ofTheForm)
{
    m_error = {};
    const Hash32 id = m_car ? m_car->id : Hash32();
    const bool sent = co_await m_sender.send(std::move(call), id, m_all.vin, store::Purpose::Other);
    if (sent && ofTheForm) {
        m_form.clear();
        emit granted();
    }
    if (sent && m_car) {
        co_await read(m_car->id);
    }
}

} // namespace autochain::desktop
