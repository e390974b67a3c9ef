// SPDX-License-Identifier: GPL-3.0-or-later
// The file around the wrapped key.
#include "crypto/random.h"
#include "store/vault_key.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace autochain::store
{
namespace
{
constexpr qint64 kMaxFileBytes = 16 * 1024;

Error fileError(const QFileDevice& file)
{
    const StoreError kind = file.error() == QFileDevice::ResourceError ? StoreError::DiskFull
                            : file.error() == QFileDevice::PermissionsError || file.error() == QFileDevice::OpenError
                                ? StoreError::NoAccess
                                : StoreError::IoError;
    return Error(kind, {file.fileName().toStdString()}, file.errorString().toStdString());
}

Result<std::string> readAll(const std::string& path)
{
    QFile file(QString::fromStdString(path));
    if (!file.exists()) {
        return Error(StoreError::NotFound, {path});
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return fileError(file);
    }
    const QByteArray text = file.read(kMaxFileBytes + 1);
    if (text.size() > kMaxFileBytes) {
        return Error(StoreError::BadVault, {}, "too large");
    }
    return text.toStdString();
}

// QSaveFile writes beside the target, syncs and renames: after a crash the old or the new text is there, whole.
Result<> writeAll(const std::string& path, const std::string& text)
{
    QSaveFile file(QString::fromStdString(path));
    const bool written = file.open(QIODevice::WriteOnly) &&
                         file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
                         file.write(text.data(), static_cast<qint64>(text.size())) == static_cast<qint64>(text.size());
    if (!written || !file.commit()) {
        return fileError(file);
    }
    return {};
}
} // namespace

bool vaultExists(const std::string& path)
{
    return QFileInfo::exists(QString::fromStdString(path));
}

Result<SecretBytes> createVault(const std::string& path, const SecretBytes& passphraseUtf8, const VaultCost& cost)
{
    if (vaultExists(path)) {
        return Error(StoreError::AlreadyExists, {path});
    }
    SecretBytes key(32);
    AC_CHECK(fillRandom(key.span()));
    AC_TRY(const std::string text, wrapKey(key, passphraseUtf8, cost));
    AC_CHECK(writeAll(path, text));
    return key;
}

Result<SecretBytes> openVault(const std::string& path, const SecretBytes& passphraseUtf8)
{
    AC_TRY(const std::string text, readAll(path));
    return unwrapKey(text, passphraseUtf8);
}

Result<> changePassphrase(const std::string& path, const SecretBytes& oldPassphraseUtf8,
                          const SecretBytes& newPassphraseUtf8, const VaultCost& cost)
{
    AC_TRY(const SecretBytes key, openVault(path, oldPassphraseUtf8));
    AC_TRY(const std::string text, wrapKey(key, newPassphraseUtf8, cost));
    return writeAll(path, text);
}

} // namespace autochain::store
