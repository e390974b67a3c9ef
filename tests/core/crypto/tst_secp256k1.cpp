// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/hash.h"
#include "crypto/secp256k1.h"
#include "vectors.h"

#include <QTest>
#include <random>

using namespace autochain;
using test::unhex;

namespace
{

PrivateKey key(std::string_view hex)
{
    return PrivateKey::fromBytes(SecretBytes::copyOf(unhex(hex))).value();
}

const Bytes kOrder = unhex("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141"); // SEC 2, 2.4.1
const Bytes kHalfOrder = unhex("7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0");

Hash32 plusOne(const Bytes& number)
{
    Hash32 out = Hash32::from(number);
    for (std::size_t i = 32; i-- > 0 && ++out.bytes[i] == 0;) {
    }
    return out;
}

} // namespace

class TestSecp256k1 : public QObject
{
    Q_OBJECT

private slots:
    void keysOutOfRange()
    {
        const auto refused = [](const Bytes& bytes) {
            const auto read = PrivateKey::fromBytes(SecretBytes::copyOf(bytes));
            return !read.ok() && read.error().is(CryptoError::BadKey);
        };
        QVERIFY(refused(Bytes(32, 0)));
        QVERIFY(refused(kOrder));
        QVERIFY(refused(Bytes(32, 0xff)));
        QVERIFY(refused(Bytes(31, 1)));
        QVERIFY(refused(Bytes(33, 1)));
        QVERIFY(refused({}));
        Bytes largest = kOrder;
        --largest.back();
        QVERIFY(!refused(largest));
    }

    void publicKeyAndAddress()
    {
        // Key 1 is the generator itself (SEC 2, 2.4.1); its address is widely published.
        const PrivateKey one = key(std::string(63, '0') + "1");
        QCOMPARE(toHex(one.publicKey64()),
                 std::string("79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798"
                             "483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8"));
        QCOMPARE(toHex(one.publicKeyCompressed()),
                 std::string("0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798"));
        QCOMPARE(toHex0x(one.address()), std::string("0x7e5f4552091a69125d5dfcb7b8c2659029395bdf"));
        QCOMPARE(one.clone().address(), one.address());
        QCOMPARE(addressOfPublicKey(one.publicKey64()), one.address());
    }

    void signsAsEip155Shows()
    {
        // EIP-155, "Example"
        const PrivateKey signer = key("4646464646464646464646464646464646464646464646464646464646464646");
        const Hash32 digest = *hash32FromHex("daf5a779ae972f972197303d7b574746c7ef83eadac0f2791ad23db92e4c8e53");
        const Signature signature = signer.sign(digest);
        QCOMPARE(toHex(signature.r.view()),
                 std::string("28ef61340bd939bc2195fe537567866003e1a15d3c71ff63e1590620aa636276"));
        QCOMPARE(toHex(signature.s.view()),
                 std::string("67cbe9d8997f761aecb703304b3800ccf555c9f3dc64214b297fb1966a3b6d83"));
        QCOMPARE(signature.yParity, std::uint8_t(0));
    }

    void roundTrips()
    {
        std::mt19937_64 random(42);
        for (int i = 0; i < 300; ++i) {
            Bytes seed(64);
            for (auto& byte : seed) {
                byte = static_cast<std::uint8_t>(random());
            }
            const PrivateKey signer = PrivateKey::fromBytes(SecretBytes::copyOf(BytesView(seed).first(32))).value();
            const Hash32 digest = Hash32::from(BytesView(seed).last(32));
            const Signature signature = signer.sign(digest);
            QCOMPARE(signer.sign(digest), signature); // RFC 6979: nothing random in it
            QVERIFY(toBytes(signature.s.view()) <= kHalfOrder);
            QCOMPARE(*recoverAddress(digest, signature), signer.address());
            QCOMPARE(*recoverPublicKey(digest, signature), signer.publicKey64());
            QCOMPARE(*signatureFromRsv(signature.toRsv()), signature);

            Signature other = signature;
            other.yParity ^= 1;
            const auto recovered = recoverAddress(digest, other);
            QVERIFY(!recovered.ok() || *recovered != signer.address());
            Hash32 otherDigest = digest;
            otherDigest.bytes[static_cast<std::size_t>(i % 32)] ^= 1;
            const auto moved = recoverAddress(otherDigest, signature);
            QVERIFY(!moved.ok() || *moved != signer.address());
        }
    }

    void generatedKeysDiffer()
    {
        const auto first = PrivateKey::generate();
        const auto second = PrivateKey::generate();
        QVERIFY(first.ok() && second.ok());
        QVERIFY(first->address() != second->address());
    }

    void signatureBytes()
    {
        const Signature signature = key(std::string(64, '1')).sign(keccak256("x"));
        Bytes rsv = signature.toRsv();
        QCOMPARE(rsv.size(), std::size_t(65));
        for (int v = 0; v < 256; ++v) {
            rsv[64] = static_cast<std::uint8_t>(v);
            const auto read = signatureFromRsv(rsv);
            QCOMPARE(read.ok(), v == 0 || v == 1 || v == 27 || v == 28);
            if (read.ok()) {
                QCOMPARE(int(read->yParity), v % 27);
            }
        }
        QVERIFY(!signatureFromRsv(BytesView(rsv).first(64)).ok());
        QVERIFY(!signatureFromRsv({}).ok());
        rsv.push_back(0);
        QVERIFY(!signatureFromRsv(rsv).ok());
    }

    void scalarsOutOfRange()
    {
        const Hash32 digest = keccak256("x");
        const Signature good = key(std::string(64, '1')).sign(digest);
        const auto refused = [&](const Signature& signature) {
            const auto recovered = recoverAddress(digest, signature);
            const auto read = signatureFromRsv(signature.toRsv());
            return !recovered.ok() && recovered.error().is(CryptoError::BadSignature) && !read.ok() &&
                   read.error().is(CryptoError::BadSignature);
        };
        QVERIFY(refused({Hash32(), good.s, good.yParity}));
        QVERIFY(refused({good.r, Hash32(), good.yParity}));
        QVERIFY(refused({Hash32::from(kOrder), good.s, good.yParity}));
        QVERIFY(refused({good.r, Hash32::from(kOrder), good.yParity}));
        QVERIFY(refused({good.r, plusOne(kHalfOrder), good.yParity})); // high s
        QVERIFY(!refused({good.r, Hash32::from(kHalfOrder), good.yParity}));
        QVERIFY(!recoverAddress(digest, {good.r, good.s, 2}).ok());
    }

    // r has to be the x of a point; about half of all numbers are none. Yellow Paper appendix F: nothing to recover
    // then.
    void rThatIsNoPoint()
    {
        int none = 0;
        for (std::uint8_t x = 1; x < 100; ++x) {
            Hash32 r;
            r.bytes[31] = x;
            none += recoverAddress(keccak256("x"), {r, Hash32::from(kHalfOrder), 0}).ok() ? 0 : 1;
        }
        QVERIFY(none > 25 && none < 75);
    }
};

QTEST_APPLESS_MAIN(TestSecp256k1)
#include "tst_secp256k1.moc"
