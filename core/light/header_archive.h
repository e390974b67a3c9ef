// SPDX-License-Identifier: GPL-3.0-or-later
// Headers whose seals were checked here, kept in a file of their own, so that a start does not begin at the checkpoint
// again. They are public, so their key is no secret: it is that of the chain, and gives every page its checksum. Chains
// that lost against another one are kept too.
#pragma once

#include "chain/checkpoint.h"
#include "chain/header_rules.h"
#include "store/database.h"

namespace autochain::light
{

class HeaderArchive
{
public:
    // One process per file at a time: Busy for the second, which then goes without. A damaged file is made anew. Else
    // the errors of store::Database.
    static Result<HeaderArchive> open(const std::string& path, const Hash32& genesisHash);

    // All that are kept after this checkpoint, parents before children; empty where the file began at another one, and
    // then what it held is gone. The checkpoint's own header comes first where it is there. Corrupt.
    Result<std::vector<HashedHeader>> load(const Checkpoint& checkpoint);
    Result<> add(std::span<const HashedHeader> headers); // those that are there already stay
    Result<> clear();

private:
    explicit HeaderArchive(store::Database database) : m_database(std::move(database)) {}

    store::Database m_database;
};

} // namespace autochain::light
