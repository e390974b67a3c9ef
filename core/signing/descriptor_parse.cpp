// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/json.h"
#include "signing/descriptor.h"
#include "signing/descriptor_files.h"

#include <algorithm>
#include <map>

namespace autochain::signing
{
namespace
{
constexpr std::size_t kMostBytes = 64 * 1024;
constexpr qsizetype kMostFormats = 64;
constexpr std::size_t kMostParameters = 32;
constexpr std::size_t kLongestText = 80;

Error bad(const std::string& what)
{
    return cannotDecode("descriptor", what);
}

Result<std::string> textOf(const QJsonObject& object, const char* key)
{
    const auto text = json::string(object, key, kLongestText);
    const bool plain = text.ok() && !text->empty() &&
                       std::all_of(text->begin(), text->end(), [](char c) { return c >= 0x20 && c < 0x7f; });
    return plain ? text : Result<std::string>(bad(key));
}

bool onlyMembers(const QJsonObject& object, std::initializer_list<const char*> known)
{
    const QStringList keys = object.keys();
    return std::all_of(keys.begin(), keys.end(), [&](const QString& key) {
        return std::any_of(known.begin(), known.end(), [&](const char* one) { return key == QLatin1String(one); });
    });
}

Result<FieldFormat> formatOf(const std::string& word)
{
    static const std::map<std::string, FieldFormat> formats = {{"addressName", FieldFormat::AddressName},
                                                               {"tokenAmount", FieldFormat::TokenAmount},
                                                               {"nftName", FieldFormat::NftName},
                                                               {"amount", FieldFormat::Amount},
                                                               {"date", FieldFormat::Date},
                                                               {"raw", FieldFormat::Raw},
                                                               {"calldata", FieldFormat::Calldata}};
    const auto at = formats.find(word);
    return at == formats.end() ? Result<FieldFormat>(bad("format " + word)) : Result<FieldFormat>(at->second);
}

Result<Warning> warningOf(const std::string& word)
{
    static const std::map<std::string, Warning> warnings = {{"unknownToken", Warning::UnknownToken},
                                                            {"cannotUndo", Warning::CannotUndo},
                                                            {"cannotTakeBack", Warning::CannotTakeBack},
                                                            {"allowanceStands", Warning::AllowanceStands},
                                                            {"safeOwners", Warning::SafeOwners}};
    const auto at = warnings.find(word);
    return at == warnings.end() ? Result<Warning>(bad("warning " + word)) : Result<Warning>(at->second);
}

bool fits(FieldFormat format, const abi::Type& type)
{
    using Kind = abi::Type::Kind;
    switch (format) {
    case FieldFormat::AddressName:
        return type.kind == Kind::Address;
    case FieldFormat::TokenAmount:
    case FieldFormat::NftName:
    case FieldFormat::Amount:
    case FieldFormat::Date:
        return type.kind == Kind::Uint;
    case FieldFormat::Calldata:
        return type.kind == Kind::Bytes;
    case FieldFormat::Raw:
        return type.kind == Kind::Uint || type.kind == Kind::Bool || type.kind == Kind::Bytes ||
               type.kind == Kind::FixedBytes || type.kind == Kind::Address;
    }
    return false;
}

Result<std::size_t> indexOf(const abi::Type& inputs, const std::string& name)
{
    const auto at = std::find(inputs.names.begin(), inputs.names.end(), name);
    if (name.empty() || at == inputs.names.end()) {
        return bad("path " + name);
    }
    return static_cast<std::size_t>(at - inputs.names.begin());
}

Result<std::optional<U256>> numberIn(const QJsonObject& params, const char* key)
{
    if (!params.contains(QLatin1String(key))) {
        return std::optional<U256>();
    }
    AC_TRY(const std::string text, textOf(params, key));
    const auto number = text.rfind("0x", 0) == 0 ? U256::fromHexQuantity(text) : U256::fromDecimal(text);
    return number.ok() ? Result<std::optional<U256>>(std::optional(*number)) : Result<std::optional<U256>>(bad(key));
}

Result<bool> flagIn(const QJsonObject& params, const char* key)
{
    const QJsonValue value = params.value(QLatin1String(key));
    return value.isUndefined() || value.isBool() ? Result<bool>(value.toBool()) : Result<bool>(bad(key));
}

Result<> readParams(const QJsonObject& params, const abi::Type& inputs, DescriptorField& out)
{
    if (!onlyMembers(params, {"recipient", "self", "below", "equals", "rule", "calleePath"})) {
        return bad("params");
    }
    AC_TRY(out.recipient, flagIn(params, "recipient"));
    AC_TRY(out.self, flagIn(params, "self"));
    AC_TRY(out.below, numberIn(params, "below"));
    AC_TRY(out.equals, numberIn(params, "equals"));
    if ((out.recipient || out.self) && out.format != FieldFormat::AddressName) {
        return bad("params of no address");
    }
    if (out.self || out.below || out.equals) {
        AC_TRY(out.rule, textOf(params, "rule"));
    }
    const bool call = out.format == FieldFormat::Calldata;
    if (call != params.contains(QStringLiteral("calleePath"))) {
        return bad("calleePath");
    }
    if (call) {
        AC_TRY(const std::string callee, textOf(params, "calleePath"));
        AC_TRY(out.calleeIndex, indexOf(inputs, callee));
        if (inputs.children[out.calleeIndex].kind != abi::Type::Kind::Address) {
            return bad("calleePath");
        }
    }
    return {};
}

Result<DescriptorField> readField(const QJsonObject& object, const abi::Type& inputs)
{
    if (!onlyMembers(object, {"path", "label", "format", "params"})) {
        return bad("field");
    }
    DescriptorField out;
    AC_TRY(const std::string path, textOf(object, "path"));
    AC_TRY(out.index, indexOf(inputs, path));
    AC_TRY(out.label, textOf(object, "label"));
    AC_TRY(const std::string format, textOf(object, "format"));
    AC_TRY(out.format, formatOf(format));
    if (!fits(out.format, inputs.children[out.index])) {
        return bad("format of " + path);
    }
    const QJsonValue params = object.value(QStringLiteral("params"));
    if (!params.isUndefined() && !params.isObject()) {
        return bad("params");
    }
    AC_CHECK(readParams(params.toObject(), inputs, out));
    return out;
}

// "transfer(address to,uint256 value)": name, then a tuple with names.
Result<> readSignature(const std::string& text, bool typedData, DescriptorFormat& out)
{
    const std::size_t open = text.find('(');
    if (open == 0 || open == std::string::npos || text.back() != ')') {
        return bad(text);
    }
    out.primaryType = text.substr(0, open);
    abi::Type tuple;
    tuple.kind = abi::Type::Kind::Tuple;
    std::string rest = text.substr(open + 1, text.size() - open - 2);
    while (!rest.empty()) {
        const std::size_t comma = std::min(rest.find(','), rest.size());
        const std::string one = rest.substr(0, comma);
        rest = comma < rest.size() ? rest.substr(comma + 1) : std::string();
        const std::size_t space = one.find(' ');
        const auto type =
            space == std::string::npos ? Result<abi::Type>(bad(text)) : abi::parseType(one.substr(0, space));
        if (!type.ok() || one.find(' ', space + 1) != std::string::npos || one.size() == space + 1 ||
            tuple.children.size() == kMostParameters || type->canonicalName() != one.substr(0, space)) {
            return bad(text);
        }
        tuple.children.push_back(*type);
        tuple.names.push_back(one.substr(space + 1));
    }
    if (tuple.children.empty()) {
        return bad(text);
    }
    out.inputs = std::move(tuple);
    out.signature = typedData ? text : out.primaryType + out.inputs.canonicalName();
    out.selector = abi::selector(out.signature);
    return {};
}

Result<DescriptorFormat> readFormat(const QString& signature, const QJsonObject& object, bool typedData)
{
    DescriptorFormat out;
    AC_CHECK(readSignature(signature.toStdString(), typedData, out));
    if (!onlyMembers(object, {"intent", "refuse", "warnings", "fields"})) {
        return bad(out.signature);
    }
    AC_TRY(out.intent, textOf(object, "intent"));
    if (object.contains(QStringLiteral("refuse"))) {
        AC_TRY(out.refuse, textOf(object, "refuse"));
    }
    for (const QJsonValue& word : object.value(QStringLiteral("warnings")).toArray()) {
        AC_TRY(const Warning warning, warningOf(word.toString().toStdString()));
        out.warnings.push_back(warning);
    }
    std::vector<int> seen(out.inputs.children.size(), 0);
    for (const QJsonValue& field : object.value(QStringLiteral("fields")).toArray()) {
        AC_TRY(DescriptorField one, readField(field.toObject(), out.inputs));
        ++seen[one.index];
        out.fields.push_back(std::move(one));
    }
    // Nothing in the bytes may go untold.
    if (std::any_of(seen.begin(), seen.end(), [](int times) { return times != 1; })) {
        return bad("fields of " + out.signature);
    }
    return out;
}
} // namespace

Result<Descriptor> parseDescriptor(BytesView text)
{
    const auto root = json::parseObject(text, kMostBytes);
    if (!root.ok() || !onlyMembers(*root, {"context", "metadata", "display"})) {
        return bad("file");
    }
    const QJsonObject context = root->value(QStringLiteral("context")).toObject();
    const QJsonObject metadata = root->value(QStringLiteral("metadata")).toObject();
    const QJsonObject display = root->value(QStringLiteral("display")).toObject();
    if (context.size() != 1 || !onlyMembers(context, {"contract", "eip712"}) || !onlyMembers(display, {"formats"}) ||
        !onlyMembers(metadata, {"owner", "info"})) {
        return bad("context, metadata or display");
    }
    Descriptor out;
    out.typedData = context.contains(QStringLiteral("eip712"));
    AC_TRY(out.owner, textOf(metadata, "owner"));
    const QJsonObject formats = display.value(QStringLiteral("formats")).toObject();
    if (formats.isEmpty() || formats.size() > kMostFormats) {
        return bad("formats");
    }
    for (auto at = formats.begin(); at != formats.end(); ++at) {
        AC_TRY(DescriptorFormat format, readFormat(at.key(), at.value().toObject(), out.typedData));
        out.formats.push_back(std::move(format));
    }
    return out;
}

const std::vector<Descriptor>& builtInDescriptors()
{
    static const std::vector<Descriptor> all = [] {
        std::vector<Descriptor> out;
        for (const std::string_view text : descriptorFiles()) {
            if (auto one = parseDescriptor(asBytes(text)); one.ok()) {
                out.push_back(std::move(*one));
            }
        }
        return out;
    }();
    return all;
}

} // namespace autochain::signing
