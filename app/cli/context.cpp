// SPDX-License-Identifier: GPL-3.0-or-later
#include "context.h"

#include "appraisal/revert.h"
#include "crypto/address.h"
#include "escrow/revert.h"
#include "header_progress.h"
#include "market/revert.h"
#include "network_io.h"
#include "sharing/grant_calls.h"
#include "store/durable_file.h"
#include "store/migration.h"
#include "terminal.h"
#include "vehicle/vehicle_calls.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <unistd.h>

namespace autochain::cli
{
namespace
{
Result<> writeFile(const QString& path, const std::string& text)
{
    if (!QDir().mkpath(QFileInfo(path).absolutePath())) {
        return Error(StoreError::NoAccess, {path.toStdString()});
    }
    return store::writeDurably(path.toStdString(), asBytes(text));
}

bool isSameNetwork(const NetworkFile& a, const NetworkFile& b)
{
    return a.chainId == b.chainId && a.genesisHash == b.genesisHash && a.contracts == b.contracts;
}

// A network file's paths stay inside its folder, so the copy leaves out what lies elsewhere.
std::string copyFor(NetworkFile network, const QString& home)
{
    network.people.clear();
    if (!QString::fromStdString(network.contentFolder).startsWith(home + QLatin1Char('/'))) {
        network.contentFolder.clear();
    }
    return writeNetworkFile(network, home.toStdString());
}

// The file the copy was made of, where it is still there and still of this network: a practice market may have moved to
// another port, and its documents lie beside it.
NetworkFile fresherOf(NetworkFile kept, const QString& sourceFile)
{
    QFile file(sourceFile);
    constexpr qint64 kLongestPath = 4'096;
    if (!file.open(QIODevice::ReadOnly) || file.size() > kLongestPath) {
        return kept;
    }
    auto source = readNetworkFile(QString::fromUtf8(file.readAll()));
    return source.ok() && isSameNetwork(*source, kept) ? std::move(*source) : kept;
}

QString cacheFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + QStringLiteral("/autochain/light");
}

std::vector<wallet::RevertDecoder> decoders()
{
    return {escrow::decodeDealRevert, market::decodeBoardRevert, appraisal::decodeDeskRevert,
            vehicle::decodeRegistryRevert, sharing::decodeGrantsRevert};
}

Error unknownAccount(const QString& which, const char* detail)
{
    return {SigningError::UnknownAccount, {which.toStdString()}, detail};
}
} // namespace

Context::Context(GlobalOptions options) : m_options(std::move(options)) {}
Context::~Context() = default;

QString Context::path(const char* name) const
{
    return QDir(home()).filePath(QLatin1String(name));
}

QString Context::home() const
{
    if (!m_options.home.isEmpty()) {
        return m_options.home;
    }
    if (!m_passingHome) {
        m_passingHome = std::make_unique<QTemporaryDir>();
    }
    return m_passingHome->path();
}

Result<> Context::loadNetwork()
{
    const QString own = path("network.json");
    m_networkFile = own;
    if (m_options.networkFile.isEmpty()) {
        AC_TRY(auto kept, readNetworkFile(own));
        m_network = fresherOf(std::move(kept), path("network-source"));
        return {};
    }
    AC_TRY(auto given, readNetworkFile(m_options.networkFile));
    if (QFile::exists(own)) {
        AC_TRY(const auto pinned, readNetworkFile(own));
        if (!isSameNetwork(pinned, given)) {
            return Error(ChainError::WrongChain, {std::to_string(pinned.chainId), std::to_string(given.chainId)},
                         "this home belongs to another network: " + pinned.name);
        }
    }
    AC_CHECK(writeFile(own, copyFor(given, home())));
    AC_CHECK(writeFile(path("network-source"), QFileInfo(m_options.networkFile).absoluteFilePath().toStdString()));
    m_network = std::move(given);
    return {};
}

void Context::useNetwork(NetworkFile network, const QString& file)
{
    m_network = std::move(network);
    m_networkFile = file;
}

NodePort& Context::node()
{
    if (!m_node) {
        light::Choices choices;
        choices.patient = true; // a script wants to know what is proven, not what was said first
        auto opened = light::openNode(*m_network, home().toStdString(), cacheFolder().toStdString(), choices, m_clock);
        m_node = std::move(opened.node);
        m_light = std::move(opened.light);
        m_quorum = opened.quorum;
        m_proofs = opened.proofs;
        if (m_light && isatty(STDERR_FILENO) == 1) {
            m_light->onChanged = [light = m_light.get(), progress = HeaderProgress()]() mutable {
                progress.show(light->status());
            };
        }
    }
    return *m_node;
}

const light::QuorumNode* Context::quorum()
{
    node();
    return m_quorum;
}

ProofPort& Context::proofs()
{
    node();
    return *m_proofs;
}

light::LightClient* Context::light()
{
    node();
    return m_light.get();
}

ContentPort& Context::content()
{
    if (!m_content) {
        const QString own = path("content");
        m_content = std::make_unique<FolderContentStore>(m_network->contentFolder.empty() ? own.toStdString()
                                                                                          : m_network->contentFolder);
    }
    return *m_content;
}

SignerProcess& Context::signer()
{
    if (!m_signer) {
        SignerOptions options;
        options.home = path("signer");
        options.networkFile = m_networkFile;
        options.console = true;
        options.yes = m_options.yes;
        if (m_options.passphraseFd >= 0) { // kept, as the signer may have to be started again
            options.passphrase = readLine(m_options.passphraseFd);
        }
        options.secretFd = m_options.secretFd;
        options.wordsFd = m_options.wordsFd;
        m_signer = std::make_unique<SignerProcess>(std::move(options));
    }
    return *m_signer;
}

QCoro::Task<Result<>> Context::openStore()
{
    if (m_database) {
        co_return Unit{};
    }
    const QString old = QFileInfo(path("store.key")).absoluteFilePath();
    SignerProcess::KeyWanted wanted;
    wanted.oldStoreKey = QFile::exists(old) ? old : QString();
    AC_CO_TRY(const SecretBytes key, co_await signer().storeKey(std::move(wanted)));
    AC_CO_TRY(m_database, store::openStore(path("store.db").toStdString(), key));
    QFile::remove(old); // the vault has its key, and the database opened with it
    co_return Unit{};
}

QCoro::Task<Result<>> Context::prepareToSend()
{
    if (m_transactions) {
        co_return Unit{};
    }
    AC_CO_CHECK(co_await openStore());
    m_rows = std::make_unique<store::OutboxRepository>(*m_database);
    m_outbox = std::make_unique<wallet::Outbox>(node(), signer(), *m_rows, *m_network, m_clock, decoders());
    if (m_network->kind == NetworkKind::Practice) {
        m_outbox->setPollInterval(std::chrono::milliseconds(150));
    }
    m_transactions = std::make_unique<OutboxTransactions>(*m_outbox);
    AC_CO_CHECK(co_await m_outbox->resume());
    co_return Unit{};
}

QCoro::Task<Result<Address>> Context::me()
{
    AC_CO_TRY(const SignerStatus status, co_await signer().status());
    if (m_options.account.isEmpty()) {
        if (status.accounts.size() == 1) {
            co_return status.accounts.front().address;
        }
        co_return status.accounts.empty()
            ? unknownAccount(QStringLiteral("-"), "this home has no account: wallet create, restore or import")
            : unknownAccount(QStringLiteral("-"), "several accounts: choose one with --as");
    }
    co_return co_await account(m_options.account);
}

QCoro::Task<Result<Address>> Context::account(QString which)
{
    AC_CO_TRY(const SignerStatus status, co_await signer().status());
    const auto wanted = parseAddress(which.toStdString());
    for (const SignerAccount& one : status.accounts) {
        if (one.name == which.toStdString() || (wanted.ok() && *wanted == one.address)) {
            co_return one.address;
        }
    }
    co_return unknownAccount(which, "neither name nor address of an account of this home");
}

QCoro::Task<std::optional<Address>> Context::meIfAny()
{
    if (!QDir(path("signer")).exists()) {
        co_return std::nullopt;
    }
    const auto found = co_await me();
    co_return found.ok() ? std::optional<Address>(*found) : std::nullopt;
}

QCoro::Task<Result<UnixTime>> Context::chainNow()
{
    AC_CO_TRY(const BlockRef head, co_await node().head());
    co_return std::max<UnixTime>(head.time, m_clock.now());
}

QCoro::Task<Result<Receipt>> Context::send(Address from, Call call, SigningHints hints, std::string purpose,
                                           Hash32 subject)
{
    AC_CO_CHECK(co_await prepareToSend());
    AC_CO_TRY(const Hash32 hash,
              co_await m_transactions->submit(from, std::move(call), std::move(hints), std::move(purpose), subject));
    co_return co_await m_transactions->waitMined(hash);
}

} // namespace autochain::cli
