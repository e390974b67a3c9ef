// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoroTask>

namespace autochain::signer
{

// From here on no thread of this process can make or accept a connection, start a program, look into another process
// or lift this again (seccomp, docs/signer-protocol.md). What is connected stays: the display, the accessibility bus.
// False where the kernel does not offer it.
bool closeOff();

// Waits until the window system and the accessibility bus are connected (at most `kSettleMs` after the start), then
// closes off. Says so on stderr where that is not possible.
inline constexpr int kSettleMs = 400;
QCoro::Task<> closeOffWhenSettled();

} // namespace autochain::signer
