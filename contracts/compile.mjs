// SPDX-License-Identifier: GPL-3.0-or-later
// node contracts/compile.mjs OUTDIR: compiles the suite's contracts with the pinned compiler and writes one JSON each
// to OUTDIR. Any error, and any warning about our own sources, ends it with exit code 1 and nothing written.
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { collectSources, compilerSettings } from "./script/standard-input.mjs";

const contracts = {
  AUC: "src/AUC.sol",
  IncentivePool: "src/IncentivePool.sol",
  Participants: "src/Participants.sol",
  VehicleRegistry: "src/VehicleRegistry.sol",
  ListingBoard: "src/ListingBoard.sol",
  DealBook: "src/DealBook.sol",
  DealModule: "src/DealModule.sol",
  DealGuard: "src/DealGuard.sol",
  AppraisalDesk: "src/AppraisalDesk.sol",
  SafeSetup: "src/SafeSetup.sol",
  SectionGrants: "src/SectionGrants.sol",
  VestingWallet: "@openzeppelin/contracts/finance/VestingWallet.sol",
  Safe: "@safe-global/safe-contracts/contracts/Safe.sol",
  SafeProxyFactory: "@safe-global/safe-contracts/contracts/proxies/SafeProxyFactory.sol",
  SafeProxy: "@safe-global/safe-contracts/contracts/proxies/SafeProxy.sol",
  CompatibilityFallbackHandler: "@safe-global/safe-contracts/contracts/handler/CompatibilityFallbackHandler.sol",
};
const kMaxCodeBytes = 24576; // EIP-170

function compile() {
  const solc = createRequire(import.meta.url)("solc");
  const wanted = ["abi", "evm.bytecode.object", "evm.deployedBytecode.object", "evm.deployedBytecode.immutableReferences",
    "storageLayout", "evm.methodIdentifiers"];
  const input = {
    language: "Solidity",
    sources: collectSources(Object.values(contracts)),
    settings: { ...compilerSettings, outputSelection: { "*": { "*": wanted, "": ["ast"] } } },
  };
  return JSON.parse(solc.compile(JSON.stringify(input)));
}

function complaints(output) {
  return (output.errors ?? []).filter(
    (entry) => entry.severity === "error" || entry.sourceLocation?.file?.startsWith("src/"),
  );
}

/** Type names carry syntax-tree ids that change with unrelated sources: they are left out, the labels stay. */
function stripAstIds(layout) {
  return JSON.parse(JSON.stringify(layout).replace(/(t_(?:struct|enum|contract|userDefinedValueType)\([^()]*\))\d+/g, "$1")
    .replace(/"astId":\d+,?/g, ""));
}

/** {"IDealBook.State": ["None", "Offered", …], …}: the ABI leaves the names of enum members out. */
function enumMembers(output) {
  const found = {};
  const visit = (node, scope) => {
    if (node.nodeType === "EnumDefinition") {
      found[scope ? `${scope}.${node.name}` : node.name] = node.members.map((member) => member.name);
    }
    for (const child of node.nodes ?? []) visit(child, node.nodeType === "ContractDefinition" ? node.name : scope);
  };
  for (const source of Object.values(output.sources)) visit(source.ast, "");
  return found;
}

function artifact(name, sourceName, output) {
  const compiled = output.contracts[sourceName][name];
  const deployed = compiled.evm.deployedBytecode;
  if (deployed.object.length / 2 > kMaxCodeBytes) throw new Error(`${name} is larger than ${kMaxCodeBytes} bytes`);
  return {
    contractName: name,
    sourceName,
    abi: compiled.abi,
    bytecode: `0x${compiled.evm.bytecode.object}`,
    deployedBytecode: `0x${deployed.object}`,
    immutableReferences: deployed.immutableReferences ?? {},
    storageLayout: stripAstIds(compiled.storageLayout),
    methodIdentifiers: compiled.evm.methodIdentifiers,
  };
}

const outDir = process.argv[2];
if (!outDir) {
  console.error("usage: node contracts/compile.mjs OUTDIR");
  process.exit(2);
}
const output = compile();
const found = complaints(output);
if (found.length > 0) {
  for (const entry of found) console.error(entry.formattedMessage);
  process.exit(1);
}
mkdirSync(outDir, { recursive: true });
for (const [name, sourceName] of Object.entries(contracts)) {
  const file = join(outDir, `${name}.json`);
  writeFileSync(file, `${JSON.stringify(artifact(name, sourceName, output), null, 2)}\n`);
}
writeFileSync(join(outDir, "enums.json"), `${JSON.stringify(enumMembers(output), null, 2)}\n`);
console.log(`${Object.keys(contracts).length} contracts written to ${outDir}`);
