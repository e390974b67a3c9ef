// SPDX-License-Identifier: GPL-3.0-or-later
// Every secret has its own pages: mlock works on whole pages and does not nest, so releasing one secret must not unlock
// the memory of its neighbour. A page that may not be touched stands before and after, and the bytes end where the last
// page does (but for alignment), so that reading on past a secret stops the program. Locking is best effort
// (RLIMIT_MEMLOCK may be small); wiping always happens.
#include "base/secret_bytes.h"

#include <new>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <utility>

namespace autochain
{
namespace
{

constexpr std::size_t kAlignment = 16;

std::size_t pageSize()
{
    static const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    return page;
}

std::size_t wholePages(std::size_t size)
{
    const std::size_t page = pageSize();
    if (size > SIZE_MAX - 4 * page) {
        throw std::bad_alloc();
    }
    return (size + page - 1) / page * page;
}

std::uint8_t* allocate(std::size_t size)
{
    if (size == 0) {
        return nullptr;
    }
    const std::size_t length = wholePages(size);
    const std::size_t guard = pageSize();
    void* all = mmap(nullptr, length + 2 * guard, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (all == MAP_FAILED) {
        throw std::bad_alloc();
    }
    auto* pages = static_cast<std::uint8_t*>(all) + guard;
    if (mprotect(pages, length, PROT_READ | PROT_WRITE) != 0) {
        munmap(all, length + 2 * guard);
        throw std::bad_alloc();
    }
    mlock(pages, length);
    madvise(pages, length, MADV_DONTDUMP);
    return pages + (length - (size + kAlignment - 1) / kAlignment * kAlignment);
}

void release(std::uint8_t* data, std::size_t size)
{
    if (data == nullptr) {
        return;
    }
    wipe({data, size});
    const std::size_t length = wholePages(size);
    std::uint8_t* const pages = data - (length - (size + kAlignment - 1) / kAlignment * kAlignment);
    munmap(pages - pageSize(), length + 2 * pageSize()); // unlocks as well
}

} // namespace

SecretBytes::SecretBytes(std::size_t size) : m_data(allocate(size)), m_size(size) {}

SecretBytes SecretBytes::copyOf(BytesView source)
{
    SecretBytes out(source.size());
    if (!source.empty()) {
        std::memcpy(out.m_data, source.data(), source.size());
    }
    return out;
}

SecretBytes::SecretBytes(SecretBytes&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr)), m_size(std::exchange(other.m_size, 0))
{
}

SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept
{
    if (this != &other) {
        release(m_data, m_size);
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

SecretBytes::~SecretBytes()
{
    release(m_data, m_size);
}

SecretBytes SecretBytes::clone() const
{
    return copyOf(view());
}

void wipe(std::span<std::uint8_t> bytes)
{
    if (!bytes.empty()) {
        explicit_bzero(bytes.data(), bytes.size());
    }
}

} // namespace autochain
