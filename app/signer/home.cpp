// SPDX-License-Identifier: GPL-3.0-or-later
#include "home.h"

#include "base/hex.h"
#include "codec/json.h"
#include "crypto/address.h"
#include "signing/protocol.h"
#include "store/durable_file.h"

#include <QDir>
#include <QFile>

namespace autochain::signer
{

namespace
{

constexpr qint64 kMaxFile = 1024 * 1024;
constexpr int kMaxDeals = 10'000;
constexpr int kLockAfterSeconds = 10 * 60;
constexpr const char* kSettingsFile = "signer-settings.json";
const auto kSettingsFormat = QStringLiteral("autochain-signer-settings/1");

Error fileError(const QString& path, const QString& why)
{
    return {SigningError::BadSecret, {"file"}, (path + QStringLiteral(": ") + why).toStdString()};
}

QJsonObject readObject(const QString& path)
{
    const auto bytes = readFileCapped(path, kMaxFile);
    if (!bytes.ok()) {
        return {};
    }
    const auto object = json::parseObject(*bytes, kMaxFile);
    return object.ok() ? *object : QJsonObject();
}

// All that decides what a signature means.
QJsonObject pinOf(const NetworkFile& network)
{
    QJsonObject contracts;
    for (const auto& [key, address] : network.contracts) {
        contracts.insert(json::qs(key), json::qs(checksumAddress(address)));
    }
    return {{QStringLiteral("format"), QStringLiteral("autochain-signer-network/1")},
            {QStringLiteral("kind"), static_cast<int>(network.kind)},
            {QStringLiteral("coin"), json::qs(network.coin)},
            {QStringLiteral("chainId"), QString::number(network.chainId)},
            {QStringLiteral("genesisHash"), json::qs(toHex0x(network.genesisHash))},
            {QStringLiteral("contracts"), contracts}};
}

} // namespace

Result<> writePrivateFile(const QString& path, const std::string& content)
{
    const auto written = store::writeDurably(QFile::encodeName(path).toStdString(), asBytes(content));
    return written.ok() ? written : Result<>(fileError(path, QString::fromStdString(written.error().detail)));
}

Result<Bytes> readFileCapped(const QString& path, qint64 maxBytes)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fileError(path, file.errorString());
    }
    const QByteArray content = file.read(maxBytes + 1);
    if (content.size() > maxBytes) {
        return fileError(path, QStringLiteral("too large"));
    }
    return toBytes(std::string_view(content.constData(), static_cast<std::size_t>(content.size())));
}

Home::Home(QString folder) : m_folder(std::move(folder)) {}

QString Home::path(const char* file) const
{
    return m_folder + QLatin1Char('/') + QLatin1String(file);
}

Result<> Home::prepare() const
{
    if (!QDir().mkpath(m_folder)) {
        return fileError(m_folder, QStringLiteral("cannot be made"));
    }
    const auto owner = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    QFile::setPermissions(m_folder, owner);
    return {};
}

Result<bool> Home::pinNetwork(const NetworkFile& network) const
{
    const QString file = path("signer-network.json");
    const QJsonObject now = pinOf(network);
    if (!QFile::exists(file)) {
        AC_CHECK(writePrivateFile(file, json::write(now)));
        return true;
    }
    return readObject(file) == now; // an unreadable pin is another network
}

std::map<Address, std::string> Home::addressBook() const
{
    std::map<Address, std::string> names;
    const QJsonObject book = readObject(path("address-book.json"));
    for (auto it = book.begin(); it != book.end(); ++it) {
        const auto address = parseAddress(it.value().toString().toStdString());
        if (address.ok() && it.key().size() <= 64) {
            names.emplace(*address, it.key().toStdString());
        }
    }
    return names;
}

std::set<Hash32> Home::signedDeals(const Address& account) const
{
    std::set<Hash32> deals;
    const QJsonObject all = readObject(path("signed-deals.json"));
    for (const auto& one : all.value(json::qs(checksumAddress(account))).toArray()) {
        if (const auto id = hash32FromHex(one.toString().toStdString()); id.ok()) {
            deals.insert(*id);
        }
    }
    return deals;
}

Result<> Home::rememberDeal(const Address& account, const Hash32& dealId) const
{
    QJsonObject all = readObject(path("signed-deals.json"));
    const QString key = json::qs(checksumAddress(account));
    QJsonArray deals = all.value(key).toArray();
    const QString id = json::qs(toHex0x(dealId));
    if (deals.contains(id)) {
        return {};
    }
    deals.append(id);
    while (deals.size() > kMaxDeals) {
        deals.removeFirst();
    }
    all.insert(key, deals);
    return writePrivateFile(path("signed-deals.json"), json::write(all));
}

int Home::lockAfter() const
{
    const QJsonObject settings = readObject(path(kSettingsFile));
    const int seconds = settings.value(QLatin1String("lockAfter")).toInt();
    const bool ours = settings.value(QLatin1String("format")) == kSettingsFormat;
    return ours && seconds >= wire::kMinLockAfter && seconds <= wire::kMaxLockAfter ? seconds : kLockAfterSeconds;
}

Result<> Home::setLockAfter(int seconds) const
{
    return writePrivateFile(path(kSettingsFile), json::write(QJsonObject{{QStringLiteral("format"), kSettingsFormat},
                                                                         {QStringLiteral("lockAfter"), seconds}}));
}

} // namespace autochain::signer
