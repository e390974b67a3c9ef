// SPDX-License-Identifier: GPL-3.0-or-later
// Every text with a count has its English singular and plural, so that nobody reads "1 deal(s)".
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

namespace
{
QString read(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}
} // namespace

class TestPlurals : public QObject
{
    Q_OBJECT

private:
    QMap<QString, QStringList> m_forms;

private slots:
    void initTestCase()
    {
        QXmlStreamReader xml(read(QStringLiteral(AUTOCHAIN_SOURCE_DIR "/translations/autochain_en.ts")));
        QString source;
        while (!xml.atEnd()) {
            xml.readNext();
            if (xml.isStartElement() && xml.name() == QStringLiteral("source")) {
                source = xml.readElementText();
            } else if (xml.isStartElement() && xml.name() == QStringLiteral("numerusform")) {
                m_forms[source].append(xml.readElementText());
            }
        }
        QVERIFY(!xml.hasError());
        QVERIFY(m_forms.size() > 5);
    }
    void formsAreWhole()
    {
        for (auto it = m_forms.cbegin(); it != m_forms.cend(); ++it) {
            QVERIFY2(it->size() >= 2, qPrintable(it.key()));
            for (const QString& form : *it) {
                QVERIFY2((form.contains(QStringLiteral("%n")) || form.contains(QStringLiteral("%Ln"))) &&
                             !form.contains(QStringLiteral("(s)")),
                         qPrintable(form));
                QCOMPARE(form.count(QStringLiteral("%1")), it.key().count(QStringLiteral("%1")));
            }
        }
    }
    void noSourceIsMissing()
    {
        static const QRegularExpression kCounted(
            QStringLiteral("\"((?:[^\"\\\\\\n]|\\\\.)*%n(?:[^\"\\\\\\n]|\\\\.)*)\""));
        for (const char* folder : {"/app", "/qml"}) {
            QDirIterator files(QStringLiteral(AUTOCHAIN_SOURCE_DIR) + QLatin1String(folder),
                               {QStringLiteral("*.cpp"), QStringLiteral("*.h"), QStringLiteral("*.qml")}, QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext()) {
                auto matches = kCounted.globalMatch(read(files.next()));
                while (matches.hasNext()) {
                    const QString text =
                        matches.next().captured(1).replace(QStringLiteral("\\\""), QStringLiteral("\""));
                    const bool known = std::any_of(m_forms.keyBegin(), m_forms.keyEnd(),
                                                   [&](const QString& key) { return key.startsWith(text); });
                    QVERIFY2(known, qPrintable(files.filePath() + QStringLiteral(": ") + text));
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestPlurals)
#include "tst_plurals.moc"
