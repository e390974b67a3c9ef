// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/seed_plan.h"

#include "base/amount.h"
#include "contracts/generated/appraisal_desk.h"
#include "contracts/generated/auc.h"
#include "contracts/generated/listing_board.h"
#include "contracts/generated/participants.h"
#include "contracts/generated/safe.h"
#include "contracts/generated/vehicle_registry.h"
#include "crypto/hash.h"
#include "practice/seed_content.h"
#include "vehicle/signed_content.h"

#include <algorithm>

namespace autochain::practice
{
namespace
{
namespace registry = contracts::vehicleRegistry;
using registry::Kind;

constexpr std::uint64_t kGrantKinds =
    (1ULL << static_cast<unsigned>(Kind::Service)) | (1ULL << static_cast<unsigned>(Kind::Repair)) |
    (1ULL << static_cast<unsigned>(Kind::Odometer)) | (1ULL << static_cast<unsigned>(Kind::TroubleCodes));
constexpr std::uint64_t kDeviceKinds =
    (1ULL << static_cast<unsigned>(Kind::Odometer)) | (1ULL << static_cast<unsigned>(Kind::ObdSession));

// Turns the beats of one car into transactions, keeping in mind who holds it.
class Scribe
{
public:
    Scribe(const CatalogCar& car, std::size_t index, const SeedStage& stage, SeedPlan& plan)
        : m_car(car), m_index(index), m_stage(stage), m_plan(plan), m_random(car.vin + "content"),
          m_registry(stage.contracts.at("vehicleRegistry")), m_id(keccak256(car.vin)),
          m_signing(stage.chainId, m_registry, m_id)
    {
        m_shop = castIndex(m_random.next() % 2 == 0 ? "subaru-ottawa" : "lakeshore");
    }

    // `times`: blocks there will be anyway; what a device reports every week goes into these, so that a long history
    // costs no blocks of its own.
    void write(const std::vector<UnixTime>& times)
    {
        const auto beats = moved(tellStory(m_car, m_index, m_stage.now), times);
        for (const Beat& beat : beats) {
            write(beat);
        }
        list();
        m_plan.recordCounts[m_id] = m_records;
    }

private:
    Hash32 keep(const Bytes& block)
    {
        m_plan.blocks.push_back(block);
        return sha256(block);
    }

    Bytes signedBy(std::size_t writer, Kind kind, std::uint32_t km, const std::string& content) const
    {
        const auto recordKind = static_cast<vehicle::RecordKind>(kind);
        const Hash32 digest = m_signing.digest(recordKind, km, sha256(asBytes(content)));
        return m_stage.sign ? vehicle::joinSignedContent(m_stage.sign(writer, digest), asBytes(content))
                            : toBytes(std::string_view(content));
    }

    Hash32 contentFor(const Beat& beat, std::size_t writer, Kind kind)
    {
        StoryPlace place{m_car, cast()[writer].place, m_stage.drive, {}, m_accident, m_typedKm};
        if (beat.kind == BeatKind::Corrected) {
            place.about = m_mistyped;
        } else if (beat.kind == BeatKind::Disputed) {
            place.about = m_accident ? m_accident : m_inspection;
        }
        auto content = contentOf(beat, place, m_random);
        if (!content) {
            return {};
        }
        for (const Bytes& paper : addDocuments(beat, place, *content, m_random)) {
            keep(paper);
        }
        return keep(signedBy(writer, kind, beat.km, vehicle::writeRecordContent(*content)));
    }

    void remember(const Beat& beat)
    {
        if (beat.kind == BeatKind::Crashed) {
            m_accident = m_records;
        } else if (beat.kind == BeatKind::Mistyped) {
            m_mistyped = m_records;
            m_typedKm = beat.km;
        } else if (beat.kind == BeatKind::Inspected) {
            m_inspection = m_records;
        }
    }

    // A device's report goes to the next of `times` that lies before the beat after it; where there is none, it stays
    // out.
    static std::vector<Beat> moved(std::vector<Beat> beats, const std::vector<UnixTime>& times)
    {
        constexpr UnixTime kApart = 3'600; // what a beat sends before and after itself
        std::vector<Beat> out;
        for (std::size_t i = 0; i < beats.size(); ++i) {
            Beat beat = beats[i];
            if (beat.kind == BeatKind::Logged && !out.empty()) {
                const auto at =
                    std::lower_bound(times.begin(), times.end(), std::max(beat.time, out.back().time + kApart));
                if (at == times.end() || (i + 1 < beats.size() && *at + kApart > beats[i + 1].time)) {
                    continue;
                }
                beat.time = *at;
            }
            out.push_back(beat);
        }
        return out;
    }

    void send(UnixTime time, std::size_t sender, Call call) { m_plan.steps.push_back({time, sender, std::move(call)}); }

    void append(const Beat& beat, Kind kind, std::size_t writer)
    {
        send(beat.time, writer, registry::append(m_registry, m_id, kind, beat.km, contentFor(beat, writer, kind)));
        remember(beat);
        ++m_records;
    }

    void registerBy(const Beat& beat, std::size_t writer)
    {
        const Kind kind = beat.kind == BeatKind::Produced ? Kind::Production : Kind::Odometer; // as the registry does
        send(beat.time, writer, registry::register_(m_registry, m_car.vin, beat.km, contentFor(beat, writer, kind)));
        m_holder = writer;
        ++m_records;
    }

    std::size_t maker() const
    {
        std::string file = "maker-" + m_car.make;
        std::transform(file.begin(), file.end(), file.begin(), [](unsigned char c) { return std::tolower(c); });
        return castIndex(file);
    }

    void sell(const Beat& beat)
    {
        if (beat.km != 0) { // the first sale is the dealer's record; later ones the registry writes by itself
            append({beat.time - 900, beat.kind, beat.km, beat.person}, Kind::FirstSale, castIndex("north-ridge"));
        }
        send(beat.time, m_holder,
             registry::transferFrom(m_registry, m_stage.people[m_holder], m_stage.people[beat.person],
                                    U256::fromBigEndian(m_id.view())));
        ++m_records;
        m_holder = beat.person;
        grantShop(beat.time + 600);
    }

    void grantShop(UnixTime time)
    {
        send(time, m_holder,
             registry::setGrant(m_registry, m_id, m_stage.people[m_shop], static_cast<std::uint64_t>(time),
                                static_cast<std::uint64_t>(time + 15 * 365 * kDay), U256(kGrantKinds)));
        if (m_index == kSharedCar) {
            send(time + 60, m_holder,
                 registry::setGrant(m_registry, m_id, m_stage.people[castIndex("drivelog")],
                                    static_cast<std::uint64_t>(time + 60),
                                    static_cast<std::uint64_t>(time + 15 * 365 * kDay), U256(kDeviceKinds)));
        }
    }

    void takeLien(UnixTime time)
    {
        const std::size_t lender = castIndex("northern-credit");
        send(time - 600, lender, registry::proposeLien(m_registry, m_id));
        send(time, m_holder, registry::acceptLien(m_registry, m_id, m_stage.people[lender]));
        ++m_records;
    }

    void write(const Beat& beat)
    {
        const bool atDealer = m_random.next() % 3 == 0;
        switch (beat.kind) {
        case BeatKind::Produced:
            return registerBy(beat, maker());
        case BeatKind::Registered:
            registerBy(beat, beat.person);
            return grantShop(beat.time + 600);
        case BeatKind::Sold:
            return sell(beat);
        case BeatKind::Imported:
            return append(beat, Kind::ImportExport, castIndex("ministry"));
        case BeatKind::Serviced:
            return append(beat, Kind::Service, atDealer ? castIndex("north-ridge") : m_shop);
        case BeatKind::Inspected:
        case BeatKind::Mistyped:
            return append(beat, Kind::Inspection, castIndex("ontario-safety"));
        case BeatKind::Corrected:
            return append(beat, Kind::Correction, castIndex("ontario-safety"));
        case BeatKind::Valued:
            return append(beat, Kind::Valuation, castIndex("north-ridge"));
        case BeatKind::Driven:
            return append(beat, Kind::ObdSession, castIndex(m_index == kSharedCar ? "drivelog" : "ontario-safety"));
        case BeatKind::Logged:
            return append(beat, Kind::Odometer, castIndex("drivelog"));
        case BeatKind::CodesRead:
            return append(beat, Kind::TroubleCodes, m_shop);
        case BeatKind::UsedByMany:
            return append(beat, Kind::OwnershipChange, castIndex("ministry"));
        case BeatKind::ReadByOwner:
            return append(beat, Kind::Odometer, m_holder);
        case BeatKind::Stated:
        case BeatKind::Disputed:
            return append(beat, Kind::OwnerStatement, m_holder);
        case BeatKind::Crashed:
            return append(beat, Kind::Accident, castIndex("maple-mutual"));
        case BeatKind::Claimed:
            return append(beat, Kind::InsuranceClaim, castIndex("maple-mutual"));
        case BeatKind::Repaired:
            return append(beat, Kind::Repair, m_shop);
        case BeatKind::Recalled:
            return append(beat, Kind::RecallOpened, maker());
        case BeatKind::RecallFixed:
            return append(beat, Kind::RecallClosed, maker());
        case BeatKind::Branded:
            return append(beat, Kind::TitleBrand, castIndex("ministry"));
        case BeatKind::Stolen:
        case BeatKind::Found:
            return append(beat, Kind::Theft, castIndex("ministry"));
        case BeatKind::LienTaken:
            return takeLien(beat.time);
        case BeatKind::LienPaid:
            send(beat.time, castIndex("northern-credit"), registry::releaseLien(m_registry, m_id));
            ++m_records;
            return;
        }
    }

    void list()
    {
        const auto content = listingContentOf(m_car, m_records, m_random);
        const Hash32 digest = keep(market::encodeListingContent(content));
        const UnixTime expires = m_stage.now + m_random.between(30, 90) * kDay;
        send(listedAt(m_car, m_stage.now), m_holder,
             contracts::listingBoard::publish(m_stage.contracts.at("listingBoard"), m_id, auc(m_car.priceAuc),
                                              static_cast<std::uint64_t>(expires), digest));
        ++m_plan.listings;
    }

    const CatalogCar& m_car;
    std::size_t m_index;
    const SeedStage& m_stage;
    SeedPlan& m_plan;
    RandomSource m_random;
    Address m_registry;
    Hash32 m_id;
    vehicle::RecordSigning m_signing;
    std::size_t m_shop = 0;
    std::size_t m_holder = 0;
    std::uint64_t m_records = 0;
    std::optional<std::uint64_t> m_accident, m_mistyped, m_inspection; // indexes of the last ones
    std::uint32_t m_typedKm = 0;
};

void byTime(std::vector<SeedStep>& steps)
{
    std::stable_sort(steps.begin(), steps.end(), [](const auto& a, const auto& b) { return a.time < b.time; });
}

contracts::appraisalDesk::Profile profileOf(std::string_view name, std::string_view regions, std::string_view languages)
{
    contracts::appraisalDesk::Profile profile;
    profile.licenceDigest = sha256(asBytes(std::string("licence of ") + std::string(name)));
    profile.rulesDigest = sha256(asBytes("practice market appraisal rules"));
    profile.rulingFee = auc(10'000);
    profile.assessmentFee = auc(4'500);
    profile.name = name;
    profile.regions = regions;
    profile.languages = languages;
    return profile;
}

Call stakeCall(const SeedStage& stage, std::uint64_t stake, const contracts::appraisalDesk::Profile& profile)
{
    return contracts::auc::transferAndCall(stage.contracts.at("auc"), stage.contracts.at("appraisalDesk"), auc(stake),
                                           contracts::appraisalDesk::encodeProfile(profile));
}
} // namespace

UnixTime genesisTimeOf(const std::vector<CatalogCar>& cars)
{
    UnixTime first = builtAt(cars.front());
    for (const auto& car : cars) {
        first = std::min(first, builtAt(car));
    }
    return first - 180 * kDay;
}

SeedPlan planCars(const std::vector<CatalogCar>& cars, const SeedStage& stage)
{
    SeedPlan plan;
    for (std::size_t i = 0; i < cars.size(); ++i) {
        if (i != kSharedCar) {
            Scribe(cars[i], i, stage, plan).write(std::vector<UnixTime>());
        }
    }
    if (kSharedCar < cars.size()) {
        std::vector<UnixTime> times;
        for (const SeedStep& step : plan.steps) {
            times.push_back(step.time);
        }
        std::sort(times.begin(), times.end());
        Scribe(cars[kSharedCar], kSharedCar, stage, plan).write(times);
    }
    byTime(plan.steps);
    return plan;
}

std::vector<SeedStep> planSociety(const SeedStage& stage, const SignTreasury& signTreasury)
{
    const std::size_t foundation = castIndex("foundation");
    const Address participants = stage.contracts.at("participants");
    const UnixTime rolesAt = stage.genesis + 2 * kDay;
    const UnixTime moneyAt = stage.now - 700 * kDay;
    std::vector<SeedStep> steps;
    std::uint64_t safeNonce = 0;
    for (std::size_t i = 0; i < cast().size(); ++i) {
        const CastEntry& entry = cast()[i];
        if (entry.onChain != contracts::participants::Role::None) {
            steps.push_back({rolesAt, foundation,
                             contracts::participants::grantRole(participants, stage.people[i], entry.onChain, 0)});
            steps.push_back({rolesAt, foundation,
                             contracts::participants::setName(participants, stage.people[i], std::string(entry.name))});
        }
        if (entry.auc != 0) {
            const Call inner = contracts::auc::transfer(stage.contracts.at("auc"), stage.people[i], auc(entry.auc));
            const Bytes signature = signTreasury(inner, safeNonce++);
            steps.push_back({moneyAt, foundation,
                             contracts::safe::execTransaction(stage.contracts.at("treasury"), *inner.to, U256(),
                                                              inner.data, contracts::safe::Operation::Call, U256(),
                                                              U256(), U256(), {}, {}, signature)});
        }
    }
    steps.push_back({moneyAt + kDay, castIndex("martin"),
                     stakeCall(stage, 150'000, profileOf("Martin Sato", "Ontario", "en, ja"))});
    steps.push_back({moneyAt + kDay, castIndex("ingrid"),
                     stakeCall(stage, 100'000, profileOf("Ingrid Holm", "Ontario, Quebec", "en, fr"))});
    byTime(steps);
    return steps;
}

} // namespace autochain::practice
