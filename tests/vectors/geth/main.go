// SPDX-License-Identifier: GPL-3.0-or-later

// What geth says of headers. Makes pairs of a parent and a child, always the same ones, asks go-ethereum's consensus/ethash
// whether the child may follow, and writes a line for each:
//
//	RULES seal|noseal PARENT CHILD VERDICT
//
// RULES: "file:" and a file of rules below tests/vectors or the repository, or "network:" and a name of ethereum/tests. PARENT and
// CHILD: RLP in hex. VERDICT: "ok", or geth's reason. How often each reason came goes to standard error.
//
//	verdicts VECTORS_FOLDER
package main

import (
	"bufio"
	"encoding/hex"
	"fmt"
	"math/big"
	"os"
	"sort"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/consensus"
	"github.com/ethereum/go-ethereum/consensus/ethash"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/log"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rlp"
)

const wanted = 10_000

// A chain of one block, the parent, under a table of forks.
type parentOnly struct {
	config *params.ChainConfig
	parent *types.Header
}

func (c parentOnly) Config() *params.ChainConfig                    { return c.config }
func (c parentOnly) CurrentHeader() *types.Header                   { return c.parent }
func (c parentOnly) GetHeaderByNumber(uint64) *types.Header         { return nil }
func (c parentOnly) GetTd(common.Hash, uint64) *big.Int             { return nil }
func (c parentOnly) GetHeaderByHash(hash common.Hash) *types.Header { return c.GetHeader(hash, 0) }
func (c parentOnly) GetHeader(hash common.Hash, _ uint64) *types.Header {
	if c.parent.Hash() == hash {
		return c.parent
	}
	return nil
}

// Judges pairs and writes them, each only once.
type judge struct {
	out     *bufio.Writer
	rules   *ethash.Ethash // takes every seal
	seals   *ethash.Ethash // checks them from the epoch's cache
	seen    map[string]bool
	reasons map[string]int
	count   int
}

func newJudge(out *bufio.Writer) *judge {
	config := ethash.Config{CachesInMem: 2, PowMode: ethash.ModeNormal, Log: log.Root()}
	return &judge{out: out, rules: ethash.NewFaker(), seals: ethash.New(config, nil, true), seen: map[string]bool{}, reasons: map[string]int{}}
}

func encode(header *types.Header) string {
	bytes, err := rlp.EncodeToBytes(header)
	if err != nil {
		panic(err)
	}
	return hex.EncodeToString(bytes)
}

// The first words of the error: without the numbers in it.
func reasonOf(err error) string {
	if err == nil {
		return "ok"
	}
	reason, _, _ := strings.Cut(err.Error(), ":")
	return strings.TrimSpace(reason)
}

func (j *judge) pair(rules string, config *params.ChainConfig, parent, child *types.Header, seal bool) {
	engine, word := j.rules, "noseal"
	if seal {
		engine, word = j.seals, "seal"
	}
	line := rules + " " + word + " " + encode(parent) + " " + encode(child)
	if j.seen[line] || j.count == wanted {
		return
	}
	err := engine.VerifyHeader(parentOnly{config, parent}, child, seal)
	if err == consensus.ErrFutureBlock {
		return // of the moment and not of the block
	}
	j.seen[line] = true
	j.count++
	j.reasons[word+", "+reasonOf(err)]++
	fmt.Fprintln(j.out, line, reasonOf(err))
}

func (j *judge) report() {
	var reasons []string
	for reason := range j.reasons {
		reasons = append(reasons, reason)
	}
	sort.Strings(reasons)
	for _, reason := range reasons {
		fmt.Fprintf(os.Stderr, "%6d %s\n", j.reasons[reason], reason)
	}
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: verdicts VECTORS_FOLDER")
		os.Exit(2)
	}
	out := bufio.NewWriterSize(os.Stdout, 1<<20)
	judge := newJudge(out)
	judge.published(os.Args[1])
	judge.mined(os.Args[1])
	judge.invented()
	judge.report()
	if err := out.Flush(); err != nil || judge.count != wanted {
		fmt.Fprintln(os.Stderr, judge.count, "pairs only;", err)
		os.Exit(1)
	}
}
