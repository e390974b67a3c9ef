// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/vault_file.h"

#include "base/hex.h"
#include "codec/json.h"
#include "crypto/address.h"

#include <algorithm>
#include <set>

namespace autochain::vault
{
namespace
{

constexpr std::string_view kFamily = "autochain-vault/";
constexpr int kOldestFormat = 2;
// The passphrase's and the service's slot are since version 2 what they are, so they need not be sealed anew.
constexpr std::string_view kSlotFormat = "autochain-vault/2";
constexpr std::string_view kWordsFormat = "autochain-vault/3";
constexpr std::size_t kMaxPathText = 128;
constexpr int kMaxSecrets = 32;
constexpr std::uint32_t kMaxIndex = 0x7fffffff;
constexpr std::array<const char*, 3> kKinds = {"seed", "key", "database-key"};
constexpr std::array<std::size_t, 3> kSizes = {kSeedBytes, kKeyBytes, kKeyBytes};

Error bad(const char* what)
{
    return Error(StoreError::BadVault, {}, what);
}

const char* nameOf(SecretKind kind)
{
    return kKinds[static_cast<std::size_t>(kind)];
}

QString hexText(BytesView bytes)
{
    return json::qs(toHex(bytes));
}

QJsonObject toJson(const Sealed& sealed)
{
    return {{QStringLiteral("name"), QStringLiteral("aes-256-gcm")},
            {QStringLiteral("nonce"), hexText(sealed.nonce)},
            {QStringLiteral("ciphertext"), hexText(sealed.ciphertext)},
            {QStringLiteral("tag"), hexText(sealed.tag)}};
}

QJsonObject toJson(const PassphraseSlot& slot)
{
    const QJsonObject kdf{{QStringLiteral("name"), QStringLiteral("argon2id")},
                          {QStringLiteral("version"), 19},
                          {QStringLiteral("memoryKiB"), static_cast<qint64>(slot.cost.memoryKiB)},
                          {QStringLiteral("passes"), static_cast<qint64>(slot.cost.passes)},
                          {QStringLiteral("lanes"), static_cast<qint64>(slot.cost.lanes)},
                          {QStringLiteral("salt"), hexText(slot.salt)}};
    return {{QStringLiteral("kind"), QStringLiteral("passphrase")},
            {QStringLiteral("kdf"), kdf},
            {QStringLiteral("cipher"), toJson(slot.master)}};
}

std::string nameOf(int format)
{
    return std::string(kFamily) + std::to_string(format);
}

// Version 2 knows the usual paths alone, by their last index.
std::uint32_t indexOf(const VaultAccount& account)
{
    return account.path.empty() ? 0 : account.path.back();
}

QJsonObject toJson(const VaultSecret& secret, int format)
{
    QJsonArray accounts;
    for (const VaultAccount& account : secret.accounts) {
        QJsonObject one{{QStringLiteral("address"), json::qs(checksumAddress(account.address))}};
        if (format == kOldestFormat) {
            one.insert(QStringLiteral("index"), static_cast<qint64>(indexOf(account)));
        } else if (secret.kind == SecretKind::Seed) {
            one.insert(QStringLiteral("path"), json::qs(hdPathText(account.path)));
        }
        accounts.append(one);
    }
    return {{QStringLiteral("kind"), QLatin1String(nameOf(secret.kind))},
            {QStringLiteral("accounts"), accounts},
            {QStringLiteral("cipher"), toJson(secret.sealed)}};
}

Result<Bytes> bytesOf(const QJsonObject& object, const char* key, std::size_t size)
{
    AC_TRY(const std::string text, json::string(object, key, 2 * size));
    AC_TRY(Bytes out, fromHex(text));
    return out.size() == size ? Result<Bytes>(std::move(out)) : Result<Bytes>(bad(key));
}

Result<Sealed> sealedOf(const QJsonObject& parent, std::size_t size)
{
    AC_TRY(const QJsonObject object, json::object(parent, "cipher"));
    AC_TRY(const std::string name, json::string(object, "name", 32));
    if (name != "aes-256-gcm") {
        return bad("cipher");
    }
    Sealed out;
    AC_TRY(out.nonce, bytesOf(object, "nonce", kNonceBytes));
    AC_TRY(out.ciphertext, bytesOf(object, "ciphertext", size));
    AC_TRY(out.tag, bytesOf(object, "tag", kTagBytes));
    return out;
}

Result<std::uint32_t> small(const QJsonObject& object, const char* key)
{
    AC_TRY(const std::int64_t value, json::integer(object, key));
    return value >= 0 && value <= kMaxIndex ? Result<std::uint32_t>(static_cast<std::uint32_t>(value))
                                            : Result<std::uint32_t>(bad(key));
}

Result<PassphraseSlot> passphraseSlot(const QJsonObject& object)
{
    PassphraseSlot out;
    AC_TRY(const QJsonObject kdf, json::object(object, "kdf"));
    AC_TRY(const std::string name, json::string(kdf, "name", 32));
    AC_TRY(const std::uint32_t version, small(kdf, "version"));
    AC_TRY(out.cost.memoryKiB, small(kdf, "memoryKiB"));
    AC_TRY(out.cost.passes, small(kdf, "passes"));
    AC_TRY(out.cost.lanes, small(kdf, "lanes"));
    if (name != "argon2id" || version != 19 || !isPermitted(out.cost)) {
        return bad("kdf");
    }
    AC_TRY(out.salt, bytesOf(kdf, "salt", kSaltBytes));
    AC_TRY(out.master, sealedOf(object, kKeyBytes));
    return out;
}

Result<> readSlots(const QJsonObject& root, VaultFile& out)
{
    AC_TRY(const QJsonArray slotList, json::array(root, "slots", 8));
    bool withPassphrase = false;
    for (const auto& one : slotList) {
        const QJsonObject object = one.toObject();
        AC_TRY(const std::string kind, json::string(object, "kind", 32));
        if (kind == "passphrase" && !withPassphrase) {
            AC_TRY(out.passphrase, passphraseSlot(object));
            withPassphrase = true;
        } else if (kind == "secret-service" && !out.service) {
            AC_TRY(out.service, sealedOf(object, kKeyBytes));
        } else if (kind == "words" && !out.words && out.format > kOldestFormat) {
            AC_TRY(out.words, sealedOf(object, kKeyBytes));
        } else {
            return bad("slot");
        }
    }
    return withPassphrase ? Result<>() : Result<>(bad("no passphrase slot"));
}

// One spelling of each path, so that what is bound is what is read.
Result<HdPath> pathOf(const QJsonObject& account)
{
    AC_TRY(const std::string text, json::string(account, "path", kMaxPathText));
    AC_TRY(HdPath path, parseHdPath(text));
    const bool fits = !path.empty() && path.size() <= kMaxPathDepth && hdPathText(path) == text;
    return fits ? Result<HdPath>(std::move(path)) : Result<HdPath>(bad("path"));
}

Result<VaultAccount> accountOf(const QJsonObject& object, SecretKind kind, int format)
{
    VaultAccount out;
    AC_TRY(out.address, json::address(object, "address"));
    if (format == kOldestFormat) {
        AC_TRY(const std::uint32_t index, small(object, "index"));
        out.path = kind == SecretKind::Seed ? usualPath(index) : HdPath();
    } else if (kind == SecretKind::Seed) {
        AC_TRY(out.path, pathOf(object));
    }
    return out;
}

Result<VaultSecret> secretOf(const QJsonObject& object, int format)
{
    VaultSecret out;
    AC_TRY(const std::string kind, json::string(object, "kind", 32));
    std::size_t which = 0;
    while (which < kKinds.size() && kind != kKinds[which]) {
        ++which;
    }
    if (which == kKinds.size()) {
        return bad("kind");
    }
    out.kind = static_cast<SecretKind>(which);
    AC_TRY(const QJsonArray accounts, json::array(object, "accounts", static_cast<int>(kMaxAccounts)));
    for (const auto& one : accounts) {
        AC_TRY(VaultAccount account, accountOf(one.toObject(), out.kind, format));
        out.accounts.push_back(std::move(account));
    }
    const bool fits = out.kind == SecretKind::Seed  ? !out.accounts.empty()
                      : out.kind == SecretKind::Key ? out.accounts.size() == 1
                                                    : out.accounts.empty();
    if (!fits) {
        return bad("accounts");
    }
    AC_TRY(out.sealed, sealedOf(object, kSizes[which]));
    return out;
}

Result<VaultFile> parseFields(const QJsonObject& root, int format)
{
    VaultFile out;
    out.format = format;
    AC_TRY(out.id, bytesOf(root, "id", kIdBytes));
    AC_CHECK(readSlots(root, out));
    AC_TRY(const QJsonArray secrets, json::array(root, "secrets", kMaxSecrets));
    std::set<Address> seen;
    for (const auto& one : secrets) {
        AC_TRY(VaultSecret secret, secretOf(one.toObject(), format));
        for (const VaultAccount& account : secret.accounts) {
            if (!seen.insert(account.address).second || seen.size() > kMaxAccounts) {
                return bad("accounts");
            }
        }
        out.secrets.push_back(std::move(secret));
    }
    const bool hasSeed = std::any_of(out.secrets.begin(), out.secrets.end(),
                                     [](const VaultSecret& one) { return one.kind == SecretKind::Seed; });
    return out.words && !hasSeed ? Result<VaultFile>(bad("words without a seed")) : Result<VaultFile>(std::move(out));
}

} // namespace

std::string writeVault(const VaultFile& file)
{
    QJsonArray slotList{toJson(file.passphrase)};
    if (file.service) {
        slotList.append(QJsonObject{{QStringLiteral("kind"), QStringLiteral("secret-service")},
                                    {QStringLiteral("cipher"), toJson(*file.service)}});
    }
    if (file.words) {
        slotList.append(QJsonObject{{QStringLiteral("kind"), QStringLiteral("words")},
                                    {QStringLiteral("cipher"), toJson(*file.words)}});
    }
    QJsonArray secrets;
    for (const VaultSecret& secret : file.secrets) {
        secrets.append(toJson(secret, file.format));
    }
    return json::write(QJsonObject{{QStringLiteral("format"), json::qs(nameOf(file.format))},
                                   {QStringLiteral("id"), hexText(file.id)},
                                   {QStringLiteral("slots"), slotList},
                                   {QStringLiteral("secrets"), secrets}}) +
           "\n";
}

Result<VaultFile> readVault(std::string_view text)
{
    const auto root = json::parseObject(asBytes(text), kMaxVaultBytes);
    if (!root.ok()) {
        return bad("not JSON");
    }
    const auto format = json::string(*root, "format", 64);
    if (!format.ok() || !format->starts_with(kFamily)) {
        return bad("format");
    }
    int version = 0;
    for (int known = kOldestFormat; known <= kNewestFormat; ++known) {
        version = *format == nameOf(known) ? known : version;
    }
    if (version == 0) {
        return Error(StoreError::NewerVersion, {*format});
    }
    auto file = parseFields(*root, version);
    if (!file.ok() && !file.error().is(StoreError::BadVault)) { // errors of the codecs mean nothing else here
        return Error(StoreError::BadVault, {}, file.error().args.empty() ? "member" : file.error().args.front());
    }
    return file;
}

std::string boundTo(const VaultFile& file, const PassphraseSlot& slot)
{
    return std::string(kSlotFormat) + "|" + toHex(file.id) + "|passphrase|argon2id|19|" +
           std::to_string(slot.cost.memoryKiB) + "|" + std::to_string(slot.cost.passes) + "|" +
           std::to_string(slot.cost.lanes) + "|" + toHex(slot.salt);
}

std::string boundToService(const VaultFile& file)
{
    return std::string(kSlotFormat) + "|" + toHex(file.id) + "|secret-service";
}

std::string boundToWords(const VaultFile& file)
{
    return std::string(kWordsFormat) + "|" + toHex(file.id) + "|words";
}

std::string boundTo(const VaultFile& file, const VaultSecret& secret)
{
    std::string out = nameOf(file.format) + "|" + toHex(file.id) + "|" + nameOf(secret.kind);
    for (const VaultAccount& account : secret.accounts) {
        out += "|" + toHex(account.address.view()) + ":";
        if (file.format == kOldestFormat) {
            out += std::to_string(indexOf(account));
        } else if (secret.kind == SecretKind::Seed) {
            out += hdPathText(account.path);
        }
    }
    return out;
}

HdPath usualPath(std::uint32_t index)
{
    return {44 | kHardened, 60 | kHardened, kHardened, 0, index};
}

} // namespace autochain::vault
