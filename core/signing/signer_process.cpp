// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/signer_process.h"

#include "base/hex.h"
#include "codec/json.h"
#include "signing/key_pipe.h"

#include <QCoreApplication>
#include <QCoroFuture>
#include <QCoroSignal>
#include <QFileInfo>
#include <QProcess>
#include <QPromise>
#include <QStandardPaths>

#include <map>

#include <fcntl.h>
#include <unistd.h>

namespace autochain
{

namespace
{

using Reply = Result<QJsonObject>;

Error goneBecause(const QString& why)
{
    return Error(SigningError::SignerGone, {}, why.toStdString());
}

Error badMessage(const char* what)
{
    return Error(SigningError::BadMessage, {}, what);
}

// The reading end of a pipe that holds the passphrase and its end of line; -1 where the system has no pipe left.
// A passphrase is far below the 64 KiB a pipe takes without a reader.
int pipeHolding(const SecretBytes& secret)
{
    std::array<int, 2> ends{-1, -1};
    if (secret.size() > 1024 || pipe2(ends.data(), O_CLOEXEC) != 0) {
        return -1;
    }
    const bool written = write(ends[1], secret.data(), secret.size()) == static_cast<ssize_t>(secret.size()) &&
                         write(ends[1], "\n", 1) == 1;
    close(ends[1]);
    if (!written) {
        close(ends[0]);
        return -1;
    }
    return ends[0];
}

} // namespace

struct SignerProcess::Private {
    SignerOptions options;
    std::unique_ptr<QProcess> process;
    wire::FrameReader reader;
    std::map<std::int64_t, std::shared_ptr<QPromise<std::shared_ptr<Reply>>>> waiting;
    std::int64_t nextId = 1;
    bool greeted = false;
    int keysIn = -1;  // keys from the signer
    int slotOut = -1; // slot keys to the signer
};

QString findSignerProgram()
{
    const QString name = QStringLiteral("autochain-signer");
    const QString here = QCoreApplication::applicationDirPath();
    const QStringList candidates{here + QLatin1Char('/') + name,
                                 here + QStringLiteral("/../libexec/autochain/") + name};
    for (const QString& candidate : candidates) {
        if (QFileInfo(candidate).isExecutable()) {
            return QFileInfo(candidate).canonicalFilePath();
        }
    }
    return QStandardPaths::findExecutable(name);
}

SignerProcess::SignerProcess(SignerOptions options, QObject* parent) : QObject(parent), d(std::make_unique<Private>())
{
    d->options = std::move(options);
}

SignerProcess::~SignerProcess()
{
    if (!d->process) {
        return;
    }
    d->process->disconnect(this);
    d->process->closeWriteChannel(); // the signer ends when its input does
    if (!d->process->waitForFinished(1000)) {
        d->process->kill();
        d->process->waitForFinished(1000);
    }
    closeKeyPipes();
    failAll(goneBecause(QStringLiteral("closed")));
}

void SignerProcess::closeKeyPipes()
{
    for (int* const end : {&d->keysIn, &d->slotOut}) {
        if (*end >= 0) {
            close(*end);
            *end = -1;
        }
    }
}

bool SignerProcess::isRunning() const
{
    return d->process && d->process->state() == QProcess::Running;
}

qint64 SignerProcess::processId() const
{
    return d->process ? d->process->processId() : 0;
}

void SignerProcess::launch()
{
    const auto& o = d->options;
    QStringList arguments{QStringLiteral("--home"),    o.home,
                          QStringLiteral("--network"), o.networkFile,
                          QStringLiteral("--scale"),   QString::number(o.scale)};
    if (o.console) {
        arguments << QStringLiteral("--console");
    }
    if (o.yes) {
        arguments << QStringLiteral("--yes");
    }
    if (!o.theme.isEmpty()) {
        arguments << QStringLiteral("--theme") << o.theme;
    }
    closeKeyPipes();
    std::array<int, 2> keys{-1, -1};
    std::array<int, 2> slotEnds{-1, -1};
    if (pipe2(keys.data(), O_CLOEXEC) == 0 && pipe2(slotEnds.data(), O_CLOEXEC) == 0) {
        d->keysIn = keys[0];
        d->slotOut = slotEnds[1];
    }
    const int pipeEnd = o.passphrase ? pipeHolding(*o.passphrase) : -1;
    std::vector<int> inherited;
    const auto pass = [&](const char* option, int descriptor) {
        if (descriptor >= 0) {
            arguments << QLatin1String(option) << QString::number(descriptor);
            inherited.push_back(descriptor);
        }
    };
    pass("--passphrase-fd", pipeEnd);
    pass("--secret-fd", o.secretFd);
    pass("--words-fd", o.wordsFd);
    pass("--key-fd", keys[1]);
    pass("--slot-fd", slotEnds[0]);

    d->process = std::make_unique<QProcess>();
    d->reader = {};
    d->greeted = false;
    auto* process = d->process.get();
    process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process->setChildProcessModifier([inherited] {
        for (const int descriptor : inherited) {
            fcntl(descriptor, F_SETFD, 0); // async-signal-safe; the descriptors are close-on-exec in this process
        }
    });
    connect(process, &QProcess::readyReadStandardOutput, this, &SignerProcess::readAnswers);
    connect(process, &QProcess::finished, this, [this] {
        failAll(goneBecause(QStringLiteral("the process ended")));
        emit gone();
    });
    connect(process, &QProcess::errorOccurred, this, [this, process](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            failAll(goneBecause(process->errorString()));
        }
    });
    process->start(o.program.isEmpty() ? findSignerProgram() : o.program, arguments);
    process->waitForStarted(5000); // the fork has happened; a local exec, no I/O on anybody's answer
    for (const int end : {pipeEnd, keys[1], slotEnds[0]}) {
        if (end >= 0) {
            close(end);
        }
    }
}

void SignerProcess::readAnswers()
{
    const QByteArray bytes = d->process->readAllStandardOutput();
    d->reader.feed({reinterpret_cast<const std::uint8_t*>(bytes.constData()), static_cast<std::size_t>(bytes.size())});
    for (;;) {
        auto next = d->reader.next();
        if (next.ok() && !*next) {
            return;
        }
        auto answer = next.ok() ? wire::decodeAnswer(**next) : Result<wire::Answer>(next.error());
        if (!answer.ok()) {
            d->process->kill(); // what else it says cannot be trusted to belong to any question
            failAll(answer.error());
            return;
        }
        const auto found = d->waiting.find(answer->id);
        if (found == d->waiting.end()) {
            continue;
        }
        auto promise = std::move(found->second);
        d->waiting.erase(found);
        promise->addResult(answer->error ? std::make_shared<Reply>(*answer->error)
                                         : std::make_shared<Reply>(answer->result));
        promise->finish();
    }
}

void SignerProcess::failAll(const Error& error)
{
    auto waiting = std::move(d->waiting);
    d->waiting.clear();
    for (auto& [id, promise] : waiting) {
        promise->addResult(std::make_shared<Reply>(error));
        promise->finish();
    }
}

QCoro::Task<Result<QJsonObject>> SignerProcess::send(wire::Request request, const SecretBytes* key,
                                                     SecretBytes* keyBack)
{
    request.id = d->nextId++;
    const std::int64_t id = request.id;
    if (key != nullptr && !wire::writeKey(d->slotOut, id, *key)) {
        co_return badMessage("no pipe for keys");
    }
    const auto text = wire::encodeRequest(request);
    if (text.size() > wire::kMaxFrame) {
        co_return badMessage("larger than a frame");
    }
    auto promise = std::make_shared<QPromise<std::shared_ptr<Reply>>>();
    promise->start();
    auto future = promise->future();
    d->waiting.emplace(request.id, std::move(promise));
    const Bytes bytes = wire::frame(text);
    d->process->write(reinterpret_cast<const char*>(bytes.data()), static_cast<qint64>(bytes.size()));
    const std::shared_ptr<Reply> reply = co_await future;
    if (keyBack != nullptr && reply->ok()) {
        auto came = wire::readKey(d->keysIn, id, 0); // written before the answer was
        if (!came) {
            co_return badMessage("no key came with the answer");
        }
        *keyBack = std::move(*came);
    }
    co_return *reply;
}

QCoro::Task<Result<>> SignerProcess::start()
{
    if (d->process && d->process->state() != QProcess::NotRunning) {
        co_return Unit();
    }
    launch();
    if (d->process->state() == QProcess::NotRunning) {
        co_return goneBecause(d->process->errorString());
    }
    wire::Request hello;
    hello.method = wire::Method::Hello;
    const auto answer = co_await send(hello);
    if (!answer.ok()) {
        co_return answer.error();
    }
    if (answer->value(QLatin1String("version")).toInt() != wire::kVersion) {
        d->process->kill();
        co_return badMessage("the signer speaks another version");
    }
    d->greeted = true;
    co_return Unit();
}

QCoro::Task<Result<>> SignerProcess::restart()
{
    if (d->process) {
        d->process->disconnect(this);
        d->process->kill();
        d->process->waitForFinished(2000);
        d->process.reset();
        failAll(goneBecause(QStringLiteral("restarted")));
    }
    co_return co_await start();
}

QCoro::Task<Result<QJsonObject>> SignerProcess::ask(wire::Request request, const SecretBytes* key, SecretBytes* keyBack)
{
    AC_CO_CHECK(co_await start());
    co_return co_await send(std::move(request), key, keyBack);
}

QCoro::Task<Result<QJsonObject>> SignerProcess::askForKeys(wire::Request request, std::int64_t& id)
{
    AC_CO_CHECK(co_await start());
    id = d->nextId; // send() takes this one before it waits for anything
    co_return co_await send(std::move(request));
}

std::optional<SecretBytes> SignerProcess::nextKey(std::int64_t id)
{
    return wire::readKey(d->keysIn, id, 0);
}

QCoro::Task<Result<SignerStatus>> SignerProcess::status()
{
    wire::Request request;
    request.method = wire::Method::Status;
    AC_CO_TRY(const auto result, co_await ask(std::move(request)));
    co_return wire::statusFromJson(result);
}

namespace
{

// Answers with signed bytes: {"<key>": "0x…"}.
Result<Bytes> bytesOf(const Result<QJsonObject>& answer, const char* key)
{
    if (!answer.ok()) {
        return answer.error();
    }
    auto bytes = json::hexData(*answer, key);
    if (!bytes.ok()) {
        return Error(SigningError::BadMessage, {}, key);
    }
    return bytes;
}

} // namespace

QCoro::Task<Result<Bytes>> SignerProcess::signTransaction(Address account, Transaction transaction, SigningHints hints)
{
    wire::Request request;
    request.method = wire::Method::SignTransaction;
    request.account = account;
    request.transaction = encodeUnsigned(transaction);
    request.hints = std::move(hints);
    const auto answer = co_await ask(std::move(request));
    auto raw = bytesOf(answer, "raw");
    if (raw.ok()) {
        // Whatever the signer did, only a signature over this very transaction by this account is passed on.
        const auto back = decodeSigned(*raw);
        if (!back.ok() || !(back->tx == transaction)) {
            co_return badMessage("signed something else");
        }
    }
    co_return raw;
}

QCoro::Task<Result<Bytes>> SignerProcess::signTypedData(Address account, std::string typedDataJson, SigningHints hints)
{
    wire::Request request;
    request.method = wire::Method::SignTypedData;
    request.account = account;
    request.typedDataJson = std::move(typedDataJson);
    request.hints = std::move(hints);
    const auto answer = co_await ask(std::move(request));
    auto signature = bytesOf(answer, "signature");
    if (signature.ok() && signature->size() != 65) {
        co_return badMessage("signature");
    }
    co_return signature;
}

QCoro::Task<Result<>> SignerProcess::lock()
{
    if (!isRunning()) {
        co_return Unit(); // no process, no key
    }
    wire::Request request;
    request.method = wire::Method::Lock;
    AC_CO_CHECK(co_await send(std::move(request)));
    co_return Unit();
}

QCoro::Task<Result<>> SignerProcess::unlock(std::optional<Address> account, SlotState slot,
                                            std::optional<SecretBytes> slotKey)
{
    wire::Request request;
    request.method = wire::Method::Unlock;
    request.account = account;
    request.slot = slot;
    AC_CO_CHECK(co_await ask(std::move(request), slotKey ? &*slotKey : nullptr));
    co_return Unit();
}

QCoro::Task<Result<SecretBytes>> SignerProcess::storeKey(KeyWanted wanted)
{
    wire::Request request;
    request.method = wire::Method::StoreKey;
    request.purpose = wanted.purpose;
    request.file = wanted.oldStoreKey.toStdString();
    request.slot = wanted.slot;
    request.quiet = wanted.quiet;
    SecretBytes key;
    AC_CO_CHECK(co_await ask(std::move(request), wanted.slotKey ? &*wanted.slotKey : nullptr, &key));
    co_return std::move(key);
}

QCoro::Task<Result<>> SignerProcess::changePassphrase()
{
    wire::Request request;
    request.method = wire::Method::ChangePassphrase;
    AC_CO_CHECK(co_await ask(std::move(request)));
    co_return Unit();
}

QCoro::Task<Result<SignerProcess::Slot>> SignerProcess::keepSlot()
{
    wire::Request request;
    request.method = wire::Method::KeepSlot;
    Slot slot;
    AC_CO_TRY(const auto result, co_await ask(std::move(request), nullptr, &slot.key));
    auto name = json::string(result, "name", 64);
    if (!name.ok()) {
        co_return badMessage("name");
    }
    slot.name = std::move(*name);
    co_return std::move(slot);
}

QCoro::Task<Result<>> SignerProcess::dropSlot()
{
    wire::Request request;
    request.method = wire::Method::DropSlot;
    AC_CO_CHECK(co_await ask(std::move(request)));
    co_return Unit();
}

namespace
{

// How many of something a vault has.
Result<int> countOf(const QJsonObject& answer, const char* key)
{
    const auto count = json::integer(answer, key);
    if (!count.ok() || *count < 0 || *count > 1000) {
        return badMessage(key);
    }
    return static_cast<int>(*count);
}

} // namespace

QCoro::Task<Result<SignerProcess::WordsTested>> SignerProcess::testWords()
{
    wire::Request request;
    request.method = wire::Method::TestWords;
    WordsTested out;
    AC_CO_TRY(const auto result, co_await ask(std::move(request), nullptr, &out.backupKey));
    AC_CO_TRY(out.covered, countOf(result, "covered"));
    AC_CO_TRY(out.ofWords, countOf(result, "ofWords"));
    AC_CO_TRY(out.imported, countOf(result, "imported"));
    co_return std::move(out);
}

QCoro::Task<Result<>> SignerProcess::setLockAfter(int seconds)
{
    wire::Request request;
    request.method = wire::Method::SetLockAfter;
    request.seconds = seconds;
    AC_CO_CHECK(co_await ask(std::move(request)));
    co_return Unit();
}

QCoro::Task<Result<>> SignerProcess::cancel()
{
    if (!isRunning()) {
        co_return Unit(); // no process, no question
    }
    wire::Request request;
    request.method = wire::Method::Cancel;
    AC_CO_CHECK(co_await send(std::move(request)));
    co_return Unit();
}

} // namespace autochain
