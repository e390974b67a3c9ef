// SPDX-License-Identifier: GPL-3.0-or-later
// autochain-cli [global options] NOUN VERB [arguments]. Global options may also stand behind the verb.
#pragma once

#include "context.h"
#include "verb.h"

namespace autochain::cli
{

struct Invocation {
    GlobalOptions global;
    Verb verb;
    Arguments arguments;
};

struct ParsedCommandLine {
    std::optional<Invocation> invocation;
    QString help;  // asked for with --help: goes to stdout, exit 0
    QString error; // usage error: goes to stderr, exit 2
    bool json = false;
};

ParsedCommandLine parseCommandLine(const QStringList& arguments);
QList<Verb> allVerbs();

} // namespace autochain::cli
