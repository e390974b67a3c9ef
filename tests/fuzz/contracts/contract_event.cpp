// SPDX-License-Identifier: GPL-3.0-or-later
// Logs, read as the suite's events. The first byte says which event, the next how many topics beside its own come after
// it, 32 bytes each; the rest is the data.
#include "chain/node_port.h"
#include "contracts/generated/appraisal_desk.h"
#include "contracts/generated/auc.h"
#include "contracts/generated/deal_book.h"
#include "contracts/generated/listing_board.h"
#include "contracts/generated/vehicle_registry.h"
#include "fuzz.h"

#include <algorithm>
#include <array>

using namespace autochain;
using namespace autochain::contracts;

namespace
{

struct Event {
    Hash32 topic;
    bool (*reads)(const Log&);
};

template <auto decode>
bool reads(const Log& log)
{
    return decode(log).ok();
}

// The seeds' first bytes are positions in this list.
const std::array<Event, 10> kEvents{
    {{dealBook::kCoSignedTopic, reads<dealBook::decodeCoSignedEvent>},
     {dealBook::kOfferedTopic, reads<dealBook::decodeOfferedEvent>},
     {dealBook::kClosedTopic, reads<dealBook::decodeClosedEvent>},
     {vehicleRegistry::kVehicleRegisteredTopic, reads<vehicleRegistry::decodeVehicleRegisteredEvent>},
     {vehicleRegistry::kRecordAppendedTopic, reads<vehicleRegistry::decodeRecordAppendedEvent>},
     {vehicleRegistry::kTransferTopic, reads<vehicleRegistry::decodeTransferEvent>},
     {auc::kTransferTopic, reads<auc::decodeTransferEvent>},
     {listingBoard::kListedTopic, reads<listingBoard::decodeListedEvent>},
     {appraisalDesk::kRegisteredTopic, reads<appraisalDesk::decodeRegisteredEvent>},
     {appraisalDesk::kProfileUpdatedTopic, reads<appraisalDesk::decodeProfileUpdatedEvent>}}};

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size < 2) {
        return 0;
    }
    const Event& event = kEvents[data[0] % kEvents.size()];
    BytesView rest(data + 2, size - 2);
    Log log;
    log.topics.push_back(event.topic);
    for (int i = data[1] % 5; i > 0 && rest.size() >= Hash32::kSize; --i) {
        log.topics.push_back(Hash32::from(rest.first(Hash32::kSize)));
        rest = rest.subspan(Hash32::kSize);
    }
    log.data = toBytes(rest);
    if (!event.reads(log)) {
        return 0;
    }
    Log other = log;
    other.topics[0].bytes[31] ^= 1;
    fuzz::require(!event.reads(other), "another event is not this one");
    other = log;
    other.topics.emplace_back();
    fuzz::require(!event.reads(other), "an event has as many topics as it is declared with");
    other = log;
    other.topics.pop_back();
    fuzz::require(!event.reads(other), "and not fewer");
    return 0;
}
