// SPDX-License-Identifier: GPL-3.0-or-later
// Everything of @ethersproject/testcases that this code has a counterpart for: 16,000 cases written by ethers and by
// solc.
#include "ethers/cases.h"

#include <QTest>

using namespace autochain::test;

namespace
{

struct CaseKind {
    const char* file;
    Comparison compare;
};

constexpr std::array<CaseKind, 12> kKinds{{{"contract-interface", compareAbiValues},
                                           {"contract-interface-abi2", compareAbiValues},
                                           {"contract-signatures", compareSignature},
                                           {"solidity-hashes", comparePacked},
                                           {"rlp-coder", compareRlp},
                                           {"eip712", compareTypedData},
                                           {"transactions", compareTransaction},
                                           {"typed-transactions", compareTypedTransaction},
                                           {"accounts", compareAccount},
                                           {"hashes", compareHash},
                                           {"hdnode", compareHdNode},
                                           {"wallets", compareWallet}}};

const Tally& tallyOf(const CaseKind& kind)
{
    static std::map<std::string, Tally> done;
    const auto known = done.find(kind.file);
    return known != done.end() ? known->second
                               : done.emplace(kind.file, compareAll(kind.file, kind.compare)).first->second;
}

void print(const CaseKind& kind, const Tally& tally)
{
    qInfo("%-24s %5d compared, %d differing", kind.file, tally.compared, tally.differing);
    for (const auto& [reason, count] : tally.leftOut) {
        qInfo("%-24s %5d left out: %s", "", count, reason.c_str());
    }
    for (const std::string& difference : tally.firstDifferences) {
        qWarning("%-24s %s", "", difference.c_str());
    }
}

} // namespace

class TestEthersCases : public QObject
{
    Q_OBJECT

private slots:
    void equalsEthers_data()
    {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < kKinds.size(); ++i) {
            QTest::newRow(kKinds.at(i).file) << static_cast<int>(i);
        }
    }
    void equalsEthers()
    {
        QFETCH(int, index);
        const CaseKind& kind = kKinds.at(static_cast<std::size_t>(index));
        const Tally& tally = tallyOf(kind);
        print(kind, tally);
        QVERIFY2(tally.compared > 0, "no cases; `./dev` installs @ethersproject/testcases");
        QCOMPARE(tally.differing, 0);
    }

    void total()
    {
        int compared = 0;
        int differing = 0;
        int left = 0;
        for (const CaseKind& kind : kKinds) {
            const Tally& tally = tallyOf(kind);
            compared += tally.compared;
            differing += tally.differing;
            for (const auto& [reason, count] : tally.leftOut) {
                left += count;
            }
        }
        qInfo("%d compared, %d differing, %d left out", compared, differing, left);
        QVERIFY(compared >= 2000);
        QCOMPARE(differing, 0);
    }
};

QTEST_APPLESS_MAIN(TestEthersCases)
#include "tst_ethers_cases.moc"
