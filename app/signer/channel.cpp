// SPDX-License-Identifier: GPL-3.0-or-later
#include "channel.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace autochain::signer
{

std::unique_ptr<Channel> Channel::onStandardStreams()
{
    const int out = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
    dup2(STDERR_FILENO, STDOUT_FILENO);
    return std::make_unique<Channel>(STDIN_FILENO, out);
}

Channel::Channel(int in, int out) : m_in(in), m_out(out), m_notifier(in, QSocketNotifier::Read)
{
    QObject::connect(&m_notifier, &QSocketNotifier::activated, &m_notifier, [this] { read(); });
}

void Channel::finish()
{
    m_closed = true;
    m_notifier.setEnabled(false);
    if (onClosed) {
        onClosed();
    }
}

void Channel::read()
{
    std::array<std::uint8_t, 65536> buffer{};
    const auto got = ::read(m_in, buffer.data(), buffer.size());
    if (got < 0 && (errno == EAGAIN || errno == EINTR)) {
        return;
    }
    if (got <= 0) {
        finish();
        return;
    }
    m_reader.feed({buffer.data(), static_cast<std::size_t>(got)});
    while (!m_closed) {
        auto text = m_reader.next();
        if (text.ok() && !*text) {
            return;
        }
        auto request = text.ok() ? wire::decodeRequest(**text) : Result<wire::Request>(text.error());
        if (!request.ok()) {
            send({0, {}, request.error()});
            finish();
            return;
        }
        onRequest(std::move(*request));
    }
}

void Channel::send(const wire::Answer& answer)
{
    const Bytes bytes = wire::frame(wire::encodeAnswer(answer));
    std::size_t done = 0;
    while (done < bytes.size()) {
        const auto written = write(m_out, bytes.data() + done, bytes.size() - done);
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            finish();
            return;
        }
        done += static_cast<std::size_t>(written);
    }
}

} // namespace autochain::signer
