// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace autochain
{
enum class ContractsError {
    NotEnoughCoins, // for the fees of a deployment; args: wei needed, wei there
    StepFailed,     // a transaction of a deployment reverted; args: name of the step
    WrongAddress,   // a contract came to lie elsewhere: the account was used meanwhile; args: name of the step
    NotMinedInTime, // args: name of the step
    NotDeployed     // the network file names no contracts; args: the network's name
};
constexpr Domain domainOf(ContractsError)
{
    return Domain::Contracts;
}
} // namespace autochain
