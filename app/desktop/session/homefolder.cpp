// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/homefolder.h"

#include "base/hex.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSettings>

namespace autochain::desktop
{
namespace
{
const auto kLastNetwork = QStringLiteral("open/network");
const auto kLastPerson = QStringLiteral("open/practicePerson");
const auto kProfile = QStringLiteral("profile.ini");
constexpr qsizetype kLongestName = 40;

QSettings settings(const QString& file)
{
    return QSettings(file, QSettings::IniFormat);
}

// What is there already is not written again: writing waits for the disk.
void keep(const QString& file, const QString& key, const QVariant& value)
{
    QSettings all(file, QSettings::IniFormat);
    if (all.value(key).toString() != value.toString()) {
        all.setValue(key, value);
    }
}

QString deadlineKey(const QString& folder)
{
    return QStringLiteral("deadline/") + QFileInfo(folder).fileName();
}
} // namespace

HomeFolder::HomeFolder(QString root) : m_root(QDir(root).absolutePath())
{
    QDir().mkpath(m_root);
    QFile::setPermissions(m_root, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

QString HomeFolder::settingsFile() const
{
    return m_root + QStringLiteral("/settings.ini");
}

QString HomeFolder::practiceFolder() const
{
    return m_root + QStringLiteral("/practice");
}

QString HomeFolder::practicePersonFolder(const Address& person) const
{
    return practiceFolder() + QStringLiteral("/desktop/") + QString::fromStdString(toHex(person.view()));
}

bool HomeFolder::practiceExists() const
{
    return QFileInfo::exists(practiceFolder() + QStringLiteral("/network.json"));
}

std::vector<NetworkHome> HomeFolder::networks() const
{
    std::vector<NetworkHome> found;
    const QDir folder(m_root + QStringLiteral("/networks"));
    for (const QString& name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        const QString path = folder.absoluteFilePath(name);
        const QSettings profile(path + QLatin1Char('/') + kProfile, QSettings::IniFormat);
        const NetworkHome home{path, profile.value(QStringLiteral("network")).toString(),
                               profile.value(QStringLiteral("person")).toString()};
        const bool hasKeys = QFileInfo::exists(path + QStringLiteral("/signer/vault.json")) ||
                             QFileInfo::exists(path + QStringLiteral("/store.key")); // of an earlier version
        if (!home.person.isEmpty() && hasKeys) {
            found.push_back(home);
        }
    }
    return found;
}

QString HomeFolder::newNetworkFolder(const QString& networkName) const
{
    static const QRegularExpression kNotPlain(QStringLiteral("[^a-z0-9]+"));
    QString slug = networkName.toLower().replace(kNotPlain, QStringLiteral("-")).left(kLongestName);
    slug = slug.isEmpty() || slug == QStringLiteral("-") ? QStringLiteral("network") : slug;
    const QString stem = m_root + QStringLiteral("/networks/") + slug;
    QString path = stem;
    for (int i = 2; QFileInfo::exists(path); ++i) {
        path = QStringLiteral("%1-%2").arg(stem).arg(i);
    }
    return path;
}

QString HomeFolder::lastNetwork() const
{
    return settings(settingsFile()).value(kLastNetwork).toString();
}

void HomeFolder::setLastNetwork(const QString& folder)
{
    keep(settingsFile(), kLastNetwork, folder);
}

QString HomeFolder::lastPracticePerson() const
{
    return settings(settingsFile()).value(kLastPerson).toString();
}

void HomeFolder::setLastPracticePerson(const QString& address)
{
    keep(settingsFile(), kLastPerson, address);
}

UnixTime HomeFolder::nextDeadline(const QString& networkFolder) const
{
    return settings(settingsFile()).value(deadlineKey(networkFolder), 0).toLongLong();
}

void HomeFolder::setNextDeadline(const QString& networkFolder, UnixTime at)
{
    keep(settingsFile(), deadlineKey(networkFolder), static_cast<qlonglong>(at));
}

} // namespace autochain::desktop
