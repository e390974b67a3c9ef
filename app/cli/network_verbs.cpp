// SPDX-License-Identifier: GPL-3.0-or-later
#include "context.h"
#include "network_io.h"
#include "verb.h"

#include "chain/error.h"
#include "contracts/deployer.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace autochain::cli
{
namespace
{
constexpr qint64 kMaxRulesBytes = 64 * 1024;

QString tr(const char* text)
{
    return QCoreApplication::translate("Cli", text);
}

// The fork table for this chain; one that leaves its genesis hash zero takes the chain's.
Result<ChainRules> rulesFor(const QString& path, std::uint64_t chainId, const Hash32& genesis)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error(StoreError::NoAccess, {path.toStdString()}, file.errorString().toStdString());
    }
    const QByteArray text = file.read(kMaxRulesBytes + 1);
    AC_TRY(ChainRules rules, parseChainRules(BytesView(reinterpret_cast<const std::uint8_t*>(text.data()),
                                                       static_cast<std::size_t>(text.size()))));
    if (rules.chainId != chainId) {
        return Error(ChainError::WrongChain, {std::to_string(rules.chainId), std::to_string(chainId)});
    }
    rules.genesisHash = rules.genesisHash.isZero() ? genesis : rules.genesisHash;
    if (rules.genesisHash != genesis) {
        return Error(CodecError::BadJson, {"genesisHash"});
    }
    return rules;
}

NetworkKind kindOf(const QString& word)
{
    return word == QStringLiteral("practice") ? NetworkKind::Practice
           : word == QStringLiteral("public") ? NetworkKind::Public
                                              : NetworkKind::Private;
}

QString kindWord(NetworkKind kind)
{
    return kind == NetworkKind::Practice ? QStringLiteral("practice")
           : kind == NetworkKind::Public ? QStringLiteral("public")
                                         : QStringLiteral("private");
}

// Coroutine lambdas with captures outlive their captures; this keeps what signing needs in its parameters.
QCoro::Task<Result<Bytes>> signWith(SignerProcess* signer, Address account, Transaction transaction)
{
    SigningHints hints; // named: GCC 12 destroys a braced temporary of co_await twice
    co_return co_await signer->signTransaction(account, std::move(transaction), std::move(hints));
}

QJsonObject networkJson(const NetworkFile& network)
{
    QJsonObject contracts;
    for (const auto& [name, where] : network.contracts) {
        contracts.insert(qs(name), address(where));
    }
    QJsonObject json;
    json.insert(QStringLiteral("name"), qs(network.name));
    json.insert(QStringLiteral("kind"), kindWord(network.kind));
    json.insert(QStringLiteral("chainId"), static_cast<qint64>(network.chainId));
    json.insert(QStringLiteral("coin"), qs(network.coin));
    json.insert(QStringLiteral("genesisHash"), hex(network.genesisHash));
    json.insert(QStringLiteral("node"), qs(network.nodeUrls.empty() ? std::string() : network.nodeUrls.front()));
    json.insert(QStringLiteral("confirmations"), static_cast<qint64>(network.confirmations));
    json.insert(QStringLiteral("contracts"), contracts);
    return json;
}

void addNetworkLines(Output& out, const NetworkFile& network)
{
    out.fact(tr("Network"), qs(network.name));
    out.fact(tr("Kind"), kindWord(network.kind));
    out.fact(tr("Chain"), QString::number(network.chainId));
    out.fact(tr("Node"), qs(network.nodeUrls.empty() ? std::string() : network.nodeUrls.front()));
    for (const auto& [name, where] : network.contracts) {
        out.fact(qs(name), address(where));
    }
}

Provenance provenanceOfHead(Context& context)
{
    if (context.network().kind == NetworkKind::Practice) {
        return Provenance::Local;
    }
    const light::LightClient* const light = context.light();
    if (light == nullptr || !light->inSync()) {
        return Provenance::Reported;
    }
    return light->isStale() ? Provenance::Stale : Provenance::Proven;
}

QCoro::Task<Result<Output>> show(Context& context, Arguments)
{
    Output out;
    out.json = networkJson(context.network());
    addNetworkLines(out, context.network());
    AC_CO_TRY(const BlockRef head, co_await context.node().head());
    putSource(out.json, provenanceOfHead(context), head);
    out.fact(tr("Newest block"), QString::number(head.number));
    co_return out;
}

// What the contracts' addresses will be: the signer wants a network file before the first contract is there.
Result<NetworkFile> plannedNetwork(const Arguments& arguments, std::uint64_t chainId, const Hash32& genesis,
                                   const Address& deployer, std::uint64_t nonce,
                                   const contracts::DeployOptions& options)
{
    NetworkFile network;
    network.name = arguments.text("name", QStringLiteral("AutoChain")).toStdString();
    network.kind = kindOf(arguments.text("kind", QStringLiteral("private")));
    network.chainId = chainId;
    network.coin = arguments.text("coin", QStringLiteral("ETC")).toStdString();
    network.genesisHash = genesis;
    network.nodeUrls.push_back(arguments.text("rpc").toStdString());
    AC_TRY(const std::uint64_t confirmations, arguments.number("confirmations", 12));
    network.confirmations = static_cast<std::uint32_t>(confirmations);
    network.contentFolder =
        QFileInfo(arguments.text("out")).absoluteDir().filePath(QStringLiteral("content")).toStdString();
    if (const QString rules = arguments.text("rules"); !rules.isEmpty()) {
        AC_TRY(network.rules, rulesFor(rules, chainId, genesis));
        network.foundation = deployer; // who signs checkpoints
    }
    network.contracts = contracts::contractsOf(contracts::planDeployment(deployer, nonce, options));
    return network;
}

contracts::DeployOptions optionsFor(const Address& deployer, UnixTime now)
{
    contracts::DeployOptions options;
    options.treasuryOwners.push_back(deployer);
    options.foundation = deployer;
    options.privatePlacementBeneficiary = deployer;
    options.teamBeneficiary = deployer;
    options.vestingStart = now;
    return options;
}

// The paying account; where this home has none yet, its key is asked in the signer (or read from --secret-fd).
QCoro::Task<Result<>> ensureAccount(Context& context, Address deployer)
{
    AC_CO_TRY(const SignerStatus status, co_await context.signer().status());
    for (const SignerAccount& account : status.accounts) {
        if (account.address == deployer) {
            co_return Unit{};
        }
    }
    AC_CO_TRY(const SignerAccount imported, co_await context.signer().importPrivateKey("Deployer"));
    if (imported.address != deployer) {
        std::vector<std::string> args(1, address(deployer).toStdString());
        co_return Error(SigningError::UnknownAccount, std::move(args), "the key is that of another account");
    }
    co_return Unit{};
}

QCoro::Task<Result<Output>> deploy(Context& context, Arguments arguments)
{
    net::NodeOptions nodeOptions;
    nodeOptions.urls.push_back(arguments.text("rpc").toStdString());
    net::RpcNode node(nodeOptions);
    AC_CO_TRY(const std::uint64_t chainId, co_await node.chainId());
    AC_CO_TRY(const Hash32 genesis, co_await node.genesisHash());
    AC_CO_TRY(const Address deployer, arguments.addressOf("from"));
    AC_CO_TRY(const std::uint64_t nonce, co_await node.pendingNonce(deployer));
    const contracts::DeployOptions options = optionsFor(deployer, context.clock().now());
    AC_CO_TRY(NetworkFile planned, plannedNetwork(arguments, chainId, genesis, deployer, nonce, options));
    const QString file = arguments.text("out");
    AC_CO_CHECK(writeNetwork(planned, file));
    context.useNetwork(planned, file);
    AC_CO_CHECK(co_await ensureAccount(context, deployer));

    contracts::Deployment deployment;
    deployment.deployer = deployer;
    deployment.options = options;
    deployment.network = std::move(planned);
    SignerProcess* signer = &context.signer();
    auto sign = [signer, deployer](Transaction transaction) {
        return signWith(signer, deployer, std::move(transaction));
    };
    AC_CO_TRY(const NetworkFile network, co_await contracts::deployNetwork(node, sign, std::move(deployment)));
    AC_CO_CHECK(writeNetwork(network, file));
    Output out;
    out.json = networkJson(network);
    out.json.insert(QStringLiteral("file"), file);
    addNetworkLines(out, network);
    out.fact(tr("Network file"), file);
    co_return out;
}
} // namespace

QList<Verb> networkVerbs()
{
    Verb deployVerb{
        QStringLiteral("network"),
        QStringLiteral("deploy"),
        tr("Put the suite's contracts on a chain and write the network file."),
        {},
        {{QStringLiteral("rpc"), QStringLiteral("URL"), tr("A node of the chain."), true, {}},
         {QStringLiteral("from"), QStringLiteral("ADDRESS"), tr("Account of the signer that pays the fees."), true, {}},
         {QStringLiteral("secret-fd"), QStringLiteral("N"),
          tr("Read the key from this open descriptor where the home has none.")},
         {QStringLiteral("out"), QStringLiteral("FILE"), tr("Network file to write."), true, {}},
         {QStringLiteral("name"), QStringLiteral("TEXT"), tr("Name of the network."), false, {}},
         {QStringLiteral("kind"),
          QStringLiteral("KIND"),
          tr("What the network is for."),
          false,
          {QStringLiteral("practice"), QStringLiteral("private"), QStringLiteral("public")}},
         {QStringLiteral("rules"), QStringLiteral("FILE"), tr("Fork table of the chain, to verify its headers with.")},
         {QStringLiteral("coin"), QStringLiteral("TEXT"), tr("Short name of the chain's coin."), false, {}},
         {QStringLiteral("confirmations"), QStringLiteral("N"), tr("Blocks before a value counts."), false, {}}},
        &deploy,
        false};
    Verb showVerb{QStringLiteral("network"),
                  QStringLiteral("show"),
                  tr("Show the network of this home."),
                  {},
                  {},
                  &show,
                  true,
                  false};
    return {deployVerb, showVerb};
}

} // namespace autochain::cli
