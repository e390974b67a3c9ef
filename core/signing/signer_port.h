// SPDX-License-Identifier: GPL-3.0-or-later
// The port to the signer process. It gets bytes, never descriptions; what it cannot decode it refuses.
#pragma once

#include "base/bytes.h"
#include "base/result.h"
#include "codec/transaction.h"
#include "signing/error.h"

#include <QCoroTask>

#include <string>
#include <vector>

namespace autochain
{

enum class AccountKind {
    Words, // of the vault's words, at `path`
    Key,   // a key that was brought in
    File   // a key file of an earlier version that is not in the vault yet
};

struct SignerAccount {
    Address address;
    std::string name; // the person's own label
    AccountKind kind = AccountKind::Key;
    std::string path = {}; // "m/44'/60'/0'/0/0"; empty unless of words
};

// What came of asking the desktop's Secret Service for the vault's slot key.
enum class SlotState {
    NotAsked,
    Here,    // the key goes with the request, over the pipe for keys
    Gone,    // no service in this session
    Slow,    // no answer in time
    Wiped,   // the service has no such key, or a key that opens nothing
    Refused, // the service is locked or said no
    Given    // the person did not want to wait
};

struct SignerStatus {
    bool unlocked = false;
    bool hasVault = false; // false: a passphrase is chosen at the first use
    bool hasWords = false; // accounts can be added and looked for; the words set a new passphrase
    std::string slot;      // name under which the Secret Service keeps this vault's slot key; empty: not wanted
    int lockAfter = 0;     // seconds without use until it locks
    std::vector<SignerAccount> accounts;
};

// Preimages the desktop offers so that the signer can put words to hashes. Each is checked against the hash in the
// bytes before it is used; a hint that does not fit is ignored, a missing one makes the sentence shorter or the call
// undecodable.
struct SigningHints {
    std::vector<std::string> vins; // keccak256(VIN) == vehicleId
    std::vector<Bytes> terms;      // abi.encode(IDealBook.Terms); EIP-712 struct hash == dealId
    // Not a preimage: the person asked for calldata that nobody can read to be signed after an explicit step in the
    // signer. Transactions only; what is understood and refused by rule stays refused.
    bool expert = false;
};

// Tasks end when the person decided in the signer's own window (or on its console). Errors: SigningError.
class SignerPort
{
public:
    virtual ~SignerPort() = default;
    virtual QCoro::Task<Result<SignerStatus>> status() = 0;
    // Serialised signed transaction. The transaction goes over as its unsigned encoding, the signer decodes it again.
    virtual QCoro::Task<Result<Bytes>> signTransaction(Address account, Transaction transaction,
                                                       SigningHints hints) = 0;
    // 65-byte r||s||v over an EIP-712 document, sent as its JSON text (eth_signTypedData_v4 form).
    virtual QCoro::Task<Result<Bytes>> signTypedData(Address account, std::string typedDataJson,
                                                     SigningHints hints) = 0;
    virtual QCoro::Task<Result<>> lock() = 0;
};

} // namespace autochain
