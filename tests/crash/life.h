// SPDX-License-Identifier: GPL-3.0-or-later
// One store that grows over many lives of a process, each of which ends by being killed.
#pragma once

#include "child.h"

#include <map>

namespace autochain::crash
{

class GrowingStore
{
public:
    explicit GrowingStore(std::string folder) : m_folder(std::move(folder)) {}

    // Works on until killed; takes note of what was begun and what was acknowledged. Empty, or what went wrong in it.
    std::string live(long at, long killAfterUs);
    // Opens with the real code and compares. Empty, or what is not as it should be.
    std::string verify();
    int acknowledged() const { return m_acknowledged; }

private:
    enum class State { Begun, Done };
    std::string m_folder;
    std::map<int, State> m_steps;
    int m_acknowledged = 0;
};

} // namespace autochain::crash
