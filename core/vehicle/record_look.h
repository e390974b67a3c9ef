// SPDX-License-Identifier: GPL-3.0-or-later
// One record's content block, held against what the chain has of it and against its issuer's signature.
#pragma once

#include "vehicle/signed_content.h"

namespace autochain::vehicle
{

enum class ReadContent { Yes, No };
// Sets contentState, signature and content. `block` has to be what the digest names (a ContentPort looks at that; where
// nobody did: blockFits). A signature that was Valid already is not recovered again: same digest, same signature.
void lookAtBlock(Record& record, BytesView block, const RecordSigning& signing, ReadContent readContent);
// No block: `altered` where one was given that the digest does not name.
void lookAtNothing(Record& record, bool altered);
bool blockFits(const Record& record, BytesView block);
// Whether there is a content to look for: the digest of a change of title by the registry is the new holder.
bool hasContent(const Record& record, const Address& registry);

} // namespace autochain::vehicle
