// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal.h"

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

} // namespace autochain::cli
