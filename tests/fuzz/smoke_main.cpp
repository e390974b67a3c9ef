// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a fuzz target on its seeds and on deterministic mutations of them: the same inputs on every machine.
#include "fuzz.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <vector>

namespace
{

using Input = std::vector<std::uint8_t>;

constexpr int kMutations = 5000;
constexpr std::size_t kMaxSize = 1 << 16;
constexpr auto kEnough = std::chrono::seconds(60); // targets that are slow under sanitizers stop here

std::vector<Input> readSeeds(const char* folder)
{
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    std::vector<Input> out;
    for (const auto& path : paths) {
        std::ifstream file(path, std::ios::binary);
        out.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return out;
}

class Mutator
{
public:
    explicit Mutator(const std::vector<Input>& seeds) : m_seeds(seeds) {}

    Input next()
    {
        Input out = pick(m_seeds);
        for (std::size_t changes = 1 + below(4); changes > 0; --changes) {
            change(out);
        }
        out.resize(std::min(out.size(), kMaxSize));
        return out;
    }

private:
    std::size_t below(std::size_t limit) { return limit == 0 ? 0 : m_random() % limit; }
    const Input& pick(const std::vector<Input>& from) { return from[below(from.size())]; }
    static std::ptrdiff_t offset(std::size_t at) { return static_cast<std::ptrdiff_t>(at); }

    void change(Input& input)
    {
        static constexpr std::uint8_t kEdges[] = {0x00, 0x01, 0x20, 0x7f, 0x80, 0xb7,
                                                  0xb8, 0xbf, 0xc0, 0xf7, 0xf8, 0xff};
        const std::size_t at = below(input.size());
        const std::size_t length = std::min(below(33), input.size() - at);
        switch (below(7)) {
        case 0:
            if (!input.empty()) {
                input[at] = static_cast<std::uint8_t>(input[at] ^ 1U << below(8));
            }
            break;
        case 1:
            if (!input.empty()) {
                input[at] = kEdges[below(std::size(kEdges))];
            }
            break;
        case 2:
            input.resize(at);
            break;
        case 3:
            input.erase(input.begin() + offset(at), input.begin() + offset(at + length));
            break;
        case 4: { // repeat a part
            const Input part(input.begin() + offset(at), input.begin() + offset(at + length));
            input.insert(input.begin() + offset(at), part.begin(), part.end());
            break;
        }
        case 5: { // put in a part of another seed
            const Input& other = pick(m_seeds);
            const std::size_t from = below(other.size());
            const std::size_t count = std::min(below(65), other.size() - from);
            input.insert(input.begin() + offset(at), other.begin() + offset(from),
                         other.begin() + offset(from + count));
            break;
        }
        default:
            input.insert(input.begin() + offset(at), static_cast<std::uint8_t>(m_random()));
        }
    }

    const std::vector<Input>& m_seeds;
    std::mt19937_64 m_random{1};
};

void run(const Input& input)
{
    LLVMFuzzerTestOneInput(input.data(), input.size());
}

} // namespace

int main(int argc, char** argv)
{
    const std::vector<Input> seeds = argc == 2 ? readSeeds(argv[1]) : std::vector<Input>();
    if (seeds.empty()) {
        std::fprintf(stderr, "usage: %s FOLDER-WITH-SEEDS\n", argv[0]);
        return 2;
    }
    run({});
    std::for_each(seeds.begin(), seeds.end(), run);
    Mutator mutator(seeds);
    const auto start = std::chrono::steady_clock::now();
    int done = 0;
    while (done < kMutations && std::chrono::steady_clock::now() - start < kEnough) {
        run(mutator.next());
        ++done;
    }
    std::printf("%zu seeds, %d mutations\n", seeds.size(), done);
    return 0;
}
