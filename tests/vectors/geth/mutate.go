// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"bytes"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
)

// Changes one field of a child: to a value that is just allowed, just not, or far from it.
type mutation func(parent, child *types.Header) *types.Header

func gasLimit(value func(parent, bound uint64) uint64) mutation {
	return func(parent, child *types.Header) *types.Header {
		limit := parent.GasLimit
		if child.BaseFee != nil && parent.BaseFee == nil {
			limit *= params.ElasticityMultiplier // the first block of London
		}
		child.GasLimit = value(limit, limit/params.GasLimitBoundDivisor)
		return child
	}
}

func gasUsed(over int64) mutation {
	return func(_, child *types.Header) *types.Header {
		child.GasUsed = uint64(int64(child.GasLimit) + over)
		return child
	}
}

func difficulty(change int64) mutation {
	return func(_, child *types.Header) *types.Header {
		child.Difficulty.Add(child.Difficulty, big.NewInt(change))
		return child
	}
}

func number(change int64) mutation {
	return func(_, child *types.Header) *types.Header {
		child.Number.Add(child.Number, big.NewInt(change))
		if child.Number.Sign() < 0 {
			child.Number.SetUint64(0)
		}
		return child
	}
}

// `after` seconds after the parent; the difficulty stays and may have become another one's.
func time(after int64) mutation {
	return func(parent, child *types.Header) *types.Header {
		child.Time = uint64(int64(parent.Time) + after)
		return child
	}
}

func extra(length int) mutation {
	return func(_, child *types.Header) *types.Header {
		child.Extra = bytes.Repeat([]byte{0x5a}, length)
		return child
	}
}

func daoExtra(_, child *types.Header) *types.Header {
	child.Extra = params.DAOForkBlockExtra
	return child
}

func baseFee(change int64) mutation {
	return func(_, child *types.Header) *types.Header {
		if child.BaseFee == nil {
			child.BaseFee = big.NewInt(params.InitialBaseFee)
		}
		child.BaseFee.Add(child.BaseFee, big.NewInt(change))
		if child.BaseFee.Sign() < 0 {
			child.BaseFee.SetUint64(0)
		}
		return child
	}
}

func noBaseFee(_, child *types.Header) *types.Header {
	child.BaseFee = nil
	return child
}

func hash(field func(child *types.Header) *common.Hash) mutation {
	return func(_, child *types.Header) *types.Header {
		field(child)[13] ^= 4
		return child
	}
}

var mutations = []mutation{
	hash(func(child *types.Header) *common.Hash { return &child.ParentHash }),
	hash(func(child *types.Header) *common.Hash { return &child.UncleHash }), // decides on the next difficulty only
	hash(func(child *types.Header) *common.Hash { return &child.Root }),
	number(1), number(-1), number(-1_000_000_000), number(1 << 40),
	time(-1), time(0), time(1), time(9), time(10), time(14), time(-1_000_000),
	extra(0), extra(32), extra(33), extra(1_000), daoExtra,
	gasLimit(func(parent, bound uint64) uint64 { return parent + bound }),
	gasLimit(func(parent, bound uint64) uint64 { return parent + bound - 1 }),
	gasLimit(func(parent, bound uint64) uint64 { return parent - bound }),
	gasLimit(func(parent, bound uint64) uint64 { return parent - bound + 1 }),
	gasLimit(func(parent, _ uint64) uint64 { return parent * 2 }),
	gasLimit(func(parent, _ uint64) uint64 { return parent / 2 }),
	gasLimit(func(_, _ uint64) uint64 { return params.MinGasLimit - 1 }),
	gasLimit(func(_, _ uint64) uint64 { return params.MinGasLimit }),
	gasLimit(func(_, _ uint64) uint64 { return params.MaxGasLimit + 1 }),
	gasUsed(0), gasUsed(1),
	difficulty(1), difficulty(-1), difficulty(131_072),
	baseFee(1), baseFee(-1), baseFee(0), baseFee(1_000_000_000), noBaseFee,
}
