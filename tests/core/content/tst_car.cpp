// SPDX-License-Identifier: GPL-3.0-or-later
#include "../await.h"
#include "content_fixtures.h"

#include "content/car_blocks.h"
#include "content/content_chain.h"
#include "content/content_reader.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace autochain;

namespace
{
Bytes fileBytes(const char* name)
{
    QFile file(fixture(name));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QByteArray all = file.readAll();
    return {all.begin(), all.end()};
}

struct Walked {
    std::vector<CarBlock> blocks;
    bool broken = false;
    bool whole = false;
};
Walked walk(const Bytes& car, std::size_t step)
{
    Walked out;
    CarReader reader;
    for (std::size_t at = 0; at < car.size(); at += step) {
        reader.feed(BytesView(car).subspan(at, std::min(step, car.size() - at)));
        for (;;) {
            auto block = reader.next();
            if (!block.ok()) {
                out.broken = true;
                return out;
            }
            if (!*block) {
                break;
            }
            out.blocks.push_back(std::move(**block));
        }
    }
    out.whole = reader.isWhole();
    return out;
}

// A gateway that streams these bytes, and knows single blocks.
class FakeCars : public CarSource
{
public:
    QCoro::Task<Result<Bytes>> fetch(Cid cid) override { return single.fetch(cid); }
    std::unique_ptr<CarStream> openCar(const Cid&) override
    {
        ++opened;
        return std::make_unique<Stream>(car);
    }
    std::string name() const override { return "https://gateway.example"; }

    Bytes car;
    MemoryBlocks single;
    int opened = 0;

private:
    class Stream : public CarStream
    {
    public:
        explicit Stream(Bytes bytes) : m_bytes(std::move(bytes)) {}
        QCoro::Task<Result<Bytes>> more() override
        {
            const std::size_t size = std::min<std::size_t>(777, m_bytes.size() - m_at);
            Bytes out = toBytes(BytesView(m_bytes).subspan(m_at, size));
            m_at += size;
            co_return out;
        }

    private:
        Bytes m_bytes;
        std::size_t m_at = 0;
    };
};
} // namespace

class TestCar : public QObject
{
    Q_OBJECT

private slots:
    void kubosInAnyPieces()
    {
        const Bytes car = fileBytes("hamt.car");
        const Walked whole = walk(car, car.size());
        QVERIFY(whole.whole && whole.blocks.size() > 300);
        for (const auto& block : whole.blocks) {
            QVERIFY(checkBlock(block.cid, block.bytes).ok());
        }
        for (const std::size_t step : {1UL, 7UL, 1'000UL}) {
            const Walked pieces = walk(car, step);
            QVERIFY(pieces.whole && pieces.blocks.size() == whole.blocks.size());
        }
        // Written again, it is the same file.
        Bytes again = carHeader({*parseCid(kuboCids().at("hamt.car").cid)});
        for (const auto& block : whole.blocks) {
            putCarBlock(again, block.cid, block.bytes);
        }
        QVERIFY(again == car);
    }

    void cutAnywhere()
    {
        const Bytes car = fileBytes("tree.car");
        const auto blocks = walk(car, car.size()).blocks.size();
        std::size_t wholes = 0;
        for (std::size_t size = 0; size < car.size(); ++size) {
            const Walked walked = walk(Bytes(car.begin(), car.begin() + static_cast<std::ptrdiff_t>(size)), 64);
            QVERIFY(!walked.broken && walked.blocks.size() < blocks);
            wholes += walked.whole ? 1 : 0;
        }
        QCOMPARE(wholes, blocks); // behind the header and behind every block but the last
    }

    void refused()
    {
        const Bytes good = carHeader({Cid{}});
        for (std::size_t at = 0; at < good.size() - 33; ++at) { // all but the digest's own bytes
            for (const std::uint8_t bit : {1, 8, 128}) {
                Bytes car = good;
                car[at] ^= bit;
                car.resize(car.size() + 300, 0x80); // a length that goes on
                const Walked walked = walk(car, car.size());
                QVERIFY(walked.broken || walked.blocks.empty());
            }
        }
        Bytes large = good;
        append(large, Bytes{0x80, 0x80, 0x80, 0x08}); // 16 MiB to come
        QVERIFY(walk(large, large.size()).broken);
        QVERIFY(walk(Bytes{0xff, 0xff, 0x7f}, 3).broken); // a header of 2 MiB
        QVERIFY(walk(Bytes{0}, 1).broken);
    }

    void asASource()
    {
        FakeCars gateway;
        const Cid root = gateway.single.load("tree.car");
        gateway.car = fileBytes("tree.car");
        CarBlocks blocks(gateway, root);
        const auto entries = await(readFolder(blocks, root));
        QVERIFY(entries.ok());
        QCOMPARE(entries->size(), std::size_t(6));
        QCOMPARE(gateway.single.fetched, 0);
        QCOMPARE(gateway.opened, 1);
        // What comes in another order than it is wanted in is asked for alone.
        QVERIFY(await(inspectAt(blocks, entries->back().cid)).ok());
        QCOMPARE(gateway.single.fetched, 1);
        QVERIFY(!blocks.trouble());
    }

    void badStreams_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("another root") << 0;
        QTest::newRow("two roots") << 1;
        QTest::newRow("no CAR") << 2;
        QTest::newRow("cut off") << 3;
        QTest::newRow("empty") << 4;
        QTest::newRow("altered block") << 5;
    }
    void badStreams()
    {
        QFETCH(int, which);
        FakeCars gateway;
        const Cid root = gateway.single.load("v0.car");
        gateway.car = fileBytes("v0.car");
        switch (which) {
        case 0:
            gateway.car = fileBytes("tree.car");
            break;
        case 1:
            gateway.car = carHeader({root, root});
            break;
        case 2:
            gateway.car = toBytes("<!doctype html><title>Sign in to continue</title>");
            break;
        case 3:
            gateway.car.resize(600);
            break;
        case 4:
            gateway.car.clear();
            break;
        default:
            gateway.car[gateway.car.size() - 9] ^= 1;
        }
        CarBlocks car(gateway, root);
        QTemporaryDir folder;
        FolderContentStore local(folder.path().toStdString());
        ContentChain chain(&local, {&car, &gateway});
        const auto read = await(readWhole(chain, root, 2'000));
        QVERIFY(read.ok()); // block by block, or from the second source
        QVERIFY(*read == someContent(1'000));
        QCOMPARE(car.trouble().has_value(), which < 5);
        QCOMPARE(chain.lies(0), which == 5 ? 1 : 0);
    }
};

QTEST_GUILESS_MAIN(TestCar)
#include "tst_car.moc"
