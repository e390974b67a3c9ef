// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes on the signer's pipe: frames come out within the cap, and a request that is accepted encodes to itself.
#include "fuzz.h"
#include "signing/protocol.h"

using namespace autochain;

namespace
{

void tryRequest(BytesView text)
{
    const auto request = wire::decodeRequest(text);
    if (!request.ok()) {
        fuzz::require(request.error().is(SigningError::BadMessage), "refused as BadMessage");
        return;
    }
    const auto again = wire::decodeRequest(asBytes(wire::encodeRequest(*request)));
    fuzz::require(again.ok() && *again == *request, "an accepted request encodes to itself");
    fuzz::require(again->transaction == request->transaction, "the bytes to sign stay");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const BytesView input(data, size);
    tryRequest(input);
    const auto answer = wire::decodeAnswer(input);
    fuzz::require(!answer.ok() || wire::decodeAnswer(asBytes(wire::encodeAnswer(*answer))).ok(), "answers encode");

    wire::FrameReader reader;
    for (std::size_t at = 0; at < size; at += 7) {
        reader.feed(input.subspan(at, std::min<std::size_t>(7, size - at)));
        for (;;) {
            const auto next = reader.next();
            if (!next.ok()) {
                return 0;
            }
            if (!*next) {
                break;
            }
            fuzz::require((*next)->size() <= wire::kMaxFrame && !(*next)->empty(), "frames within the cap");
            tryRequest(**next);
        }
    }
    return 0;
}
