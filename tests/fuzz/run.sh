#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# tests/fuzz/run.sh BUILD-FOLDER [SECONDS]: runs every libFuzzer program in it for so long (30 s each when not said).
# What is found stays in BUILD-FOLDER/corpus; an input that breaks something is written to BUILD-FOLDER/crashes.
set -u
build=${1:?"usage: run.sh BUILD-FOLDER [SECONDS]"}
seconds=${2:-30}
here=$(dirname "$0")
failed=0
count=0
mkdir -p "$build/crashes"
for program in "$build"/bin/fuzz_*; do
  [ -x "$program" ] || continue
  name=${program##*/fuzz_}
  corpus="$build/corpus/$name"
  mkdir -p "$corpus"
  seeds=$(ls -d "$here"/*/seeds/"$name" 2>/dev/null)
  log="$build/corpus/$name.log"
  # shellcheck disable=SC2086 # seeds is empty or one folder
  if "$program" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=16384 -print_final_stats=1 \
    -artifact_prefix="$build/crashes/$name-" "$corpus" $seeds >"$log" 2>&1; then
    echo "$name: $(sed -n 's/^stat::number_of_executed_units: *//p' "$log") inputs, nothing found"
  else
    echo "$name: FAILED, see $log"
    tail -n 30 "$log"
    failed=1
  fi
  count=$((count + 1))
done
[ "$count" -gt 0 ] || { echo "no fuzz_* programs in $build/bin"; exit 2; }
exit $failed
