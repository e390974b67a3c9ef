#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# tests/fuzz/run.sh BUILD-FOLDER [AMOUNT] [NAME…]: runs the libFuzzer programs in it, all or those named, with so many inputs
# each (1,000,000 when not said), or with an AMOUNT like 30s for so long. Two run at a time.
# What is found stays in BUILD-FOLDER/corpus; an input that breaks something is written to BUILD-FOLDER/crashes.
set -u
build=${1:?"usage: run.sh BUILD-FOLDER [INPUTS | SECONDSs] [NAME…]"}
amount=${2:-1000000}
[ $# -ge 2 ] && shift 2 || shift
here=$(dirname "$0")
mkdir -p "$build/crashes" "$build/corpus"

case $amount in
  *s) limit="-max_total_time=${amount%s}" least=1 ;;
  *) limit="-runs=$amount" least=$amount ;;
esac

# One program, to its end; says what came of it in one line.
one() {
  name=$1
  corpus="$build/corpus/$name"
  log="$build/corpus/$name.log"
  mkdir -p "$corpus"
  seeds=$(ls -d "$here"/*/seeds/"$name" 2>/dev/null)
  # shellcheck disable=SC2086 # seeds is empty or one folder
  "$build/bin/fuzz_$name" "$limit" -timeout=10 -rss_limit_mb=2048 -max_len=16384 -print_final_stats=1 \
    -artifact_prefix="$build/crashes/$name-" "$corpus" $seeds >"$log" 2>&1
  status=$?
  inputs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  if [ $status -ne 0 ] || [ "${inputs:-0}" -lt "$least" ]; then
    echo "$name: FAILED after ${inputs:-?} inputs, see $log"
    tail -n 30 "$log"
    return 1
  fi
  echo "$name: $inputs inputs, nothing found"
}

if [ $# -eq 0 ]; then
  for program in "$build"/bin/fuzz_*; do
    [ -x "$program" ] && set -- "$@" "${program##*/fuzz_}"
  done
fi
[ $# -gt 0 ] || { echo "no fuzz_* programs in $build/bin"; exit 2; }
failed=0
while [ $# -gt 0 ]; do
  one "$1" &
  first=$!
  second=
  shift
  if [ $# -gt 0 ]; then
    one "$1" &
    second=$!
    shift
  fi
  wait $first || failed=1
  [ -z "$second" ] || wait $second || failed=1
done
exit $failed
