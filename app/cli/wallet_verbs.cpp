// SPDX-License-Identifier: GPL-3.0-or-later
#include "context.h"
#include "discovery_view.h"
#include "verb.h"

#include "base/hex.h"
#include "crypto/address.h"
#include "wallet/address_check.h"
#include "wallet/balances.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace autochain::cli
{
namespace
{
QString tr(const char* text)
{
    return QCoreApplication::translate("Cli", text);
}

std::string nameOf(const Arguments& arguments)
{
    return arguments.text("name", QStringLiteral("Main")).toStdString();
}

QCoro::Task<Result<Output>> create(Context& context, Arguments arguments)
{
    AC_CO_TRY(const SignerAccount account, co_await context.signer().createAccount(nameOf(arguments)));
    co_return accountOutput(account);
}

QCoro::Task<Result<Output>> import(Context& context, Arguments arguments)
{
    if (arguments.has("keystore")) {
        const QString file = QFileInfo(arguments.text("keystore")).absoluteFilePath();
        AC_CO_TRY(const SignerAccount account, co_await context.signer().importKeystore(nameOf(arguments), file));
        co_return accountOutput(account);
    }
    AC_CO_TRY(const SignerAccount account, co_await context.signer().importPrivateKey(nameOf(arguments)));
    co_return accountOutput(account);
}

QCoro::Task<Result<Address>> accountOrMe(Context& context, const Arguments& arguments)
{
    if (!arguments.positional(0).isEmpty()) {
        co_return parseAddress(arguments.positional(0).toStdString());
    }
    co_return co_await context.me();
}

QCoro::Task<Result<Output>> balance(Context& context, Arguments arguments)
{
    AC_CO_TRY(const Address who, co_await accountOrMe(context, arguments));
    AC_CO_TRY(const auto balances, co_await wallet::readBalances(context.node(), context.network(), who));
    Output out;
    out.json.insert(QStringLiteral("address"), address(who));
    out.json.insert(QStringLiteral("auc"), plainAuc(balances.auc));
    out.json.insert(QStringLiteral("coin"), plainAuc(balances.coinWei));
    out.json.insert(QStringLiteral("coinName"), qs(context.network().coin));
    out.json.insert(QStringLiteral("coinProvenance"), provenanceWord(balances.coinProvenance));
    putSource(out.json, balances.provenance, balances.block);
    out.fact(tr("Address"), address(who));
    out.fact(tr("AUC"), auc(balances.auc) + QStringLiteral("   ") + sourceLine(balances.provenance, balances.block));
    out.fact(tr("For network fees"), plainAuc(balances.coinWei) + QLatin1Char(' ') + qs(context.network().coin) +
                                         QStringLiteral("   ") + sourceLine(balances.coinProvenance, balances.block));
    co_return out;
}

QCoro::Task<Result<Output>> send(Context& context, Arguments arguments)
{
    AC_CO_TRY(const Address me, co_await context.me());
    AC_CO_TRY(const U256 amount, arguments.amount("amount"));
    std::vector<Address> own(1, me);
    AC_CO_TRY(const auto recipient,
              wallet::checkRecipientText(arguments.text("to").toStdString(), own, context.network()));
    const bool coin = arguments.has("coin");
    AC_CO_TRY(Call call, coin ? wallet::sendCoin(recipient.address, amount)
                              : wallet::sendAuc(context.network(), recipient.address, amount));
    if (!coin) {
        AC_CO_TRY(const auto balances, co_await wallet::readBalances(context.node(), context.network(), me));
        if (balances.auc < amount) {
            std::vector<std::string> args;
            args.push_back(amount.toDecimal());
            args.push_back(balances.auc.toDecimal());
            co_return Error(WalletError::NotEnoughAuc, std::move(args));
        }
    }
    SigningHints hints;
    std::string purpose(coin ? "wallet.sendCoin" : "wallet.send");
    Output out;
    if (arguments.has("no-wait")) {
        AC_CO_CHECK(co_await context.prepareToSend());
        AC_CO_TRY(const Hash32 hash, co_await context.transactions().submit(me, std::move(call), std::move(hints),
                                                                            std::move(purpose), Hash32()));
        out.json.insert(QStringLiteral("transaction"), hex(hash));
        out.fact(tr("Transaction"), hex(hash));
        out.line(tr("Not in a block yet: wallet pending tells more."));
        co_return out;
    }
    AC_CO_TRY(const Receipt receipt,
              co_await context.send(me, std::move(call), std::move(hints), std::move(purpose), Hash32()));
    out.json.insert(QStringLiteral("to"), address(recipient.address));
    out.json.insert(QStringLiteral("amount"), plainAuc(amount));
    out.json.insert(QStringLiteral("unit"), coin ? qs(context.network().coin) : QStringLiteral("AUC"));
    putMined(out.json, receipt.transactionHash, receipt.provenance, receipt.block);
    out.fact(tr("Sent"), (coin ? plainAuc(amount) + QLatin1Char(' ') + qs(context.network().coin) : auc(amount)));
    out.fact(tr("To"), address(recipient.address));
    out.fact(tr("Transaction"), hex(receipt.transactionHash));
    co_return out;
}
// A call of any contract. What the signer can read it shows in words; what it cannot it refuses, but for --expert.
QCoro::Task<Result<Output>> callVerb(Context& context, Arguments arguments)
{
    AC_CO_TRY(const Address me, co_await context.me());
    Call call;
    AC_CO_TRY(call.to, arguments.addressOf("to"));
    AC_CO_TRY(call.data, fromHex(arguments.text("data").toStdString()));
    AC_CO_TRY(call.value, arguments.amount("value"));
    SigningHints hints;
    hints.expert = arguments.has("expert");
    const Address target = *call.to;
    std::string purpose("wallet.call");
    AC_CO_TRY(const Receipt receipt,
              co_await context.send(me, std::move(call), std::move(hints), std::move(purpose), Hash32()));
    Output out;
    out.json.insert(QStringLiteral("to"), address(target));
    putMined(out.json, receipt.transactionHash, receipt.provenance, receipt.block);
    out.fact(tr("Called"), address(target));
    out.fact(tr("Transaction"), hex(receipt.transactionHash));
    co_return out;
}
} // namespace

QList<Verb> walletVerbs()
{
    const QString noun = QStringLiteral("wallet");
    const OptionSpec name{
        QStringLiteral("name"), QStringLiteral("TEXT"), tr("Your own label for the account."), false, {}};
    const OptionSpec secret{QStringLiteral("secret-fd"),
                            QStringLiteral("N"),
                            tr("Read the words or key from this open descriptor."),
                            false,
                            {}};
    const OptionSpec words{
        QStringLiteral("words-fd"), QStringLiteral("N"), tr("Write the new words to this open descriptor."), false, {}};
    Verb importVerb{
        noun,
        QStringLiteral("import"),
        tr("Take over a key file, or a private key typed in the signer."),
        {},
        {{QStringLiteral("keystore"), QStringLiteral("FILE"), tr("Web3 Secret Storage v3 file."), false, {}},
         name,
         secret},
        &import,
        true};
    Verb sendVerb{noun,
                  QStringLiteral("send"),
                  tr("Send AUC, or the network's coin."),
                  {},
                  {{QStringLiteral("to"), QStringLiteral("ADDRESS"), tr("Who gets it."), true, {}},
                   {QStringLiteral("amount"), QStringLiteral("AMOUNT"), tr("How much."), true, {}},
                   {QStringLiteral("coin"), {}, tr("Send the network's coin instead of AUC."), false, {}},
                   {QStringLiteral("no-wait"), {}, tr("Do not wait for a block."), false, {}}},
                  &send,
                  true};
    return {{noun,
             QStringLiteral("create"),
             tr("Make a new account; the signer shows its words."),
             {},
             {name, words},
             &create,
             true},
            importVerb,
            {noun,
             QStringLiteral("balance"),
             tr("Show AUC and coins of an account."),
             {{QStringLiteral("ADDRESS"), tr("Whose; default: your own."), false}},
             {},
             &balance,
             true},
            sendVerb,
            {noun,
             QStringLiteral("call"),
             tr("Call a contract; what nobody can read only with --expert."),
             {},
             {{QStringLiteral("to"), QStringLiteral("ADDRESS"), tr("The contract."), true, {}},
              {QStringLiteral("data"), QStringLiteral("0xDATA"), tr("Calldata."), true, {}},
              {QStringLiteral("value"), QStringLiteral("AMOUNT"), tr("Coins that go along."), false, {}},
              {QStringLiteral("expert"),
               {},
               tr("Let the signer ask, with a warning, where it cannot read the call; --yes does not answer that."),
               false,
               {}}},
             &callVerb,
             true}};
}

} // namespace autochain::cli
