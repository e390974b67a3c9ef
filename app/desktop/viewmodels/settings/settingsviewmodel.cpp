// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/settings/settingsviewmodel.h"

#include "base/hex.h"
#include "session/worker.h"
#include "viewmodels/base/format.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFileInfo>

namespace autochain::desktop
{
namespace
{
const QStringList kSections = {QStringLiteral("appearance"), QStringLiteral("network"), QStringLiteral("book"),
                               QStringLiteral("practice"),   QStringLiteral("about"),   QStringLiteral("accounts"),
                               QStringLiteral("signer"),     QStringLiteral("backup")};

qint64 sizeOf(const QString& folder)
{
    qint64 sum = 0;
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        sum += files.fileInfo().size();
    }
    return sum;
}
} // namespace

SettingsViewModel::SettingsViewModel(PageContext context)
    : PageViewModel(context), m_network(context.session), m_book(context.session), m_accounts(context.session),
      m_signer(context.session)
{
}

void SettingsViewModel::setSection(const QString& section)
{
    if (section != m_section && kSections.contains(section)) {
        m_section = section;
        emit sectionChanged();
    }
}

void SettingsViewModel::visit(const QString& rest)
{
    setSection(rest);
    m_signer.ask();
}

QVector<SearchHit> SettingsViewModel::search(const QString& text) const
{
    QVector<SearchHit> hits;
    const auto offer = [&](const QString& icon, const QString& title, const QString& section) {
        if (!text.isEmpty() && title.contains(text, Qt::CaseInsensitive)) {
            hits.append({icon, title, tr("Settings"), QStringLiteral("settings/") + section, 50});
        }
    };
    offer(QStringLiteral("sun-moon"), tr("Appearance: light, dark, text size, kilometres or miles"), kSections[0]);
    offer(QStringLiteral("network"), tr("Network: nodes, checkpoint, how sure, contracts"), kSections[1]);
    offer(QStringLiteral("book-user"), tr("Address book"), kSections[2]);
    offer(QStringLiteral("key-round"), tr("Accounts: add, rename, import, look at"), kSections[5]);
    offer(QStringLiteral("key-round"), tr("Signer and words: passphrase, locking, test my words"), kSections[6]);
    offer(QStringLiteral("archive-restore"), tr("Backup: back up now, folder, restore drill"), kSections[7]);
    if (practice()) {
        offer(QStringLiteral("flask-conical"), tr("Practice market: reset, folder"), kSections[3]);
    }
    offer(QStringLiteral("info"), tr("About and licences"), kSections[4]);
    for (const ContactRow& contact : m_book.rows()) {
        if (!text.isEmpty() &&
            (contact.name.contains(text, Qt::CaseInsensitive) || contact.key.startsWith(text, Qt::CaseInsensitive))) {
            hits.append({QStringLiteral("user"), contact.name, contact.key, QStringLiteral("settings/book"), 65});
        }
    }
    return hits;
}

QCoro::Task<Result<>> SettingsViewModel::load()
{
    QElapsedTimer watch;
    watch.start();
    const Result<BlockRef> answer = co_await session().node().head();
    m_network.noteAnswer(answer, watch.elapsed());
    m_accounts.refresh();
    if (!m_contractsRead) {
        AC_CO_CHECK(co_await readContracts());
    }
    const QString where = folder();
    qint64 bytes = 0;
    const std::function<void()> work = [&bytes, &where] { bytes = sizeOf(where); };
    co_await inThread(work);
    m_folderSize = QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
    emit changed();
    if (!answer.ok()) {
        co_return answer.error();
    }
    co_return Unit{};
}

QCoro::Task<Result<>> SettingsViewModel::readContracts()
{
    std::vector<ContractRow> rows;
    for (const auto& [key, address] : session().network().contracts) {
        AC_CO_TRY(const auto account, co_await session().node().account(address));
        ContractRow row;
        row.key = QString::fromStdString(key);
        row.name = session().nameOf(address);
        row.address = format::address(address);
        row.status = account.value.hasCode ? QStringLiteral("clean") : QStringLiteral("problem");
        row.state = account.value.hasCode ? tr("Code is there") : tr("Nothing is there");
        rows.push_back(std::move(row));
    }
    m_contracts.setRows(std::move(rows));
    m_contractsRead = true;
    co_return Unit{};
}

QString SettingsViewModel::networkKind() const
{
    switch (session().network().kind) {
    case NetworkKind::Practice:
        return tr("Practice, on this computer");
    case NetworkKind::Private:
        return tr("Private network");
    case NetworkKind::Public:
        break;
    }
    return tr("Public network");
}

QString SettingsViewModel::networkFile() const
{
    return QDir::toNativeSeparators(session().networkFile());
}

QString SettingsViewModel::chainId() const
{
    return QString::number(session().network().chainId);
}

QString SettingsViewModel::confirmations() const
{
    return tr("%n block(s)", nullptr, static_cast<int>(session().network().confirmations));
}

QString SettingsViewModel::genesis() const
{
    return QString::fromStdString(toHex0x(session().network().genesisHash));
}

QString SettingsViewModel::folder() const
{
    // Of the market as a whole, not of the one person: that is what a reset throws away.
    return QDir::toNativeSeparators(practice() ? QFileInfo(session().networkFile()).absolutePath()
                                               : session().folder());
}

QString SettingsViewModel::version() const
{
    return QCoreApplication::applicationVersion();
}

QString SettingsViewModel::qtVersion() const
{
    return QString::fromLatin1(qVersion());
}

} // namespace autochain::desktop
