// SPDX-License-Identifier: GPL-3.0-or-later
// A home of its own for the real signer program, and what answers its console: for tests that ask it over its pipe.
#pragma once

#include "await.h"
#include "base/hex.h"
#include "contracts/generated/auc.h"
#include "crypto/address.h"
#include "crypto/keystore.h"
#include "signing/signer_process.h"
#include "signing_fixture.h"

#include <QFile>
#include <QTemporaryDir>

#include <array>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <unistd.h>

namespace autochain::testing
{

inline constexpr const char* kPassphrase = "practice makes perfect";
inline constexpr const char* kWords = "legal winner thank year wave sausage worth useful legal winner thank yellow\n";

inline SecretBytes secret(std::string_view text)
{
    return SecretBytes::copyOf(asBytes(text));
}

template <typename T>
Result<T> wait(QCoro::Task<Result<T>> task)
{
    return await(std::move(task));
}

inline Transaction transfer(std::uint64_t whole)
{
    return transaction(contracts::auc::transfer(network().contract("auc"), addressOf("Bob Keller"), auc(whole)));
}

// Whether the program would find a person to ask.
inline bool hasTerminal()
{
    const int tty = open("/dev/tty", O_RDWR | O_CLOEXEC);
    if (tty >= 0) {
        close(tty);
    }
    return tty >= 0;
}

inline Result<SecretBytes> storeKey(SignerProcess& signer, wire::KeyPurpose purpose = wire::KeyPurpose::Database)
{
    SignerProcess::KeyWanted wanted;
    wanted.purpose = purpose;
    return wait(signer.storeKey(std::move(wanted)));
}

class SignerHome
{
public:
    void begin()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        writeNetwork(network());
    }

    QString path(const char* below) const { return m_folder->filePath(QString::fromLatin1(below)); }

    bool writeNetwork(const NetworkFile& file) const
    {
        QFile out(path("network.json"));
        return out.open(QIODevice::WriteOnly) &&
               out.write(QByteArray::fromStdString(writeNetworkFile(file, m_folder->path().toStdString()))) > 0;
    }

    SignerOptions options(bool yes = true, const char* passphrase = kPassphrase) const
    {
        SignerOptions out;
        out.program = QStringLiteral(SIGNER_PROGRAM);
        out.home = path("home");
        out.networkFile = path("network.json");
        out.console = true;
        out.yes = yes;
        if (passphrase != nullptr) {
            out.passphrase = secret(passphrase);
        }
        return out;
    }

    // Answers, a line each.
    SignerOptions typing(const std::string& lines, const char* passphrase = kPassphrase) const
    {
        auto out = options(true, passphrase);
        std::array<int, 2> ends{-1, -1};
        if (pipe2(ends.data(), O_CLOEXEC) == 0 &&
            write(ends[1], lines.data(), lines.size()) == static_cast<ssize_t>(lines.size())) {
            close(ends[1]);
            out.secretFd = ends[0];
        }
        return out;
    }

    QString keystoreOf(const char* name) const
    {
        const QString file = m_folder->filePath(QString::fromLatin1(name) + QStringLiteral(".json"));
        QFile out(file);
        if (out.open(QIODevice::WriteOnly)) {
            out.write(QByteArray::fromStdString(*encryptKeystore(keyOf(name), secret(kPassphrase), {1 << 10, 8, 1})));
        }
        return file;
    }

    // Two accounts of new words and an imported one. Its words; empty where it was not made.
    std::string newWallet() const
    {
        std::array<int, 2> ends{-1, -1};
        if (pipe2(ends.data(), O_CLOEXEC) != 0) {
            return {};
        }
        auto o = options();
        o.wordsFd = ends[1];
        std::string words(512, '\0');
        {
            SignerProcess signer(std::move(o));
            if (!wait(signer.createAccount("Alice")).ok() || !wait(signer.createAccount("Savings")).ok() ||
                !wait(signer.importKeystore("Bob Keller", keystoreOf("Bob Keller"))).ok()) {
                return {};
            }
            words.resize(static_cast<std::size_t>(std::max<ssize_t>(0, read(ends[0], words.data(), words.size()))));
        }
        close(ends[0]);
        close(ends[1]);
        return words.substr(0, words.find('\n'));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace autochain::testing
