// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the session's signer that deals with private sections.
#pragma once

#include "session/session.h"
#include "signing/section_key_port.h"

namespace autochain::desktop
{

// nullptr: this signer opens no sections.
inline SectionKeyPort* sectionKeys(Session& session)
{
    return dynamic_cast<SectionKeyPort*>(&session.signer());
}

inline Error noSectionKeys()
{
    return {SigningError::SignerGone, {}, "this signer opens no sections"};
}

} // namespace autochain::desktop
