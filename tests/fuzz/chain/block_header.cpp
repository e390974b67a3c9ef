// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/ethash.h"
#include "chain/header_rules.h"
#include "crypto/hash.h"
#include "fuzz.h"
#include "rlp_item.h"

using namespace autochain;

namespace
{

ChainRules rules()
{
    ChainRules out;
    out.homesteadBlock = 100;
    out.uncleAdjustmentBlock = 1'000;
    out.bombDelays = {{1'000, 3'000'000}};
    out.baseFee.fromBlock = 1'000'000;
    out.proofOfStakeBlock = 20'000'000;
    return out;
}

// As its own parent, with the number, time and hash put right: no rule may stumble over what a header can say.
void judge(const HashedHeader& header)
{
    HashedHeader child = header;
    child.header.parentHash = header.hash;
    child.header.number += 1;
    child.header.timestamp += 1;
    const auto broken = brokenRule(child, header, rules());
    fuzz::require(!broken || *nameOf(*broken) != '\0', "every rule has a name");
    if (!broken) {
        fuzz::require(child.header.gasUsed <= child.header.gasLimit, "gas used is within the limit");
        fuzz::require(child.header.extraData.size() <= kMaxExtraDataBytes, "extra data is short");
    }
    fuzz::require(brokenRule(header, header, rules()).has_value(), "no block follows itself");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const BytesView input(data, size);
    const auto read = decodeHashed(input);
    if (!read.ok()) {
        return 0;
    }
    fuzz::require(encodeHeader(read->header) == toBytes(input), "a header encodes back to the input");
    fuzz::require(hashOf(read->header) == read->hash, "the hash is that of the input");
    fuzz::require(rlp::decode(input).has_value(), "the reader of trees takes it too");
    fuzz::require(sealHashOf(read->header) != read->hash, "the seal is part of the hash");
    const auto epoch = ethash::epochOf(read->header.number, rules());
    fuzz::require(!epoch || epoch->index <= ethash::kMaxEpoch, "epochs stay within their bound");
    judge(*read);
    return 0;
}
