// SPDX-License-Identifier: GPL-3.0-or-later
// What lies on this computer: store and content.
#include "messages/tables.h"

#include <QCoreApplication>

namespace autochain::messages
{
namespace
{
class StoreTexts
{
    Q_DECLARE_TR_FUNCTIONS(StoreTexts)
public:
    static ErrorText of(StoreError code);
    static ErrorText of(ContentError code);
    static ErrorText ofHostile(ContentError code); // of what a CID names, and of who gave it
};

ErrorText StoreTexts::of(StoreError code)
{
    const QString safe =
        tr("Money, titles and deals are on the chain; your keys are kept apart. Neither is touched by this.");
    const QString rebuild =
        tr("Put back a backup of the data folder, or begin a new one: deals are found again from your key.");
    switch (code) {
    case StoreError::WrongKey:
        return {tr("The data file does not belong to this key."), safe, rebuild};
    case StoreError::Corrupt:
        return {tr("The data file is damaged."), safe, rebuild};
    case StoreError::Busy:
        return {tr("Another program keeps the data file."), safe,
                tr("Close the other window or program and try again.")};
    case StoreError::DiskFull:
        return {tr("The disk is full; nothing was changed."), safe,
                tr("Make room on the disk and do the same step again.")};
    case StoreError::IoError:
        return {tr("The system could not read or write the data file."), safe,
                tr("Check the disk. The words of the system are under Details.")};
    case StoreError::NoAccess:
        return {tr("The file %1 may not be opened or made."), safe,
                tr("Check the rights of the folder, or choose another one.")};
    case StoreError::ReadOnly:
        return {tr("The data file may not be written."), safe, tr("Check the rights of the file and its folder.")};
    case StoreError::NewerVersion:
        return {tr("The data file was written by a newer program (version %1, this one knows %2)."), safe,
                tr("Update this program.")};
    case StoreError::MigrationFailed:
        return {tr("The data file could not be brought to this version (step %1). The backup beside it is untouched."),
                safe, tr("Use the program you had before, and report the step with what is under Details.")};
    case StoreError::WrongPassphrase:
        return {tr("The passphrase does not open the data on this computer."), safe,
                tr("Try again, mind capitals and keyboard layout.")};
    case StoreError::BadVault:
        return {tr("The key file of the data folder is damaged."), safe, rebuild};
    case StoreError::AlreadyExists:
        return {tr("There is already data at %1."), safe, tr("Open it, or choose an empty folder.")};
    case StoreError::Conflict:
        return {tr("The entry does not fit what is already noted."),
                tr("Nothing is sent twice; the earlier entry stands."),
                tr("Look at the list of transactions, then do the step again if it is still wanted.")};
    case StoreError::NotFound:
        return {tr("There is no such entry."), safe, tr("Look at the list again.")};
    case StoreError::OutOfMemory:
        return {tr("The computer has no memory left."), safe, tr("Close other programs and try again.")};
    case StoreError::BadBackup:
        return {tr("This file is damaged, or it is not a backup of AutoChain."),
                tr("Nothing was changed. Money, titles and deals are on the chain and need no backup."),
                tr("Take another backup. The list in Settings tells which ones were verified.")};
    case StoreError::ForeignBackup:
        return {tr("This backup was made with other recovery words."),
                tr("Nothing was changed. Money, titles and deals are on the chain and need no backup."),
                tr("Use the words that belong to it, or take another backup.")};
    case StoreError::FolderGone:
        return {tr("The folder for backups is not there: %1."),
                tr("No new backup can be made there. Money, titles and deals are on the chain and need none."),
                tr("Plug in the stick or connect the drive, or choose another folder in Settings, Backup.")};
    case StoreError::Misuse:
        return {tr("This program asked its data file for something it cannot do."), safe,
                tr("Start the program again, and report what is under Details.")};
    }
    return {};
}

ErrorText StoreTexts::of(ContentError code)
{
    const QString safe = tr("Money and titles do not depend on it.");
    switch (code) {
    case ContentError::NotFound:
        return {tr("Nobody who was asked has this document: %1."), safe,
                tr("Ask who wrote it to publish it again; its digest on the chain will show that it is the same.")};
    case ContentError::DigestMismatch:
        return {tr("The document that came is not the one that was named: it was altered (%1)."),
                tr("It was not used. Do not rely on what somebody shows you from it."),
                tr("Get it from another source.")};
    case ContentError::TooLarge:
        return {tr("The document is too large: %1 bytes, at most %2."), safe,
                tr("Make it smaller, for instance with a smaller photo.")};
    case ContentError::DiskFull:
        return {tr("The disk is full; the document was not kept."), safe, tr("Make room on the disk and try again.")};
    case ContentError::IoError:
        return {tr("The file %1 could not be read or written."), safe,
                tr("Check the disk and the rights of the folder.")};
    case ContentError::Unreachable:
        return {tr("The document store %1 does not answer."), safe, tr("Check the connection, or use another store.")};
    default:
        return ofHostile(code);
    }
    return {};
}

ErrorText StoreTexts::ofHostile(ContentError code)
{
    const QString unused = tr("Nothing of it was used. Money and titles do not depend on it.");
    const QString ask = tr("Ask who gave you the CID how it was made.");
    const QString other = tr("Use another store, or none: what is kept on this computer stays readable.");
    switch (code) {
    case ContentError::BadBlock:
        return {tr("A block is not written as documents are: %1."), unused, ask};
    case ContentError::UnknownCodec:
        return {tr("This kind of content is not read here: %1."), unused, ask};
    case ContentError::SizesDisagree:
        return {tr("A part of the document is longer or shorter than it declares: %1."), unused, ask};
    case ContentError::TooDeep:
        return {tr("%1 is nested more deeply than the %2 levels allowed."), unused, ask};
    case ContentError::TooManyBlocks:
        return {tr("The document has more pieces than its size allows (%2), at %1."), unused, ask};
    case ContentError::TooManyEntries:
        return {tr("The folder %1 has more entries than the %2 allowed."), unused, tr("Take its parts one by one.")};
    case ContentError::UnsafeName:
        return {tr("The folder %1 has an entry whose name is not allowed."), unused,
                tr("Names like “..” are how one breaks out of a folder. Do not use what this sender gives you.")};
    case ContentError::NotAFile:
        return {tr("This is a folder or a link, not a file: %1."), unused, tr("Name the file itself.")};
    case ContentError::NotAFolder:
        return {tr("This is not a folder: %1."), unused, tr("Name the folder itself.")};
    case ContentError::TimedOut:
        return {tr("The document store %1 took too long."), unused, other};
    case ContentError::UrlNotAllowed:
        return {tr("This address is neither https nor on this computer: %1."), unused, tr("Use an https address.")};
    case ContentError::BadAnswer:
        return {tr("The document store %1 gave an answer that makes no sense."), unused, other};
    case ContentError::NotAPicture:
        return {tr("This is not a picture of a kind that is shown: PNG, JPEG, WebP or GIF."), unused,
                tr("Ask for the picture in one of these kinds.")};
    case ContentError::PictureTooLarge:
        return {tr("The picture is too large: %1 × %2 pixels, at most %3 in all."), unused,
                tr("Ask for a smaller one.")};
    case ContentError::PictureDamaged:
        return {tr("The picture is cut off or damaged."), unused, tr("Ask for it again.")};
    case ContentError::PictureTooCostly:
        return {tr("The picture needs more time or memory than it may take."), unused,
                tr("It may have been made to do harm. Ask for another one.")};
    case ContentError::DecoderGone:
        return {tr("The program that decodes pictures cannot be started."), unused,
                tr("Install AutoChain again; what is missing is under Details.")};
    default:
        return {};
    }
}
} // namespace

ErrorText textOf(StoreError code)
{
    return StoreTexts::of(code);
}

ErrorText textOf(ContentError code)
{
    return StoreTexts::of(code);
}

} // namespace autochain::messages
