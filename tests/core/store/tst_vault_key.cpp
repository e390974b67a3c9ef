// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/vault_key.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

using namespace autochain;
using namespace autochain::store;

namespace
{
SecretBytes secret(std::string_view text)
{
    return SecretBytes::copyOf(asBytes(text));
}

// The text with one field of one part changed.
std::string withField(const std::string& text, const char* part, const char* key, const QJsonValue& value)
{
    QJsonObject root = QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
    const QString name = QString::fromLatin1(part);
    if (name.isEmpty()) {
        root.insert(QString::fromLatin1(key), value);
    } else {
        QJsonObject inner = root.value(name).toObject();
        inner.insert(QString::fromLatin1(key), value);
        root.insert(name, inner);
    }
    return QJsonDocument(root).toJson().toStdString();
}
} // namespace

class TestVaultKey : public QObject
{
    Q_OBJECT

private slots:
    void roundTrip()
    {
        const auto text =
            wrapKey(secret("0123456789abcdef0123456789abcdef"), secret("a long passphrase, ünïcode"), kFastVaultCost);
        QVERIFY(text.ok());
        const auto key = unwrapKey(*text, secret("a long passphrase, ünïcode"));
        QVERIFY(key.ok());
        QCOMPARE(toBytes(key->view()), toBytes("0123456789abcdef0123456789abcdef"));
        const auto again =
            wrapKey(secret("0123456789abcdef0123456789abcdef"), secret("a long passphrase, ünïcode"), kFastVaultCost);
        QVERIFY(*again != *text); // fresh salt and nonce
    }

    void wrongPassphraseIsNotCorrupt()
    {
        const auto text = wrapKey(SecretBytes(32), secret("right"), kFastVaultCost);
        for (const char* wrong : {"Right", "", "right ", "wrong"}) {
            const auto key = unwrapKey(*text, secret(wrong));
            QVERIFY(!key.ok() && key.error().is(StoreError::WrongPassphrase));
        }
    }

    void damagedFiles_data()
    {
        QTest::addColumn<QString>("part");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        const auto row = [](const char* name, const char* part, const char* key, const QJsonValue& value) {
            QTest::newRow(name) << QString::fromLatin1(part) << QString::fromLatin1(key) << value;
        };
        row("other format", "", "format", QStringLiteral("autochain-vault/2"));
        row("no kdf", "", "kdf", QJsonValue());
        row("other kdf", "kdf", "name", QStringLiteral("pbkdf2"));
        row("n not a power of two", "kdf", "n", 100'000);
        row("n too cheap", "kdf", "n", 1 << 14);
        row("n too dear", "kdf", "n", 1 << 24);
        row("n negative", "kdf", "n", -32768);
        row("n a fraction", "kdf", "n", 32768.5);
        row("r times p too large", "kdf", "p", 64);
        row("short salt", "kdf", "salt", QStringLiteral("00"));
        row("salt not hex", "kdf", "salt", QString(64, QLatin1Char('g')));
        row("short ciphertext", "cipher", "ciphertext", QStringLiteral("0011"));
        row("long tag", "cipher", "tag", QString(64, QLatin1Char('0')));
        row("nonce missing", "cipher", "nonce", QJsonValue());
    }
    void damagedFiles()
    {
        QFETCH(QString, part);
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        const auto text = wrapKey(SecretBytes(32), secret("right"), kFastVaultCost);
        const auto damaged = withField(*text, part.toLatin1(), key.toLatin1(), value);
        const auto opened = unwrapKey(damaged, secret("right"));
        QVERIFY(!opened.ok());
        QVERIFY(opened.error().is(StoreError::BadVault));
    }

    void notJson()
    {
        for (const std::string& text : {std::string(), std::string("{"), std::string("[]"), std::string(20'000, ' ')}) {
            const auto opened = unwrapKey(text, secret("x"));
            QVERIFY(!opened.ok() && opened.error().is(StoreError::BadVault));
        }
    }

    // The cost stands in the associated data: a changed one does not open, even where it is within the caps.
    void costIsBound()
    {
        const auto text = wrapKey(SecretBytes(32), secret("right"), kFastVaultCost);
        const auto opened = unwrapKey(withField(*text, "kdf", "n", 1 << 16), secret("right"));
        QVERIFY(!opened.ok() && opened.error().is(StoreError::WrongPassphrase));
    }

    void file()
    {
        QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("store.key")).toStdString();
        QVERIFY(openVault(path, secret("x")).error().is(StoreError::NotFound));
        const auto key = createVault(path, secret("first"), kFastVaultCost);
        QVERIFY(key.ok());
        QCOMPARE(key->size(), std::size_t(32));
        QCOMPARE(QFileInfo(QString::fromStdString(path)).permissions() &
                     (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
                 QFile::Permissions());
        QVERIFY(createVault(path, secret("first"), kFastVaultCost).error().is(StoreError::AlreadyExists));
        QVERIFY(changePassphrase(path, secret("wrong"), secret("second"), kFastVaultCost)
                    .error()
                    .is(StoreError::WrongPassphrase));
        QVERIFY(changePassphrase(path, secret("first"), secret("second"), kFastVaultCost).ok());
        QVERIFY(openVault(path, secret("first")).error().is(StoreError::WrongPassphrase));
        const auto same = openVault(path, secret("second"));
        QVERIFY(same.ok());
        QCOMPARE(toBytes(same->view()), toBytes(key->view()));
        QVERIFY(createVault(path + "/no/such/store.key", secret("x"), kFastVaultCost).error().is(StoreError::NoAccess));
    }
};

QTEST_GUILESS_MAIN(TestVaultKey)
#include "tst_vault_key.moc"
