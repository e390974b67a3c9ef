// SPDX-License-Identifier: GPL-3.0-or-later
// The files of a practice market:
//   network.json   the network file every home on this computer can join by
//   practice.json  {"format": "autochain-practice/1", "genesisTime", "clockOffset"}; written last: its being there says
//   that
//                  the market is whole
//   node.json      {"pid", "port"} of the running node
//   state.json     the node's chain, written by it every second and at its end; state.backup.json: as of the last start
//   keys/ content/ cache/ anvil.log
#pragma once

#include "chain/network_file.h"
#include "practice/anvil_process.h"

#include <optional>

namespace autochain::practice
{

struct PracticeRecord {
    UnixTime genesisTime = 0;
    UnixTime clockOffset = 0; // the market's time less the computer's
};

class PracticeFiles
{
public:
    explicit PracticeFiles(std::string folder) : m_folder(std::move(folder)) {}
    const std::string& folder() const { return m_folder; }
    std::string path(const char* name) const { return m_folder + "/" + name; }

    bool isCreated() const;
    Result<NetworkFile> network() const;              // NotCreated, Broken
    Result<PracticeRecord> record() const;            // NotCreated, Broken
    std::optional<NodeHandle> node() const;           // none: no file, or one that can't be read
    Result<> write(const NetworkFile& network) const; // IoError
    Result<> write(const PracticeRecord& record) const;
    Result<> write(const NodeHandle& node) const;
    void forgetNode() const;

    void backUpState() const;    // state.json -> state.backup.json, where there is a state
    bool restoreState() const;   // the other way; false: no backup
    Result<> makeFolder() const; // IoError
    Result<> remove() const;     // all of it; IoError

private:
    std::string m_folder;
};

} // namespace autochain::practice
