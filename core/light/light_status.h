// SPDX-License-Identifier: GPL-3.0-or-later
// What the light client knows and by whom: for the network page, the status bar and "how do we know". Plain values.
#pragma once

#include "base/clock.h"
#include "chain/checkpoint.h"
#include "chain/provenance.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace autochain::light
{

enum class PeerState {
    Unknown,    // not asked yet
    Agrees,     // its newest block is in the heaviest chain, three blocks behind it at most
    Behind,     // in the heaviest chain, but further back
    OtherFork,  // a valid chain with less work
    Away,       // no answer
    Refuses,    // answers, but not what was asked
    WrongChain, // of another network: another chain id, or it does not have the checkpoint
    ShutOut     // lied; not asked any more until the person says so or the program starts again
};

enum class Lie {
    None,
    BadAnswer,  // not what the protocol says
    BadHeader,  // a header that is not the one of its hash, or does not follow its parent
    BrokenRule, // a header against the chain's rules; detail: the rule
    BadSeal,    // no proof of work; detail: the rule
    BadProof,   // a value that does not belong to the verified header
    BadReceipt  // the result of a transaction that does not belong to the verified header
};

struct PeerStanding {
    std::string url;
    bool onThisComputer = false;
    PeerState state = PeerState::Unknown;
    std::optional<std::uint64_t> headNumber;            // what it said last
    std::optional<std::chrono::milliseconds> answersIn; // median of its last answers
    std::uint64_t headersGiven = 0;                     // that held
    std::uint64_t proofsGiven = 0;                      // that held
    Lie lie = Lie::None;
    std::string lieDetail; // technical: the rule, the block
    UnixTime shutOutAt = 0;
};

enum class Phase {
    Starting, // nobody has answered yet
    Syncing,  // headers are on their way; what is read meanwhile is Reported
    InSync,
    Offline // nobody answers; the last verified head is what there is
};

enum class CheckpointSource {
    Genesis,     // no checkpoint: every header from the first block on
    NetworkFile, // the file's word, signed by nobody
    Foundation,  // the file's, and the foundation's signature holds
    Person       // set here
};

// How many blocks must be on top before something is shown as Proven, and when it is Stale.
struct Sureness {
    std::uint32_t amountBlocks = 12;
    std::uint32_t dealBlocks = 12;        // deals, titles, listings, histories, roles
    std::int64_t staleAfterSeconds = 300; // without a new verified block
    bool operator==(const Sureness&) const = default;
};

struct LightStatus {
    Phase phase = Phase::Starting;
    Checkpoint checkpoint;
    CheckpointSource checkpointSource = CheckpointSource::Genesis;
    std::optional<BlockRef> head;  // the newest verified header; none: not even the checkpoint's
    UnixTime verifiedAt = 0;       // when the head was verified here; 0: before this start
    std::uint64_t target = 0;      // what the peers say there is
    std::uint64_t finalNumber = 0; // deep enough for deals
    std::int64_t blockSeconds = 0; // mean of the last 64 blocks; 0: not known
    bool stale = false;            // the head is older than the person accepts
    Sureness sureness;
    std::vector<PeerStanding> peers;
};

// How one block is known.
struct BlockKnowledge {
    BlockRef block;
    std::uint64_t confirmations = 0;   // blocks on top
    U256 workOnTop;                    // their difficulties together
    std::vector<std::string> provedBy; // nodes whose proofs against this header held, URLs
};

} // namespace autochain::light
