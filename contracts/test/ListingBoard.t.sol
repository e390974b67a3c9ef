// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity 0.8.28;

import {IListingBoard} from "../src/interfaces/IListingBoard.sol";
import {IVehicleRegistry} from "../src/interfaces/IVehicleRegistry.sol";
import {DealFixture} from "./DealFixture.sol";

contract ListingBoardTest is DealFixture {
    uint64 private constant EXPIRY = START + 30 days;

    function _publish() private {
        vm.prank(bob);
        board.publish(car, PRICE, EXPIRY, "content");
    }

    function test_publishRepriceWithdraw() public {
        _publish();
        IListingBoard.Listing memory l = board.listing(car);
        assertEq(l.seller, bob, "seller");
        assertEq(l.listedAt, START, "since");
        assertEq(l.price, PRICE, "price");
        assertEq(board.listedCount(), 1, "count");
        vm.startPrank(bob);
        board.setPrice(car, 1);
        assertEq(board.listing(car).price, 1, "new price");
        board.withdraw(car);
        vm.stopPrank();
        assertEq(board.listing(car).seller, address(0), "withdrawn");
        assertEq(board.listedCount(), 0, "count after");
    }

    function test_whoAndWhatMayNotBeListed() public {
        vm.expectRevert(abi.encodeWithSelector(IListingBoard.NotTitleHolder.selector, car, mallory));
        vm.prank(mallory);
        board.publish(car, PRICE, EXPIRY, 0);
        vm.startPrank(bob);
        vm.expectRevert(IListingBoard.PriceIsZero.selector);
        board.publish(car, 0, EXPIRY, 0);
        vm.expectRevert(abi.encodeWithSelector(IListingBoard.ExpiryInPast.selector, START));
        board.publish(car, PRICE, START, 0);
        vm.expectRevert(abi.encodeWithSelector(IListingBoard.NotListed.selector, car));
        board.setPrice(car, 1);
        vm.expectRevert(abi.encodeWithSelector(IListingBoard.NotListed.selector, car));
        board.withdraw(car);
        vm.stopPrank();
        _publish();
        vm.expectRevert(abi.encodeWithSelector(IListingBoard.NotTitleHolder.selector, car, mallory));
        vm.prank(mallory);
        board.setPrice(car, 1);
        vm.expectRevert(abi.encodeWithSelector(IListingBoard.NotTitleHolder.selector, car, mallory));
        vm.prank(mallory);
        board.withdraw(car);
    }

    function test_notWhileInADeal() public {
        bytes32 dealId = accept(defaultTerms());
        vm.expectRevert(abi.encodeWithSelector(IVehicleRegistry.LockedInDeal.selector, car, dealId));
        vm.prank(bob);
        board.publish(car, PRICE, EXPIRY, 0);
        takeSeat(dealId);
        fund(dealId);
        deposit(dealId);
        vm.expectRevert(abi.encodeWithSelector(IVehicleRegistry.LockedInDeal.selector, car, dealId));
        vm.prank(bob);
        board.publish(car, PRICE, EXPIRY, 0);
    }

    function test_anybodyClearsAVoidListing() public {
        _publish();
        vm.warp(EXPIRY);
        vm.expectRevert(abi.encodeWithSelector(IListingBoard.NotListed.selector, car));
        vm.prank(bob);
        board.setPrice(car, 1);
        vm.prank(mallory);
        board.withdraw(car);
        assertEq(board.listedCount(), 0, "count");
    }

    function test_aSoldCarIsRelistedByItsNewHolder() public {
        _publish();
        bytes32 dealId = bothIn(defaultTerms());
        vm.expectRevert(abi.encodeWithSelector(IListingBoard.NotTitleHolder.selector, car, mallory));
        vm.prank(mallory); // still Bob's while it is in the Safe
        board.withdraw(car);
        settle(dealId, release(dealId), alice, bob);
        vm.expectRevert(abi.encodeWithSelector(IListingBoard.NotListed.selector, car));
        vm.prank(bob);
        board.setPrice(car, 1);
        vm.prank(alice);
        board.publish(car, 5 ether, EXPIRY, 0);
        assertEq(board.listedCount(), 1, "one entry, not two");
        assertEq(board.listing(car).seller, alice, "seller");
    }

    /// Any order of publishing and withdrawing leaves exactly the listed ones in the enumeration, each once.
    function testFuzz_enumeration(uint8[24] memory steps) public {
        bytes32[6] memory cars;
        bool[6] memory listed;
        for (uint8 i = 0; i < 6; ++i) {
            bytes memory vin = bytes("1HGCM82633A004350");
            vin[16] = bytes1(uint8(bytes1("1")) + i);
            vm.prank(bob);
            cars[i] = registry.register(string(vin), 1, 0);
        }
        for (uint256 s = 0; s < 24; ++s) {
            uint8 which = steps[s] % 6;
            vm.prank(bob);
            if (listed[which]) board.withdraw(cars[which]);
            else board.publish(cars[which], 1, EXPIRY, 0);
            listed[which] = !listed[which];
        }
        uint256 expected = 0;
        for (uint8 i = 0; i < 6; ++i) {
            uint256 times = 0;
            for (uint256 at = 0; at < board.listedCount(); ++at) if (board.listedAt(at) == cars[i]) ++times;
            assertEq(times, listed[i] ? 1 : 0, "times in the enumeration");
            if (listed[i]) ++expected;
        }
        assertEq(board.listedCount(), expected, "count");
    }
}
