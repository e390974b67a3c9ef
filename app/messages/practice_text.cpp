// SPDX-License-Identifier: GPL-3.0-or-later
#include "messages/tables.h"

#include <QCoreApplication>

namespace autochain::messages
{
namespace
{
class PracticeTexts
{
    Q_DECLARE_TR_FUNCTIONS(PracticeTexts)
public:
    static ErrorText of(PracticeError code);
};

ErrorText PracticeTexts::of(PracticeError code)
{
    const QString play = tr("Nothing in the practice market is real; no money is touched.");
    switch (code) {
    case PracticeError::NoAnvil:
        return {tr("The practice node (anvil) was not found; looked last at %1."), play,
                tr("Install the program with its practice node, or say where it is by AUTOCHAIN_ANVIL.")};
    case PracticeError::NodeFailed:
        return {tr("The practice node did not start; its words are in %1."), play,
                tr("Try again. If it stays so, make the practice market anew.")};
    case PracticeError::NotCreated:
        return {tr("There is no practice market in %1."), play, tr("Start a practice market first.")};
    case PracticeError::Broken:
        return {tr("The files of the practice market do not fit each other: %1."), play,
                tr("Make the practice market anew.")};
    case PracticeError::SeedFailed:
        return {tr("Filling the practice market went wrong: %1."), play,
                tr("Try again. If it stays so, make the practice market anew.")};
    case PracticeError::Busy:
        return {tr("Another program starts or stops the practice market at this moment."), play,
                tr("Wait a moment and try again.")};
    case PracticeError::IoError:
        return {tr("The file %1 could not be read or written."), play,
                tr("Check the disk and the rights of the folder.")};
    }
    return {};
}
} // namespace

ErrorText textOf(PracticeError code)
{
    return PracticeTexts::of(code);
}

} // namespace autochain::messages
