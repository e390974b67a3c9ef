// SPDX-License-Identifier: GPL-3.0-or-later
// The wire between the suite and the signer: frames over the signer's stdin and stdout. docs/signer-protocol.md is the
// specification; both ends and the fuzzers use these functions. Everything that arrives is checked before it is used.
#pragma once

#include "base/bytes.h"
#include "crypto/hdpath.h"
#include "privacy/wrapped_key.h"
#include "signing/signer_port.h"

#include <QJsonObject>

#include <optional>

namespace autochain::wire
{

inline constexpr int kVersion = 4;
inline constexpr std::size_t kMaxFrame = 512 * 1024; // JSON text, without the four length bytes
inline constexpr std::size_t kMaxName = 64;          // characters of an account's name
inline constexpr std::size_t kMaxVins = 16;
inline constexpr std::size_t kMaxTerms = 16;
inline constexpr std::size_t kMaxPaths = 64;     // of one request
inline constexpr std::size_t kMaxPathDepth = 10; // as in a vault
inline constexpr std::size_t kMaxSections = 256; // whose keys one request unwraps
inline constexpr int kMinLockAfter = 60;         // seconds
inline constexpr int kMaxLockAfter = 3600;

enum class Method {
    Hello,
    Status,
    Create,
    Import,
    Unlock,
    StoreKey,
    ChangePassphrase,
    KeepSlot,
    DropSlot,
    Lock,
    SignTransaction,
    SignTypedData,
    ChangeName,
    Addresses,
    AddAccount,
    ExportKey,
    Recover,
    TestWords,
    SetLockAfter,
    Cancel,
    Shutdown,
    PublicKey,
    OpenSections
};

// What an import asks the person for, in the signer's own window or on its console.
enum class SecretKind { Keystore, PrivateKey, Words };

// What a key asked for with StoreKey is for.
enum class KeyPurpose { Database, Backup };

// One request. Only the members its method uses are filled.
struct Request {
    std::int64_t id = 0;
    Method method = Method::Hello;
    int version = kVersion; // Hello: what the suite speaks
    std::string name;       // Create, Import, ChangeName, AddAccount
    SecretKind secret = SecretKind::Keystore;
    // Absolute path: of a keystore (Import), of the older store.key to take over (StoreKey, optional), of the file to
    // make (ExportKey).
    std::string file;
    bool extra = false;                        // Import of words, Recover: they have a passphrase of their own
    std::vector<HdPath> paths;                 // Addresses; AddAccount: one, or none for the next
    KeyPurpose purpose = KeyPurpose::Database; // StoreKey
    SlotState slot = SlotState::NotAsked;      // Unlock, StoreKey: what the desktop's Secret Service said
    bool quiet = false;                        // StoreKey: Locked instead of asking a person
    int seconds = 0;                           // SetLockAfter
    Hash32 vehicle;                            // OpenSections: the one car all sections are of
    std::vector<privacy::LockedKey> sections;  // OpenSections
    // SignTransaction, SignTypedData, ChangeName, ExportKey, PublicKey, OpenSections; optional in Unlock, and in
    // Addresses and AddAccount, where it says whose words are meant (left out: the vault's first).
    std::optional<Address> account;
    Bytes transaction;         // SignTransaction: unsigned encoding
    std::string typedDataJson; // SignTypedData
    SigningHints hints;
    bool operator==(const Request& other) const;
};

// One answer: `result` where `error` is none.
struct Answer {
    std::int64_t id = 0;
    QJsonObject result;
    std::optional<Error> error; // of SigningError
};

// Four bytes of big-endian length and the JSON text. Precondition: text.size() <= kMaxFrame.
Bytes frame(std::string_view text);

// Cuts frames out of a byte stream. After an error the stream cannot be continued.
class FrameReader
{
public:
    void feed(BytesView bytes);
    // None: more bytes are needed. BadMessage: empty frame or longer than kMaxFrame.
    Result<std::optional<Bytes>> next();
    bool midFrame() const { return !m_buffer.empty(); }

private:
    Bytes m_buffer;
};

std::string encodeRequest(const Request& request);
// BadMessage: not JSON, unknown method, a member missing, superfluous or of the wrong type, over a cap.
Result<Request> decodeRequest(BytesView json);

std::string encodeAnswer(const Answer& answer);
Result<Answer> decodeAnswer(BytesView json); // BadMessage

QJsonObject statusToJson(const SignerStatus& status);
Result<SignerStatus> statusFromJson(const QJsonObject& object); // BadMessage
QJsonObject accountToJson(const SignerAccount& account);
Result<SignerAccount> accountFromJson(const QJsonObject& object); // BadMessage
QJsonObject addressesToJson(const std::vector<Address>& addresses);
Result<std::vector<Address>> addressesFromJson(const QJsonObject& object); // BadMessage

// "Declined", "Locked", … : the codes as they stand in the messages.
const char* errorName(SigningError code);

} // namespace autochain::wire
