// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/ethereum/go-ethereum/tests"
)

const mutateOneIn = 4 // of the mutations, with each mined block

func check(err error) {
	if err != nil {
		panic(err)
	}
}

func unpacked(path string) *bufio.Scanner {
	file, err := os.Open(path)
	check(err)
	reader, err := gzip.NewReader(file)
	check(err)
	lines := bufio.NewScanner(reader)
	lines.Buffer(nil, 64<<20)
	return lines
}

func headerOf(text string) (*types.Header, error) {
	bytes, err := hex.DecodeString(strings.TrimPrefix(text, "0x"))
	if err != nil {
		return nil, err
	}
	header := new(types.Header)
	return header, rlp.DecodeBytes(bytes, header)
}

// The header in front of a block.
func headerOfBlock(text string) (*types.Header, error) {
	block, err := hex.DecodeString(strings.TrimPrefix(text, "0x"))
	if err != nil {
		return nil, err
	}
	content, _, err := rlp.SplitList(block)
	if err != nil {
		return nil, err
	}
	header := new(types.Header)
	return header, rlp.NewStream(bytes.NewReader(content), uint64(len(content))).Decode(header)
}

type publishedTest struct {
	Network    string
	GenesisRLP string
	Blocks     []struct{ RLP string }
}

// ethereum/tests: every block with every block of its test, by the rules of its network.
func (j *judge) published(folder string) {
	lines := unpacked(filepath.Join(folder, "ethereum", "BlockchainTests.json.gz"))
	var text []byte
	for lines.Scan() {
		text = append(text, lines.Bytes()...)
	}
	check(lines.Err())
	var all map[string]publishedTest
	check(json.Unmarshal(text, &all))
	var names []string
	for name := range all {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		config := tests.Forks[all[name].Network]
		if config == nil || config.TerminalTotalDifficulty != nil {
			continue // no proof of work
		}
		j.publishedTest(all[name], config)
	}
}

func (j *judge) publishedTest(test publishedTest, config *params.ChainConfig) {
	var headers []*types.Header
	if genesis, err := headerOfBlock(test.GenesisRLP); err == nil {
		headers = append(headers, genesis)
	}
	for _, block := range test.Blocks {
		if header, err := headerOfBlock(block.RLP); err == nil {
			headers = append(headers, header)
		}
	}
	for _, parent := range headers {
		for _, child := range headers {
			j.pair("network:"+test.Network, config, parent, child, false)
		}
	}
}

// The chain that geth's own nodes mined: each block with its seal, and the seal spoiled.
func (j *judge) mined(folder string) {
	lines := unpacked(filepath.Join(folder, "chains", "london.hex.gz"))
	var parent *types.Header
	for lines.Scan() {
		header, err := headerOf(lines.Text())
		check(err)
		if parent != nil {
			j.pair(londonRules, london, parent, header, true)
			spoiled := types.CopyHeader(header)
			switch header.Number.Uint64() % 3 {
			case 0:
				spoiled.Nonce[7] ^= 1
			case 1:
				spoiled.MixDigest[31] ^= 1
			case 2:
				spoiled.Root[0] ^= 0x80
			}
			j.pair(londonRules, london, parent, spoiled, true)
			for i, mutation := range mutations {
				if (uint64(i)+header.Number.Uint64())%mutateOneIn == 0 {
					j.pair(londonRules, london, parent, mutation(parent, types.CopyHeader(header)), false)
				}
			}
		}
		parent = header
	}
	check(lines.Err())
}
