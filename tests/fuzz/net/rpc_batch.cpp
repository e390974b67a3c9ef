// SPDX-License-Identifier: GPL-3.0-or-later
// What came back for the calls 7, 8 and 9 in one request, and for the call 7 alone.
#include "codec/json.h"
#include "fuzz.h"
#include "net/rpc_answer.h"

#include <algorithm>

using namespace autochain;

namespace
{

constexpr qint64 kFirst = 7;
constexpr std::size_t kCount = 3;
const std::string kUrl = "http://node";

bool isOfTheChain(const Error& error)
{
    return error.domain == Domain::Chain;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const BytesView body(data, size);
    const auto answers = net::readBatch(kUrl, body, kFirst, kCount);
    fuzz::require(answers.ok() || isOfTheChain(answers.error()), "a refusal is one of the chain's errors");
    const auto parsed = json::parse(body);
    if (answers.ok()) {
        fuzz::require(answers->size() == kCount, "as many answers as questions");
        fuzz::require(parsed.ok() && parsed->isArray(), "answers to a batch are a list");
        const auto isRight = [](const auto& one) { return one.ok() || isOfTheChain(one.error()); };
        fuzz::require(std::all_of(answers->begin(), answers->end(), isRight), "each is a result or such an error");
        fuzz::require(!net::readBatch(kUrl, body, kFirst + 1, kCount).ok(), "answers to other questions are none");
        fuzz::require(!net::readBatch(kUrl, body, kFirst, kCount + 1).ok(), "one too few is none");
    }
    if (parsed.ok()) {
        const auto one = net::readAnswer(kUrl, *parsed, kFirst);
        fuzz::require(one.ok() || isOfTheChain(one.error()), "a refusal is one of the chain's errors");
        fuzz::require(!one.ok() || !net::readAnswer(kUrl, *parsed, kFirst + 1).ok(), "an answer has one question");
    }
    return 0;
}
