// SPDX-License-Identifier: GPL-3.0-or-later
// Where documents and photos come from and go to: the home's folder, then the person's Kubo node, then the gateways he
// named, in this order. Whoever gives a block, its bytes are checked. What is put lies in the folder at once and is
// handed to the Kubo node as soon as that answers, so that others can get it.
#pragma once

#include "base/clock.h"
#include "content/content_chain.h"
#include "content/content_reader.h"
#include "session/taskgate.h"
#include "store/settings.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <memory>

namespace autochain::desktop
{

struct ContentChoice {
    std::string kubo;                  // RPC of a Kubo node; empty: none
    std::vector<std::string> gateways; // in the order they are asked
    bool operator==(const ContentChoice&) const = default;
};
inline constexpr std::size_t kMostGateways = 16;

// In the settings: "content.kubo", and "content.gateways" as a JSON array of URLs.
ContentChoice readContentChoice(store::Settings& settings);
Result<> writeContentChoice(store::Settings& settings, const ContentChoice& choice);

class ContentStores : public QObject, public ContentPort
{
    Q_OBJECT

public:
    // One that is asked; how it stands.
    struct State {
        std::string url;
        bool asked = false;
        int lies = 0;                 // blocks that were not what their name says
        std::optional<Error> trouble; // does not answer and is left alone for now
    };

    // `clock` must outlive this.
    ContentStores(std::string folder, const Clock& clock, QObject* parent = nullptr);
    ~ContentStores() override;

    // Takes the choice and what waits from the settings, keeps both there from now on, and begins to hand over by tasks
    // of the gate. Call at most once; both must outlive this.
    void begin(store::Settings& settings, TaskGate& gate);
    // Errors: the settings'. What is under way ends with the old choice.
    Result<> choose(const ContentChoice& choice);
    const ContentChoice& choice() const { return m_choice; }
    const std::string& folder() const { return m_folder; }

    // The person's Kubo node first where one is chosen, then the gateways.
    std::vector<State> states() const;
    // Own blocks that others cannot have from here yet: no Kubo node took them.
    std::size_t waiting() const { return m_waiting.size(); }
    // Whoever rests is asked again, and what waits is offered again.
    void askAgain();

    QCoro::Task<Result<Bytes>> get(Hash32 digest) override;
    QCoro::Task<Result<Hash32>> put(Bytes block) override;
    // A file of any number of blocks into `sink`, as readFile() does it; gateways are asked for all of it at once.
    QCoro::Task<Result<std::uint64_t>> file(Cid root, ReadLimits limits, BytesSink sink, ReadProgress progress = {});
    // Is all of it in the folder, intact? Nobody else is asked.
    QCoro::Task<bool> hasFile(Cid root, ReadLimits limits);
    // Into the folder alone, for what is not published yet; publish() hands it on. Errors: the folder's, IoError,
    // TooLarge above `maxBytes`.
    Result<Hash32> keep(BytesView block);
    QCoro::Task<Result<Cid>> addFile(QString path, std::uint64_t maxBytes);
    // All of this file, which lies in the folder, is to be handed to the Kubo node. Errors: the folder's.
    QCoro::Task<Result<>> publish(Cid root);
    // Each of them, in the background; one that is gone from the folder is left out.
    void publishAll(std::vector<Cid> roots);

signals:
    void changed();

private:
    struct Chosen; // the sources of one choice
    void build();
    void handLater(const std::vector<Cid>& cids);
    void handNow();
    void keepWaiting();
    QCoro::Task<> handOver();
    QCoro::Task<> publishEach(std::vector<Cid> roots);

    std::string m_folder;
    const Clock& m_clock;
    ContentChoice m_choice;
    std::shared_ptr<Chosen> m_chosen; // shared: a task goes on with the one it began with
    store::Settings* m_settings = nullptr;
    TaskGate* m_gate = nullptr;
    std::deque<Cid> m_waiting;
    bool m_handing = false;
    QTimer m_again;
};

} // namespace autochain::desktop
