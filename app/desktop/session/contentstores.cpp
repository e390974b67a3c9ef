// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/contentstores.h"

#include "content/car_blocks.h"
#include "content/folder_import.h"
#include "content/resting_source.h"
#include "net/gateway.h"
#include "net/kubo.h"
#include "session/settinglists.h"
#include "session/worker.h"

#include <QCoroTimer>
#include <QFileInfo>

#include <algorithm>

namespace autochain::desktop
{
namespace
{
using namespace std::chrono_literals;

constexpr auto kKubo = "content.kubo";
constexpr auto kGateways = "content.gateways";
constexpr auto kWaiting = "content.waiting";
constexpr std::size_t kMostWaiting = 10'000; // 2.5 GB of whole chunks
constexpr std::size_t kLongestUrl = 300;
constexpr auto kBlockTime = 8s; // a person waits for it; the command line gives more
constexpr auto kHandAgain = 30s;

// Blocks of this computer come without a wait: the window is let draw between them.
class Breathing : public BlockSource
{
public:
    explicit Breathing(BlockSource& of) : m_of(of) {}
    QCoro::Task<Result<Bytes>> fetch(Cid cid) override
    {
        if (++m_blocks % 8 == 0) {
            co_await QCoro::sleepFor(0ms);
        }
        auto block = co_await m_of.fetch(cid);
        co_return block;
    }

private:
    BlockSource& m_of;
    int m_blocks = 0;
};

} // namespace

ContentChoice readContentChoice(store::Settings& settings)
{
    ContentChoice choice;
    const auto kubo = settings.get(kKubo);
    if (kubo.ok() && *kubo && (*kubo)->size() <= kLongestUrl) {
        choice.kubo = **kubo;
    }
    choice.gateways = textsIn(settings, kGateways, kMostGateways);
    return choice;
}

Result<> writeContentChoice(store::Settings& settings, const ContentChoice& choice)
{
    AC_CHECK(settings.set(kKubo, choice.kubo));
    return keepTexts(settings, kGateways, choice.gateways);
}

struct ContentStores::Chosen {
    struct Other {
        std::string url;
        std::unique_ptr<net::Kubo> kubo; // one of the two
        std::unique_ptr<net::Gateway> gateway;
        std::unique_ptr<RestingSource> source;
    };

    FolderContentStore local;
    std::vector<Other> others;
    std::optional<ContentChain> chain;

    Chosen(const std::string& folder, const ContentChoice& choice, const Clock& clock) : local(folder)
    {
        if (!choice.kubo.empty()) {
            Other& other = others.emplace_back();
            other.url = choice.kubo;
            other.kubo = std::make_unique<net::Kubo>(choice.kubo, net::KuboLimits{kBlockTime, 1h});
            other.source = std::make_unique<RestingSource>(*other.kubo, clock);
        }
        for (const std::string& url : choice.gateways) {
            Other& other = others.emplace_back();
            other.url = url;
            other.gateway = std::make_unique<net::Gateway>(url, net::GatewayLimits{kBlockTime, 64 * 1024});
            other.source = std::make_unique<RestingSource>(*other.gateway, clock);
        }
        std::vector<BlockSource*> sources;
        for (const Other& other : others) {
            sources.push_back(other.source.get());
        }
        chain.emplace(&local, std::move(sources));
    }

    net::Kubo* kubo() { return others.empty() ? nullptr : others.front().kubo.get(); }
};

ContentStores::ContentStores(std::string folder, const Clock& clock, QObject* parent)
    : QObject(parent), m_folder(std::move(folder)), m_clock(clock)
{
    build();
    m_again.setInterval(kHandAgain);
    connect(&m_again, &QTimer::timeout, this, &ContentStores::handNow);
}

ContentStores::~ContentStores() = default;

void ContentStores::build()
{
    m_chosen = std::make_shared<Chosen>(m_folder, m_choice, m_clock);
}

void ContentStores::begin(store::Settings& settings, TaskGate& gate)
{
    m_settings = &settings;
    m_gate = &gate;
    m_choice = readContentChoice(settings);
    for (const std::string& text : textsIn(settings, kWaiting, kMostWaiting)) {
        if (const auto cid = parseCid(text); cid.ok()) {
            m_waiting.push_back(*cid);
        }
    }
    build();
    handNow();
}

Result<> ContentStores::choose(const ContentChoice& choice)
{
    if (m_settings != nullptr) {
        AC_CHECK(writeContentChoice(*m_settings, choice));
    }
    m_choice = choice;
    build();
    handNow();
    emit changed();
    return {};
}

std::vector<ContentStores::State> ContentStores::states() const
{
    std::vector<State> out;
    for (std::size_t i = 0; i < m_chosen->others.size(); ++i) {
        const auto& other = m_chosen->others[i];
        out.push_back({other.url, other.source->asked(), m_chosen->chain->lies(i), other.source->trouble()});
    }
    return out;
}

void ContentStores::askAgain()
{
    for (auto& other : m_chosen->others) {
        other.source->wake();
    }
    handNow();
}

QCoro::Task<Result<Bytes>> ContentStores::get(Hash32 digest)
{
    const auto chosen = m_chosen;
    auto block = co_await chosen->chain->get(digest);
    if (!chosen->others.empty()) {
        emit changed();
    }
    co_return block;
}

QCoro::Task<Result<Hash32>> ContentStores::put(Bytes block)
{
    const auto chosen = m_chosen;
    const auto digest = co_await chosen->local.put(std::move(block));
    if (digest.ok()) {
        handLater({Cid{kCodecRaw, *digest}});
    }
    co_return digest;
}

QCoro::Task<Result<std::uint64_t>> ContentStores::file(Cid root, ReadLimits limits, BytesSink sink,
                                                       ReadProgress progress)
{
    const auto chosen = m_chosen;
    std::vector<std::unique_ptr<CarBlocks>> cars;
    std::vector<BlockSource*> sources;
    for (const auto& other : chosen->others) {
        if (other.gateway != nullptr && root.codec == kCodecDagPb) {
            cars.push_back(std::make_unique<CarBlocks>(*other.gateway, root));
            sources.push_back(cars.back().get());
        } else {
            sources.push_back(other.source.get());
        }
    }
    ContentChain chain(&chosen->local, std::move(sources));
    Breathing source(chain);
    const auto read = co_await readFile(source, root, limits, std::move(sink), std::move(progress));
    co_return read;
}

QCoro::Task<bool> ContentStores::hasFile(Cid root, ReadLimits limits)
{
    const auto chosen = m_chosen;
    const BytesSink nowhere = [](BytesView) { return Result<>(); };
    const auto read = co_await readFile(chosen->local, root, limits, nowhere);
    co_return read.ok();
}

Result<Hash32> ContentStores::keep(BytesView block)
{
    return m_chosen->local.write(block);
}

QCoro::Task<Result<Cid>> ContentStores::addFile(QString path, std::uint64_t maxBytes)
{
    const auto size = static_cast<std::uint64_t>(QFileInfo(path).size());
    if (size > maxBytes) {
        co_return Error(ContentError::TooLarge, {std::to_string(size), std::to_string(maxBytes)});
    }
    // In a thread of its own: every block waits for the disk.
    struct Work {
        FolderContentStore local;
        std::optional<Result<Imported>> done;
    };
    const auto work = std::make_shared<Work>(Work{FolderContentStore(m_folder), {}});
    const std::function<void()> import = [work, path = path.toStdString()] {
        work->done = importPath(
            path, [&local = work->local](const Cid& cid, BytesView block) { return local.writeBlock(cid, block); });
    };
    co_await inThread(import);
    if (!work->done->ok()) {
        co_return work->done->error();
    }
    co_return work->done->value().cid;
}

QCoro::Task<Result<>> ContentStores::publish(Cid root)
{
    // Which blocks there are is told by reading the file.
    class Listing : public BlockSource
    {
    public:
        explicit Listing(BlockSource& of) : m_of(of) {}
        QCoro::Task<Result<Bytes>> fetch(Cid cid) override
        {
            cids.push_back(cid);
            auto block = co_await m_of.fetch(cid);
            co_return block;
        }
        std::vector<Cid> cids; // parents before children

    private:
        BlockSource& m_of;
    };
    const auto chosen = m_chosen;
    Breathing calm(chosen->local);
    Listing listing(calm);
    const BytesSink nowhere = [](BytesView) { return Result<>(); };
    const auto read = co_await readFile(listing, root, ReadLimits(), nowhere);
    if (!read.ok()) {
        co_return read.error();
    }
    std::reverse(listing.cids.begin(), listing.cids.end()); // a node pins what is there with all below it
    handLater(listing.cids);
    co_return Unit{};
}

void ContentStores::publishAll(std::vector<Cid> roots)
{
    if (m_gate != nullptr) {
        m_gate->start(publishEach(std::move(roots)));
    }
}

QCoro::Task<> ContentStores::publishEach(std::vector<Cid> roots)
{
    for (const Cid& root : roots) {
        [[maybe_unused]] const Result<> published = co_await publish(root);
    }
}

void ContentStores::handLater(const std::vector<Cid>& cids)
{
    for (const Cid& cid : cids) {
        if (m_waiting.size() < kMostWaiting) {
            m_waiting.push_back(cid);
        }
    }
    keepWaiting();
    handNow();
    emit changed();
}

void ContentStores::handNow()
{
    if (m_gate != nullptr && !m_gate->closed()) {
        m_gate->start(handOver());
    }
}

void ContentStores::keepWaiting()
{
    if (m_settings == nullptr) {
        return;
    }
    std::vector<std::string> texts;
    for (const Cid& cid : m_waiting) {
        texts.push_back(cidText(cid));
    }
    (void)keepTexts(*m_settings, kWaiting, texts); // the blocks themselves are in the folder
}

QCoro::Task<> ContentStores::handOver()
{
    const auto chosen = m_chosen;
    if (m_handing || chosen->kubo() == nullptr || m_waiting.empty()) {
        co_return;
    }
    m_handing = true;
    m_again.start();
    while (!m_waiting.empty() && chosen == m_chosen && !m_gate->closed()) {
        const Cid cid = m_waiting.front();
        auto block = chosen->local.readBlock(cid);
        if (block.ok()) { // else it is gone from the folder, and nobody can be given it
            Result<> taken = co_await chosen->kubo()->keep(cid, std::move(*block));
            if (taken.ok()) {
                taken = co_await chosen->kubo()->pin(cid);
            }
            if (!taken.ok()) {
                break; // it waits
            }
        }
        m_waiting.pop_front();
        keepWaiting();
        emit changed();
    }
    m_handing = false;
    if (m_waiting.empty()) {
        m_again.stop();
    }
}

} // namespace autochain::desktop
