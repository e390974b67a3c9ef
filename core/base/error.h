// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace autochain
{
enum class BaseError { NotANumber, TooManyDecimals, Overflow, BadHex, WrongLength };
constexpr Domain domainOf(BaseError)
{
    return Domain::Base;
}
} // namespace autochain
