// SPDX-License-Identifier: GPL-3.0-or-later
// The node and the contracts.
#include "messages/tables.h"

#include <QCoreApplication>

namespace autochain::messages
{
namespace
{
class ChainTexts
{
    Q_DECLARE_TR_FUNCTIONS(ChainTexts)
public:
    static ErrorText of(ChainError code);
    static ErrorText of(ContractsError code);
};

ErrorText ChainTexts::of(ChainError code)
{
    const QString safe = tr("Money and titles are on the chain and not touched by this.");
    switch (code) {
    case ChainError::NodeUnreachable:
        return {tr("The node %1 does not answer."), safe,
                tr("Check that it runs and that this computer is connected. Then do the same step again: it goes on "
                   "where it stopped.")};
    case ChainError::NodeTimeout:
        return {tr("The node %1 took too long."),
                tr("If a transaction was on its way it may still be carried out; it cannot be paid twice."),
                tr("Wait a moment and look again, or add a second node.")};
    case ChainError::WrongChain:
        return {tr("The node is on another chain: expected %1, it says %2."),
                tr("Nothing was signed or sent. What this node shows is not your money."),
                tr("Give the address of a node of your network, or the network file that belongs to this node.")};
    case ChainError::NodeRefused:
        return {tr("The node %1 refuses: %2."), safe, tr("Try again, or use another node.")};
    case ChainError::BadAnswer:
        return {tr("The node %1 gave an answer that cannot be right (%2)."),
                tr("Nothing from it was believed. Nothing moved."), tr("Use another node.")};
    case ChainError::Reverted:
        return {tr("The contract refuses this step."),
                tr("Nothing moved. If it was mined, only the network fee is gone."),
                tr("Look at the deal or car again: somebody may have acted before you.")};
    case ChainError::UnderpricedOrKnown:
        return {tr("The node has a transaction with this number already: %1."),
                tr("Nothing is paid twice: only one of them can be carried out."),
                tr("Wait until the first one is in a block, then look again.")};
    case ChainError::NotFound:
        return {tr("The chain has no such transaction or block yet."), safe,
                tr("Wait for the next block and look again.")};
    case ChainError::BadProof:
        return {tr("The node's proof does not fit the chain's header: the node is wrong or lies."),
                tr("Nothing from it was believed. Your money is where the chain says, not where this node says."),
                tr("Use another node, and do not use this one again.")};
    }
    return {};
}

ErrorText ChainTexts::of(ContractsError code)
{
    switch (code) {
    case ContractsError::NotEnoughCoins:
        return {tr("The account lacks coins for the fees of the deployment: %1:units needed, %2:units there."),
                tr("Nothing was sent."), tr("Send the account coins of this network and start again.")};
    case ContractsError::StepFailed:
        return {tr("A step of the deployment failed: %1."),
                tr("Only fees are gone. What was deployed before lies on the chain without harm."),
                tr("Start the deployment again; it begins anew with the account's next number.")};
    case ContractsError::WrongAddress:
        return {tr("A contract came to lie at another address than planned: %1."),
                tr("Only fees are gone. The account was used by another program meanwhile."),
                tr("Use an account that nothing else uses, and start again.")};
    case ContractsError::NotDeployed:
        return {tr("The network file of “%1” names no AutoChain contracts."), tr("Nothing was read and nothing moved."),
                tr("Its headers can be verified (network status). For everything else somebody has to put the "
                   "contracts there "
                   "and hand out the file that comes of it (network deploy).")};
    case ContractsError::NotMinedInTime:
        return {tr("A step of the deployment was not mined in time: %1."),
                tr("It may still be mined; that does no harm."),
                tr("Check that the network makes blocks, then start again.")};
    }
    return {};
}
} // namespace

ErrorText textOf(ChainError code)
{
    return ChainTexts::of(code);
}

ErrorText textOf(ContractsError code)
{
    return ChainTexts::of(code);
}

} // namespace autochain::messages
