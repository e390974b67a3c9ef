// SPDX-License-Identifier: GPL-3.0-or-later
// autochain-keyring fetch|keep|forget NAME FD: one question to the desktop's Secret Service. The key goes through the
// descriptor (core/signing/key_pipe.h), never by argument, environment or output. Exit codes: 0 done, 10 no service,
// 11 no such key, 12 the service is locked or said no, 2 wrong usage.
#include "signing/key_pipe.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusReply>

#include <csignal>
#include <qt6keychain/keychain.h>
#include <sys/prctl.h>
#include <sys/resource.h>

using namespace autochain;

namespace
{

constexpr int kDone = 0;
constexpr int kUsage = 2;
constexpr int kNoService = 10;
constexpr int kNoSuchKey = 11;
constexpr int kSaidNo = 12;
constexpr int kKeyWaitMs = 500;
const auto kFolder = QStringLiteral("autochain");

int codeOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::NoError:
        return kDone;
    case QKeychain::EntryNotFound:
        return kNoSuchKey;
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return kSaidNo;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return kNoService;
    default:
        return kSaidNo;
    }
}

// Runs the job to its end; what it asks for lies with the bus meanwhile.
int finish(QKeychain::Job& job, const QString& name)
{
    job.setAutoDelete(false);
    job.setKey(name);
    job.setInsecureFallback(false);
    QEventLoop loop;
    QObject::connect(&job, &QKeychain::Job::finished, &loop, &QEventLoop::quit);
    job.start();
    loop.exec();
    return codeOf(job.error());
}

int fetch(const QString& name, int descriptor)
{
    QKeychain::ReadPasswordJob job(kFolder);
    const int code = finish(job, name);
    if (code != kDone) {
        return code;
    }
    const QByteArray bytes = job.binaryData();
    const SecretBytes key = SecretBytes::copyOf(asBytes({bytes.constData(), static_cast<std::size_t>(bytes.size())}));
    return wire::writeKey(descriptor, 0, key) ? kDone : kNoSuchKey;
}

int keep(const QString& name, int descriptor)
{
    const auto key = wire::readKey(descriptor, 0, kKeyWaitMs);
    if (!key) {
        return kUsage;
    }
    const QByteArray bytes(reinterpret_cast<const char*>(key->data()), static_cast<qsizetype>(key->size()));
    QKeychain::WritePasswordJob write(kFolder);
    write.setBinaryData(bytes);
    const int written = finish(write, name);
    if (written != kDone) {
        return written;
    }
    QKeychain::ReadPasswordJob back(kFolder);
    const int read = finish(back, name);
    return read == kDone && back.binaryData() != bytes ? kSaidNo : read;
}

int forget(const QString& name)
{
    QKeychain::DeletePasswordJob job(kFolder);
    return finish(job, name);
}

bool isServiceThere()
{
    const QString service = QStringLiteral("org.freedesktop.secrets");
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        return false;
    }
    return bus.interface()->isServiceRegistered(service).value() || bus.interface()->startService(service).isValid();
}

} // namespace

int main(int argc, char** argv)
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    prctl(PR_SET_PDEATHSIG, SIGTERM, 0, 0, 0);
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4) {
        return kUsage;
    }
    const int descriptor = arguments[3].toInt();
    if (!isServiceThere()) {
        return kNoService;
    }
    return arguments[1] == QLatin1String("fetch")    ? fetch(arguments[2], descriptor)
           : arguments[1] == QLatin1String("keep")   ? keep(arguments[2], descriptor)
           : arguments[1] == QLatin1String("forget") ? forget(arguments[2])
                                                     : kUsage;
}
