// SPDX-License-Identifier: GPL-3.0-or-later
// Unlocking: the real signer program, asked over its pipe with the passphrase handed over, against Argon2id alone at
// the same cost (that of any network but the practice market). No more than 50 ms may lie between them.
#include "signer_home.h"
#include "vault/argon2id.h"

#include <benchmark/benchmark.h>

#include <chrono>
#include <QCoreApplication>

using namespace autochain;
using namespace autochain::testing;

namespace
{

// A home of a network that is not for practice, with one account in its vault.
bool makeHome(SignerHome& home)
{
    home.begin();
    auto real = network();
    real.kind = NetworkKind::Private;
    return home.writeNetwork(real) &&
           wait(SignerProcess(home.options()).importKeystore("Alice Brandt", home.keystoreOf("Alice Brandt"))).ok();
}

void unlockOurs(benchmark::State& state)
{
    int argc = 1;
    char name[] = "autochain-bench";
    char* argv[] = {name, nullptr};
    const QCoreApplication app(argc, argv);
    SignerHome home;
    if (!makeHome(home)) {
        state.SkipWithError("no home");
        return;
    }
    for ([[maybe_unused]] auto turn : state) {
        SignerProcess signer(home.options()); // a passphrase handed over serves once
        if (!wait(signer.status()).ok()) {    // it runs, and its vault is closed
            state.SkipWithError("no signer");
            break;
        }
        const auto start = std::chrono::steady_clock::now();
        const bool opened = wait(signer.unlock()).ok();
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
        if (!opened) {
            state.SkipWithError("not unlocked");
            break;
        }
        state.SetIterationTime(took.count());
    }
}

void argon2Alone(benchmark::State& state)
{
    const SecretBytes passphrase = secret(kPassphrase);
    const Bytes salt(32, 7);
    for ([[maybe_unused]] auto turn : state) {
        const auto start = std::chrono::steady_clock::now();
        const bool made = vault::argon2id(passphrase, salt, vault::Argon2Cost()).ok();
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
        if (!made) {
            state.SkipWithError("no key");
            break;
        }
        state.SetIterationTime(took.count());
    }
}

void inTurns(benchmark::internal::Benchmark* row)
{
    row->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(1)->Repetitions(7)->ReportAggregatesOnly();
}

BENCHMARK(unlockOurs)->Name("unlock/ours")->Apply(inTurns);
BENCHMARK(argon2Alone)->Name("unlock/peer:Argon2id alone")->Apply(inTurns);

} // namespace
