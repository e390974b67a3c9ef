// SPDX-License-Identifier: GPL-3.0-or-later
// Any calldata to any contract of the network, any document: it is refused, or what is shown is whole. First byte: whom
// it goes to; then calldata, a document's text or a descriptor's.
#include "fuzz.h"
#include "signing/descriptor.h"
#include "signing_fixture.h"

using namespace autochain;

namespace
{

void require(const signing::Statement& s)
{
    fuzz::require(s.has(signing::Check::EveryByte), "every byte understood");
    for (const auto& move : s.moves) {
        fuzz::require(move.asset == signing::Asset::Title || !move.amount.isZero() || move.from.self,
                      "moves have amounts");
    }
    if (s.kind == signing::Kind::ExecuteSettlement) {
        fuzz::require(s.has(signing::Check::SafeFromTerms) && s.signers.size() == 2, "settlements are fully checked");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const auto context = testing::context("Alice Brandt");
    static const auto hints = testing::hints();
    static const auto safe = contracts::dealSafeAddress(context.network, testing::terms());
    if (size == 0) {
        return 0;
    }
    const BytesView rest(data + 1, size - 1);
    if (data[0] == 0xff) {
        const std::string text(rest.begin(), rest.end());
        if (const auto s = signing::decodeTypedData(text, context, hints); s.ok()) {
            require(s->statement);
        }
        return 0;
    }
    if (data[0] == 0xfb) {
        if (const auto d = signing::parseDescriptor(rest); d.ok()) {
            for (const auto& format : d->formats) {
                fuzz::require(format.fields.size() == format.inputs.children.size(), "every parameter has a field");
            }
        }
        return 0;
    }
    Call call;
    call.data = toBytes(rest);
    auto at = context.network.contracts.begin();
    std::advance(at, data[0] % context.network.contracts.size());
    call.to = data[0] == 0xfe ? safe : at->second;
    if (data[0] == 0xfc) {
        call.to = testing::addressOf("stranger"); // descriptors
    }
    auto tx = testing::transaction(call);
    if (data[0] == 0xfd) {
        tx.to.reset();
    }
    if (const auto s = signing::decodeTransaction(tx, context, hints); s.ok()) {
        require(*s);
        fuzz::require(s->maxFeeWei.has_value(), "a fee is shown");
    }
    return 0;
}
