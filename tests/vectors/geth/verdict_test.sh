#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# 10,000 pairs of headers, judged by geth and by us. Usage: verdict_test.sh VECTORS_CHECK WORK_FOLDER, from tests/vectors.
# Ends with 77, which ctest counts as skipped, where there is no Go or its modules cannot be had.
set -eu
vectors_check=$1 work=$2
mkdir -p "$work"
command -v go >/dev/null || { echo "skipped: no Go here"; exit 77; }
(cd geth && go mod download) || { echo "skipped: no module proxy within reach"; exit 77; }
# go 1.23 and later refuse what a dependency of geth takes from the runtime, unless told.
(cd geth && go build -ldflags=-checklinkname=0 -o "$work/verdicts" .)
"$work/verdicts" . >"$work/verdicts.txt"
"$vectors_check" verdict "$work/verdicts.txt"
