// SPDX-License-Identifier: GPL-3.0-or-later
// Why a contract refused.
#pragma once

#include "codec/abi.h"

namespace autochain::contracts
{

struct RevertArgument {
    std::string name;
    abi::Type type;
    abi::Value value;
};

struct RevertReason {
    std::string name; // "WrongState", "Error", "Panic"; empty where the data fits no known error
    std::vector<RevertArgument> args;

    const abi::Value* argument(std::string_view argumentName) const; // null where there is none of that name
    std::string describe() const; // "WrongAmount(sent=1, due=2)": technical, for Error::detail
};

// Custom errors of the suite's contracts and of what they are built on, Error(string) and Panic(uint256).
RevertReason decodeRevert(BytesView revertData);

} // namespace autochain::contracts
