// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_session.h"
#include "viewmodels/shell/shellviewmodel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTest>

using namespace autochain;
using namespace autochain::desktop;

class TestCopied : public QObject
{
    Q_OBJECT

private slots:
    void leavesTheClipboardAfterAWhile()
    {
        QClipboard& clipboard = *QGuiApplication::clipboard();
        Copied copied(clipboard);
        copied.setPatience(50);
        copied.put(QStringLiteral("0x4d02"));
        QCOMPARE(clipboard.text(), QStringLiteral("0x4d02"));
        QTRY_VERIFY(clipboard.text().isEmpty());
    }
    void whatSomebodyElsePutThereStays()
    {
        QClipboard& clipboard = *QGuiApplication::clipboard();
        {
            Copied copied(clipboard);
            copied.setPatience(20);
            copied.put(QStringLiteral("mine"));
            clipboard.setText(QStringLiteral("theirs"));
            QTest::qWait(60);
            QCOMPARE(clipboard.text(), QStringLiteral("theirs"));
        }
        QCOMPARE(clipboard.text(), QStringLiteral("theirs"));
    }
    void closingTheHomeClearsIt()
    {
        QClipboard& clipboard = *QGuiApplication::clipboard();
        SampleSession sample;
        QTemporaryDir folder;
        Appearance appearance(folder.filePath(QStringLiteral("s.ini")));
        ShellViewModel shell(*sample.session, nullptr, appearance);
        shell.copy(QStringLiteral("0x4d02"), QStringLiteral("your address"));
        QVERIFY(shell.toasts()->log().last().contains(QStringLiteral("30 seconds")));
        QCOMPARE(clipboard.text(), QStringLiteral("0x4d02"));
        shell.forgetCopied();
        QVERIFY(clipboard.text().isEmpty());
        shell.copy(QStringLiteral("0x4d02"), QStringLiteral("your address"));
        sample.end();
    }
    void neitherDoesItOutliveTheShell() { QVERIFY(QGuiApplication::clipboard()->text().isEmpty()); }
};

QTEST_MAIN(TestCopied)
#include "tst_copied.moc"
