// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/home/recordkindtext.h"

#include <QCoreApplication>

#include <array>

namespace autochain::desktop
{

QString recordKindText(vehicle::RecordKind kind)
{
    // In the order of vehicle::RecordKind.
    static constexpr std::array<const char*, vehicle::kRecordKinds> kTexts = {
        QT_TRANSLATE_NOOP("records", "Record"),
        QT_TRANSLATE_NOOP("records", "Production"),
        QT_TRANSLATE_NOOP("records", "First sale"),
        QT_TRANSLATE_NOOP("records", "Change of owner"),
        QT_TRANSLATE_NOOP("records", "Service"),
        QT_TRANSLATE_NOOP("records", "Repair"),
        QT_TRANSLATE_NOOP("records", "Accident"),
        QT_TRANSLATE_NOOP("records", "Insurance claim"),
        QT_TRANSLATE_NOOP("records", "Inspection"),
        QT_TRANSLATE_NOOP("records", "Odometer"),
        QT_TRANSLATE_NOOP("records", "Recall opened"),
        QT_TRANSLATE_NOOP("records", "Recall closed"),
        QT_TRANSLATE_NOOP("records", "OBD session"),
        QT_TRANSLATE_NOOP("records", "Trouble codes"),
        QT_TRANSLATE_NOOP("records", "Theft"),
        QT_TRANSLATE_NOOP("records", "Lien"),
        QT_TRANSLATE_NOOP("records", "Lien released"),
        QT_TRANSLATE_NOOP("records", "Import or export"),
        QT_TRANSLATE_NOOP("records", "Title brand"),
        QT_TRANSLATE_NOOP("records", "Total loss"),
        QT_TRANSLATE_NOOP("records", "Scrapped"),
        QT_TRANSLATE_NOOP("records", "Valuation"),
        QT_TRANSLATE_NOOP("records", "Owner's statement"),
        QT_TRANSLATE_NOOP("records", "Correction"),
    };
    const auto index = static_cast<std::size_t>(kind);
    return QCoreApplication::translate("records", kTexts[index < kTexts.size() ? index : 0]);
}

} // namespace autochain::desktop
