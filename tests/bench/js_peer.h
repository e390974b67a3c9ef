// SPDX-License-Identifier: GPL-3.0-or-later
// peers.mjs as a child process: peers written in JavaScript, in turns with ours.
#pragma once

#include "base/bytes.h"

#include <benchmark/benchmark.h>

#include <string>

namespace autochain::bench
{

// One row: the peer does `operation` of peers.mjs on `input` (JSON), `count` times at each turn. Skipped with an error
// where Node.js or the packages are not there, or where the peer's result is not `expected`.
void runJsPeer(benchmark::State& state, const std::string& operation, const std::string& input, BytesView expected,
               std::size_t count);

// Seven runs with as many turns each as take about a tenth of a second.
void jsRow(benchmark::internal::Benchmark* row);

// The same runs for ours.
void besideJs(benchmark::internal::Benchmark* row);

} // namespace autochain::bench
