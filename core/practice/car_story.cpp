// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/car_story.h"

#include "practice/people.h"

#include <algorithm>
#include <chrono>
#include <set>

namespace autochain::practice
{
namespace
{
// Places in the catalogue of cars that have something to tell. The rest lead ordinary lives.
const std::set<std::size_t> kRolledBack = {5, 19, 38};
const std::set<std::size_t> kHardlyKnown = {3, 17, 33, 47};
const std::set<std::size_t> kLongGap = {9, 24, 41};
const std::set<std::size_t> kLienOpen = {20, 36};
const std::set<std::size_t> kLienPaid = {8, 26, 44};
const std::set<std::size_t> kRecallOpen = {12, 31};
const std::set<std::size_t> kImported = {2, 29};
const std::set<std::size_t> kSalvaged = {14};
const std::set<std::size_t> kStolen = {22};
const std::set<std::size_t> kCrashed = {4, 10, 14, 15, 21, 27, 32, 39, 45, 50};
const std::set<std::size_t> kCodesRead = {0, 7, 16, 23, 34, 42, 48};
const std::set<std::size_t> kDriven = {0, 6, 13, 25, 37, 46};
const std::set<std::size_t> kMistyped = {0, 18, 43};
const std::set<std::size_t> kDisputed = {10, 21, 45};
const std::set<std::size_t> kValued = {0, 11, 28, 40};
const std::set<std::size_t> kTooFar = {13};    // more km in a month than a car can drive
const std::set<std::size_t> kCrashOpen = {32}; // not known to be repaired

bool isIn(const std::set<std::size_t>& places, std::size_t index)
{
    return places.contains(index);
}

class Teller
{
public:
    Teller(const CatalogCar& car, std::size_t index, UnixTime now)
        : m_car(car), m_index(index), m_random(car.vin), m_built(builtAt(car)), m_end(listedAt(car, now) - 2 * kDay)
    {
    }

    std::vector<Beat> tell()
    {
        if (isIn(kHardlyKnown, m_index)) {
            hardlyKnown();
        } else {
            beginning();
            owners();
            everyYear();
            mishaps();
            money();
            words();
            diagnosis();
        }
        return inOrder();
    }

private:
    // What the odometer shows: straight from the first sale to the catalogue's reading. Where it was turned back, the
    // car ran on to more than that before.
    std::uint32_t kmAt(UnixTime time) const
    {
        const double life =
            static_cast<double>(time - m_sold) / static_cast<double>(std::max<UnixTime>(m_end - m_sold, 1));
        const double part = std::clamp(life, 0.0, 1.0);
        const double last = m_car.odometerKm;
        if (!isIn(kRolledBack, m_index)) {
            return 12 + static_cast<std::uint32_t>(part * (last - 12));
        }
        const double shown = part < 0.7 ? part * last * 1.75 : last * (0.86 + 0.14 * (part - 0.7) / 0.3);
        return 12 + static_cast<std::uint32_t>(shown);
    }

    UnixTime part(double of) const { return m_sold + static_cast<UnixTime>(of * static_cast<double>(m_end - m_sold)); }

    void add(UnixTime time, BeatKind kind, bool read, std::size_t person = 0)
    {
        m_beats.push_back({time, kind, read ? kmAt(time) : 0, person});
    }

    std::size_t privatePerson()
    {
        static const auto kOwners = castOfRole("owner");
        return m_random.pick(kOwners);
    }

    void hardlyKnown()
    {
        m_sold = m_end - m_random.between(200, 500) * kDay;
        m_beats.push_back({m_sold, BeatKind::Registered, m_car.odometerKm - m_car.odometerKm / 20, sellerOf(m_index)});
        m_beats.push_back({m_end - 20 * kDay, BeatKind::ReadByOwner, m_car.odometerKm, 0});
        if (m_index % 2 == 1) {
            m_beats.push_back({m_end - 10 * kDay, BeatKind::Stated, 0, 0});
        }
    }

    void beginning()
    {
        m_sold = m_built + m_random.between(35, 140) * kDay;
        m_beats.push_back({m_built, BeatKind::Produced, 8, 0});
        if (isIn(kImported, m_index)) {
            m_beats.push_back({m_sold - 12 * kDay, BeatKind::Imported, 0, 0});
        }
    }

    void owners()
    {
        const int hands = static_cast<int>(std::min<UnixTime>((m_end - m_sold) / (4 * 365 * kDay), 2));
        std::size_t holder = m_index == 0 ? castIndex("wei") : privatePerson();
        const std::size_t seller = sellerOf(m_index);
        while (holder == seller) {
            holder = privatePerson();
        }
        m_beats.push_back({m_sold, BeatKind::Sold, 14, holder});
        for (int i = 1; i <= hands; ++i) {
            std::size_t next = privatePerson();
            if (next == holder || next == seller) {
                continue;
            }
            add(part(static_cast<double>(i) / (hands + 1.4)), BeatKind::Sold, false, next);
            holder = next;
        }
        const bool dealer = seller == castIndex("north-ridge");
        m_lastSale =
            dealer ? m_end - m_random.between(15, 45) * kDay : part(0.62 + 0.01 * static_cast<double>(m_index % 9));
        add(m_lastSale, BeatKind::Sold, false, seller);
    }

    void everyYear()
    {
        // Most cars are seen within every twelve months; every fifth is looked after less often.
        const UnixTime often = 310 * kDay;
        const UnixTime step = m_index % 5 == 4 ? std::max(often, (m_end - m_sold) / 6) : often;
        int visit = 0;
        for (UnixTime t = m_sold + step - 20 * kDay; t < m_end - 30 * kDay;
             t += step + m_random.between(-20, 20) * kDay) {
            const double life = static_cast<double>(t - m_sold) / static_cast<double>(m_end - m_sold);
            ++visit;
            if (isIn(kLongGap, m_index) && life > 0.25 && life < 0.85) {
                continue;
            }
            add(t, visit % 3 == 2 ? BeatKind::Inspected : BeatKind::Serviced, true);
        }
        const BeatKind last = m_index % 4 == 3 ? BeatKind::ReadByOwner : BeatKind::Inspected;
        m_beats.push_back({m_end - m_random.between(3, 12) * kDay, last, m_car.odometerKm, 0});
    }

    void mishaps()
    {
        if (isIn(kCrashed, m_index)) {
            const UnixTime crash = part(0.45) + m_random.between(0, 60) * kDay;
            add(crash, BeatKind::Crashed, true);
            add(crash + 9 * kDay, BeatKind::Claimed, false);
            if (!isIn(kCrashOpen, m_index)) {
                add(crash + 26 * kDay, BeatKind::Repaired, true);
            }
        }
        if (isIn(kSalvaged, m_index)) {
            add(part(0.45) + 100 * kDay, BeatKind::Branded, false);
        }
        if (isIn(kStolen, m_index)) {
            add(part(0.5), BeatKind::Stolen, false);
            add(part(0.5) + 41 * kDay, BeatKind::Found, false);
        }
        if (m_index % 6 == 0 || isIn(kRecallOpen, m_index)) {
            add(part(0.55), BeatKind::Recalled, false);
            if (!isIn(kRecallOpen, m_index)) {
                add(part(0.55) + m_random.between(40, 200) * kDay, BeatKind::RecallFixed, false);
            }
        }
    }

    void money()
    {
        if (isIn(kLienOpen, m_index)) {
            add(m_lastSale + 5 * kDay, BeatKind::LienTaken, false);
        }
        if (isIn(kLienPaid, m_index)) {
            add(part(0.05), BeatKind::LienTaken, false);
            add(part(0.20), BeatKind::LienPaid, false);
        }
    }

    // What was said wrong, said again and said against.
    void words()
    {
        if (isIn(kMistyped, m_index)) {
            const UnixTime when = part(0.83);
            m_beats.push_back({when, BeatKind::Mistyped, kmAt(when) * 10 + 4, 0});
            m_beats.push_back({when + 3 * kDay, BeatKind::Corrected, kmAt(when), 0});
        }
        if (isIn(kDisputed, m_index)) {
            add(part(0.9), BeatKind::Disputed, false);
        }
        if (isIn(kValued, m_index)) {
            add(part(0.93), BeatKind::Valued, false);
        }
        if (isIn(kTooFar, m_index)) {
            // Driven on another instrument until a month ago, by the readings.
            for (Beat& beat : m_beats) {
                beat.km = beat.km > 100 && beat.time < m_end - 35 * kDay ? beat.km / 2 : beat.km;
            }
            m_beats.push_back({m_end - 34 * kDay, BeatKind::Serviced, kmAt(m_end - 34 * kDay) / 2, 0});
        }
    }

    void diagnosis()
    {
        if (isIn(kCodesRead, m_index)) {
            add(part(0.76), BeatKind::CodesRead, true);
        }
        if (isIn(kDriven, m_index)) {
            add(part(0.88), BeatKind::Driven, false);
            add(part(0.97), BeatKind::Driven, false);
        }
        if (m_index == kSharedCar) {
            add(part(0.03), BeatKind::UsedByMany, false);
            int week = 0;
            for (UnixTime t = part(0.05); t < m_end - 20 * kDay; t += 5 * kDay) {
                add(t, ++week % 16 == 0 ? BeatKind::Driven : BeatKind::Logged, true);
            }
        }
    }

    // By day and by opening hours; two beats never at the same second.
    std::vector<Beat> inOrder()
    {
        std::stable_sort(m_beats.begin(), m_beats.end(), [](const Beat& a, const Beat& b) { return a.time < b.time; });
        UnixTime last = 0;
        for (Beat& beat : m_beats) {
            beat.time = beat.time / kDay * kDay + 13 * 3600 + m_random.between(0, 8 * 60) * 60;
            beat.time = std::max(beat.time, last + 3600);
            last = beat.time;
        }
        return std::move(m_beats);
    }

    const CatalogCar& m_car;
    std::size_t m_index;
    RandomSource m_random;
    UnixTime m_built;
    UnixTime m_end;
    UnixTime m_sold = 0;
    UnixTime m_lastSale = 0;
    std::vector<Beat> m_beats;
};
} // namespace

UnixTime builtAt(const CatalogCar& car)
{
    const auto start = std::chrono::sys_days(std::chrono::year(car.year - 1) / std::chrono::September / 1);
    RandomSource random(car.vin + "built");
    return std::chrono::duration_cast<std::chrono::seconds>(start.time_since_epoch()).count() +
           random.between(0, 200) * kDay;
}

UnixTime listedAt(const CatalogCar& car, UnixTime now)
{
    RandomSource random(car.vin + "listed");
    return now - random.between(2, 40) * kDay + random.between(0, 9 * 60) * 60;
}

std::size_t sellerOf(std::size_t index)
{
    static const auto kOwners = castOfRole("owner");
    if (index == 0) {
        return castIndex("bob");
    }
    return index % 3 == 0 ? castIndex("north-ridge") : kOwners[index % kOwners.size()];
}

std::vector<Beat> tellStory(const CatalogCar& car, std::size_t index, UnixTime now)
{
    return Teller(car, index, now).tell();
}

} // namespace autochain::practice
