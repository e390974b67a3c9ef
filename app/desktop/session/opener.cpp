// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/opener.h"

#include "contracts/error.h"
#include "light/open_node.h"
#include "net/http_request.h"
#include "net/rpc_node.h"
#include "session/lightsettings.h"
#include "session/practicerunner.h"
#include "store/migration.h"

#include <QCoroNetworkReply>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSettings>
#include <QStandardPaths>

namespace autochain::desktop
{
namespace
{
constexpr qint64 kMaxNetworkFile = 256 * 1024;
constexpr int kFetchTimeoutMs = 20'000;

QString oldStoreKey(const QString& folder)
{
    return folder + QStringLiteral("/store.key");
}

QString profileFile(const QString& folder)
{
    return folder + QStringLiteral("/profile.ini");
}

QString cacheFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + QStringLiteral("/autochain/light");
}

// What the person set on the network page. A setting that cannot be read is as one that was never made.
light::Choices choicesIn(store::Database& database, const NetworkFile& network)
{
    store::Settings settings(database);
    const NodeChoice nodes = readNodeChoice(settings);
    light::Choices choices;
    choices.addedNodes = nodes.added;
    choices.removedNodes = nodes.removed;
    choices.sureness = readSureness(settings, light::surenessOf(network));
    return choices;
}
} // namespace

Result<OpenNetwork> readNetwork(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error(StoreError::NoAccess, {path.toStdString()}, file.errorString().toStdString());
    }
    const QByteArray text = file.read(kMaxNetworkFile + 1);
    if (text.size() > kMaxNetworkFile) {
        return CodecError::TooLarge;
    }
    const QFileInfo info(path);
    AC_TRY(NetworkFile network, parseNetworkFile(asBytes({text.constData(), static_cast<std::size_t>(text.size())}),
                                                 info.absolutePath().toStdString(), Contracts::MayBeMissing));
    if (!network.hasContracts()) {
        return Error(ContractsError::NotDeployed, {network.name});
    }
    return OpenNetwork{std::move(network), info.absoluteFilePath()};
}

QCoro::Task<Result<Bytes>> fetchNetworkFile(QString url)
{
    const QUrl address(url, QUrl::StrictMode);
    if (!net::isAllowedUrl(address, false)) {
        co_return Error(ChainError::NodeUnreachable, {url.toStdString()}, "only https, or http on this computer");
    }
    QNetworkAccessManager manager;
    QNetworkRequest request(address);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::SameOriginRedirectPolicy);
    request.setTransferTimeout(kFetchTimeoutMs);
    const std::unique_ptr<QNetworkReply> reply(manager.get(request));
    QObject::connect(reply.get(), &QNetworkReply::downloadProgress, reply.get(), [&reply](qint64 got, qint64) {
        if (got > kMaxNetworkFile) {
            reply->abort();
        }
    });
    co_await reply.get();
    const QByteArray text = reply->read(kMaxNetworkFile + 1);
    if (text.size() > kMaxNetworkFile) {
        co_return CodecError::TooLarge;
    }
    if (reply->error() != QNetworkReply::NoError) {
        co_return Error(ChainError::NodeUnreachable, {url.toStdString()}, reply->errorString().toStdString());
    }
    co_return Bytes(text.begin(), text.end());
}

QCoro::Task<Result<NetworkCheck>> checkNetwork(NetworkFile network)
{
    net::RpcNode node(net::NodeOptions::of(network));
    NetworkCheck check;
    QElapsedTimer watch;
    watch.start();
    AC_CO_TRY(check.head, co_await node.head());
    check.tookMs = watch.elapsed();
    AC_CO_TRY(check.chainId, co_await node.chainId());
    for (const auto& [key, address] : network.contracts) {
        AC_CO_TRY(const auto state, co_await node.account(address));
        if (state.value.hasCode) {
            ++check.contracts;
        } else {
            check.missing.push_back(key);
        }
    }
    co_return check;
}

Profile readProfile(const QString& folder)
{
    const QSettings settings(profileFile(folder), QSettings::IniFormat);
    return {settings.value(QStringLiteral("network")).toString(), settings.value(QStringLiteral("person")).toString(),
            settings.value(QStringLiteral("address")).toString(), settings.value(QStringLiteral("account")).toString()};
}

bool writeProfile(const QString& folder, const Profile& profile)
{
    QSettings settings(profileFile(folder), QSettings::IniFormat);
    settings.setValue(QStringLiteral("network"), profile.network);
    settings.setValue(QStringLiteral("person"), profile.person);
    settings.setValue(QStringLiteral("address"), profile.address);
    settings.setValue(QStringLiteral("account"), profile.account);
    settings.sync();
    return settings.status() == QSettings::NoError;
}

QCoro::Task<Result<SecretBytes>> askDatabaseKey(SignerProcess& signer, QString folder, SlotState slot,
                                                std::optional<SecretBytes> slotKey)
{
    SignerProcess::KeyWanted wanted;
    if (QFile::exists(oldStoreKey(folder))) {
        wanted.oldStoreKey = oldStoreKey(folder);
    }
    wanted.slot = slot;
    wanted.slotKey = std::move(slotKey);
    co_return co_await signer.storeKey(std::move(wanted));
}

Result<SessionParts> openParts(OpenRequest request, const Clock& system)
{
    QDir().mkpath(request.folder);
    AC_TRY(auto database,
           store::openStore((request.folder + QStringLiteral("/store.db")).toStdString(), request.databaseKey));
    QFile::remove(oldStoreKey(request.folder)); // the vault has its key, and the database opened with it
    const std::string content = request.network.network.contentFolder.empty()
                                    ? (request.folder + QStringLiteral("/content")).toStdString()
                                    : request.network.network.contentFolder;
    auto opened = light::openNode(request.network.network, request.folder.toStdString(), cacheFolder().toStdString(),
                                  choicesIn(database, request.network.network), system);
    return SessionParts{std::move(request.network.network),
                        request.network.file,
                        request.folder,
                        std::move(opened.node),
                        std::move(opened.light),
                        opened.quorum,
                        std::move(request.signer),
                        std::make_unique<ContentStores>(content, system),
                        std::move(database),
                        request.me,
                        request.myName,
                        PracticeRunner::clockAhead(request.network.file)};
}

std::unique_ptr<SignerProcess> makeSigner(const QString& folder, const QString& networkFile, const QString& theme,
                                          double scale, std::optional<SecretBytes> passphrase)
{
    SignerOptions options;
    options.home = folder + QStringLiteral("/signer");
    options.networkFile = networkFile;
    options.theme = theme;
    options.scale = scale;
    options.passphrase = std::move(passphrase);
    return std::make_unique<SignerProcess>(std::move(options));
}

} // namespace autochain::desktop
