// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/keystore.h"
#include "crypto/keystore_file.h"
#include "fuzz.h"

using namespace autochain;

namespace
{

bool cheap(const KeystoreFile& file)
{
    if (const auto* const scrypt = std::get_if<ScryptParams>(&file.kdf); scrypt != nullptr) {
        return scrypt->n * scrypt->r * scrypt->p <= 1 << 10;
    }
    return std::get<Pbkdf2Params>(file.kdf).rounds <= 1 << 10;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto file = readKeystoreFile(text);
    const auto address = keystoreAddress(text);
    fuzz::require(!address.ok() || file.ok(), "an address comes out of a good file only");
    if (file.ok() && cheap(*file)) {
        const SecretBytes passphrase = SecretBytes::copyOf(asBytes("pass"));
        const auto key = decryptKeystore(text, passphrase);
        fuzz::require(!key.ok() || !file->address || key->address() == *file->address, "the key is the address's");
    }
    return 0;
}
