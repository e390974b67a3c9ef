// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "signing/protocol.h"

#include <functional>
#include <QSocketNotifier>

namespace autochain::signer
{

// The pipe to the suite: requests come on one descriptor, answers go out on the other.
class Channel
{
public:
    // Takes stdin and stdout for itself: what anything else prints goes to stderr.
    static std::unique_ptr<Channel> onStandardStreams();
    Channel(int in, int out);

    void send(const wire::Answer& answer);
    std::function<void(wire::Request)> onRequest;
    std::function<void()> onClosed; // end of input, or something that is no message: there is no going on after that

private:
    void read();
    void finish();

    int m_in;
    int m_out;
    QSocketNotifier m_notifier;
    wire::FrameReader m_reader;
    bool m_closed = false;
};

} // namespace autochain::signer
