// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/secret_bytes.h"

#include <QFile>
#include <QTest>
#include <type_traits>

#include <csignal>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace autochain;

static_assert(!std::is_copy_constructible_v<SecretBytes>);
static_assert(!std::is_copy_assignable_v<SecretBytes>);
static_assert(std::is_nothrow_move_constructible_v<SecretBytes>);

namespace
{

// Flags of the mapping that holds `address`, from /proc/self/smaps ("lo": locked, "dd": left out of core dumps). Empty
// when the address is not mapped any more.
QByteArray flagsOfMapping(const void* address)
{
    QFile file(QStringLiteral("/proc/self/smaps"));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    bool inside = false;
    for (const QByteArray& line : file.readAll().split('\n')) {
        const QByteArray range = line.left(line.indexOf(' '));
        if (range.count('-') == 1 && !range.contains(':')) {
            const auto ends = range.split('-');
            const auto at = reinterpret_cast<quintptr>(address);
            inside = at >= ends[0].toULongLong(nullptr, 16) && at < ends[1].toULongLong(nullptr, 16);
        } else if (inside && line.startsWith("VmFlags:")) {
            return line.mid(8) + ' ';
        }
    }
    return {};
}

} // namespace

class TestSecretBytes : public QObject
{
    Q_OBJECT

private slots:
    void startsWithZeros()
    {
        const SecretBytes secret(100);
        QCOMPARE(secret.size(), std::size_t(100));
        QCOMPARE(toBytes(secret.view()), Bytes(100, 0));
        QVERIFY(SecretBytes().empty());
        QVERIFY(SecretBytes(0).empty());
        QVERIFY(SecretBytes::copyOf({}).clone().empty());
    }

    void wipeClearsEveryByte()
    {
        Bytes bytes(1000, 0xaa);
        wipe(std::span(bytes).subspan(1));
        QCOMPARE(bytes[0], std::uint8_t(0xaa));
        QCOMPARE(Bytes(bytes.begin() + 1, bytes.end()), Bytes(999, 0));
        wipe({});
    }

    void memoryIsNotDumpedAndGoneAfterwards()
    {
        const void* address = nullptr;
        {
            SecretBytes secret = SecretBytes::copyOf(Bytes(32, 0x5a));
            address = secret.data();
            QVERIFY(flagsOfMapping(address).contains(" dd "));
        }
        const QByteArray flags = flagsOfMapping(address);
        QVERIFY2(!flags.contains(" dd "), flags.constData());
    }

    void memoryIsLocked()
    {
        const SecretBytes secret(32);
        if (!flagsOfMapping(secret.data()).contains(" lo ")) {
            QSKIP("this system lets the process lock no memory (RLIMIT_MEMLOCK)");
        }
        {
            const SecretBytes neighbour(32);
        }
        QVERIFY(flagsOfMapping(secret.data()).contains(" lo ")); // releasing another one has not unlocked it
    }

    void readingPastTheEndStopsTheProgram()
    {
        const SecretBytes secret(32);
        for (const std::ptrdiff_t at : {std::ptrdiff_t{32}, -static_cast<std::ptrdiff_t>(sysconf(_SC_PAGESIZE))}) {
            const pid_t child = fork();
            if (child == 0) {
                prctl(PR_SET_DUMPABLE, 0);
                signal(SIGSEGV, SIG_DFL);
                const volatile std::uint8_t* const bytes = secret.data();
                _exit(bytes[at] == 0 ? 0 : 1);
            }
            int status = 0;
            QCOMPARE(waitpid(child, &status, 0), child);
            QVERIFY(WIFSIGNALED(status) && WTERMSIG(status) == SIGSEGV);
        }
    }

    void moveLeavesNothingBehind()
    {
        SecretBytes first = SecretBytes::copyOf(Bytes{1, 2, 3});
        const std::uint8_t* memory = first.data();
        SecretBytes second = std::move(first);
        QCOMPARE(second.data(), memory);
        QVERIFY(first.empty()); // NOLINT(bugprone-use-after-move): that is the point
        QVERIFY(first.data() == nullptr);

        SecretBytes third(5);
        third = std::move(second);
        QCOMPARE(toBytes(third.view()), (Bytes{1, 2, 3}));
        SecretBytes& same = third;
        third = std::move(same);
        QCOMPARE(toBytes(third.view()), (Bytes{1, 2, 3}));
    }

    void cloneIsItsOwnMemory()
    {
        SecretBytes first = SecretBytes::copyOf(Bytes{1, 2, 3});
        SecretBytes second = first.clone();
        second.data()[0] = 9;
        QCOMPARE(toBytes(first.view()), (Bytes{1, 2, 3}));
        QCOMPARE(toBytes(second.view()), (Bytes{9, 2, 3}));
    }

    void manyAndLarge()
    {
        const SecretBytes large = SecretBytes::copyOf(Bytes(3'000'000, 0x11));
        QVERIFY(large.view()[2'999'999] == 0x11);
        std::vector<SecretBytes> many;
        for (std::uint8_t i = 0; i < 200; ++i) {
            many.push_back(SecretBytes::copyOf(Bytes(32, i)));
        }
        for (std::uint8_t i = 0; i < 200; ++i) {
            QCOMPARE(toBytes(many[i].view()), Bytes(32, i));
        }
    }
};

QTEST_APPLESS_MAIN(TestSecretBytes)
#include "tst_secret_bytes.moc"
