// SPDX-License-Identifier: GPL-3.0-or-later
// Cars and listings.
#include "messages/tables.h"

#include <QCoreApplication>

namespace autochain::messages
{
namespace
{
class VehicleTexts
{
    Q_DECLARE_TR_FUNCTIONS(VehicleTexts)
public:
    static ErrorText of(VehicleError code);
    static ErrorText of(MarketError code);
};

ErrorText VehicleTexts::of(VehicleError code)
{
    const QString nothing = tr("Nothing was signed and no fee was paid. Titles are where they were.");
    const QString history = tr("Do not rely on this car's history as shown here. No money is touched by it.");
    switch (code) {
    case VehicleError::BadVin:
        return {tr("This is not a VIN: it needs 17 characters of 0-9 and A-Z without I, O and Q."), nothing,
                tr("Compare it with the car: windscreen, door frame or papers.")};
    case VehicleError::CheckDigit:
        return {tr("One character of the VIN is wrong: its check digit is %1, the others call for %2."), nothing,
                tr("Compare it with the car, character by character; 5 and S, 8 and B, 0 and D are easily mistaken.")};
    case VehicleError::AlreadyRegistered:
        return {tr("This car is registered already."), nothing,
                tr("There is one title per VIN. Find the car by its VIN and ask its holder; if you own it, somebody "
                   "else registered it: turn to the registry's foundation.")};
    case VehicleError::UnknownVehicle:
        return {tr("No car with this VIN or number is registered."), nothing,
                tr("Check the VIN, or register the car if it is yours.")};
    case VehicleError::NotHolder:
        return {tr("Only the holder of the title may do this; that is %1:who."), nothing, tr("Ask the holder.")};
    case VehicleError::InDeal:
        return {tr("The title is locked in a deal (%1:id)."), nothing,
                tr("Wait until the deal is settled, or settle it.")};
    case VehicleError::UnderLien:
        return {tr("A lender stands on this title: %1:who."), nothing, tr("The lender has to release the lien first.")};
    case VehicleError::NoRole:
        return {tr("This account may not write records of this kind for this car."), nothing,
                tr("Ask the holder for a grant, or the foundation for the role.")};
    case VehicleError::NoLien:
        return {tr("There is no lien to accept or release."), nothing, tr("Look at the car's title again.")};
    case VehicleError::LienNotProposed:
        return {tr("This lender has not proposed a lien: %1:who."), nothing,
                tr("Ask the lender to propose it first, and check the address.")};
    case VehicleError::BadSpan:
        return {tr("The grant would end before it starts."), nothing, tr("Choose a later end.")};
    case VehicleError::ToItself:
        return {tr("The title would go to the one who holds it, or to nobody."), nothing,
                tr("Give the address of the new holder.")};
    case VehicleError::HistoryIncomplete:
        return {tr("The node has only %1 of the car's %2 records."), history,
                tr("Use another node; the chain says how many there must be.")};
    case VehicleError::HistoryMismatch:
        return {
            tr("The records the node gave do not fit what the chain proves: something was altered, added or left out."),
            history, tr("Use another node.")};
    case VehicleError::BadRecordContent:
        return {tr("The document of a record is not well formed at “%1”."), history,
                tr("Ask who wrote it for the document.")};
    case VehicleError::BadBundle:
        return {tr("This is not a history file: “%1” is not well formed."), history,
                tr("Ask for the file again, or read the history from the network.")};
    case VehicleError::HistoryUnproven:
        return {tr("The file does not prove what it says (%1)."), history,
                tr("Read the history from the network, and tell who gave you the file.")};
    case VehicleError::OtherChain:
        return {tr("The file is about another chain or registry than this network's (%1)."), history,
                tr("Choose the network the file was made on.")};
    case VehicleError::NotYourRecord:
        return {tr("Record %1 was written by somebody else (%2:who), who alone can correct it."), nothing,
                tr("Ask them, or write an owner's statement beside it.")};
    case VehicleError::ReportUnreadable:
        return {
            tr("This file holds no report that can be read (%1)."), nothing,
            tr("A report that was printed to a file again has lost its proof: ask for the file as it was drawn. The "
               "line under its square code can be checked by itself.")};
    case VehicleError::ReportFailed:
        return {tr("The report could not be drawn: %1."), nothing,
                tr("Try again; choose another folder if the disk is full or the file is open elsewhere.")};
    case VehicleError::BadVinTable:
        return {tr("The table of VIN patterns is missing or damaged: %1."), nothing,
                tr("Install the program again; it comes with it.")};
    case VehicleError::CannotImport:
        return {tr("“%1” cannot be read."), nothing, tr("Check the name and whether you may read it.")};
    case VehicleError::UnknownFormat:
        return {tr("“%1” is of no format this program imports."), nothing,
                tr("See docs/importing.md for the formats; say which one it is with --format.")};
    case VehicleError::BadTroubleCode:
        return {tr("“%1” is not a trouble code."), nothing,
                tr("Write a letter P, B, C or U and four digits, as P0301.")};
    case VehicleError::BadMapping:
        return {tr("The mapping of columns is wrong at “%1”."), nothing,
                tr("Write field=column pairs, with columns the file has.")};
    case VehicleError::BadLog:
        return {tr("The node gave an entry that cannot be read (%1)."), history, tr("Use another node.")};
    }
    return {};
}

ErrorText VehicleTexts::of(MarketError code)
{
    const QString nothing = tr("Nothing was signed and no fee was paid. A listing moves no money and no title.");
    switch (code) {
    case MarketError::PriceIsZero:
        return {tr("The price is zero."), nothing, tr("Write the price you ask, in AUC.")};
    case MarketError::PriceUnreadable:
        return {tr("“%1” is not an amount."), nothing,
                tr("Write digits, with a point before decimals: 200000 or 200,000.50.")};
    case MarketError::ExpiryInPast:
        return {tr("The listing would end in the past: %1:time."), nothing, tr("Choose a later day.")};
    case MarketError::ExpiryTooFar:
        return {tr("The listing would run for more than a year, to %1:time."), nothing,
                tr("Choose an earlier day; it can be renewed.")};
    case MarketError::NotTitleHolder:
        return {tr("Only the holder of the title lists a car; that is %1:who."), nothing,
                tr("Ask the holder, or use the holder's account.")};
    case MarketError::UnknownVehicle:
        return {tr("No such car is registered."), nothing, tr("Register the car first.")};
    case MarketError::VehicleInDeal:
        return {tr("The car is in a deal (%1:id)."), nothing, tr("Wait until the deal is settled.")};
    case MarketError::UnderLien:
        return {tr("A lender stands on this title (%1:who), so it could not be sold."), nothing,
                tr("The lender has to release the lien first.")};
    case MarketError::NotListed:
        return {tr("This car is not listed."), nothing,
                tr("Search the market again; the listing may have been withdrawn.")};
    case MarketError::NotYourListing:
        return {tr("This is the listing of somebody else: %1:who."), nothing,
                tr("Only who listed the car may change it.")};
    case MarketError::SamePrice:
        return {tr("This is the price it has already."), nothing, tr("Write another price.")};
    case MarketError::ContentDoesNotFit:
        return {tr("The description that came is not the one the listing names: it was altered."),
                tr("It is not shown. Nothing moved."), tr("Ask the seller to publish the description again.")};
    case MarketError::BadContent:
        return {tr("The description of the listing is not well formed at “%1”."), tr("It is not shown. Nothing moved."),
                tr("Ask the seller to publish the listing again.")};
    case MarketError::BadSearch:
        return {tr("The query cannot be read at character %1: “%2”."), tr("Nothing was changed, and nothing moved."),
                tr("Write a field and a value, as in year:2018..2019, or one of the words, as in rollback.")};
    }
    return {};
}
} // namespace

ErrorText textOf(VehicleError code)
{
    return VehicleTexts::of(code);
}

ErrorText textOf(MarketError code)
{
    return VehicleTexts::of(code);
}

} // namespace autochain::messages
