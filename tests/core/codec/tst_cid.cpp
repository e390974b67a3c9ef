// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/cid.h"
#include "crypto/hash.h"
#include "vectors.h"

#include <QTest>

using namespace autochain;

namespace
{
constexpr std::string_view kAlphabet = "abcdefghijklmnopqrstuvwxyz234567";
}

class TestCid : public QObject
{
    Q_OBJECT

private slots:
    void knownCids()
    {
        // Kubo: `printf '' | ipfs add --cid-version=1 --raw-leaves -Q`, the well known CID of the empty raw block
        QCOMPARE(cidOfRawBlock(sha256({})), std::string("bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku"));
        // The same, of "hello world"; the base32 of 01 55 12 20 and the digest by another program
        QCOMPARE(cidOfRawBlock(sha256(asBytes("hello world"))),
                 std::string("bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e"));
    }

    void readsBack()
    {
        for (int i = 0; i < 500; ++i) {
            const Hash32 digest = sha256(asBytes(std::to_string(i)));
            const std::string cid = cidOfRawBlock(digest);
            QCOMPARE(cid.size(), std::size_t(59));
            QVERIFY(cid.starts_with("bafkrei"));
            QCOMPARE(*digestOfRawCid(cid), digest);
        }
    }

    // Only one text stands for a digest: every other letter anywhere is another digest or refused.
    void oneTextPerDigest()
    {
        const Hash32 digest = sha256(asBytes("x"));
        const std::string cid = cidOfRawBlock(digest);
        for (std::size_t i = 0; i < cid.size(); ++i) {
            for (const char letter : kAlphabet) {
                std::string other = cid;
                other[i] = letter;
                const auto read = digestOfRawCid(other);
                QVERIFY(other == cid || !read.ok() || *read != digest);
            }
        }
    }

    void refusesOthers()
    {
        const std::string cid = cidOfRawBlock(sha256({}));
        for (const std::string& text :
             {std::string(), std::string("b"), cid.substr(1), cid + "a", cid.substr(0, 58),
              QString::fromStdString(cid).toUpper().toStdString(),
              std::string("QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG"),                 // version 0
              std::string("bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi")}) { // dag-pb
            const auto read = digestOfRawCid(text);
            QVERIFY2(!read.ok(), text.c_str());
            QVERIFY(read.error().is(CodecError::BadCid));
        }
    }
};

QTEST_APPLESS_MAIN(TestCid)
#include "tst_cid.moc"
