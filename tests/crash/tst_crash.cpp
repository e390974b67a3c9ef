// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9, a full disk and I/O errors at every writing call of everything a person does with the store.
#include "child.h"
#include "folder.h"
#include "scenarios.h"
#include "store/error.h"

#include <QtTest>

#include <fcntl.h>
#include <filesystem>
#include <unistd.h>

using namespace autochain;
using namespace autochain::crash;

namespace
{
namespace fs = std::filesystem;
constexpr long kMostCalls = 5'000; // a scenario that never comes to its end

// The scenario's folder as prepared, and a fresh copy of it for every run.
class Stage
{
public:
    explicit Stage(const Scenario& scenario) : m_scenario(scenario), m_base(m_folder.path() + "/base")
    {
        fs::create_directories(m_base);
        const auto prepared = scenario.prepare(m_base);
        if (!prepared.ok()) {
            throw std::runtime_error("cannot prepare: " + prepared.error().detail);
        }
    }
    std::string fresh()
    {
        const std::string out = m_folder.path() + "/run";
        fs::remove_all(out);
        fs::copy(m_base, out, fs::copy_options::recursive);
        return out;
    }

private:
    const Scenario& m_scenario;
    Folder m_folder;
    std::string m_base;
};

struct Played {
    Ending ending;
    Acknowledged done;
    std::vector<int> errors; // codes the steps gave
    std::vector<std::string> wrong;
    long calls = 0;
};

// "+ step": acknowledged; "e code step detail": failed; "! …": failed again without faults; "n calls".
Played play(const Scenario& scenario, const std::string& folder, long at, FaultAction action)
{
    const auto work = [&](const Say& say) {
        const Runner run = [&](const std::string& name, const Step& step) -> Result<> {
            Result<> done = step();
            if (!done.ok()) {
                const bool ours = done.error().domain == Domain::Store;
                say("e " + std::to_string(ours ? done.error().code : -1) + " " + name + ": " + done.error().detail);
                faultsDisarm(); // there is room again, the disk answers again: the same step goes through
                done = step();
            }
            say(done.ok() ? "+ " + name : "! " + name + " again: " + done.error().detail);
            return done;
        };
        const bool came = scenario.play(folder, run).ok();
        say("n " + std::to_string(faultsSeen()));
        return came ? 0 : 1;
    };
    Played out;
    out.ending = inChild(folder, at, action, -1, work);
    for (const std::string& line : out.ending.lines) {
        const std::string rest = line.substr(2);
        if (line.front() == '+') {
            out.done.insert(rest);
        } else if (line.front() == 'e') {
            out.errors.push_back(std::stoi(rest));
            out.wrong.push_back(line);
        } else if (line.front() == 'n') {
            out.calls = std::stol(rest);
        } else {
            out.wrong.push_back(line);
        }
    }
    return out;
}

bool has(const Played& played, char mark)
{
    return std::any_of(played.wrong.begin(), played.wrong.end(),
                       [=](const std::string& line) { return line.front() == mark; });
}

std::string words(const Played& played)
{
    std::string out;
    for (const std::string& line : played.wrong) {
        out += line + "; ";
    }
    return out;
}
} // namespace

class TestCrash : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(QFileInfo(Folder::root()).isWritable()); }

    // The faults themselves: each does what it says, only below the folder, and only while armed.
    void faultsWork()
    {
        Folder folder;
        const auto attempt = [&](long at, FaultAction action) {
            return inChild(folder.path(), at, action, -1, [&](const Say& say) {
                const std::string path = folder.path() + "/x";
                const int file = ::open(path.c_str(), O_CREAT | O_RDWR, 0600); // 1
                if (file < 0) {
                    return errno;
                }
                const ssize_t wrote = ::write(file, "12345678", 8); // 2
                const int failed = wrote < 0 ? errno : 0;
                const int synced = ::fsync(file) == 0 ? 0 : errno; // 3
                say(std::to_string(wrote) + " " + std::to_string(failed) + " " + std::to_string(synced));
                ::close(file);
                ::unlink(path.c_str()); // 4
                say(std::to_string(faultsSeen()));
                return 0;
            });
        };
        QCOMPARE(attempt(0, FaultCount).lines, (std::vector<std::string>{"8 0 0", "4"}));
        QCOMPARE(attempt(2, FaultShort).lines.front(), std::string("4 0 0"));
        QCOMPARE(attempt(2, FaultFull).lines.front(), "-1 " + std::to_string(ENOSPC) + " 0");
        QCOMPARE(attempt(1, FaultFull).exitCode, ENOSPC);
        QCOMPARE(attempt(3, FaultIo).lines.front(), "8 0 " + std::to_string(EIO));
        const Ending killed = attempt(3, FaultKill);
        QVERIFY(killed.killed && killed.lines.empty());
        QCOMPARE(QFileInfo(QString::fromStdString(folder.path() + "/x")).size(), qint64(8));
    }

    void everyCall_data()
    {
        QTest::addColumn<int>("scenario");
        const auto all = allScenarios();
        for (std::size_t i = 0; i < all.size(); ++i) {
            QTest::newRow(all[i].name) << static_cast<int>(i);
        }
    }
    void everyCall()
    {
        QFETCH(int, scenario);
        const Scenario chosen = allScenarios().at(static_cast<std::size_t>(scenario));
        Stage stage(chosen);
        const std::string clean = stage.fresh();
        const Played whole = play(chosen, clean, 0, FaultCount);
        QVERIFY2(whole.ending.exitCode == 0 && whole.wrong.empty(), words(whole).c_str());
        QVERIFY(whole.calls > 0);
        const std::string wrong = chosen.verify(clean, whole.done);
        QVERIFY2(wrong.empty(), wrong.c_str());

        for (const FaultAction action : {FaultKill, FaultFull, FaultIo, FaultShort}) {
            long at = 1;
            int told = 0;
            for (bool reached = true; reached && at < kMostCalls; ++at) {
                const std::string folder = stage.fresh();
                const Played played = play(chosen, folder, at, action);
                const std::string where =
                    "action " + std::to_string(action) + " at call " + std::to_string(at) + ": " + words(played);
                if (action == FaultKill) {
                    reached = played.ending.killed;
                    QVERIFY2(reached || played.ending.exitCode == 0, where.c_str());
                } else {
                    reached = played.calls >= at || has(played, 'e');
                    QVERIFY2(played.ending.exitCode == 0 && !has(played, '!'), where.c_str());
                    for (const int code : played.errors) {
                        const StoreError expected = action == FaultFull ? StoreError::DiskFull : StoreError::IoError;
                        QVERIFY2(action != FaultShort && code == static_cast<int>(expected), where.c_str());
                        ++told;
                    }
                }
                const std::string found = chosen.verify(folder, played.done);
                QVERIFY2(found.empty(), (where + " -> " + found).c_str());
            }
            QVERIFY(at < kMostCalls);
            QVERIFY2(action == FaultKill || action == FaultShort || told > 0, "no fault was ever told");
            if (action == FaultKill) {
                m_swept += at - 2;
            }
            m_runs += at - 1;
        }
    }

    void cleanupTestCase() { qInfo("%ld writing calls killed at; %ld runs with a fault", m_swept, m_runs); }

private:
    long m_swept = 0;
    long m_runs = 0;
};

QTEST_GUILESS_MAIN(TestCrash)
#include "tst_crash.moc"
