// SPDX-License-Identifier: GPL-3.0-or-later
// The signer and the wallet.
#include "messages/tables.h"

#include <QCoreApplication>

namespace autochain::messages
{
namespace
{
class SigningTexts
{
    Q_DECLARE_TR_FUNCTIONS(SigningTexts)
public:
    static ErrorText of(SigningError code);
    static ErrorText of(WalletError code);
};

ErrorText SigningTexts::of(SigningError code)
{
    const QString unsigned_ = tr("Nothing was signed and nothing was sent.");
    switch (code) {
    case SigningError::Declined:
        return {tr("You declined to sign."), unsigned_, tr("Do the step again if you change your mind.")};
    case SigningError::Locked:
        return {tr("The signer is locked."), unsigned_, tr("Give its passphrase and do the step again.")};
    case SigningError::WrongPassphrase:
        return {tr("The passphrase does not open the key."), unsigned_,
                tr("Try again, mind capitals and keyboard layout. Without it, restore the key from its words.")};
    case SigningError::UnknownAccount:
        return {
            tr("The signer has no key for %1:who."), unsigned_,
            tr("Make a key, restore one from its words or import a key file; or act as an account the signer has.")};
    case SigningError::CannotDecode:
        return {tr("The signer cannot read what it is asked to sign (%1), so it does not sign."), unsigned_,
                tr("Check the network file. If it comes from somebody else, do not insist: ask them what it is.")};
    case SigningError::Refused:
        return {
            tr("The signer understands this and refuses it by rule: %1."), unsigned_,
            tr("There is no way around this rule. If somebody asked you for it, they may mean to take your money.")};
    case SigningError::SignerGone:
        return {tr("The signer did not start or ended by itself."), unsigned_,
                tr("Do the step again; the signer starts anew. If it stays so, reinstall the program.")};
    case SigningError::BadMessage:
        return {tr("The signer and this program do not understand each other."), unsigned_,
                tr("They are of different versions: reinstall the program.")};
    case SigningError::AccountExists:
        return {tr("The signer has this key already: %1:who."), tr("Nothing was changed."), tr("Use it as it is.")};
    case SigningError::BadSecret:
        return {tr("It cannot be done: %1:secret."), tr("No key was lost and none was taken in."),
                tr("Compare with your paper, or choose another file.")};
    }
    return {};
}

ErrorText SigningTexts::of(WalletError code)
{
    const QString unsigned_ = tr("Nothing was signed and nothing was sent.");
    switch (code) {
    case WalletError::NotEnoughCoin:
        return {tr("Not enough coins for the value and the network fee: %1:units needed, %2:units there."), unsigned_,
                tr("Send this account coins of the network; AUC cannot pay the fee.")};
    case WalletError::NotEnoughAuc:
        return {tr("Not enough AUC: %1:units needed, %2:units free."), unsigned_,
                tr("Choose a smaller amount, or wait until money in a Safe comes free.")};
    case WalletError::WouldRevert:
        return {tr("The contract would refuse this: %1."), unsigned_,
                tr("Look at the deal or car again: somebody may have acted before you.")};
    case WalletError::NodeLostBefore:
        return {tr("The node went away before anything was signed."), unsigned_,
                tr("Check the node and do the step again.")};
    case WalletError::NodeLostAfter:
        return {tr("The transaction %1:id is signed and noted, but the node did not confirm that it has it."),
                tr("It may be carried out once. It cannot be paid twice."),
                tr("Do not repeat the step. As soon as a node answers, the very same transaction is sent again.")};
    case WalletError::NodeRefused:
        return {tr("The node does not take the transaction %1:id: %2."), tr("It was not sent on. Nothing moved."),
                tr("Try again, or use another node.")};
    case WalletError::BadSignedBytes:
        return {tr("The signer returned something else than it was asked to sign."),
                tr("It was not sent. Nothing moved."),
                tr("Do not go on: reinstall the program from a source you trust.")};
    case WalletError::PendingNonce:
        return {tr("Another transaction of this account waits to be signed (number %1)."), unsigned_,
                tr("Finish or drop that one first.")};
    case WalletError::FeeTooHigh:
        return {tr("The network fee is above your limit: %1:units, limit %2:units."), unsigned_,
                tr("Wait until the network is calmer, or raise the limit.")};
    case WalletError::ReplacementTooLow:
        return {tr("To take the place of the waiting transaction the fee must be higher: at least %1 wei per gas."),
                tr("The waiting transaction stands as it is."), tr("Choose a higher fee.")};
    case WalletError::NotPending:
        return {tr("This transaction does not wait any more."), tr("It is in a block or was dropped; see the list."),
                tr("Look at the list of transactions.")};
    case WalletError::TimedOut:
        return {tr("The transaction %1:id is not in a block yet."),
                tr("It may still be carried out. It cannot be paid twice."),
                tr("Wait, or raise its fee. Do not repeat the step.")};
    case WalletError::Reverted:
        return {tr("The transaction %1:id is in a block, and the contract refused it."),
                tr("Nothing moved but the network fee."),
                tr("Look at the deal or car again: somebody acted before you.")};
    case WalletError::Replaced:
        return {tr("Another transaction took the place of %1:id."), tr("Only one of the two was carried out."),
                tr("Look at the list of transactions to see which.")};
    case WalletError::ZeroAmount:
        return {tr("The amount is zero."), unsigned_, tr("Write how much to send.")};
    case WalletError::BadAddress:
        return {tr("This is not an address."), unsigned_,
                tr("An address is 0x and 40 hexadecimal characters. Copy it again.")};
    case WalletError::BadChecksum:
        return {tr("The capital letters of the address do not fit: it is probably misspelt."), unsigned_,
                tr("Copy the address again from where it comes; do not correct it by hand.")};
    case WalletError::OwnAddress:
        return {tr("This is your own address."), unsigned_, tr("Give the address of the one who is to get it.")};
    case WalletError::ZeroAddress:
        return {tr("Nobody has this address; what is sent there is lost."), unsigned_, tr("Give the right address.")};
    case WalletError::KnownContract:
        return {tr("This is a contract of the network (%1) and would keep the money."), unsigned_,
                tr("Pay into a deal or stake through their own steps; send to people only.")};
    case WalletError::ZeroPrice:
        return {tr("A price of nothing is never taken."), unsigned_, tr("Offer at least what blocks take now.")};
    case WalletError::TipAboveMost:
        return {tr("The part for the miner is higher than the highest price as a whole."), unsigned_,
                tr("Raise the highest price, or lower the part for the miner.")};
    case WalletError::FeeAbsurd:
        return {tr("%1 wei per gas is more than 20 times what blocks take now (%3 wei)."), unsigned_,
                tr("Probably a slip of the keyboard: offer at most %2 wei per gas.")};
    case WalletError::AlreadyMined:
        return {tr("The transaction %1:id got into a block meanwhile."),
                tr("It is carried out, once. Nothing more was signed."), tr("There is nothing left to do.")};
    case WalletError::NeverSent:
        return {tr("The transaction never left this computer."), tr("It cannot be carried out. Nothing moved."),
                tr("Do the step again if you still want it.")};
    case WalletError::Superseded:
        return {tr("A newer transaction waits in the place of this one: %1:id."), unsigned_,
                tr("Speed up or cancel the newer one.")};
    case WalletError::EarlierWaits:
        return {
            tr("An earlier transaction of this account, number %1, is not in a block yet. Blocks take them in order, "
               "so a higher fee for this one would change nothing."),
            unsigned_, tr("Speed up the earlier one; the list of what waits names it.")};
    }
    return {};
}
} // namespace

ErrorText textOf(SigningError code)
{
    return SigningTexts::of(code);
}

ErrorText textOf(WalletError code)
{
    return SigningTexts::of(code);
}

} // namespace autochain::messages
