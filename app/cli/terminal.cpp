// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal.h"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace autochain::cli
{
namespace
{
constexpr std::size_t kLongest = 1'024;
}

SecretBytes readLine(int descriptor)
{
    SecretBytes buffer(kLongest);
    std::size_t size = 0;
    while (size < kLongest && read(descriptor, buffer.data() + size, 1) == 1 && buffer.data()[size] != '\n') {
        ++size;
    }
    return SecretBytes::copyOf(buffer.view().first(size));
}

std::optional<SecretBytes> askHidden(const QString& prompt)
{
    const int terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
    if (terminal < 0) {
        return std::nullopt;
    }
    const QByteArray text = prompt.toLocal8Bit();
    [[maybe_unused]] auto written = write(terminal, text.constData(), static_cast<std::size_t>(text.size()));
    termios before{};
    const bool known = tcgetattr(terminal, &before) == 0;
    termios quiet = before;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    const bool changed = known && tcsetattr(terminal, TCSAFLUSH, &quiet) == 0;
    SecretBytes line = readLine(terminal);
    if (changed) {
        tcsetattr(terminal, TCSAFLUSH, &before);
        written = write(terminal, "\n", 1);
    }
    close(terminal);
    return line;
}

int secretPipe(const SecretBytes& secret)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) {
        return -1;
    }
    // Far below the pipe's capacity, so this never waits.
    const bool whole = write(ends[1], secret.data(), secret.size()) == static_cast<ssize_t>(secret.size()) &&
                       write(ends[1], "\n", 1) == 1;
    close(ends[1]);
    if (!whole) {
        close(ends[0]);
        return -1;
    }
    return ends[0];
}

} // namespace autochain::cli
