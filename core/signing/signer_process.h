// SPDX-License-Identifier: GPL-3.0-or-later
// The client side of the signer: starts autochain-signer as a child process and talks to it over its stdin and stdout.
#pragma once

#ifndef Q_MOC_RUN // Qt 6.4's moc stumbles over the <concepts> these bring along and needs none of them
#include "base/secret_bytes.h"
#include "signing/protocol.h"
#include "signing/section_key_port.h"
#include "signing/signer_port.h"
#endif

#include <QObject>
#include <QString>

#include <memory>
#include <optional>

class QProcess;

namespace autochain
{

struct SignerOptions {
    QString program;     // empty: findSignerProgram()
    QString home;        // folder of keys and of what the signer keeps itself; made when missing
    QString networkFile; // core/chain/network_file.h
    bool console = false;
    bool yes = false;   // console only: signs what it could decode without the question
    int secretFd = -1;  // console only: an import reads key or words from here instead of the terminal
    int wordsFd = -1;   // console only: a new account's words are written here instead of the terminal
    QString theme;      // "dark", "light"; empty: as the system says
    double scale = 1.0; // 1.0 to 3.0
    // Handed over through a pipe at every start: the well-known one of the practice market, or what a program without
    // a person before it was given. People type theirs in the signer.
    std::optional<SecretBytes> passphrase;
};

// autochain-signer beside the running program, else in ../libexec/autochain, else by PATH. Empty: not found.
QString findSignerProgram();

// Requests go out in order and are answered one after another; lock() does not wait behind a question that is open, it
// answers that question with Locked. Every call may fail with SignerGone: the process then starts again with the next
// call. Must live as long as the tasks it gave out. Single thread, needs an event loop.
class SignerProcess final : public QObject, public SignerPort, public SectionKeyPort
{
    Q_OBJECT

public:
    explicit SignerProcess(SignerOptions options, QObject* parent = nullptr);
    ~SignerProcess() override; // asks the signer to end, waits shortly, then kills it

    // Starts the process where it is not running and exchanges hello. SignerGone, BadMessage (other version).
    QCoro::Task<Result<>> start();
    // Ends the process, whatever it asks, and starts it anew.
    QCoro::Task<Result<>> restart();

    QCoro::Task<Result<SignerStatus>> status() override;
    QCoro::Task<Result<Bytes>> signTransaction(Address account, Transaction transaction, SigningHints hints) override;
    QCoro::Task<Result<Bytes>> signTypedData(Address account, std::string typedDataJson, SigningHints hints) override;
    QCoro::Task<Result<>> lock() override;
    QCoro::Task<Result<PublicKey>> publicKey(Address account) override;
    QCoro::Task<Result<std::vector<std::optional<SecretBytes>>>> openSections(Address account, Hash32 vehicleId,
                                                                              std::vector<privacy::LockedKey> sections,
                                                                              SigningHints hints) override;

    // Opens the vault: by `slotKey` where the Secret Service had it, else the signer asks for the passphrase in its own
    // window or console, telling what `slot` says. Declined, WrongPassphrase, UnknownAccount.
    QCoro::Task<Result<>> unlock(std::optional<Address> account = {}, SlotState slot = SlotState::NotAsked,
                                 std::optional<SecretBytes> slotKey = {});
    struct KeyWanted {
        wire::KeyPurpose purpose = wire::KeyPurpose::Database;
        QString oldStoreKey; // a store.key of an earlier version: its key is taken over into the vault
        SlotState slot = SlotState::NotAsked;
        std::optional<SecretBytes> slotKey;
        bool quiet = false; // Locked instead of asking a person
    };
    // The key of this computer's records; opens the vault first, or makes one (a passphrase is then chosen). 32 bytes,
    // which came over a pipe of their own.
    QCoro::Task<Result<SecretBytes>> storeKey(KeyWanted wanted);
    // The signer asks for the old passphrase and twice for the new one.
    QCoro::Task<Result<>> changePassphrase();
    struct Slot {
        std::string name;
        SecretBytes key; // 32 bytes for the Secret Service
    };
    // Lets the vault open by a key the desktop keeps. The signer asks for the passphrase first. What was kept before
    // opens nothing any more.
    QCoro::Task<Result<Slot>> keepSlot();
    QCoro::Task<Result<>> dropSlot();
    struct WordsTested {
        int covered = 0;       // of the vault's accounts, how many come from the words that were typed
        int ofWords = 0;       // accounts that come from words at all
        int imported = 0;      // accounts that no words bring back
        SecretBytes backupKey; // 32 bytes, made of the words that were typed
    };
    // The words are typed in the signer, which tells what they bring back. The vault stays as it is, open or locked.
    // Declined, BadSecret ("words": not 24 words of the list in an order that fits).
    QCoro::Task<Result<WordsTested>> testWords();
    // Seconds without use until the keys are wiped, wire::kMinLockAfter to kMaxLockAfter. Raising it needs the vault
    // open, so the signer may ask.
    QCoro::Task<Result<>> setLockAfter(int seconds);
    // Closes the question that is open, as if the person had declined it. Nothing is locked.
    QCoro::Task<Result<>> cancel();
    // The next account of the vault's words, m/44'/60'/0'/0/i. Without words yet: 24 new ones (BIP-39), which the
    // signer shows and asks some of them back.
    QCoro::Task<Result<SignerAccount>> createAccount(std::string name);
    // Takes the key of a Web3 Secret Storage v3 file into the vault; the signer asks the file's passphrase.
    // AccountExists, BadSecret.
    QCoro::Task<Result<SignerAccount>> importKeystore(std::string name, QString file);
    // The secret is typed in the signer. AccountExists, BadSecret, Declined.
    QCoro::Task<Result<SignerAccount>> importPrivateKey(std::string name);
    // 12 to 24 words in any of the twelve languages. `extra`: on the console a passphrase of their own is asked for
    // too; the window offers that anyway.
    QCoro::Task<Result<SignerAccount>> restoreWords(std::string name, bool extra = false);
    // Addresses of the vault's words (of the first ones, or those the account `of` comes from) at up to 64 paths, in
    // order. Opens the vault first. BadSecret where it has no words.
    QCoro::Task<Result<std::vector<Address>>> addresses(std::vector<HdPath> paths, std::optional<Address> of = {});
    // An account of these words at `path`; without one the first free m/44'/60'/0'/0/i. AccountExists, BadSecret.
    QCoro::Task<Result<SignerAccount>> addAccount(std::string name, std::optional<HdPath> path = {},
                                                  std::optional<Address> of = {});
    // Writes a Web3 Secret Storage v3 file to an absolute path, never over another file. The signer asks for the
    // vault's passphrase and for a new one of the file. BadSecret, Declined.
    QCoro::Task<Result<>> exportKey(Address account, QString file);
    // The words are typed in the signer, then a new passphrase is chosen; the vault is open afterwards. BadSecret where
    // they are not this vault's.
    QCoro::Task<Result<>> recover(bool extra = false);
    QCoro::Task<Result<>> changeName(Address account, std::string name); // the person's own label

    bool isRunning() const;
    qint64 processId() const; // 0: not running

signals:
    void gone(); // the process ended without being asked to

private:
    struct Private;
    // `key` goes ahead of the request; `keyBack`, where given, is filled with the key that came with the answer.
    QCoro::Task<Result<QJsonObject>> ask(wire::Request request, const SecretBytes* key = nullptr,
                                         SecretBytes* keyBack = nullptr);
    QCoro::Task<Result<QJsonObject>> send(wire::Request request, const SecretBytes* key = nullptr,
                                          SecretBytes* keyBack = nullptr);
    // As ask(); the keys that come with the answer are left in the pipe for nextKey(). `id`: of the request.
    QCoro::Task<Result<QJsonObject>> askForKeys(wire::Request request, std::int64_t& id);
    std::optional<SecretBytes> nextKey(std::int64_t id);
    void closeKeyPipes();
    QCoro::Task<Result<SignerAccount>> import(wire::Request request);
    void launch();
    void readAnswers();
    void failAll(const Error& error);

    std::unique_ptr<Private> d;
};

} // namespace autochain
