// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"math/big"
	"math/rand"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/consensus/ethash"
	"github.com/ethereum/go-ethereum/consensus/misc"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
)

func at(block int64) *big.Int { return big.NewInt(block) }

// Tables of forks, and the same as files of rules.
const londonRules = "file:chains/london.rules.json"

var london = &params.ChainConfig{ChainID: at(7661), HomesteadBlock: at(0), EIP150Block: at(0), EIP155Block: at(0), EIP158Block: at(0),
	ByzantiumBlock: at(0), ConstantinopleBlock: at(0), PetersburgBlock: at(0), IstanbulBlock: at(0), BerlinBlock: at(0), LondonBlock: at(0)}

// Every fork a few blocks after the one before, so that random heights meet all of them.
var steps = &params.ChainConfig{ChainID: at(9001), HomesteadBlock: at(3), DAOForkBlock: at(8), DAOForkSupport: true, EIP150Block: at(8),
	EIP155Block: at(8), EIP158Block: at(8), ByzantiumBlock: at(20), ConstantinopleBlock: at(24), PetersburgBlock: at(24), IstanbulBlock: at(26),
	MuirGlacierBlock: at(28), BerlinBlock: at(30), LondonBlock: at(32), ArrowGlacierBlock: at(36), GrayGlacierBlock: at(40)}

// The chain that did not support the DAO fork.
var stayed = &params.ChainConfig{ChainID: at(9002), HomesteadBlock: at(2), DAOForkBlock: at(8), DAOForkSupport: false}

type table struct {
	rules  string
	config *params.ChainConfig
	height func(random *rand.Rand) int64 // of a parent
}

var tables = []table{
	{"file:../../resources/networks/ethereum.rules.json", params.MainnetChainConfig, mainnetHeight},
	{londonRules, london, func(random *rand.Rand) int64 { return random.Int63n(12_000_000) }},
	{"file:geth/steps.rules.json", steps, func(random *rand.Rand) int64 { return random.Int63n(45) }},
	{"file:geth/stayed.rules.json", stayed, func(random *rand.Rand) int64 { return random.Int63n(25) }},
}

// Half of them around a fork.
func mainnetHeight(random *rand.Rand) int64 {
	const merge = 15_537_394
	forks := []int64{0, 1_150_000, 1_920_000, 4_370_000, 7_280_000, 9_200_000, 12_965_000, 13_773_000, 15_050_000}
	if random.Intn(2) == 0 {
		return random.Int63n(merge - 2)
	}
	height := forks[random.Intn(len(forks))] + random.Int63n(24) - 4
	if height < 0 {
		return 0
	}
	return height
}

func randomHash(random *rand.Rand) (hash common.Hash) {
	random.Read(hash[:])
	return hash
}

// Difficulties of all sizes, the least possible one among them.
func randomDifficulty(random *rand.Rand) *big.Int {
	if random.Intn(4) == 0 {
		return big.NewInt(131_072 + random.Int63n(5_000))
	}
	return new(big.Int).Lsh(big.NewInt(1+random.Int63()), uint(random.Intn(40)))
}

func inventParent(random *rand.Rand, config *params.ChainConfig, height int64) *types.Header {
	parent := &types.Header{ParentHash: randomHash(random), UncleHash: types.EmptyUncleHash, Root: randomHash(random),
		TxHash: types.EmptyRootHash, ReceiptHash: types.EmptyRootHash, Number: at(height), Difficulty: randomDifficulty(random),
		GasLimit: uint64(5_000 + random.Int63n(40_000_000)), Time: uint64(1_400_000_000 + random.Int63n(300_000_000)), Extra: []byte("parent")}
	if parent.Difficulty.Cmp(params.MinimumDifficulty) < 0 {
		parent.Difficulty.Set(params.MinimumDifficulty)
	}
	if random.Intn(3) == 0 {
		parent.UncleHash = randomHash(random)
	}
	parent.GasUsed = uint64(random.Int63n(int64(parent.GasLimit) + 1))
	if config.IsLondon(parent.Number) {
		parent.BaseFee = new(big.Int).Rsh(big.NewInt(random.Int63()), uint(random.Intn(60)))
	}
	return parent
}

func inventChild(random *rand.Rand, config *params.ChainConfig, parent *types.Header) *types.Header {
	pauses := []uint64{1, 8, 9, 10, 12, 13, 17, 18, 900, 909, 990, 1_000, 1 + uint64(random.Int63n(2_000))}
	child := &types.Header{ParentHash: parent.Hash(), UncleHash: types.EmptyUncleHash, Root: randomHash(random), TxHash: types.EmptyRootHash,
		ReceiptHash: types.EmptyRootHash, Number: new(big.Int).Add(parent.Number, common.Big1), GasLimit: parent.GasLimit,
		Time: parent.Time + pauses[random.Intn(len(pauses))], Extra: []byte("child")}
	if config.IsLondon(child.Number) {
		if !config.IsLondon(parent.Number) {
			child.GasLimit *= params.ElasticityMultiplier
		}
		child.BaseFee = misc.CalcBaseFee(config, parent)
	}
	child.GasUsed = uint64(random.Int63n(int64(child.GasLimit) + 1))
	if config.DAOForkSupport && inDAORange(config, child.Number) {
		child.Extra = params.DAOForkBlockExtra
	}
	child.Difficulty = ethash.CalcDifficulty(config, child.Time, parent)
	return child
}

func inDAORange(config *params.ChainConfig, number *big.Int) bool {
	since := new(big.Int).Sub(number, config.DAOForkBlock)
	return since.Sign() >= 0 && since.Cmp(params.DAOForkExtraRange) < 0
}

// A right child of each invented parent, then the same with one or two fields changed.
func (j *judge) invented() {
	random := rand.New(rand.NewSource(20_221_103))
	for round := 0; j.count < wanted && round < 10*wanted; round++ {
		table := tables[round%len(tables)]
		parent := inventParent(random, table.config, table.height(random))
		child := inventChild(random, table.config, parent)
		j.pair(table.rules, table.config, parent, child, false)
		for i := 0; i < 4; i++ {
			changed := mutations[random.Intn(len(mutations))](parent, types.CopyHeader(child))
			if i == 3 {
				changed = mutations[random.Intn(len(mutations))](parent, changed)
			}
			j.pair(table.rules, table.config, parent, changed, false)
		}
	}
}
