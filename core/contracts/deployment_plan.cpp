// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracts/deployment_plan.h"

#include "contracts/bytecode.h"
#include "contracts/deal_hash.h"
#include "contracts/generated/appraisal_desk.h"
#include "contracts/generated/auc.h"
#include "contracts/generated/compatibility_fallback_handler.h"
#include "contracts/generated/deal_book.h"
#include "contracts/generated/deal_guard.h"
#include "contracts/generated/deal_module.h"
#include "contracts/generated/incentive_pool.h"
#include "contracts/generated/listing_board.h"
#include "contracts/generated/participants.h"
#include "contracts/generated/safe.h"
#include "contracts/generated/safe_proxy_factory.h"
#include "contracts/generated/safe_setup.h"
#include "contracts/generated/section_grants.h"
#include "contracts/generated/vehicle_registry.h"
#include "contracts/generated/vesting_wallet.h"
#include "crypto/address.h"

namespace autochain::contracts
{
namespace
{
constexpr const char* kHandlerName = "compatibilityFallbackHandler";
// Nonces of the plan, counted from its start.
enum Step : std::uint64_t {
    kSafe,
    kFactory,
    kHandler,
    kTreasury,
    kSetup,
    kParticipants,
    kPrivatePlacement,
    kTeam,
    kPool,
    kAuc,
    kRegistry,
    kBoard,
    kDesk,
    kModule,
    kGuard,
    kBook
};

// Yellow Paper, appendix G: creation, 16 per byte of data, 200 per byte of code; the rest is for what constructors do.
std::uint64_t gasLimitOf(const Call& call)
{
    constexpr std::uint64_t kBase = 53'000;
    constexpr std::uint64_t kPerByte = 16 + 200 + 1;
    constexpr std::uint64_t kConstructor = 500'000;
    return kBase + kPerByte * call.data.size() + kConstructor;
}

class Planner
{
public:
    Planner(const Address& deployer, std::uint64_t startNonce) : m_deployer(deployer), m_start(startNonce) {}
    Address at(Step step) const { return createAddress(m_deployer, m_start + step); }
    void create(const char* name, Call call)
    {
        const Address address = createAddress(m_deployer, m_start + m_plan.size());
        const std::uint64_t gas = gasLimitOf(call);
        m_plan.push_back({name, std::move(call), address, gas});
    }
    void callFor(const char* name, Call call, const Address& address)
    {
        const std::uint64_t gas = gasLimitOf(call);
        m_plan.push_back({name, std::move(call), address, gas});
    }
    std::vector<DeployStep> take() { return std::move(m_plan); }

private:
    Address m_deployer;
    std::uint64_t m_start;
    std::vector<DeployStep> m_plan;
};

Bytes treasuryInitializer(const Planner& planner, const DeployOptions& options)
{
    return safe::setup({}, options.treasuryOwners, U256(options.treasuryThreshold), {}, {}, planner.at(kHandler), {},
                       U256(), {})
        .data;
}

void planSafes(Planner& planner, const DeployOptions& options, const Address& treasury)
{
    planner.create("safe", safe::create());
    planner.create("safeProxyFactory", safeProxyFactory::create());
    planner.create(kHandlerName, compatibilityFallbackHandler::create());
    planner.callFor("treasury",
                    safeProxyFactory::createProxyWithNonce(planner.at(kFactory), planner.at(kSafe),
                                                           treasuryInitializer(planner, options), U256()),
                    treasury);
    planner.create("safeSetup", safeSetup::create());
}

void planToken(Planner& planner, const DeployOptions& options, const Address& treasury)
{
    const Address foundation = options.foundation.isZero() ? treasury : options.foundation;
    const auto start = static_cast<std::uint64_t>(options.vestingStart);
    planner.create("participants", participants::create(foundation));
    planner.create("privatePlacement",
                   vestingWallet::create(options.privatePlacementBeneficiary, start, options.vestingSeconds));
    planner.create("team", vestingWallet::create(options.teamBeneficiary, start, options.vestingSeconds));
    planner.create("incentivePool", incentivePool::create(planner.at(kAuc), foundation, options.rewardPeriodSeconds,
                                                          options.rewardRecipientCap, options.rewardPeriodCap));
    planner.create("auc", auc::create(planner.at(kPrivatePlacement), planner.at(kPool), treasury, planner.at(kTeam)));
}

void planMarket(Planner& planner, const DeployOptions& options)
{
    const Address book = planner.at(kBook);
    planner.create("vehicleRegistry", vehicleRegistry::create(planner.at(kParticipants), book));
    planner.create("listingBoard", listingBoard::create(planner.at(kRegistry)));
    planner.create("appraisalDesk", appraisalDesk::create(planner.at(kAuc), book, planner.at(kPool), options.seatStake,
                                                          options.latePenalty));
    planner.create("dealModule", dealModule::create(planner.at(kAuc), planner.at(kRegistry), book));
    planner.create("dealGuard", dealGuard::create(planner.at(kModule), book));
    planner.create("dealBook",
                   dealBook::create(planner.at(kAuc), planner.at(kRegistry), planner.at(kDesk), planner.at(kModule),
                                    planner.at(kGuard), planner.at(kSetup), planner.at(kSafe), planner.at(kFactory)));
    planner.create("sectionGrants", sectionGrants::create(planner.at(kRegistry)));
}
} // namespace

std::vector<DeployStep> planDeployment(const Address& deployer, std::uint64_t startNonce, const DeployOptions& options)
{
    Planner planner(deployer, startNonce);
    const Address treasury =
        safeProxyAddress(planner.at(kFactory), planner.at(kSafe), treasuryInitializer(planner, options), U256());
    planSafes(planner, options, treasury);
    planToken(planner, options, treasury);
    planMarket(planner, options);
    return planner.take();
}

std::map<std::string, Address> contractsOf(const std::vector<DeployStep>& plan)
{
    std::map<std::string, Address> contracts;
    for (const auto& step : plan) {
        if (step.name != kHandlerName) {
            contracts[step.name] = step.expectedAddress;
        }
    }
    return contracts;
}

} // namespace autochain::contracts
