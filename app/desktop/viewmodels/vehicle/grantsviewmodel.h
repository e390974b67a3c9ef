// SPDX-License-Identifier: GPL-3.0-or-later
// Who may read this car's private parts and who may write into its history, until when; and the private parts
// themselves: why one stays shut, or what it says.
#pragma once

#include "grantform.h"
#include "sharing/section_desk.h"
#include "viewmodels/base/errorview.h"
#include "viewmodels/garage/sender.h"

#include <qqml.h>
#include <QVariantList>

#include <map>
#include <optional>

namespace autochain::desktop
{

class GrantsViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the car")
    /// The network has the contract; without it only who may write is shown.
    Q_PROPERTY(bool offered READ offered NOTIFY changed)
    Q_PROPERTY(bool mine READ mine NOTIFY changed)
    /// Anything to show at all.
    Q_PROPERTY(bool present READ present NOTIFY changed)
    /// {address, name, text, state: "holds" | "later" | "ended", stateText, writes, canEnd}
    Q_PROPERTY(QVariantList people READ people NOTIFY changed)
    /// {record, title, state: "shut" | "ended" | "readable" | "opened", text, name, content}
    Q_PROPERTY(QVariantList sections READ sections NOTIFY changed)
    Q_PROPERTY(QString level READ level NOTIFY changed)
    Q_PROPERTY(QVariant block READ block NOTIFY changed)
    /// Others can share with this account.
    Q_PROPERTY(bool keyPublished READ keyPublished NOTIFY changed)
    Q_PROPERTY(autochain::desktop::GrantForm* form READ form CONSTANT)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(QString doing READ doing NOTIFY changed)
    Q_PROPERTY(autochain::desktop::ErrorView error READ error NOTIFY changed)

public:
    explicit GrantsViewModel(Session& session, QObject* parent = nullptr);

    /// Reads the grants of this car; what was opened stays open while it is the same car.
    void setCar(const vehicle::Vehicle& car);
    void clear();

    bool offered() const { return m_offered; }
    bool mine() const { return m_mine; }
    bool present() const { return m_mine || !m_sections.isEmpty(); }
    QVariantList people() const { return m_people; }
    QVariantList sections() const { return m_sections; }
    QString level() const;
    QVariant block() const { return QVariant::fromValue(m_block); }
    bool keyPublished() const { return m_keyPublished; }
    GrantForm* form() { return &m_form; }
    bool busy() const { return m_opening || m_sender.busy(); }
    QString doing() const;
    ErrorView error() const { return m_error.present() ? m_error : m_sender.error(); }

    Q_INVOKABLE void open(int record);
    Q_INVOKABLE void close(int record);
    Q_INVOKABLE void save(int record, const QUrl& file);
    /// For a report: what lets whoever gets it read the parts that are open here (app/report/opened_sections.h). The
    /// signer is asked for their keys again; none is kept.
    QCoro::Task<Result<QByteArray>> disclose();
    int openedCount() const { return static_cast<int>(m_opened.size()); }
    Q_INVOKABLE void publishKey();
    /// What the form says.
    Q_INVOKABLE void grant();
    Q_INVOKABLE void end(const QString& address, bool writes);
    Q_INVOKABLE void dismissError();

signals:
    void changed();
    /// The form did what it said.
    void granted();

private:
    QCoro::Task<> read(Hash32 id);
    QCoro::Task<> readWriters(Hash32 id);
    QCoro::Task<> openSection(Hash32 id, std::uint64_t record);
    QCoro::Task<> shareReading(GrantWish wish);
    QCoro::Task<> allowWriting(GrantWish wish);
    QCoro::Task<> endReading(Address who);
    QCoro::Task<> sendKey();
    QCoro::Task<> send(Call call, bool ofTheForm);
    sharing::SectionDesk desk();
    void fail(const Error& error);
    void show();

    Session& m_session;
    Sender m_sender;
    GrantForm m_form;
    SectionKeyPort* m_keys; // nullptr: this session's signer cannot open sections
    std::optional<vehicle::VehicleSummary> m_car;
    sharing::SectionsOfCar m_all;
    std::map<std::uint64_t, QString> m_titles; // of the records with a private part
    sharing::CarGrants m_grants;
    std::vector<vehicle::ShopGrant> m_writers;
    std::optional<sharing::SectionRights> m_rights;
    std::map<std::uint64_t, privacy::Document> m_opened;
    QVariantList m_people, m_sections;
    Provenance m_provenance = Provenance::Reported;
    BlockRef m_block;
    ErrorView m_error;
    bool m_offered = false, m_mine = false, m_keyPublished = false, m_opening = false;
};

} // namespace autochain::desktop
