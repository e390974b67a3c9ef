// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hex.h"
#include "crypto/hash.h"
#include "crypto/random.h"

#include <openssl/evp.h>
#include <QTest>

using namespace autochain;

namespace
{

// Keccak as a second, slow program from the description alone (Keccak reference 3.0, section 1.2): lanes by
// coordinates, tables computed from their definitions, one byte of padding different between Ethereum's hash and
// SHA3-256.
class SlowKeccak
{
public:
    static Hash32 hash(BytesView data, std::uint8_t suffix)
    {
        Bytes padded = toBytes(data);
        padded.push_back(suffix);
        padded.resize((padded.size() + 135) / 136 * 136);
        padded.back() |= 0x80;
        SlowKeccak state;
        for (std::size_t block = 0; block < padded.size(); block += 136) {
            for (std::size_t i = 0; i < 136; ++i) {
                state.lane(i / 8) ^= static_cast<std::uint64_t>(padded[block + i]) << (i % 8 * 8);
            }
            state.permute();
        }
        Hash32 out;
        for (std::size_t i = 0; i < 32; ++i) {
            out.bytes[i] = static_cast<std::uint8_t>(state.lane(i / 8) >> (i % 8 * 8));
        }
        return out;
    }

private:
    std::uint64_t& lane(std::size_t i) { return m_a[i % 5][i / 5]; }
    static std::uint64_t rotate(std::uint64_t v, unsigned by)
    {
        return by % 64 == 0 ? v : v << by % 64 | v >> (64 - by % 64);
    }

    static bool roundBit(unsigned t) // LFSR x^8 + x^6 + x^5 + x^4 + 1
    {
        unsigned state = 1;
        for (unsigned i = 0; i < t % 255; ++i) {
            state <<= 1;
            state ^= (state & 0x100) != 0 ? 0x171 : 0;
        }
        return (state & 1) != 0;
    }

    void permute()
    {
        for (unsigned round = 0; round < 24; ++round) {
            theta();
            rhoPiChi();
            for (unsigned j = 0; j < 7; ++j) {
                m_a[0][0] ^= roundBit(j + 7 * round) ? 1ULL << ((1U << j) - 1) : 0;
            }
        }
    }

    void theta()
    {
        std::array<std::uint64_t, 5> column{};
        for (std::size_t x = 0; x < 5; ++x) {
            for (std::size_t y = 0; y < 5; ++y) {
                column[x] ^= m_a[x][y];
            }
        }
        for (std::size_t x = 0; x < 5; ++x) {
            for (std::size_t y = 0; y < 5; ++y) {
                m_a[x][y] ^= column[(x + 4) % 5] ^ rotate(column[(x + 1) % 5], 1);
            }
        }
    }

    void rhoPiChi()
    {
        std::array<std::array<std::uint64_t, 5>, 5> b{};
        b[0][0] = m_a[0][0];
        std::size_t x = 1;
        std::size_t y = 0;
        for (unsigned t = 0; t < 24; ++t) {
            b[y][(2 * x + 3 * y) % 5] = rotate(m_a[x][y], (t + 1) * (t + 2) / 2);
            const std::size_t next = (2 * x + 3 * y) % 5;
            x = y;
            y = next;
        }
        for (x = 0; x < 5; ++x) {
            for (y = 0; y < 5; ++y) {
                m_a[x][y] = b[x][y] ^ (~b[(x + 1) % 5][y] & b[(x + 2) % 5][y]);
            }
        }
    }

    std::array<std::array<std::uint64_t, 5>, 5> m_a{};
};

Bytes pattern(std::size_t length)
{
    Bytes out(length);
    for (std::size_t i = 0; i < length; ++i) {
        out[i] = static_cast<std::uint8_t>(i * 31 + (i >> 8));
    }
    return out;
}

} // namespace

class TestHash : public QObject
{
    Q_OBJECT

private slots:
    void knownKeccaks()
    {
        // KEC(()) and KEC(RLP(())) (Yellow Paper, 4.1 and appendix D), and the selector of ERC-20 transfer.
        QCOMPARE(toHex(keccak256("").view()),
                 std::string("c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470"));
        QCOMPARE(toHex(keccak256(Bytes{0x80}).view()),
                 std::string("56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421"));
        QCOMPARE(toHex(keccak256("transfer(address,uint256)").view()).substr(0, 8), std::string("a9059cbb"));
    }

    // The slow program is right if it gives OpenSSL's SHA3-256 with SHA-3's padding; then ours has to agree with it.
    void everyLengthAgreesWithTheSlowProgram()
    {
        for (std::size_t length = 0; length <= 700; ++length) {
            const Bytes data = pattern(length);
            Hash32 sha3;
            QCOMPARE(EVP_Digest(data.data(), data.size(), sha3.bytes.data(), nullptr, EVP_sha3_256(), nullptr), 1);
            QCOMPARE(SlowKeccak::hash(data, 0x06), sha3);
            QCOMPARE(keccak256(data), SlowKeccak::hash(data, 0x01));
        }
    }

    void unalignedInput()
    {
        const Bytes data = pattern(1000);
        for (std::size_t start = 0; start < 8; ++start) {
            const BytesView view = BytesView(data).subspan(start, 900);
            QCOMPARE(keccak256(view), keccak256(toBytes(view)));
        }
    }

    void knownSha256()
    {
        // FIPS 180-4 examples (NIST, "SHA256.pdf")
        QCOMPARE(toHex(sha256(asBytes("abc")).view()),
                 std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QCOMPARE(toHex(sha256(asBytes("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")).view()),
                 std::string("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"));
        QCOMPARE(toHex(sha256({}).view()),
                 std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    }

    void randomBytesDiffer()
    {
        std::array<std::uint8_t, 32> first{};
        std::array<std::uint8_t, 32> second{};
        QVERIFY(fillRandom(first).ok());
        QVERIFY(fillRandom(second).ok());
        QVERIFY(first != second);
        QVERIFY(fillRandom({}).ok());
    }
};

QTEST_APPLESS_MAIN(TestHash)
#include "tst_hash.moc"
