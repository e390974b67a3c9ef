// SPDX-License-Identifier: GPL-3.0-or-later
// Private sections.
#include "messages/tables.h"

#include <QCoreApplication>

namespace autochain::messages
{
namespace
{
class PrivacyTexts
{
    Q_DECLARE_TR_FUNCTIONS(PrivacyTexts)
public:
    static ErrorText of(PrivacyError code);
    static ErrorText ofReading(PrivacyError code);
};

// Why a section stays shut.
ErrorText PrivacyTexts::ofReading(PrivacyError code)
{
    const QString shut = tr("Nothing was opened. No money and no title is touched by it.");
    switch (code) {
    case PrivacyError::BadSection:
        return {tr("The private part of this record is not well formed (%1)."), shut,
                tr("Ask who wrote the record for the document.")};
    case PrivacyError::BadKeyBlock:
        return {tr("The keys that were shared are not well formed (%1)."), shut,
                tr("Ask the owner to share them again.")};
    case PrivacyError::OtherCar:
        return {tr("The private part belongs to something else: its %1 is not this record's."), shut,
                tr("Do not rely on it. Ask who wrote the record for the document.")};
    case PrivacyError::WrongKey:
        return {tr("The key that was shared does not open this section: it was altered, or belongs to another one."),
                shut, tr("Ask the owner to share it again.")};
    case PrivacyError::Altered:
        return {tr("The private part was altered after it was sealed."), shut,
                tr("Do not rely on it. Ask who wrote the record for the document.")};
    case PrivacyError::NoSection:
        return {tr("Record %1 has no private part."), shut, tr("Look at the car's records for one that has.")};
    case PrivacyError::NoKeyForYou:
        return {tr("No key was shared with %1:who for this section."), shut,
                tr("Ask the owner to share it with you again.")};
    case PrivacyError::AskOwner:
        return {tr("This is private. Its owner, %1:who, has not shared it with you."), shut, tr("Ask the owner.")};
    case PrivacyError::NotYet:
        return {tr("Your access begins on %1:time."), shut, tr("Wait until then, or ask the owner.")};
    case PrivacyError::Ended:
        return {tr("Your access ended on %1:time."), shut, tr("Ask the owner to share it with you again.")};
    case PrivacyError::NotCovered:
        return {tr("What the owner shared with you does not cover record %1."), shut, tr("Ask the owner.")};
    default:
        break;
    }
    return {};
}

ErrorText PrivacyTexts::of(PrivacyError code)
{
    const QString nothing = tr("Nothing was shared and no fee was paid.");
    switch (code) {
    case PrivacyError::TooLarge:
        return {tr("The document has %1 bytes; a private part holds %2."), nothing,
                tr("Make it smaller, or write it in several records.")};
    case PrivacyError::NoPublicKey:
        return {tr("%1:who has published no key to share with."), nothing,
                tr("Ask them to publish it: “Receive private sections” in their garage, or “private publish-key” on "
                   "the command line.")};
    case PrivacyError::BadPublicKey:
        return {tr("The key that is published for %1:who is not theirs."), nothing,
                tr("Do not share anything. Ask them to publish their key again.")};
    case PrivacyError::NotOnThisNetwork:
        return {tr("This network is older than private sections."), nothing,
                tr("Ask the network's foundation for the contract and a new network file.")};
    case PrivacyError::NotHolder:
        return {tr("Only the holder of the title shares; that is %1:who."), nothing, tr("Ask the holder.")};
    case PrivacyError::ToHolder:
        return {tr("The holder of the title reads everything shared with the car's owner already."), nothing,
                tr("Give the address of somebody else.")};
    case PrivacyError::BadSpan:
        return {tr("The access would be over before it begins."), nothing,
                tr("Choose a later day: 2026-12-31, or 30d from now.")};
    case PrivacyError::BadScope:
        return {tr("No records are chosen."), nothing,
                tr("Choose kinds of records, or records from the first to the last.")};
    case PrivacyError::TooMany:
        return {tr("This car is shared with %1 accounts already, and more are not kept."), nothing,
                tr("Share with somebody from the list again.")};
    case PrivacyError::NoGrant:
        return {tr("%1:who has no access that could end."), nothing, tr("Look at the list of who may read.")};
    case PrivacyError::BadSection:
    case PrivacyError::BadKeyBlock:
    case PrivacyError::OtherCar:
    case PrivacyError::WrongKey:
    case PrivacyError::Altered:
    case PrivacyError::NoSection:
    case PrivacyError::NoKeyForYou:
    case PrivacyError::AskOwner:
    case PrivacyError::NotYet:
    case PrivacyError::Ended:
    case PrivacyError::NotCovered:
        break;
    }
    return ofReading(code);
}
} // namespace

ErrorText textOf(PrivacyError code)
{
    return PrivacyTexts::of(code);
}

} // namespace autochain::messages
