// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity 0.8.28;

import {IDealBook} from "./interfaces/IDealBook.sol";
import {ISafe, ISafeProxyFactory} from "./interfaces/ISafe.sol";
import {SafeSetup} from "./SafeSetup.sol";

/// Makes the Safe of a deal: owners {buyer, seller, appraiser}, 2 of 3, the deals' module and guard, no fallback handler.
library DealSafes {
    struct Parts {
        ISafeProxyFactory factory;
        address singleton;
        address setup;
        address module;
        address guard;
        bytes32 proxyCodeHash; // keccak256 of the proxy's creation code with the singleton
    }

    function proxyCodeHash(ISafeProxyFactory factory, address singleton) internal pure returns (bytes32) {
        return keccak256(abi.encodePacked(factory.proxyCreationCode(), uint256(uint160(singleton))));
    }

    /// CREATE2 by SafeProxyFactory.createProxyWithNonce, saltNonce = dealId.
    function addressOf(Parts memory parts, bytes32 dealId, IDealBook.Terms memory agreed) internal pure returns (address) {
        bytes32 salt = keccak256(abi.encodePacked(keccak256(initializer(parts, agreed)), dealId));
        bytes32 hash = keccak256(abi.encodePacked(bytes1(0xff), address(parts.factory), salt, parts.proxyCodeHash));
        return address(uint160(uint256(hash)));
    }

    /// Anyone can have the factory make this very Safe beforehand. Its address commits to the initializer, which the
    /// factory has run, so it is the same Safe; it is used then, or a stranger could block the acceptance.
    function createAt(address safe, Parts memory parts, bytes32 dealId, IDealBook.Terms memory agreed) internal {
        if (safe.code.length != 0) return;
        address made = parts.factory.createProxyWithNonce(parts.singleton, initializer(parts, agreed), uint256(dealId));
        assert(made == safe);
    }

    function initializer(Parts memory parts, IDealBook.Terms memory agreed) internal pure returns (bytes memory) {
        address[] memory owners = new address[](3);
        owners[0] = agreed.buyer;
        owners[1] = agreed.seller;
        owners[2] = agreed.appraiser;
        bytes memory configure = abi.encodeCall(SafeSetup.configure, (parts.module, parts.guard));
        return abi.encodeCall(
            ISafe.setup, (owners, 2, parts.setup, configure, address(0), address(0), 0, payable(address(0)))
        );
    }
}
