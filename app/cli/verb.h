// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "arguments.h"
#include "output.h"

#include <QCoroTask>

namespace autochain::cli
{

class Context;

// A verb: `autochain-cli … NOUN NAME`. `run` is a plain function, never a lambda with captures: it is a coroutine.
struct Verb {
    QString noun;
    QString name;
    QString help;
    QList<PositionalSpec> positionals;
    QList<OptionSpec> options;
    QCoro::Task<Result<Output>> (*run)(Context& context, Arguments arguments);
    bool needsNetwork = true;
    bool needsContracts = true; // beside the network file
    bool needsHome = true;      // false: works on what it is given alone
    QStringList homeOptions{};  // with one of these it needs one all the same
};

QList<Verb> networkVerbs();
QList<Verb> verificationVerbs(); // of the noun "network" too
QList<Verb> practiceVerbs();
QList<Verb> walletVerbs();
QList<Verb> accountVerbs(); // of the noun "wallet" too
QList<Verb> waitingVerbs(); // of the noun "wallet" too
QList<Verb> lockVerbs();    // of the noun "wallet" too
QList<Verb> backupVerbs();
QList<Verb> contentVerbs();
QList<Verb> vehicleVerbs();
QList<Verb> recordVerbs();  // of the noun "vehicle" too
QList<Verb> grantVerbs();   // of the noun "vehicle" too
QList<Verb> historyVerbs(); // of the noun "vehicle" too
QList<Verb> reportVerbs();  // of the noun "vehicle" too
QList<Verb> privateVerbs();
QList<Verb> vinVerbs();
QList<Verb> obdVerbs();
QList<Verb> listingVerbs();
QList<Verb> dealVerbs();
QList<Verb> settleVerbs(); // of the noun "deal" too
QList<Verb> appraiserVerbs();

} // namespace autochain::cli
