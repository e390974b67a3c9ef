// SPDX-License-Identifier: GPL-3.0-or-later
// The Ethash caches of the epochs that are needed, made once (0.3 to 2 s of one core) and kept in a folder with their
// checksum. Made in the background; the next epoch's before it begins.
#pragma once

#include "chain/ethash_cache.h"

#include <QCoroTask>
#include <QFuture>

#include <map>
#include <string>

namespace autochain::light
{

class EpochCaches
{
public:
    // `folder`: empty: nothing is kept on disk.
    explicit EpochCaches(std::string folder) : m_folder(std::move(folder)) {}

    using Cache = std::shared_ptr<const ethash::LightCache>;
    // The same future for everybody who asks. Read from the folder, or made and then written there while the caller
    // goes on; a file that is short, long or damaged is made anew. Precondition: epoch.index <= kMaxEpoch.
    QFuture<std::shared_ptr<Cache>> get(const ethash::Epoch& epoch);

private:
    std::string m_folder;
    std::map<std::uint32_t, QFuture<std::shared_ptr<Cache>>> m_wanted; // by index; the newest few stay
};

} // namespace autochain::light
