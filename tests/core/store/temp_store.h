// SPDX-License-Identifier: GPL-3.0-or-later
// A database in a folder of its own, gone with the object.
#pragma once

#include "store/migration.h"

#include <QTemporaryDir>
#include <stdexcept>

namespace autochain::store
{

inline SecretBytes testKey(std::uint8_t fill)
{
    return SecretBytes::copyOf(Bytes(32, fill));
}

struct TempStore {
    QTemporaryDir folder;
    std::string path = folder.filePath(QStringLiteral("store.db")).toStdString();
    std::optional<Database> held = openOrThrow();
    Database& database = *held;

    Database openOrThrow() const
    {
        auto opened = openStore(path, testKey(7));
        if (!opened.ok()) {
            throw std::runtime_error("cannot open the test store: " + opened.error().detail);
        }
        return std::move(opened).value();
    }
    void close() { held.reset(); } // then nobody holds the file, and nothing is in the log
    Database& reopen()
    {
        close();
        return held.emplace(openOrThrow());
    }
};

} // namespace autochain::store
