// SPDX-License-Identifier: GPL-3.0-or-later
#include "messages/import_text.h"

#include <QCoreApplication>

namespace autochain::messages
{
namespace
{
class ImportTexts
{
    Q_DECLARE_TR_FUNCTIONS(ImportTexts)
public:
    static QString of(imports::Issue issue);
    static QString of(imports::obd::Condition condition);
    static QString of(imports::CodeSystem system);
    static QString of(imports::CodeOwner owner);
    static QString of(imports::CodeArea area);
    static QString whole(const imports::LineIssue& issue);
};

QString ImportTexts::of(imports::Issue issue)
{
    using imports::Issue;
    switch (issue) {
    case Issue::EmptyRow:
        return tr("The row is empty.");
    case Issue::TooFewCells:
        return tr("The row has fewer cells than the header.");
    case Issue::TooManyCells:
        return tr("The row has more cells than the header.");
    case Issue::BrokenQuote:
        return tr("A quotation mark is never closed; it was read as an ordinary sign.");
    case Issue::CutOff:
        return tr("The line is cut off, or longer than a megabyte.");
    case Issue::RepeatedHeader:
        return tr("The header stands here again.");
    case Issue::MovedCells:
        return tr("The VIN stands in another column than the header says.");
    case Issue::NoVin:
        return tr("There is no VIN in this row.");
    case Issue::TooShort:
        return tr("A VIN has 17 characters; this has fewer, and no older numbering fits.");
    case Issue::TooLong:
        return tr("A VIN has 17 characters; this has more.");
    case Issue::ForbiddenLetter:
        return tr("I, O and Q are never in a VIN.");
    case Issue::ForbiddenSign:
        return tr("Only letters and digits are in a VIN.");
    case Issue::CheckDigit:
        return tr("The check digit does not fit: one character or more is wrong.");
    case Issue::CheckDigitUnfit:
        return tr("The check digit does not fit. Cars of this origin need none, but those for North America do.");
    case Issue::BlanksInside:
        return tr("Blanks or hyphens were taken out of the number.");
    case Issue::UnknownMaker:
        return tr("The maker's code is not known.");
    case Issue::UnknownModel:
        return tr("The maker is known, but no model of that year fits this number.");
    case Issue::NoModelYear:
        return tr("Position 10 is no model year although it has to be.");
    case Issue::MakeDiffers:
        return tr("The row names another make than the VIN.");
    case Issue::ModelDiffers:
        return tr("The row names another model than the VIN.");
    case Issue::ModelYearDiffers:
        return tr("The row names another model year than the VIN.");
    case Issue::DuplicateVin:
        return tr("This number stood in an earlier line.");
    case Issue::AnotherVin:
        return tr("Another column of this row holds a VIN, too; it was not decoded.");
    case Issue::NotANumber:
        return tr("This is not a number.");
    case Issue::OutOfRange:
        return tr("The sensor cannot give such a value.");
    case Issue::TimeRunsBack:
        return tr("The time is earlier than in the line before.");
    case Issue::UnknownColumn:
        return tr("This column is not understood and was left aside.");
    case Issue::UnknownUnit:
        return tr("The unit of this column is not understood; the column was left aside.");
    case Issue::MissingField:
        return tr("Something that is needed is missing.");
    case Issue::BadDate:
        return tr("This is not a date.");
    case Issue::BadAmount:
        return tr("This is not an amount of money.");
    case Issue::BadOdometer:
        return tr("This is not an odometer reading.");
    case Issue::UnknownKind:
        return tr("This is no kind of record.");
    case Issue::BadShape:
        return tr("The entry is not what its format says.");
    case Issue::BadCode:
        return tr("This is not a trouble code.");
    case Issue::DateInFuture:
        return tr("The date lies in the future.");
    case Issue::Duplicate:
        return tr("This stands here twice.");
    }
    return {};
}

QString ImportTexts::of(imports::obd::Condition condition)
{
    using imports::obd::Condition;
    switch (condition) {
    case Condition::Overheating:
        return tr("The engine got too hot.");
    case Condition::FuelTrimLean:
        return tr("The engine runs lean and is given much more fuel than planned.");
    case Condition::FuelTrimRich:
        return tr("The engine runs rich and is given much less fuel than planned.");
    case Condition::LowVoltage:
        return tr("The battery is hardly charged while the engine runs.");
    case Condition::HighVoltage:
        return tr("The voltage is too high.");
    case Condition::RoughIdle:
        return tr("The engine idles roughly, as with misfires.");
    case Condition::ColdRunning:
        return tr("A share of the time the engine ran cold.");
    case Condition::SlowWarmUp:
        return tr("The engine does not get warm; the thermostat may stay open.");
    case Condition::CatalystHot:
        return tr("The catalyst got too hot.");
    case Condition::MilOn:
        return tr("The engine's warning lamp was on.");
    case Condition::CodesClearedLately:
        return tr("Trouble codes were erased shortly before: faults may not have come back yet.");
    case Condition::TroubleCodesStored:
        return tr("Trouble codes are stored.");
    }
    return {};
}

QString ImportTexts::of(imports::CodeSystem system)
{
    switch (system) {
    case imports::CodeSystem::Powertrain:
        return tr("Powertrain");
    case imports::CodeSystem::Chassis:
        return tr("Chassis");
    case imports::CodeSystem::Body:
        return tr("Body");
    case imports::CodeSystem::Network:
        return tr("Network");
    }
    return {};
}

QString ImportTexts::of(imports::CodeOwner owner)
{
    switch (owner) {
    case imports::CodeOwner::Standard:
        return tr("the same for all makers (SAE J2012)");
    case imports::CodeOwner::Maker:
        return tr("the maker's own");
    case imports::CodeOwner::MakerOrStandard:
        return tr("reserved");
    }
    return {};
}

QString ImportTexts::of(imports::CodeArea area)
{
    using imports::CodeArea;
    switch (area) {
    case CodeArea::None:
        return {};
    case CodeArea::FuelAndAirMetering:
        return tr("Fuel and air metering");
    case CodeArea::FuelAndAirMeteringInjector:
        return tr("Fuel and air metering, injectors");
    case CodeArea::IgnitionOrMisfire:
        return tr("Ignition or misfire");
    case CodeArea::AuxiliaryEmissions:
        return tr("Emission control");
    case CodeArea::SpeedAndIdle:
        return tr("Vehicle speed and idle control");
    case CodeArea::ComputerAndOutputs:
        return tr("Control unit and its outputs");
    case CodeArea::Transmission:
        return tr("Transmission");
    case CodeArea::HybridPropulsion:
        return tr("Hybrid drive");
    }
    return {};
}

QString ImportTexts::whole(const imports::LineIssue& issue)
{
    QString out = of(issue.issue);
    const auto add = [&out](const QString& label, const std::string& value) {
        if (!value.empty()) {
            out += QLatin1Char(' ') + label.arg(QString::fromStdString(value));
        }
    };
    add(tr("Column: %1."), issue.field);
    add(tr("It says: %1."), issue.value);
    add(tr("Probably: %1."), issue.suggestion);
    return out;
}
} // namespace

QString text(imports::Issue issue)
{
    return ImportTexts::of(issue);
}

QString text(const imports::LineIssue& issue)
{
    return ImportTexts::whole(issue);
}

QString text(imports::obd::Condition condition)
{
    return ImportTexts::of(condition);
}

QString text(imports::CodeSystem system)
{
    return ImportTexts::of(system);
}

QString text(imports::CodeOwner owner)
{
    return ImportTexts::of(owner);
}

QString text(imports::CodeArea area)
{
    return ImportTexts::of(area);
}

} // namespace autochain::messages
