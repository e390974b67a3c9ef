# SPDX-License-Identifier: GPL-3.0-or-later
"""The chain as `cast` sees it: a client that is not ours."""

import subprocess

TERMS = ("(bytes32,bytes32,uint64,uint32,bytes32,uint256,address,address,address,address,uint256,uint256,"
         "uint64,uint64,uint64,uint64,uint64,uint64,uint256,bool,uint256)")
WEI = 10 ** 18


def wei(amount):
    """An amount as the JSON has it ("200000.5") in smallest units, without floating point."""
    whole, _, decimals = amount.partition(".")
    return int(whole) * WEI + int(decimals.ljust(18, "0") or "0")


class Chain:
    def __init__(self, cast, url, contracts):
        self.cast = cast
        self.url = url
        self.contracts = contracts

    def call(self, to, signature, *arguments):
        out = subprocess.run([self.cast, "call", to, signature, *[str(a) for a in arguments], "--rpc-url", self.url],
                             capture_output=True, text=True, timeout=60)
        if out.returncode != 0:
            raise RuntimeError(out.stderr)
        return out.stdout.strip().split(" ")[0]  # cast writes "200000 [2e5]"

    def auc(self, who):
        return int(self.call(self.contracts["auc"], "balanceOf(address)(uint256)", who))

    def nonce(self, who):
        """Transactions the account has sent, as mined."""
        out = subprocess.run([self.cast, "nonce", who, "--rpc-url", self.url], capture_output=True, text=True, timeout=60)
        if out.returncode != 0:
            raise RuntimeError(out.stderr)
        return int(out.stdout)

    def now(self):
        """Time of the newest block."""
        out = subprocess.run([self.cast, "block", "latest", "--field", "timestamp", "--rpc-url", self.url],
                             capture_output=True, text=True, timeout=60)
        if out.returncode != 0:
            raise RuntimeError(out.stderr)
        return int(out.stdout.split()[0], 0)

    def title(self, vehicle):
        return self.call(self.contracts["vehicleRegistry"], "ownerOf(uint256)(address)", int(vehicle, 16))

    def deal_of(self, vehicle):
        return self.call(self.contracts["vehicleRegistry"], "dealOf(bytes32)(bytes32)", vehicle)

    def hash_terms(self, t):
        values = [t["vehicle"], t["historyHead"], t["historyCount"], t["odometerKm"], t["reportDigest"], wei(t["price"]),
                  t["buyer"], t["seller"], t["appraiser"], t["substitute"], wei(t["rulingFee"]), wei(t["assessmentFee"]),
                  t["seatBy"], t["fundBy"], t["depositBy"], t["handoverBy"], t["ruleWithin"], t["substituteRuleWithin"],
                  wei(t["fallbackToBuyer"]), str(t["fallbackTitleToBuyer"]).lower(), int(t["salt"], 16)]
        return self.call(self.contracts["dealBook"], f"hashTerms({TERMS})(bytes32)", "(" + ",".join(map(str, values)) + ")")

    def safe_tx_hash(self, safe, settlement):
        zero = "0x" + "0" * 40
        return self.call(safe, "getTransactionHash(address,uint256,bytes,uint8,uint256,uint256,uint256,address,address,"
                               "uint256)(bytes32)",
                         settlement["safeTxTo"], 0, settlement["safeTxData"], 0, 0, 0, 0, zero, zero, settlement["safeNonce"])

    def revoke_role(self, account, role):
        """By the account that governs the roles; the node lends its name."""
        participants = self.contracts["participants"]
        foundation = self.call(participants, "foundation()(address)")
        for command in (["rpc", "anvil_impersonateAccount", foundation],
                        ["rpc", "anvil_setBalance", foundation, hex(WEI)],
                        ["send", participants, "revokeRole(address,uint8)", account, str(role), "--from", foundation,
                         "--unlocked"]):
            out = subprocess.run([self.cast, *command, "--rpc-url", self.url], capture_output=True, text=True, timeout=60)
            if out.returncode != 0:
                raise RuntimeError(out.stderr)
