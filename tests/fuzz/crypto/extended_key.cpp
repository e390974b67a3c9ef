// SPDX-License-Identifier: GPL-3.0-or-later
// Extended keys, paths and private keys as they are pasted.
#include "crypto/base58.h"
#include "crypto/hdkey.h"
#include "crypto/unicode.h"
#include "fuzz.h"

using namespace autochain;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const auto payload = base58CheckDecode(text); payload.ok()) {
        const auto again = base58CheckEncode(payload->view());
        fuzz::require(again.ok() && textOf(*again) == text, "Base58Check has one form");
    }
    const auto open = ExtendedPublicKey::parse(text);
    const auto secret = ExtendedPrivateKey::parse(text);
    fuzz::require(!open.ok() || !secret.ok(), "a key is public or private");
    fuzz::require(!open.ok() || open->text() == text, "a public key has one form");
    if (secret.ok()) {
        fuzz::require(textOf(secret->text()) == text, "a private key has one form");
        const auto child = secret->child(0);
        const auto other = secret->publicKey().child(0);
        fuzz::require(child.ok() == other.ok() && (!child.ok() || child->publicKey() == *other),
                      "public derivation follows private");
    }
    if (const auto path = parseHdPath(text); path.ok()) {
        fuzz::require(*parseHdPath(hdPathText(*path)) == *path, "a path reads back");
    }
    (void)PrivateKey::fromHex(text).ok();
    return 0;
}
