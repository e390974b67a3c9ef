// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity 0.8.28;

import {ISectionGrants} from "../src/interfaces/ISectionGrants.sol";
import {IVehicleRegistry} from "../src/interfaces/IVehicleRegistry.sol";
import {DealFixture} from "./DealFixture.sol";

/// forge's own arithmetic of the curve: the point of a private key.
interface VmPoints {
    struct Wallet { address addr; uint256 publicKeyX; uint256 publicKeyY; uint256 privateKey; }

    function createWallet(uint256 privateKey) external returns (Wallet memory);
}

abstract contract SectionFixture is DealFixture {
    uint8 internal constant SERVICE = uint8(IVehicleRegistry.Kind.Service);
    uint8 internal constant REPAIR = uint8(IVehicleRegistry.Kind.Repair);
    uint64 internal constant EVERY_RECORD = type(uint64).max;

    function pointOf(uint256 privateKey) internal returns (bytes32 x, bytes32 y) {
        VmPoints.Wallet memory wallet = VmPoints(address(vm)).createWallet(privateKey);
        return (bytes32(wallet.publicKeyX), bytes32(wallet.publicKeyY));
    }

    function publish(address who) internal {
        (bytes32 x, bytes32 y) = pointOf(keyOf(who));
        vm.prank(who);
        grants.publishKey(x, y);
    }

    function services(uint64 until) internal pure returns (ISectionGrants.Grant memory) {
        return ISectionGrants.Grant(START, until, 0, EVERY_RECORD, 1 << SERVICE, keccak256("keys"));
    }
}
