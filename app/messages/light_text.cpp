// SPDX-License-Identifier: GPL-3.0-or-later
#include "messages/light_text.h"

#include <QCoreApplication>

namespace autochain::messages
{
namespace
{
class LightTexts
{
    Q_DECLARE_TR_FUNCTIONS(LightTexts)
public:
    static QString of(light::Phase phase);
    static QString of(light::CheckpointSource source);
    static QString of(light::Lie lie);
    static QString of(const light::PeerStanding& peer, std::uint64_t headNumber);
};

QString LightTexts::of(light::Phase phase)
{
    switch (phase) {
    case light::Phase::Starting:
        return tr("Asking the nodes");
    case light::Phase::Syncing:
        return tr("Checking headers");
    case light::Phase::InSync:
        return tr("In sync and verified");
    case light::Phase::Offline:
        return tr("No node answers");
    }
    return {};
}

QString LightTexts::of(light::CheckpointSource source)
{
    switch (source) {
    case light::CheckpointSource::Genesis:
        return tr("the first block of the chain");
    case light::CheckpointSource::NetworkFile:
        return tr("the network file’s word, signed by nobody");
    case light::CheckpointSource::Foundation:
        return tr("signed by the foundation");
    case light::CheckpointSource::Person:
        return tr("set by you");
    }
    return {};
}

QString LightTexts::of(light::Lie lie)
{
    switch (lie) {
    case light::Lie::None:
        return {};
    case light::Lie::BadAnswer:
        return tr("Answers made no sense");
    case light::Lie::BadHeader:
        return tr("Header was wrong");
    case light::Lie::BrokenRule:
        return tr("Header broke the chain’s rules");
    case light::Lie::BadSeal:
        return tr("Header without work");
    case light::Lie::BadProof:
        return tr("Proof was wrong");
    case light::Lie::BadReceipt:
        return tr("Receipt was wrong");
    }
    return {};
}

QString LightTexts::of(const light::PeerStanding& peer, std::uint64_t headNumber)
{
    switch (peer.state) {
    case light::PeerState::Unknown:
        return tr("Not asked yet");
    case light::PeerState::Agrees:
        return tr("Agrees");
    case light::PeerState::Behind:
        return peer.headNumber && headNumber > *peer.headNumber
                   ? tr("%n block(s) behind", nullptr,
                        static_cast<int>(std::min<std::uint64_t>(headNumber - *peer.headNumber, 1'000'000'000)))
                   : tr("Behind");
    case light::PeerState::OtherFork:
        return tr("On a fork with less work");
    case light::PeerState::Away:
        return tr("Does not answer");
    case light::PeerState::Refuses:
        return tr("Refuses to answer");
    case light::PeerState::WrongChain:
        return tr("Belongs to another network");
    case light::PeerState::ShutOut:
        return of(peer.lie);
    }
    return {};
}
} // namespace

QString text(light::Phase phase)
{
    return LightTexts::of(phase);
}

QString text(light::CheckpointSource source)
{
    return LightTexts::of(source);
}

QString text(light::Lie lie)
{
    return LightTexts::of(lie);
}

QString standing(const light::PeerStanding& peer, std::uint64_t headNumber)
{
    return LightTexts::of(peer, headNumber);
}

} // namespace autochain::messages
