// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practice_files.h"

#include "codec/json.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace autochain::practice
{
namespace
{
constexpr const char* kNetwork = "network.json";
constexpr const char* kRecord = "practice.json";
constexpr const char* kNode = "node.json";
constexpr const char* kState = "state.json";
constexpr const char* kBackup = "state.backup.json";
constexpr qint64 kMaxBytes = 256 * 1024;

QString qpath(const std::string& path)
{
    return QString::fromStdString(path);
}

Result<Bytes> read(const std::string& path)
{
    QFile file(qpath(path));
    if (!file.open(QIODevice::ReadOnly) || file.size() > kMaxBytes) {
        return Error(PracticeError::IoError, {path});
    }
    const QByteArray content = file.readAll();
    return Bytes(content.begin(), content.end());
}

Result<> save(const std::string& path, const std::string& text)
{
    QSaveFile file(qpath(path));
    if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray::fromStdString(text)) < 0 || !file.commit()) {
        return Error(PracticeError::IoError, {path});
    }
    return {};
}

void replace(const std::string& from, const std::string& to)
{
    QFile::remove(qpath(to));
    QFile::copy(qpath(from), qpath(to));
}
} // namespace

bool PracticeFiles::isCreated() const
{
    return QFile::exists(qpath(path(kRecord)));
}

Result<NetworkFile> PracticeFiles::network() const
{
    if (!isCreated()) {
        return Error(PracticeError::NotCreated, {m_folder});
    }
    AC_TRY(const Bytes text, read(path(kNetwork)));
    const auto network = parseNetworkFile(text, m_folder);
    if (!network.ok()) {
        return Error(PracticeError::Broken, {kNetwork}, network.error().args.empty() ? "" : network.error().args[0]);
    }
    return network;
}

Result<PracticeRecord> PracticeFiles::record() const
{
    if (!isCreated()) {
        return Error(PracticeError::NotCreated, {m_folder});
    }
    AC_TRY(const Bytes text, read(path(kRecord)));
    const auto object = json::parseObject(text);
    const auto genesis = object.ok() ? json::integer(*object, "genesisTime") : object.error();
    const auto offset = object.ok() ? json::integer(*object, "clockOffset") : object.error();
    if (!genesis.ok() || !offset.ok()) {
        return Error(PracticeError::Broken, {kRecord});
    }
    return PracticeRecord{*genesis, *offset};
}

std::optional<NodeHandle> PracticeFiles::node() const
{
    const auto text = read(path(kNode));
    const auto object = text.ok() ? json::parseObject(*text) : text.error();
    const auto pid = object.ok() ? json::integer(*object, "pid") : object.error();
    const auto port = object.ok() ? json::integer(*object, "port") : object.error();
    if (!pid.ok() || !port.ok() || *port <= 0 || *port > 65535) {
        return std::nullopt;
    }
    const auto owner = json::integer(*object, "owner");
    return NodeHandle{*pid, static_cast<std::uint16_t>(*port), owner.ok() ? *owner : 0};
}

Result<> PracticeFiles::write(const NetworkFile& network) const
{
    return save(path(kNetwork), writeNetworkFile(network, m_folder));
}

Result<> PracticeFiles::write(const PracticeRecord& record) const
{
    const QJsonObject object{{QStringLiteral("format"), QStringLiteral("autochain-practice/1")},
                             {QStringLiteral("genesisTime"), static_cast<qint64>(record.genesisTime)},
                             {QStringLiteral("clockOffset"), static_cast<qint64>(record.clockOffset)}};
    return save(path(kRecord), json::write(object));
}

Result<> PracticeFiles::write(const NodeHandle& node) const
{
    const QJsonObject object{{QStringLiteral("pid"), static_cast<qint64>(node.pid)},
                             {QStringLiteral("port"), node.port},
                             {QStringLiteral("owner"), static_cast<qint64>(node.owner)}};
    return save(path(kNode), json::write(object));
}

void PracticeFiles::forgetNode() const
{
    QFile::remove(qpath(path(kNode)));
}

void PracticeFiles::backUpState() const
{
    if (QFile(qpath(path(kState))).size() > 0) {
        replace(path(kState), path(kBackup));
    }
}

bool PracticeFiles::restoreState() const
{
    if (!QFile::exists(qpath(path(kBackup)))) {
        return false;
    }
    replace(path(kBackup), path(kState));
    return true;
}

Result<> PracticeFiles::makeFolder() const
{
    return QDir().mkpath(qpath(m_folder)) ? Result<>() : Error(PracticeError::IoError, {m_folder});
}

Result<> PracticeFiles::remove() const
{
    QFile::remove(qpath(path(kRecord))); // first: from here on the market isn't whole
    for (const char* folder : {"keys", "content", "cache"}) {
        QDir(qpath(path(folder))).removeRecursively();
    }
    for (const char* file : {kNetwork, kNode, kState, kBackup, "anvil.log"}) {
        QFile::remove(qpath(path(file)));
    }
    if (QFile::exists(qpath(path(kNetwork))) || QFile::exists(qpath(path(kState)))) {
        return Error(PracticeError::IoError, {m_folder});
    }
    return {};
}

} // namespace autochain::practice
