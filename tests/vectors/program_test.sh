#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# program_test.sh VECTORS-CHECK: what the program says of files it cannot use, and of ones that are wrong. The last line and
# the exit code are what other programs read.
set -u
program=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
failed=0

# expect EXIT-CODE LAST-LINE KIND FILE...
expect() {
  code=$1
  line=$2
  shift 2
  output=$("$program" "$@" 2>/dev/null)
  got=$?
  last=$(printf '%s\n' "$output" | tail -n 1)
  if [ "$got" != "$code" ] || [ "$last" != "$line" ]; then
    echo "vectors-check $*: exit $got and \"$last\"; expected $code and \"$line\""
    failed=1
  fi
}

printf '{}' >"$folder/empty.json"
printf '[[[[' >"$folder/broken.json"
: >"$folder/nothing"
head -c 4000 ethereum/TransactionTests.json.gz >"$folder/cut.json.gz"
head -c 3000 /dev/zero | tr '\0' '[' >"$folder/deep.json"
sed 's/abandon about/abandon abandon/' bip39/vectors.json >"$folder/bip39.json"
sed 's/8i$/8j/; s/Chain m$/Chain m\/x/' bip32/bip-0032-test-vectors.mediawiki >"$folder/bip32.mediawiki"
printf '{"algorithm":"ECDSA","testGroups":[{"type":"EcdsaVerify","publicKey":{"curve":"secp256r1"},"sha":"SHA-256","tests":[{"tcId":1}]}]}' \
  >"$folder/other-curve.json"

expect 2 "" # no arguments
expect 2 "" bip39
expect 2 "" no-such-kind bip39/vectors.json
for kind in bip32 bip39 difficulty eip712 hdwallet header keystore pow rlp transaction trie wycheproof; do
  for file in empty.json broken.json nothing cut.json.gz deep.json not-there.json; do
    expect 1 "0 passed, 1 failed" "$kind" "$folder/$file"
  done
done
sed 's/"root": "0x5/"root": "0x6/' ethereum/trie/trietest.json >"$folder/trie.json"
sed 's/4242424242424242/4242424242424243/' ethereum/ethash.json >"$folder/ethash.json"
sed '2s/^0xf902180*/0x/; 3s/a0/a1/; 4s/.$/g/' mainnet/headers.hex | head -n 4 >"$folder/headers.hex"
gzip -dc ethereum/DifficultyTests.json.gz | sed 's/"currentDifficulty":"0x69702c7f2c9fad14"/"currentDifficulty":"0x69702c7f2c9fad15"/' >"$folder/difficulty.json"

expect 1 "0 passed, 1 failed" seal "$folder/nothing"
expect 1 "0 passed, 1 failed" seal "$folder/not-there"
expect 1 "1 passed, 3 failed" seal "$folder/headers.hex"
expect 1 "1 passed, 1 failed" pow "$folder/ethash.json"
expect 1 "7641 passed, 1 failed" difficulty "$folder/difficulty.json"
expect 1 "3 passed, 2 failed" trie "$folder/trie.json"
expect 1 "0 passed, 1 failed" wycheproof "$folder/other-curve.json"
expect 1 "287 passed, 1 failed" bip39 "$folder/bip39.json"
expect 1 "42 passed, 4 failed" bip32 "$folder/bip32.mediawiki"
expect 1 "50 passed, 1 failed" bip32 bip32/bip-0032-test-vectors.mediawiki "$folder/empty.json"
exit $failed
