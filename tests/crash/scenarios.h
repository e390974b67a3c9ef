// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does with the store, step by step. A step is acknowledged after it returned; what was acknowledged must
// be there whatever happens next.
#pragma once

#include "base/result.h"

#include <functional>
#include <set>
#include <string>
#include <vector>

namespace autochain::crash
{

// Runs one named step. On an error it may disarm the faults and try the step again; the scenario goes on only where
// it succeeded.
using Step = std::function<Result<>()>;
using Runner = std::function<Result<>(const std::string& name, const Step& step)>;
using Acknowledged = std::set<std::string>;

struct Scenario {
    const char* name;
    std::function<Result<>(const std::string& folder)> prepare; // what is there before, made without faults
    std::function<Result<>(const std::string& folder, const Runner& run)> play;
    // Opens with the real code. Empty: all that was acknowledged is there, nothing is half there, checks are clean.
    std::function<std::string(const std::string& folder, const Acknowledged& done)> verify;
};

std::vector<Scenario> allScenarios();
std::vector<Scenario> vaultScenarios(); // part of them

} // namespace autochain::crash
