// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace autochain::resources
{

/// Makes the families "AutoChain Inter" and "AutoChain Mono" known to this process. Needs a QGuiApplication.
/// Returns false when one of the shipped files could not be loaded. QML programs need no call: Theme loads them.
bool loadFonts();

} // namespace autochain::resources
