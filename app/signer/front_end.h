// SPDX-License-Identifier: GPL-3.0-or-later
// What the signer asks a person. Two implementations: windows and console.
#pragma once

#include "base/secret_bytes.h"
#include "signing/protocol.h"
#include "signing/statement.h"

#include <QCoroTask>
#include <QString>

namespace autochain::signer
{

struct Approval {
    signing::Statement statement;
    Bytes raw;   // what was decoded: calldata of a transaction, the document's text
    Hash32 hash; // what will be signed
};

struct PassphraseQuestion {
    enum class What {
        Vault,      // everything this person has on this computer
        OldAccount, // one key file of an earlier version
        KeyFile,    // a key file that is brought in
        OldRecords, // records of an earlier version, which had a passphrase of their own
        Change,     // the vault's, before a new one is chosen
        KeepSlot,   // the vault's, before the desktop is let to open it
        Export      // the vault's, before a key leaves it in a file
    };
    What what = What::Vault;
    SignerAccount account;                // of OldAccount, KeyFile and Export
    SlotState slot = SlotState::NotAsked; // why the desktop did not open it
    bool wrong = false;                   // the one before was
    int triesLeft = 0;
    int waitSeconds = 0; // no try is taken before these are over
};

struct WordsQuestion {
    enum class What {
        BringBack,     // accounts
        NewPassphrase, // which follows
        Test           // only held against the vault
    };
    What what = What::BringBack;
    bool extra = false; // the console asks for their own passphrase too (the window always offers it)
};

struct TypedWords {
    SecretBytes words;
    SecretBytes extra; // their own passphrase, BIP-39; empty: none
};

// One question is open at a time. Tasks end with the person's answer, or with dismiss().
class FrontEnd
{
public:
    virtual ~FrontEnd() = default;
    virtual QCoro::Task<bool> approve(Approval approval) = 0; // false: do not sign
    virtual void showRefusal(Error why) = 0;                  // does not wait for the person
    // Declined, or Locked where nobody can be asked (console without a terminal).
    virtual QCoro::Task<Result<SecretBytes>> askPassphrase(PassphraseQuestion question) = 0;
    virtual QCoro::Task<Result<SecretBytes>> newPassphrase(std::string networkName) = 0;
    // Of the file that is made out of this account's key.
    virtual QCoro::Task<Result<SecretBytes>> newFilePassphrase(SignerAccount account) = 0;
    virtual QCoro::Task<Result<SecretBytes>> askKey() = 0; // in hex
    virtual QCoro::Task<Result<TypedWords>> askWords(WordsQuestion question) = 0;
    virtual QCoro::Task<Result<>> showWords(SecretBytes words) = 0; // until written down and asked back
    virtual void dismiss() = 0;                                     // closes the question that is open as if declined
};

// What the front ends know of where they run.
struct Scenery {
    bool practice = false;
    QString coin;                        // "ETC"
    std::function<int()> locksInSeconds; // -1: locked
};

} // namespace autochain::signer
