// SPDX-License-Identifier: GPL-3.0-or-later
// Values people type, and bytes from outside: base, crypto, codec.
#include "messages/tables.h"

#include <QCoreApplication>

namespace autochain::messages
{
namespace
{
class InputTexts
{
    Q_DECLARE_TR_FUNCTIONS(InputTexts)
public:
    static QString nothing() { return tr("Nothing was sent and nothing was signed. Your money is where it was."); }
    static ErrorText of(BaseError code);
    static ErrorText of(CryptoError code);
    static ErrorText of(CodecError code);
};

ErrorText InputTexts::of(BaseError code)
{
    switch (code) {
    case BaseError::NotANumber:
        return {tr("This is not a number."), nothing(),
                tr("Write digits, with a point before decimals: 200000 or 200,000.50.")};
    case BaseError::TooManyDecimals:
        return {tr("There are more than 18 digits after the point."), nothing(),
                tr("Leave out the last digits; AUC has 18 decimals.")};
    case BaseError::Overflow:
        return {tr("The number is larger than any amount there can be."), nothing(), tr("Check the number of digits.")};
    case BaseError::BadHex:
        return {tr("This is not a hexadecimal value."), nothing(),
                tr("Only 0-9 and a-f may stand after 0x, two for each byte. Copy the whole value again.")};
    case BaseError::WrongLength:
        return {tr("The value is too short or too long."), nothing(),
                tr("An address has 40 characters after 0x, a deal or record number 64. Copy the whole value again.")};
    }
    return {};
}

ErrorText InputTexts::of(CryptoError code)
{
    const QString keys = tr("Nothing was signed. The keys on this computer are unchanged.");
    switch (code) {
    case CryptoError::BadKey:
        return {tr("This is not a private key."), keys,
                tr("A private key is 64 hexadecimal characters. Check where it was copied from.")};
    case CryptoError::BadPublicKey:
        return {tr("This is not a public key."), keys, tr("Ask the other person for it again.")};
    case CryptoError::BadSignature:
        return {tr("The signature does not hold."), tr("It was not used. Nothing moved."),
                tr("Ask the other person to sign again.")};
    case CryptoError::BadChecksum:
        return {tr("The capital letters of the address do not fit: at least one character is probably wrong."),
                nothing(), tr("Copy the address again from where it comes; do not correct it by hand.")};
    case CryptoError::BadAddress:
        return {tr("This is not an address."), nothing(),
                tr("An address is 0x and 40 hexadecimal characters. Copy it again from where it comes.")};
    case CryptoError::WrongPassphrase:
        return {tr("The passphrase does not open this key."), keys,
                tr("Try again, mind capitals and keyboard layout. Without the passphrase, restore the key from its "
                   "words.")};
    case CryptoError::BadKeystore:
        return {tr("The key file cannot be read."), keys,
                tr("Choose a Web3 Secret Storage (version 3) file, or restore the key from its words.")};
    case CryptoError::BadMnemonic:
        return {
            tr("The words are not a recovery phrase: look at number %1."), keys,
            tr("A phrase has 12, 15, 18, 21 or 24 words, all of one BIP-39 word list. Compare them with your paper.")};
    case CryptoError::BadMnemonicChecksum:
        return {tr("All words are known, but they do not belong together."), keys,
                tr("One word is wrong or two are swapped. Compare them with your paper, in order.")};
    case CryptoError::BadPath:
        return {tr("This is not a derivation path."), keys, tr("Use a path such as m/44'/60'/0'/0/0.")};
    case CryptoError::NoRandom:
        return {tr("The computer gave no random numbers, so no key can be made safely."), keys,
                tr("Restart the computer and try again.")};
    }
    return {};
}

ErrorText InputTexts::of(CodecError code)
{
    const QString unread = tr("It was not used. Nothing was sent, nothing moved.");
    const QString again = tr("Get the file or the answer again. If it stays so, use another node or ask who made it.");
    switch (code) {
    case CodecError::TooShort:
        return {tr("The data ends in the middle."), unread, again};
    case CodecError::TrailingBytes:
        return {tr("The data goes on after its end."), unread, again};
    case CodecError::NotCanonical:
        return {tr("The data is written in a way no honest program writes it."), unread, again};
    case CodecError::TooDeep:
        return {tr("The data is nested more deeply than this program reads."), unread, again};
    case CodecError::TooLarge:
        return {tr("The data is larger than this program reads."), unread, again};
    case CodecError::BadAbiType:
        return {tr("The contract uses a type this program does not know: %1."), unread,
                tr("Update the program, or check the network file.")};
    case CodecError::BadAbiValue:
        return {tr("A value does not fit the type the contract expects."), unread,
                tr("Check the amounts and numbers you gave.")};
    case CodecError::BadJson:
        return {tr("The file or answer is not what was expected at “%1”."), unread, again};
    case CodecError::BadTypedData:
        return {tr("The document to be signed is not well formed."), tr("Nothing was signed."), again};
    case CodecError::BadCid:
        return {tr("This is not the name of a content block."), unread,
                tr("A content name starts with “bafkrei”. Copy the whole name again.")};
    }
    return {};
}
} // namespace

ErrorText textOf(BaseError code)
{
    return InputTexts::of(code);
}

ErrorText textOf(CryptoError code)
{
    return InputTexts::of(code);
}

ErrorText textOf(CodecError code)
{
    return InputTexts::of(code);
}

} // namespace autochain::messages
