// SPDX-License-Identifier: GPL-3.0-or-later
// What a drill or a restore found, in sentences. Pure.
#pragma once

#include "signing/signer_process.h"
#include "store/backup_folder.h"

#include <QCoreApplication>
#include <QString>
#include <QVariantList>

namespace autochain::desktop
{

class Findings
{
    Q_DECLARE_TR_FUNCTIONS(Findings)

public:
    struct Finding {
        QString status; // "clean", "attention", "problem", "nodata"
        QString title;
        QString text;
    };
    /// How far the words that were typed bring the accounts back.
    static Finding ofWords(const SignerProcess::WordsTested& tested);
    /// Words that are none; for errors of SigningError::BadSecret about words.
    static Finding ofBadWords(const Error& error);
    /// The keys no words bring back; none where there are no such keys.
    static std::optional<Finding> ofImported(int imported);
    static Finding ofFile(const Result<store::BackupReport>& report, const QString& name);
    static Finding ofNoFile();
    /// After a restore: the wallet is there whatever became of the file; and what is missing without it.
    static Finding ofWalletBack();
    static Finding ofMissing();
    /// "12 settings, 2 names, 1 draft" …: what a backup has in it.
    static QString contents(const store::BackupReport& report);
    static QVariantList toList(const std::vector<Finding>& findings); // of { status, title, text }
    static QVariantList toList(const Finding& one);
    /// After a restore, whatever became of the file.
    static QVariantList ofRestore(const Result<store::BackupReport>& report, const QString& name);
};

} // namespace autochain::desktop
