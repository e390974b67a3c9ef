// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/key_pipe.h"

#include <cerrno>
#include <cstring>
#include <poll.h>
#include <unistd.h>

namespace autochain::wire
{
namespace
{

constexpr std::size_t kIdBytes = 8;
constexpr std::size_t kWhole = kIdBytes + kPipedKey;
constexpr int kMostStale = 512; // a request may have brought as many as wire::kMaxSections

void putId(std::uint8_t* out, std::int64_t id)
{
    for (std::size_t i = 0; i < kIdBytes; ++i) {
        out[i] = static_cast<std::uint8_t>(static_cast<std::uint64_t>(id) >> (8 * (kIdBytes - 1 - i)));
    }
}

bool readWhole(int descriptor, SecretBytes& into, int timeoutMs)
{
    std::size_t size = 0;
    while (size < into.size()) {
        pollfd wait{descriptor, POLLIN, 0};
        const int ready = poll(&wait, 1, timeoutMs);
        if (ready < 0 && errno == EINTR) {
            continue;
        }
        if (ready <= 0) {
            return false;
        }
        const auto got = read(descriptor, into.data() + size, into.size() - size);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            return false;
        }
        size += static_cast<std::size_t>(got);
    }
    return true;
}

} // namespace

bool writeKey(int descriptor, std::int64_t id, const SecretBytes& key32)
{
    if (descriptor < 0 || key32.size() != kPipedKey) {
        return false;
    }
    SecretBytes whole(kWhole);
    putId(whole.data(), id);
    std::memcpy(whole.data() + kIdBytes, key32.data(), kPipedKey);
    ssize_t written = 0;
    do {
        written = write(descriptor, whole.data(), whole.size()); // below PIPE_BUF: all or nothing
    } while (written < 0 && errno == EINTR);
    return written == static_cast<ssize_t>(whole.size());
}

std::optional<SecretBytes> readKey(int descriptor, std::int64_t id, int timeoutMs)
{
    SecretBytes wanted(kIdBytes);
    putId(wanted.data(), id);
    SecretBytes whole(kWhole);
    for (int i = 0; descriptor >= 0 && i < kMostStale; ++i) {
        if (!readWhole(descriptor, whole, timeoutMs)) {
            return std::nullopt;
        }
        if (std::memcmp(whole.data(), wanted.data(), kIdBytes) == 0) {
            return SecretBytes::copyOf(whole.view().subspan(kIdBytes));
        }
    }
    return std::nullopt;
}

} // namespace autochain::wire
