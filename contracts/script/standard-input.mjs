// SPDX-License-Identifier: GPL-3.0-or-later
// Reads Solidity sources with everything they import into a compiler "standard JSON" input. Source names are those
// the imports use ("src/AUC.sol", "@openzeppelin/contracts/…"), so the output doesn't depend on where the checkout is.
import { readFileSync } from "node:fs";
import { dirname, join, posix, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const projectDir = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const modulesDir = join(projectDir, "..", "node_modules");

/** The settings every build shares; foundry.toml says the same for forge. No metadata: equal sources give equal bytes. */
export const compilerSettings = {
  evmVersion: "london",
  optimizer: { enabled: true, runs: 200 },
  viaIR: false,
  metadata: { bytecodeHash: "none", appendCBOR: false },
};

function pathOf(sourceName) {
  return sourceName.startsWith("@") ? join(modulesDir, sourceName) : join(projectDir, sourceName);
}

function importsOf(content) {
  const code = content.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
  return [...code.matchAll(/\bimport\b[^;"']*["']([^"']+)["']\s*;/g)].map((match) => match[1]);
}

/** Every source reachable from `roots`, as {name: {content}} in sorted order. Throws where a file can't be read. */
export function collectSources(roots) {
  const found = new Map();
  const waiting = [...roots];
  while (waiting.length > 0) {
    const name = waiting.pop();
    if (found.has(name)) continue;
    const content = readFileSync(pathOf(name), "utf8");
    found.set(name, { content });
    for (const target of importsOf(content)) {
      waiting.push(target.startsWith(".") ? posix.join(posix.dirname(name), target) : target);
    }
  }
  return Object.fromEntries([...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)));
}
