// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/document.h"

#include "privacy/byte_reader.h"

#include <algorithm>

namespace autochain::privacy
{
namespace
{

Error bad(const char* what)
{
    return {PrivacyError::BadSection, {what}};
}

// Shown on screens and used as a file's name: no folders, no control characters.
bool isPlainName(std::string_view text)
{
    return text != "." && text != ".." && std::none_of(text.begin(), text.end(), [](char c) {
               return static_cast<unsigned char>(c) < 0x20 || c == 0x7f || c == '/' || c == '\\';
           });
}

bool isMediaType(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' || c == '-' ||
               c == '+' || c == '.' || c == '_';
    });
}

} // namespace

std::size_t paddedSize(std::size_t bytes)
{
    std::size_t size = kSmallestPadded;
    while (size < bytes && size < kLargestPadded) {
        size *= 2;
    }
    return std::min(size, kLargestPadded);
}

Result<Bytes> padded(const Document& document)
{
    if (document.content.size() > kMaxDocumentBytes) {
        return Error(PrivacyError::TooLarge,
                     {std::to_string(document.content.size()), std::to_string(kMaxDocumentBytes)});
    }
    if (document.name.size() > kMaxNameBytes || !isPlainName(document.name)) {
        return bad("name");
    }
    if (document.type.size() > kMaxTypeBytes || !isMediaType(document.type)) {
        return bad("type");
    }
    Bytes out;
    out.reserve(kSmallestPadded);
    putNumber(out, document.name.size(), 1);
    append(out, asBytes(document.name));
    putNumber(out, document.type.size(), 1);
    append(out, asBytes(document.type));
    putNumber(out, document.content.size(), 4);
    append(out, document.content);
    out.resize(paddedSize(out.size()));
    return out;
}

Result<Document> unpadded(BytesView bytes)
{
    ByteReader in(bytes);
    Document out;
    const auto text = [&in](BytesView view) { return std::string(view.begin(), view.end()); };
    out.name = text(in.take(in.number(1)));
    out.type = text(in.take(in.number(1)));
    out.content = toBytes(in.take(in.number(4)));
    if (!in.ok() || out.content.size() > kMaxDocumentBytes) {
        return bad("length");
    }
    if (out.name.size() > kMaxNameBytes || !isPlainName(out.name)) {
        return bad("name");
    }
    if (out.type.size() > kMaxTypeBytes || !isMediaType(out.type)) {
        return bad("type");
    }
    const BytesView rest = in.rest();
    const bool zeros = std::all_of(rest.begin(), rest.end(), [](std::uint8_t byte) { return byte == 0; });
    if (!zeros || bytes.size() != paddedSize(bytes.size() - rest.size())) {
        return bad("padding");
    }
    return out;
}

} // namespace autochain::privacy
