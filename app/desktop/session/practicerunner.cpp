// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/practicerunner.h"

#include "practice/anvil_process.h"
#include "practice/car_catalog.h"
#include "practice/people.h"

#include <QDir>
#include <QFileInfo>

#include <array>

namespace autochain::desktop
{
namespace
{
std::unique_ptr<practice::PracticeMarket> marketIn(const QString& folder, bool detached)
{
    practice::PracticeOptions options;
    options.folder = folder.toStdString();
    options.detached = detached;
    return std::make_unique<practice::PracticeMarket>(std::move(options));
}
} // namespace

PracticeRunner::PracticeRunner(QString folder, QObject* parent)
    : QObject(parent), m_folder(std::move(folder)), m_market(marketIn(m_folder, false))
{
}

PracticeRunner::~PracticeRunner() = default;

QStringList PracticeRunner::stepNames()
{
    return {
        tr("Start a chain on this computer"), tr("Give the people their keys"), tr("Put the contracts on the chain"),
        tr("Tell the cars' histories"),       tr("Check everything"),           tr("Open your records")};
}

int PracticeRunner::carCount()
{
    const auto cars = practice::readCatalog();
    return cars.ok() ? static_cast<int>(cars->size()) : 0;
}

SecretBytes PracticeRunner::passphrase()
{
    return SecretBytes::copyOf(asBytes(practice::kPracticePassphrase));
}

bool PracticeRunner::isForPlaying(const PracticePerson& person)
{
    static constexpr std::array<std::string_view, 5> kRoles = {"buyer", "seller", "appraiser", "substitute", "dealer"};
    return std::find(kRoles.begin(), kRoles.end(), person.role) != kRoles.end();
}

std::int64_t PracticeRunner::clockAhead(const QString& networkFile)
{
    const practice::PracticeFiles files(QFileInfo(networkFile).absolutePath().toStdString());
    const auto record = files.record();
    return record.ok() ? record->clockOffset : 0;
}

QCoro::Task<Result<>> PracticeRunner::open()
{
    m_opening = true;
    const practice::ReportProgress report = [this](const practice::PracticeProgress& progress) {
        const double part =
            progress.total == 0 ? 0.0 : static_cast<double>(progress.done) / static_cast<double>(progress.total);
        emit stepReached(static_cast<int>(progress.stage), part);
    };
    const Result<NetworkFile> network = co_await m_market->create(report);
    m_opening = false;
    if (!network.ok()) {
        co_return network.error();
    }
    emit stepReached(static_cast<int>(practice::PracticeProgress::Stage::Check) + 1, 0.0);
    co_return Unit{};
}

QString PracticeRunner::networkFile() const
{
    return QString::fromStdString(m_market->networkFilePath());
}

void PracticeRunner::cancel()
{
    // Without its node the making ends with an error at its next question.
    if (const auto node = m_market->files().node();
        m_opening && node && practice::isAlive(*node, m_market->files().folder())) {
        practice::endAnvil(*node, m_market->files().folder(), true);
    }
}

QCoro::Task<Result<bool>> PracticeRunner::revive(QString networkFile)
{
    const practice::PracticeFiles& files = m_market->files();
    const auto node = files.node();
    const bool dead = !node || !practice::isAlive(*node, files.folder());
    const bool own = QFileInfo(networkFile) == QFileInfo(this->networkFile());
    if (!own || !dead || m_opening || !files.isCreated()) {
        co_return false;
    }
    m_opening = true;
    const Result<NetworkFile> network = co_await m_market->start();
    m_opening = false;
    if (!network.ok()) {
        co_return network.error();
    }
    co_return true;
}

QCoro::Task<Result<>> PracticeRunner::erase()
{
    AC_CO_CHECK(co_await m_market->reset());
    QDir(m_folder).removeRecursively(); // the people's own records of it
    co_return Unit{};
}

void PracticeRunner::follow(const QString& networkFile)
{
    const QString folder = QFileInfo(networkFile).absolutePath();
    const bool own = QDir(folder) == QDir(m_folder);
    m_other = own ? nullptr : marketIn(folder, true);
}

QCoro::Task<Result<>> PracticeRunner::push(std::int64_t seconds)
{
    practice::PracticeMarket& market = m_other ? *m_other : *m_market;
    AC_CO_TRY(const UnixTime now, co_await market.pushClock(seconds));
    Q_UNUSED(now)
    co_return Unit{};
}

} // namespace autochain::desktop
