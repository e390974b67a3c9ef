// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity 0.8.28;

import {Safe} from "@safe-global/safe-contracts/contracts/Safe.sol";
import {Deployment} from "./Deployment.sol";

/// README.md, "Deployment": seventeen transactions, each contract where its nonce puts it.
contract DeploymentTest is Deployment {
    function setUp() public {
        vm.warp(1_700_000_000);
    }

    function test_everythingIsWhereTheReadmeSays() public {
        vm.setNonce(DEPLOYER, 7);
        deploySuite();
        address[17] memory at = [
            address(singleton), address(factory), address(handler), treasury, address(safeSetup), address(participants),
            address(privatePlacement), address(team), address(pool), address(auc), address(registry), address(board),
            address(desk), address(module), address(guard), address(book), address(grants)
        ];
        for (uint256 i = 0; i < 17; ++i) {
            assertTrue(at[i].code.length > 0 && at[i].code.length <= 24_576, "code and its size (EIP-170)");
            if (i != 3) assertEq(at[i], vm.computeCreateAddress(DEPLOYER, 7 + i), "address by nonce");
        }
        assertEq(vm.getNonce(DEPLOYER), 7 + 17, "seventeen transactions");
    }

    function test_treasuryIsASafeAtItsCreate2Address() public {
        deploySuite();
        address[] memory owners = new address[](1);
        owners[0] = FOUNDER;
        bytes memory initializer = abi.encodeCall(
            Safe.setup, (owners, 1, address(0), "", address(handler), address(0), 0, payable(address(0)))
        );
        bytes32 salt = keccak256(abi.encodePacked(keccak256(initializer), uint256(0)));
        bytes32 code = keccak256(abi.encodePacked(factory.proxyCreationCode(), uint256(uint160(address(singleton)))));
        bytes32 hash = keccak256(abi.encodePacked(bytes1(0xff), address(factory), salt, code));
        assertEq(treasury, address(uint160(uint256(hash))), "treasury");
        assertTrue(Safe(payable(treasury)).isOwner(FOUNDER), "its owner");
        assertEq(participants.foundation(), treasury, "foundation of the roles");
        assertEq(pool.foundation(), treasury, "foundation of the pool");
    }

    function test_theSingletonIsNobodysSafe() public {
        deploySuite();
        address[] memory owners = new address[](1);
        owners[0] = address(this);
        vm.expectRevert("GS200");
        singleton.setup(owners, 1, address(0), "", address(0), address(0), 0, payable(address(0)));
    }
}
