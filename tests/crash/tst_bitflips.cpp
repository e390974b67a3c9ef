// SPDX-License-Identifier: GPL-3.0-or-later
// One bit flipped, more than 10,000 times, in everything the store and the vault leave on the disk: each flip is told
// as what it is, or what is read is what was written.
#include "crypto/mnemonic.h"
#include "folder.h"
#include "store/backup.h"
#include "temp_store.h"
#include "vault/vault.h"
#include "whole_store.h"

#include <QtTest>

#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <numeric>
#include <random>
#include <unistd.h>

using namespace autochain;
using namespace autochain::store;
using autochain::crash::Folder;

namespace
{
constexpr UnixTime kNow = 2'000'000;
constexpr int kLate = 6; // transactions that are only in the log

Bytes contentOf(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    return Bytes(std::istreambuf_iterator<char>(file), {});
}

void write(const std::string& path, const Bytes& bytes)
{
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

void flip(Bytes& bytes, std::size_t bit)
{
    bytes[bit / 8] = static_cast<std::uint8_t>(bytes[bit / 8] ^ 1U << bit % 8);
}

void flipInFile(const std::string& path, std::size_t bit)
{
    const int file = ::open(path.c_str(), O_RDWR);
    std::uint8_t byte = 0;
    const auto at = static_cast<off_t>(bit / 8);
    QVERIFY(file >= 0 && ::pread(file, &byte, 1, at) == 1);
    byte = static_cast<std::uint8_t>(byte ^ 1U << bit % 8);
    QVERIFY(::pwrite(file, &byte, 1, at) == 1);
    ::close(file);
}

struct Everything {
    WholeStore whole;
    std::vector<Draft> drafts;
    bool operator==(const Everything&) const = default;
};

Result<Everything> readEverything(Database& database)
{
    Everything out;
    AC_TRY(out.whole, readWholeStore(database, kNow));
    AC_TRY(out.drafts, Drafts(database).ofKind("many"));
    return out;
}

Result<> fillStore(Database& database)
{
    AC_CHECK(fillWholeStore(database, kNow));
    Drafts drafts(database);
    for (int i = 0; i < 60; ++i) {
        AC_CHECK(drafts.put({"many", std::to_string(i), std::string(1'500, static_cast<char>('a' + i % 26)), i}));
    }
    for (int i = 0; i < 60; i += 5) { // leaves free pages
        AC_CHECK(drafts.remove("many", std::to_string(i)));
    }
    return {};
}

struct Counts {
    int onOpen = 0;
    int onRead = 0;
    int byCheck = 0; // read as it was written; the full check finds it
    int harmless = 0;
};
} // namespace

class TestBitflips : public QObject
{
    Q_OBJECT

private slots:
    void closedStore()
    {
        constexpr int kFlips = 4'500;
        Folder folder;
        const std::string path = folder.path() + "/store.db";
        Everything written;
        {
            Database database = openStore(path, testKey(7)).value();
            QVERIFY(fillStore(database).ok());
            written = readEverything(database).value();
        }
        const Bytes before = contentOf(path);
        std::mt19937 random(1);
        Counts counts;
        for (int i = 0; i < kFlips; ++i) {
            // Every bit of the salt, then anywhere.
            const std::size_t bit = i < 128 ? static_cast<std::size_t>(i) : random() % (before.size() * 8);
            flipInFile(path, bit);
            checkClosed(path, written, counts);
            flipInFile(path, bit);
            QVERIFY2(!QTest::currentTestFailed(), ("bit " + std::to_string(bit)).c_str());
        }
        QVERIFY(contentOf(path) == before); // nothing was written into a damaged store
        auto again = openStore(path, testKey(7));
        QVERIFY(again.ok() && readEverything(*again).value() == written);
        qInfo("%d flips in the file of %zu bytes: %d told on opening, %d on reading, %d by the full check, %d harmless",
              kFlips, before.size(), counts.onOpen, counts.onRead, counts.byCheck, counts.harmless);
        QCOMPARE(counts.harmless, 0);
    }

    void log()
    {
        constexpr int kFlips = 3'000;
        Folder folder;
        const std::string path = folder.path() + "/store.db";
        Everything written;
        Bytes file;
        Bytes log;
        {
            Database database = openStore(path, testKey(7)).value();
            QVERIFY(fillStore(database).ok());
            // The log starts anew, with frames of the round before behind the new ones.
            QVERIFY(database.execute("PRAGMA wal_checkpoint(TRUNCATE)").ok());
            for (int i = 0; i < 12; ++i) {
                QVERIFY(Drafts(database).put({"many", "again", std::string(900, 'm'), i}).ok());
            }
            QVERIFY(database.execute("PRAGMA wal_checkpoint(PASSIVE)").ok());
            for (int i = 0; i < kLate; ++i) {
                QVERIFY(Drafts(database).put({"late", std::to_string(i), std::string(900, 'l'), i}).ok());
            }
            written = readEverything(database).value();
            file = contentOf(path);
            log = contentOf(path + "-wal");
        }
        std::mt19937 random(2);
        Counts counts;
        for (int i = 0; i < kFlips; ++i) {
            // Every bit of the header and of the first frame's header, then anywhere.
            const std::size_t bit = i < 448 ? static_cast<std::size_t>(i) : random() % (log.size() * 8);
            Bytes flipped = log;
            flip(flipped, bit);
            write(path, file);
            write(path + "-wal", flipped);
            checkLog(path, written, counts);
            QVERIFY2(!QTest::currentTestFailed(), ("bit " + std::to_string(bit)).c_str());
        }
        qInfo("%d flips in a log of %zu bytes: %d told as damage, %d as an unfinished last write, %d harmless", kFlips,
              log.size(), counts.onOpen, counts.onRead, counts.harmless);
        QVERIFY(counts.onOpen > 0 && counts.onRead > 0);
    }

    void keyCheck()
    {
        Folder folder;
        const std::string path = folder.path() + "/store.db";
        {
            Database database = openStore(path, testKey(7)).value();
            QVERIFY(fillStore(database).ok());
        }
        const Bytes check = contentOf(path + ".check");
        for (std::size_t bit = 0; bit < check.size() * 8; ++bit) {
            Bytes flipped = check;
            flip(flipped, bit);
            write(path + ".check", flipped);
            QVERIFY(Database::open(path, testKey(8)).error().is(StoreError::WrongKey));
            QVERIFY(Database::open(path, testKey(7)).ok()); // and the check is whole again
            QVERIFY(Database::open(path, testKey(8)).error().is(StoreError::WrongKey));
        }
        qInfo("%zu flips in the key check: harmless", check.size() * 8);
    }

    void backup()
    {
        constexpr int kFlips = 4'000;
        auto database = Database::inMemory();
        QVERIFY(database.ok() && migrateEmpty(*database).ok() && fillStore(*database).ok());
        const Bytes file = writeBackup(*database, testKey(3), kNow).value();
        const std::size_t headerBits = std::size_t{104} * 8;
        std::mt19937 random(3);
        for (int i = 0; i < kFlips; ++i) {
            // Every bit of the header, then anywhere.
            const auto n = static_cast<std::size_t>(i);
            const std::size_t bit = n < headerBits ? n : random() % (file.size() * 8);
            Bytes flipped = file;
            flip(flipped, bit);
            const auto drill = drillBackup(flipped, testKey(3), kNow);
            QVERIFY(!drill.ok());
            QVERIFY2(drill.error().is(StoreError::BadBackup), drill.error().detail.c_str());
        }
        QVERIFY(drillBackup(file, testKey(3), kNow).ok());
        qInfo("%d flips in a backup of %zu bytes: each told as damage", kFlips, file.size());
    }

    // Every bit of a vault file: it is no vault any more, it does not open, or everything is as it was. Never another
    // key.
    void vaultFile()
    {
        QFile in(QStringLiteral(AUTOCHAIN_SOURCE_DIR "/tests/core/vault/data/vault3.json"));
        QVERIFY(in.open(QIODevice::ReadOnly));
        const Bytes text = toBytes(vault::writeVault(*vault::readVault(in.readAll().toStdString())));
        const auto whole = openVault(text, {});
        QVERIFY(whole);
        QCOMPARE(whole->accounts.size(), std::size_t{3});
        int refused = 0;
        int harmless = 0;
        for (std::size_t bit = 0; bit < text.size() * 8; ++bit) {
            Bytes flipped = text;
            flip(flipped, bit);
            const auto opened = openVault(flipped, whole);
            QVERIFY2(!opened || *opened == *whole, ("bit " + std::to_string(bit)).c_str());
            ++(opened ? harmless : refused);
        }
        qInfo("%zu flips in a vault: %d told as damage, %d harmless (capitals of hex digits)", text.size() * 8, refused,
              harmless);
        QVERIFY(refused > 10 * harmless);
    }

private:
    struct OpenVault {
        vault::VaultFile file;
        Bytes master;
        std::vector<std::pair<Address, Bytes>> accounts;
        Bytes database;
        Bytes bySlot;
        Bytes byWords;
        bool operator==(const OpenVault& o) const
        {
            return master == o.master && accounts == o.accounts && database == o.database && bySlot == o.bySlot &&
                   byWords == o.byWords;
        }
    };

    // None: something of it does not open. Where nothing that goes into the passphrase's slot differs from `known` its
    // Argon2id is not worked again.
    static std::optional<OpenVault> openVault(const Bytes& text, const std::optional<OpenVault>& known)
    {
        auto file = vault::readVault({reinterpret_cast<const char*>(text.data()), text.size()});
        if (!file.ok()) {
            return std::nullopt;
        }
        const auto& slot = file->passphrase;
        const bool sameSlot = known && known->file.id == file->id && known->file.passphrase.cost == slot.cost &&
                              known->file.passphrase.salt == slot.salt && known->file.passphrase.master == slot.master;
        const auto master = sameSlot ? Result<SecretBytes>(SecretBytes::copyOf(known->master))
                                     : vault::openByPassphrase(*file, secret("vier alte W\xc3\xb6rter, gut gemerkt"));
        if (!master.ok()) {
            return std::nullopt;
        }
        Bytes slotKey(32);
        std::iota(slotKey.begin(), slotKey.end(), std::uint8_t{7});
        const auto accounts = vault::openAccounts(*file, *master);
        const auto database = vault::databaseKey(*file, *master);
        const auto bySlot = vault::openBySlotKey(*file, SecretBytes::copyOf(slotKey));
        const auto byWords = vault::openByWords(*file, m_seed);
        if (!accounts.ok() || !database.ok() || !bySlot.ok() || !byWords.ok()) {
            return std::nullopt;
        }
        OpenVault out{*file,
                      toBytes(master->view()),
                      {},
                      toBytes(database->view()),
                      toBytes(bySlot->view()),
                      toBytes(byWords->view())};
        for (const auto& account : *accounts) {
            out.accounts.emplace_back(account.address, toBytes(account.key.secret32()));
        }
        return out;
    }

    static SecretBytes secret(std::string_view text) { return SecretBytes::copyOf(asBytes(text)); }
    inline static const SecretBytes m_seed = seedFromMnemonic(
        "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about");

    static void checkClosed(const std::string& path, const Everything& written, Counts& counts)
    {
        auto database = openStore(path, testKey(7));
        if (!database.ok()) {
            QVERIFY2(database.error().is(StoreError::Corrupt), database.error().detail.c_str());
            ++counts.onOpen;
            return;
        }
        const auto read = readEverything(*database);
        if (!read.ok()) {
            QVERIFY2(read.error().is(StoreError::Corrupt), read.error().detail.c_str());
            ++counts.onRead;
            return;
        }
        QVERIFY(*read == written);
        const auto checked = database->checkIntegrity();
        QVERIFY(checked.ok() || checked.error().is(StoreError::Corrupt));
        ++(checked.ok() ? counts.harmless : counts.byCheck);
    }

    // What is lost is told: as damage, or, of the last transaction alone, as an unfinished write.
    static void checkLog(const std::string& path, const Everything& written, Counts& counts)
    {
        auto database = openStore(path, testKey(7));
        if (!database.ok()) {
            QVERIFY2(database.error().is(StoreError::Corrupt), database.error().detail.c_str());
            ++counts.onOpen;
            return;
        }
        QVERIFY(database->recovery().unclean);
        const auto late = Drafts(*database).ofKind("late");
        QVERIFY(late.ok());
        QVERIFY(readEverything(*database).value() == written);
        const bool unfinished = database->recovery().unfinishedWrite;
        QCOMPARE(late->size(), static_cast<std::size_t>(unfinished ? kLate - 1 : kLate));
        ++(unfinished ? counts.onRead : counts.harmless);
    }
};

QTEST_GUILESS_MAIN(TestBitflips)
#include "tst_bitflips.moc"
