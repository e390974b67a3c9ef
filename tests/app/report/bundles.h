// SPDX-License-Identifier: GPL-3.0-or-later
// Histories with everything that proves them: signed contents, storage tries, a header over them. The same on every
// run.
#pragma once

#include "vehicle/history_bundle.h"
#include "vehicle/record_rights.h"

#include <QByteArray>

namespace autochain::report
{

class Story
{
public:
    explicit Story(std::string vin = "4S4BSFNC0G3241876");

    // By somebody with this role (None: the holder), signed. Gives the record's index.
    std::uint64_t tell(vehicle::RecordKind kind, UnixTime time, std::uint32_t km, vehicle::ProviderRole role,
                       vehicle::RecordContent content = {}, bool signedByIssuer = true);
    void changeHolder(UnixTime time); // by the registry
    void forgetContent(std::uint64_t index) { m_bundle.records[index].block.reset(); }
    void signNextByAnother() { m_another = true; }
    void setLien(bool on) { m_lien = on; }

    vehicle::HistoryBundle bundle() const; // with its proof
    QByteArray file() const;

private:
    Address holder() const;
    vehicle::HistoryBundle m_bundle;
    int m_holders = 1;
    bool m_lien = false;
    bool m_another = false;
};

UnixTime day(int year, int month, int dayOfMonth);
Story richStory();            // something of every sort: a rollback, gaps, accidents, corrections
Story longStory(int records); // services and inspections, one a day or so
Story emptyStory();           // registered, without a record by anybody else
QByteArray misfit();          // a rich story with one reading changed

} // namespace autochain::report
