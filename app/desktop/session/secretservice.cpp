// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/secretservice.h"

#include "signing/key_pipe.h"

#include <QCoreApplication>
#include <QCoroProcess>
#include <QFileInfo>
#include <QProcess>

#include <array>
#include <fcntl.h>
#include <unistd.h>

namespace autochain::desktop
{
namespace
{
// Exit codes of autochain-keyring.
constexpr int kDone = 0;
constexpr int kNoSuchKey = 11;
constexpr int kSaidNo = 12;

QString findProgram()
{
    const QString name = QStringLiteral("autochain-keyring");
    const QString here = QCoreApplication::applicationDirPath();
    const QString beside = here + QLatin1Char('/') + name;
    return QFileInfo(beside).isExecutable() ? beside : here + QStringLiteral("/../libexec/autochain/") + name;
}

struct Pipe {
    std::array<int, 2> ends{-1, -1};
    Pipe() { [[maybe_unused]] const int made = pipe2(ends.data(), O_CLOEXEC); }
    ~Pipe()
    {
        for (const int end : ends) {
            if (end >= 0) {
                close(end);
            }
        }
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
};
} // namespace

SecretService::SecretService(QString program) : m_program(program.isEmpty() ? findProgram() : std::move(program)) {}

SecretService::~SecretService()
{
    if (m_process) {
        m_process->kill();
        m_process->waitForFinished(1'000);
    }
}

void SecretService::cancel()
{
    if (m_process) {
        m_cancelled = true;
        m_process->kill();
    }
}

QCoro::Task<SlotState> SecretService::run(QString verb, QString name, int descriptor)
{
    m_cancelled = false;
    m_process = std::make_unique<QProcess>();
    m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process->setChildProcessModifier([descriptor] { fcntl(descriptor, F_SETFD, 0); });
    m_process->start(m_program, {verb, name, QString::number(descriptor)});
    const bool ended = co_await qCoro(*m_process).waitForFinished(std::chrono::milliseconds(kPatienceMs));
    const bool crashed = !ended || m_process->exitStatus() != QProcess::NormalExit;
    const int code = crashed ? -1 : m_process->exitCode();
    const bool started = m_process->error() != QProcess::FailedToStart;
    if (!ended) {
        m_process->kill();
        m_process->waitForFinished(1'000);
    }
    m_process.reset();
    if (m_cancelled) {
        co_return SlotState::Given;
    }
    if (!ended && started) {
        co_return SlotState::Slow;
    }
    co_return code == kDone ? SlotState::Here
    : code == kNoSuchKey    ? SlotState::Wiped
    : code == kSaidNo       ? SlotState::Refused
                            : SlotState::Gone;
}

QCoro::Task<SecretService::Answer> SecretService::fetch(QString name)
{
    const Pipe pipe;
    Answer answer;
    const QString verb = QStringLiteral("fetch");
    answer.state = co_await run(verb, name, pipe.ends[1]);
    if (answer.state == SlotState::Here) {
        answer.key = wire::readKey(pipe.ends[0], 0, 0);
        answer.state = answer.key ? SlotState::Here : SlotState::Wiped;
    }
    co_return answer;
}

QCoro::Task<SlotState> SecretService::keep(QString name, const SecretBytes& key32)
{
    const Pipe pipe;
    if (!wire::writeKey(pipe.ends[1], 0, key32)) {
        co_return SlotState::Gone;
    }
    const QString verb = QStringLiteral("keep");
    co_return co_await run(verb, name, pipe.ends[0]);
}

QCoro::Task<SlotState> SecretService::forget(QString name)
{
    const Pipe pipe;
    const QString verb = QStringLiteral("forget");
    co_return co_await run(verb, name, pipe.ends[0]);
}

} // namespace autochain::desktop
