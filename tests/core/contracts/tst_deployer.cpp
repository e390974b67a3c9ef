// SPDX-License-Identifier: GPL-3.0-or-later
// The deployer where things go wrong; that it works is what every practice market shows.
#ifndef Q_MOC_RUN // moc 6.4 stumbles over the library's concepts
#include "../await.h"
#include "contracts/deployer.h"
#include "net/fake_node.h"
#endif

#include <QTest>

using namespace autochain;
using namespace autochain::contracts;

namespace
{
Address deployer()
{
    Address address;
    address.bytes[19] = 9;
    return address;
}

struct Stage {
    net::FakeNode node;
    std::vector<Transaction> signedOnes;
    std::vector<Receipt> mined; // by order of sending

    Stage()
    {
        node.accounts[deployer()].balanceWei = auc(1000);
        node.nonces[deployer()] = 3;
        node.fee.baseFeePerGas = U256(1'000'000'000);
        DeployOptions options;
        const auto plan = planDeployment(deployer(), 3, options);
        for (std::size_t i = 0; i < plan.size(); ++i) {
            Receipt receipt;
            receipt.succeeded = true;
            receipt.block.number = 50 + i;
            if (!plan[i].call.to) {
                receipt.contractAddress = plan[i].expectedAddress;
            }
            mined.push_back(receipt);
        }
        node.onSend = [this](const Bytes&) -> Result<Hash32> {
            Hash32 hash;
            hash.bytes[0] = static_cast<std::uint8_t>(node.sent.size());
            node.receipts[hash] = mined[node.sent.size() - 1];
            return hash;
        };
    }

    Result<NetworkFile> deploy()
    {
        Deployment deployment;
        deployment.deployer = deployer();
        deployment.poll = std::chrono::milliseconds(1);
        SignTransaction sign = [this](Transaction tx) -> QCoro::Task<Result<Bytes>> {
            signedOnes.push_back(tx);
            co_return encodeUnsigned(tx);
        };
        return await(deployNetwork(node, sign, deployment));
    }
};
} // namespace

class TestDeployer : public QObject
{
    Q_OBJECT

private slots:
    void sendsAllSteps()
    {
        Stage stage;
        const auto network = stage.deploy();
        QVERIFY(network.ok());
        QCOMPARE(stage.signedOnes.size(), std::size_t{17});
        for (std::size_t i = 0; i < 17; ++i) {
            QCOMPARE(stage.signedOnes[i].nonce, std::uint64_t{3 + i});
            QVERIFY(stage.signedOnes[i].type == TxType::DynamicFee);
            QCOMPARE(stage.signedOnes[i].chainId, std::uint64_t{31337});
        }
        QCOMPARE(network->deployedAtBlock, std::uint64_t{50});
        QCOMPARE(network->contracts.size(), std::size_t{16});
    }

    void legacyWhereTheChainHasNoBaseFee()
    {
        Stage stage;
        stage.node.fee.dynamic = false;
        stage.node.fee.gasPrice = U256(5);
        QVERIFY(stage.deploy().ok());
        QVERIFY(stage.signedOnes[0].type == TxType::Legacy && stage.signedOnes[0].gasPrice == U256(5));
    }

    void tooFewCoins()
    {
        Stage stage;
        stage.node.accounts[deployer()].balanceWei = U256(1000);
        QVERIFY(stage.deploy().error().is(ContractsError::NotEnoughCoins));
        QVERIFY(stage.node.sent.empty());
    }

    void revertedStep()
    {
        Stage stage;
        stage.mined[5].succeeded = false;
        const auto result = stage.deploy();
        QVERIFY(result.error().is(ContractsError::StepFailed));
        QCOMPARE(result.error().args.at(0), std::string("participants"));
    }

    void contractElsewhere()
    {
        Stage stage;
        stage.mined[9].contractAddress = deployer();
        const auto result = stage.deploy();
        QVERIFY(result.error().is(ContractsError::WrongAddress));
        QCOMPARE(result.error().args.at(0), std::string("auc"));
    }

    void nodeErrorsPass()
    {
        Stage stage;
        stage.node.failures.push_back(Error(ChainError::WrongChain, {"1", "2"}));
        QVERIFY(stage.deploy().error().is(ChainError::WrongChain));
    }
};

QTEST_GUILESS_MAIN(TestDeployer)
#include "tst_deployer.moc"
