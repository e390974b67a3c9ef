// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset.h"

#include "base/hex.h"
#include "chain/ethash.h"

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <fstream>
#include <sys/mman.h>
#include <thread>
#include <unistd.h>

namespace fs = std::filesystem;

namespace autochain::network
{
namespace
{

constexpr std::uint32_t kChunkItems = 1U << 14; // a mebibyte
constexpr const char* kUnfinished = ".unfinished";

std::uint8_t* reserve(std::size_t size)
{
    void* memory = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) {
        throw std::runtime_error("no memory for a mining dataset of " + std::to_string(size >> 20) + " MiB");
    }
    madvise(memory, size, MADV_HUGEPAGE); // half the time of a hash is looking up small pages
    return static_cast<std::uint8_t*>(memory);
}

void deleteUnfinished(const fs::path& folder)
{
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() == kUnfinished) {
            fs::remove(entry.path());
        }
    }
}

} // namespace

void Dataset::Unmap::operator()(std::uint8_t* memory) const
{
    munmap(memory, size);
}

Dataset::Dataset(const ethash::Epoch& epoch)
    : m_epoch(epoch), m_size(ethash::datasetBytes(epoch.index)), m_memory(reserve(m_size), Unmap{m_size})
{
}

bool Dataset::load(const fs::path& file)
{
    std::error_code error;
    if (fs::file_size(file, error) != m_size || error) {
        return false;
    }
    std::ifstream stream(file, std::ios::binary);
    return static_cast<bool>(
        stream.read(reinterpret_cast<char*>(m_memory.get()), static_cast<std::streamsize>(m_size)));
}

// Chunks go to whoever is free.
void Dataset::make()
{
    const auto cache = ethash::LightCache::generate(m_epoch);
    std::atomic<std::uint32_t> next = 0;
    const auto work = [&] {
        for (std::uint32_t first = next.fetch_add(kChunkItems); first < cache.datasetItems();
             first = next.fetch_add(kChunkItems)) {
            const std::size_t count = std::min(kChunkItems, cache.datasetItems() - first);
            std::uint8_t* const start = m_memory.get() + std::size_t{first} * ethash::kItemBytes;
            ethash::makeDataset(cache, first, {start, count * ethash::kItemBytes});
        }
    };
    std::vector<std::jthread> others;
    for (unsigned i = 1; i < std::thread::hardware_concurrency(); ++i) {
        others.emplace_back(work);
    }
    work();
}

// Without a file it only takes as long again next time.
void Dataset::save(const fs::path& file) const
{
    const fs::path unfinished = file.string() + "." + std::to_string(getpid()) + kUnfinished;
    std::error_code error;
    {
        std::ofstream stream(unfinished, std::ios::binary);
        stream.write(reinterpret_cast<const char*>(m_memory.get()), static_cast<std::streamsize>(m_size));
        stream.close();
        if (stream) {
            fs::rename(unfinished, file, error);
            return;
        }
    }
    fs::remove(unfinished, error);
    std::fprintf(stderr, "%s cannot be written\n", file.c_str());
}

Dataset Dataset::of(const ethash::Epoch& epoch, const fs::path& folder)
{
    fs::create_directories(folder);
    deleteUnfinished(folder);
    const fs::path file =
        folder / ("epoch-" + std::to_string(epoch.index) + "-" + toHex(ethash::seedOf(epoch).view().first(8)));
    Dataset dataset(epoch);
    if (!dataset.load(file)) {
        std::fprintf(stderr, "making the mining dataset of epoch %u, %zu MiB, half a minute\n", epoch.index,
                     dataset.m_size >> 20);
        dataset.make();
        dataset.save(file);
    }
    return dataset;
}

} // namespace autochain::network
