// SPDX-License-Identifier: GPL-3.0-or-later
// One vault over many lives of a process, each of which ends by being killed.
#pragma once

#include "child.h"

namespace autochain::crash
{

class GrowingVault
{
public:
    explicit GrowingVault(std::string folder) : m_path(std::move(folder) + "/vault.json") {}

    // Opens the vault, or makes it, and changes it until killed; the next life opens what this one left. Empty, or what
    // was not as it should be.
    std::string live(long at, long killAfterUs);
    int acknowledged() const { return m_acknowledged; }

private:
    std::string m_path;
    int m_passphrase = 0;       // number of the one last acknowledged
    int m_begun = 0;            // number of the one that may have come through
    std::size_t m_accounts = 0; // acknowledged
    int m_acknowledged = 0;
};

} // namespace autochain::crash
