// SPDX-License-Identifier: GPL-3.0-or-later
// The peers of JavaScript, as a child of autochain-bench that does on request what ours does in between, on the same inputs.
// Lines in, a line out for each:
//   give OP INPUT   keeps the input (JSON), does it once and answers the result in hex, so that both sides are held equal
//   run OP COUNT    answers the nanoseconds that COUNT times took: by the clock or by the processor's time, whichever is less
import { verifyMerkleProof } from '@ethereumjs/mpt'
import { importer } from 'ipfs-unixfs-importer'
import { balanced } from 'ipfs-unixfs-importer/layout'
import { fixedSize } from 'ipfs-unixfs-importer/chunker'
import { createInterface } from 'node:readline'
import { bytesToHex, concat, decodeAbiParameters, encodeAbiParameters, fromRlp, hashTypedData, hexToBytes, parseAbiParameters, toRlp } from 'viem'

// prepare: what our side has ready before its clock starts, too. once: what is measured. result: bytes to compare, in hex.
const operations = {
  'unixfs-import': {
    prepare: ({ bytes, seed }) => {
      const file = new Uint8Array(bytes) // xorshift32, as content_bench.cpp has it
      for (let i = 0, state = seed; i < bytes; i++) {
        state ^= state << 13
        state ^= state >>> 17
        state ^= state << 5
        file[i] = state
      }
      return file
    },
    once: async (file) => {
      const blocks = new Map()
      const blockstore = { put: async (cid, block) => { blocks.set(cid.toString(), block); return cid } }
      const options = {
        cidVersion: 1, rawLeaves: true, reduceSingleLeafToSelf: true,
        chunker: fixedSize({ chunkSize: 262_144 }), layout: balanced({ maxChildrenPerNode: 174 }),
      }
      let root
      for await (const entry of importer([{ content: file }], blockstore, options)) root = entry.cid
      return root
    },
    result: (cid) => bytesToHex(cid.bytes),
  },
  'rlp-encode': {
    prepare: (hex) => fromRlp(hexToBytes(hex), 'bytes'),
    once: (node) => toRlp(node, 'bytes'),
    result: (bytes) => bytesToHex(bytes),
  },
  'rlp-decode': {
    prepare: (hex) => hexToBytes(hex),
    once: (bytes) => fromRlp(bytes, 'bytes'),
    result: (node) => toRlp(node, 'hex'),
  },
  'abi-encode': {
    prepare: ({ type, data }) => {
      const parameters = parseAbiParameters(type)
      return { parameters, values: decodeAbiParameters(parameters, data) }
    },
    once: ({ parameters, values }) => encodeAbiParameters(parameters, values),
    result: (hex) => hex,
  },
  'abi-decode': {
    prepare: ({ type, data }) => ({ parameters: parseAbiParameters(type), bytes: hexToBytes(data) }),
    once: ({ parameters, bytes }) => decodeAbiParameters(parameters, bytes),
    result: (values, { parameters }) => encodeAbiParameters(parameters, values),
  },
  'typed-data': {
    prepare: (text) => text,
    once: (text) => hashTypedData(JSON.parse(text)),
    result: (hex) => hex,
  },
  'typed-data-hash': {
    prepare: (text) => JSON.parse(text),
    once: (document) => hashTypedData(document),
    result: (hex) => hex,
  },
  'storage-proofs': {
    prepare: ({ root, proofs }) => ({
      root: hexToBytes(root),
      proofs: proofs.map(({ slot, nodes }) => ({ slot: hexToBytes(slot), nodes: nodes.map((node) => hexToBytes(node)) })),
    }),
    once: async ({ root, proofs }) => {
      const words = []
      for (const { slot, nodes } of proofs) {
        words.push(await verifyMerkleProof(slot, nodes, { root, useKeyHashing: true }))
      }
      return words
    },
    result: (words) => concat(words.map((word) => bytesToHex(word))),
  },
}
const inputs = {}

// corgi over its own database; opened when first asked for, so that the other rows do not wait for it to unpack.
let corgi
operations['vin-decode'] = {
  prepare: (vins) => vins,
  once: async (vins) => {
    corgi ??= await (await import('@cardog/corgi')).createDecoder()
    const years = []
    for (const vin of vins) years.push((await corgi.decode(vin)).components.modelYear.year)
    return years
  },
  result: (years) => bytesToHex(Uint8Array.from(years.flatMap((year) => [year >> 8, year & 255]))),
}

async function give(name, text) {
  const { prepare, once, result } = operations[name]
  inputs[name] = prepare(JSON.parse(text))
  const until = performance.now() + 1000 // long enough for the compiler to have seen it
  while (performance.now() < until) await once(inputs[name])
  return result(await once(inputs[name]), inputs[name])
}

async function run(name, count) {
  const { once } = operations[name]
  const input = inputs[name]
  const worked = process.cpuUsage()
  const began = process.hrtime.bigint()
  if (once.constructor.name === 'AsyncFunction') {
    for (let i = 0; i < count; i++) await once(input)
  } else {
    for (let i = 0; i < count; i++) once(input)
  }
  const clock = Number(process.hrtime.bigint() - began)
  const { user, system } = process.cpuUsage(worked)
  return Math.min(clock, (user + system) * 1000)
}

for await (const line of createInterface({ input: process.stdin })) {
  const [verb, name, rest] = [...line.split(' ', 2), line.split(' ').slice(2).join(' ')]
  try {
    console.log(verb === 'give' ? await give(name, rest) : await run(name, Number(rest)))
  } catch (error) { // a package that cannot be loaded here costs its own row and no other
    console.log('missing')
    console.error(`${name}: ${String(error.message).split('\n')[0]}`)
  }
}
