// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "contracts/generated/contract_id.h"

namespace autochain::contracts
{
// What a creation transaction carries, without constructor arguments.
const Bytes& creationCode(ContractId contract);
// What lies at the address afterwards, with zeros where immutables are filled in.
const Bytes& runtimeCode(ContractId contract);
} // namespace autochain::contracts
