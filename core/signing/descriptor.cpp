// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/descriptor.h"

#include "base/hex.h"
#include "contracts/deal_hash.h"

#include <algorithm>

namespace autochain::signing
{
namespace
{
constexpr int kDeepest = 2; // a token call inside a Safe's transaction

const DescriptorFormat* findCall(BytesView calldata)
{
    if (calldata.size() < 4) {
        return nullptr;
    }
    for (const Descriptor& descriptor : builtInDescriptors()) {
        for (const DescriptorFormat& format : descriptor.formats) {
            if (!descriptor.typedData && std::equal(format.selector.begin(), format.selector.end(), calldata.begin())) {
                return &format;
            }
        }
    }
    return nullptr;
}

Result<std::vector<abi::Value>> readValues(const DescriptorFormat& format, BytesView arguments)
{
    const auto values = abi::decode(format.inputs, arguments);
    if (!values.ok()) {
        return cannotDecode(format.signature, "arguments");
    }
    const auto again = abi::encode(format.inputs, *values);
    if (!again.ok() || !std::equal(again->begin(), again->end(), arguments.begin(), arguments.end())) {
        return cannotDecode(format.signature, "not in the one form its encoder writes");
    }
    return *values;
}

void labelled(Draft& draft, const DescriptorField& field, decltype(Fact::value) value,
              FactKind kind = FactKind::Labelled)
{
    draft.statement().facts.push_back({kind, std::move(value), field.label});
}

Result<> addAddress(Draft& draft, const DescriptorField& field, const Address& address)
{
    if (field.self && !draft.isSelf(address)) {
        return refused(field.rule);
    }
    if (field.recipient) {
        AC_CHECK(draft.checkRecipient(address));
    }
    labelled(draft, field, draft.party(address));
    return {};
}

Result<> checkNumber(const DescriptorField& field, const U256& number)
{
    if ((field.below && number >= *field.below) || (field.equals && number != *field.equals)) {
        return refused(field.rule);
    }
    return {};
}

std::string rawText(const abi::Type& type, const abi::Value& value)
{
    if (type.kind == abi::Type::Kind::Bool) {
        return value.number().isZero() ? "no" : "yes";
    }
    const Bytes& bytes = value.bytes();
    return bytes.empty() ? "none" : toHex0x(bytes);
}

Result<> addField(Draft& draft, const DescriptorFormat& format, const DescriptorField& field,
                  const std::vector<abi::Value>& values, int depth)
{
    const abi::Value& value = values[field.index];
    const abi::Type& type = format.inputs.children[field.index];
    if (field.format == FieldFormat::AddressName) {
        return addAddress(draft, field, value.address());
    }
    if (field.format == FieldFormat::Calldata) {
        return value.bytes().empty()
                   ? Result<>()
                   : describeInto(draft, values[field.calleeIndex].address(), value.bytes(), depth + 1);
    }
    if (!std::holds_alternative<U256>(value.data)) {
        labelled(draft, field, rawText(type, value));
        return {};
    }
    AC_CHECK(checkNumber(field, value.number()));
    if (field.equals) { // the only value there may be: nothing to tell
        return {};
    }
    if (type.kind == abi::Type::Kind::Bool) {
        labelled(draft, field, rawText(type, value));
    } else if (type.kind == abi::Type::Kind::Address) {
        labelled(draft, field, draft.party(value.address()));
    } else {
        labelled(draft, field, value.number(),
                 field.format == FieldFormat::Date     ? FactKind::LabelledDate
                 : field.format == FieldFormat::Amount ? FactKind::LabelledCoins
                                                       : FactKind::Labelled);
    }
    return {};
}

Result<> addFormat(Draft& draft, const DescriptorFormat& format, const std::vector<abi::Value>& values, int depth)
{
    if (!format.refuse.empty()) {
        return refused(format.refuse);
    }
    for (const DescriptorField& field : format.fields) {
        AC_CHECK(addField(draft, format, field, values, depth));
    }
    for (const Warning warning : format.warnings) {
        if (!draft.statement().warns(warning)) {
            draft.warn(warning);
        }
    }
    return {};
}

// A Safe that hints say is a deal's does nothing but settle; its own decoder has refused or taken that before.
Result<> checkNoDealSafe(const Draft& draft, const SigningHints& hints, const Address& contract)
{
    for (const Bytes& encoded : hints.terms) {
        const auto terms = contracts::dealBook::decodeTerms(encoded);
        if (terms.ok() && contracts::dealSafeAddress(draft.context().network, *terms) == contract) {
            return refused("a deal's Safe calls nothing but its module");
        }
    }
    return {};
}
} // namespace

Result<> describeInto(Draft& draft, const Address& contract, BytesView calldata, int depth)
{
    const DescriptorFormat* format = findCall(calldata);
    if (depth > kDeepest || format == nullptr) {
        return cannotDecode("call " + toHex0x(calldata.first(std::min<std::size_t>(4, calldata.size()))) +
                            " of contract " + toHex0x(contract));
    }
    AC_TRY(const auto values, readValues(*format, calldata.subspan(4)));
    draft.statement().facts.push_back({FactKind::Labelled, format->intent, "Then"});
    return addFormat(draft, *format, values, depth);
}

Result<Statement> describeCall(const Scene& scene)
{
    const DescriptorFormat* format = findCall(scene.calldata);
    if (format == nullptr) {
        return cannotDecode("contract " + toHex0x(scene.contract));
    }
    AC_TRY(const auto values, readValues(*format, scene.calldata.subspan(4)));
    Draft draft(Kind::Described, scene.context, scene.hints);
    AC_CHECK(checkNoDealSafe(draft, scene.hints, scene.contract));
    draft.statement().intent = format->intent;
    draft.statement().facts.push_back({FactKind::Labelled, draft.party(scene.contract), "Contract"});
    draft.warnOfStranger(scene.contract);
    AC_CHECK(addFormat(draft, *format, values, 0));
    return draft.take();
}

const DescriptorFormat* findDocument(std::string_view encodedType)
{
    for (const Descriptor& descriptor : builtInDescriptors()) {
        for (const DescriptorFormat& format : descriptor.formats) {
            if (descriptor.typedData && format.signature == encodedType) {
                return &format;
            }
        }
    }
    return nullptr;
}

Result<Statement> describeMessage(const MessageValues& message, const Address& contract, const SigningContext& context,
                                  const SigningHints& hints)
{
    Draft draft(Kind::Described, context, hints);
    AC_CHECK(checkNoDealSafe(draft, hints, contract));
    draft.statement().intent = message.format->intent;
    draft.statement().contract = contract;
    draft.statement().facts.push_back({FactKind::Labelled, draft.party(contract), "Contract"});
    draft.warnOfStranger(contract);
    draft.check(Check::ThisNetwork);
    AC_CHECK(addFormat(draft, *message.format, message.values, 0));
    return draft.take();
}

} // namespace autochain::signing
