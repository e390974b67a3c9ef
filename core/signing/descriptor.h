// SPDX-License-Identifier: GPL-3.0-or-later
// Descriptors: what calls and documents of contracts that are not the network's mean, written down as JSON files shaped
// like ERC-7730 (core/signing/descriptors, docs/signing.md). Parsing and reading are pure and strict: every parameter
// has a field, every byte encodes again to itself, and the rules of clear signing hold in them too.
#pragma once

#include "signing/clear_signing_scene.h"

#include <QJsonObject>

namespace autochain::signing
{

enum class FieldFormat {
    AddressName, // a person or contract, in full
    TokenAmount, // of a token nobody here knows: whole smallest units
    NftName,     // number of a token
    Amount,      // the network's coin
    Date,        // unix seconds
    Raw,         // number, bytes or truth value as it stands
    Calldata     // a call in the call: described in turn, or empty
};

struct DescriptorField {
    std::size_t index = 0; // of the parameter
    std::string label;
    FieldFormat format = FieldFormat::Raw;
    bool recipient = false;      // checkRecipient's rules: not zero, no contract that keeps it, look-alikes called out
    bool self = false;           // must be the account that signs
    std::optional<U256> below;   // must be smaller
    std::optional<U256> equals;  // must be this
    std::size_t calleeIndex = 0; // Calldata: the parameter whom it goes to
    std::string rule;            // what is told where self, below or equals do not hold
};

struct DescriptorFormat {
    std::string signature;   // canonical; of a document EIP-712's encodeType
    std::string primaryType; // of a document
    abi::Type inputs;
    contracts::Selector selector{};
    std::string intent;
    std::string refuse; // not empty: understood and never signed; the rule that is told
    std::vector<Warning> warnings;
    std::vector<DescriptorField> fields; // one per parameter, in the order they are shown
};

struct Descriptor {
    std::string owner;
    bool typedData = false;
    std::vector<DescriptorFormat> formats;
};

// Caps: 64 KiB, 64 formats, 32 parameters each, labels of 80 printable signs. CannotDecode with what is wrong.
Result<Descriptor> parseDescriptor(BytesView json);
// Those that are built in. They are checked by tests; one that does not parse is left out.
const std::vector<Descriptor>& builtInDescriptors();

// A call to a contract that is not the network's. CannotDecode where no descriptor knows it, Refused by a rule.
Result<Statement> describeCall(const Scene& scene);
// `calldata` inside another call; its facts and warnings go to `draft`.
Result<> describeInto(Draft& draft, const Address& contract, BytesView calldata, int depth);
// A document of a type a descriptor has, word for word. Domain and chain were checked before.
struct MessageValues {
    const DescriptorFormat* format = nullptr;
    std::vector<abi::Value> values;
};
Result<Statement> describeMessage(const MessageValues& message, const Address& contract, const SigningContext& context,
                                  const SigningHints& hints);
// None: no descriptor has this type.
const DescriptorFormat* findDocument(std::string_view encodedType);

} // namespace autochain::signing
