// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity 0.8.28;

import {IParticipants} from "../src/interfaces/IParticipants.sol";
import {IVehicleRegistry} from "../src/interfaces/IVehicleRegistry.sol";
import {DealFixture} from "./DealFixture.sol";

contract VehicleRegistryTest is DealFixture {
    uint8 private constant KINDS = 24;
    address private constant ANN = address(0xA22);

    function _role(address who, IParticipants.Role role) private {
        vm.prank(treasury);
        participants.grantRole(who, role, 0);
    }

    function _bits(IVehicleRegistry.Kind[] memory kinds) private pure returns (uint256 set) {
        for (uint256 i = 0; i < kinds.length; ++i) set |= 1 << uint8(kinds[i]);
    }

    /// Tries every kind as `who` and compares with the set written down in the test.
    function _expectKinds(address who, uint256 set, string memory label) private {
        for (uint8 k = 1; k < KINDS; ++k) {
            IVehicleRegistry.Kind kind = IVehicleRegistry.Kind(k);
            uint256 before = vm.snapshotState();
            bool allowed = set & (1 << k) != 0;
            assertEq(registry.mayAppend(car, kind, who) ? 1 : 0, allowed ? 1 : 0, label);
            if (!allowed) vm.expectRevert(abi.encodeWithSelector(IVehicleRegistry.NotAllowed.selector, car, who, kind));
            vm.prank(who);
            registry.append(car, kind, 0, 0);
            vm.revertToState(before);
        }
        vm.expectRevert();
        vm.prank(who);
        registry.append(car, IVehicleRegistry.Kind.None, 0, 0);
    }

    function test_registersOnceWithItsFirstRecord() public {
        assertEq(car, keccak256(bytes(VIN)), "vehicle id");
        assertEq(registry.ownerOf(uint256(car)), bob, "title");
        IVehicleRegistry.History memory h = registry.history(car);
        assertEq(h.count, 1, "records");
        assertEq(h.odometerKm, 84_000, "odometer");
        assertEq(h.lastTime, START, "time");
        bytes32 head = keccak256(
            abi.encode(bytes32(0), uint64(0), IVehicleRegistry.Kind.Odometer, bob, START, uint32(84_000), bytes32(0))
        );
        assertEq(h.head, head, "head of the first record");
        vm.expectRevert(abi.encodeWithSelector(IVehicleRegistry.AlreadyRegistered.selector, car));
        vm.prank(mallory);
        registry.register(VIN, 10, 0);
        assertEq(registry.vehicleCount(), 1, "vehicles");
        assertEq(registry.vehicleAt(0), car, "the vehicle");
        assertEq(registry.name(), "AutoChain Vehicle Title", "name");
        assertEq(registry.symbol(), "ACVT", "symbol");
    }

    function test_aMakersFirstRecordIsProduction() public {
        _role(ANN, IParticipants.Role.Manufacturer);
        vm.prank(ANN);
        bytes32 id = registry.register(OTHER_VIN, 0, "sheet");
        bytes32 head = keccak256(
            abi.encode(
                bytes32(0), uint64(0), IVehicleRegistry.Kind.Production, ANN, START, uint32(0), bytes32("sheet")
            )
        );
        assertEq(registry.history(id).head, head, "head");
    }

    function test_refusesVinsThatAreNotNormalised() public {
        string[9] memory bad = [
            "", "WVWZZZ1KZ6W61234", "WVWZZZ1KZ6W6123456", "wvwzzz1kz6w612345", "WVWZZZ1KZ6W61234I",
            "WVWZZZ1KZ6W61234O", "WVWZZZ1KZ6W61234Q", "WVWZZZ1KZ6W61234-", "WVWZZZ1KZ6 612345"
        ];
        for (uint256 i = 0; i < bad.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IVehicleRegistry.BadVin.selector, bad[i]));
            registry.register(bad[i], 0, 0);
        }
    }

    function testFuzz_everyCharacterOfAVin(uint8 position, bytes1 char) public {
        bytes memory vin = bytes("1HGCM82633A004352");
        vin[position % 17] = char;
        bytes memory letters = bytes("0123456789ABCDEFGHJKLMNPRSTUVWXYZ");
        bool good = false;
        for (uint256 i = 0; i < letters.length; ++i) good = good || letters[i] == char;
        if (!good) vm.expectPartialRevert(IVehicleRegistry.BadVin.selector);
        registry.register(string(vin), 0, 0);
    }

    function test_kindsOfEachRole() public {
        IVehicleRegistry.Kind[] memory k = new IVehicleRegistry.Kind[](7);
        k[0] = IVehicleRegistry.Kind.Production;
        k[1] = IVehicleRegistry.Kind.FirstSale;
        k[2] = IVehicleRegistry.Kind.RecallOpened;
        k[3] = IVehicleRegistry.Kind.RecallClosed;
        _expectKinds(_member(IParticipants.Role.Manufacturer), _bits(k), "manufacturer");
        k = new IVehicleRegistry.Kind[](5);
        k[0] = IVehicleRegistry.Kind.FirstSale;
        k[1] = IVehicleRegistry.Kind.OwnershipChange;
        k[2] = IVehicleRegistry.Kind.Service;
        k[3] = IVehicleRegistry.Kind.Odometer;
        k[4] = IVehicleRegistry.Kind.Valuation;
        _expectKinds(_member(IParticipants.Role.Dealer), _bits(k), "dealer");
        k[0] = IVehicleRegistry.Kind.Inspection;
        k[1] = IVehicleRegistry.Kind.Odometer;
        k[2] = IVehicleRegistry.Kind.TroubleCodes;
        k[3] = IVehicleRegistry.Kind.ObdSession;
        k[4] = IVehicleRegistry.Kind.Valuation;
        _expectKinds(_member(IParticipants.Role.Inspector), _bits(k), "inspector");
        k = new IVehicleRegistry.Kind[](3);
        k[0] = IVehicleRegistry.Kind.InsuranceClaim;
        k[1] = IVehicleRegistry.Kind.Accident;
        k[2] = IVehicleRegistry.Kind.TotalLoss;
        _expectKinds(_member(IParticipants.Role.Insurer), _bits(k), "insurer");
        k = new IVehicleRegistry.Kind[](7);
        k[0] = IVehicleRegistry.Kind.ImportExport;
        k[1] = IVehicleRegistry.Kind.TitleBrand;
        k[2] = IVehicleRegistry.Kind.Theft;
        k[3] = IVehicleRegistry.Kind.Scrapped;
        k[4] = IVehicleRegistry.Kind.OwnershipChange;
        k[5] = IVehicleRegistry.Kind.Inspection;
        k[6] = IVehicleRegistry.Kind.Odometer;
        _expectKinds(_member(IParticipants.Role.Government), _bits(k), "government");
        _expectKinds(_member(IParticipants.Role.Lender), 0, "lender: through the lien functions alone");
        _expectKinds(_member(IParticipants.Role.RepairShop), 0, "repair shop without a grant");
        _expectKinds(_member(IParticipants.Role.ObdDevice), 0, "device without a grant");
        _expectKinds(mallory, 0, "nobody");
    }

    function test_kindsOfTheHolder() public {
        IVehicleRegistry.Kind[] memory k = new IVehicleRegistry.Kind[](4);
        k[0] = IVehicleRegistry.Kind.Odometer;
        k[1] = IVehicleRegistry.Kind.OwnerStatement;
        k[2] = IVehicleRegistry.Kind.Service;
        k[3] = IVehicleRegistry.Kind.Correction; // he wrote record 0
        _expectKinds(bob, _bits(k), "holder");
    }

    function test_kindsOfAShopAndADeviceWithAGrant() public {
        address shop = _member(IParticipants.Role.RepairShop);
        address device = _member(IParticipants.Role.ObdDevice);
        vm.startPrank(bob);
        registry.setGrant(car, shop, START, START + 100, type(uint256).max);
        registry.setGrant(car, device, START, START + 100, type(uint256).max);
        registry.setGrant(car, mallory, START, START + 100, type(uint256).max);
        vm.stopPrank();
        IVehicleRegistry.Kind[] memory k = new IVehicleRegistry.Kind[](4);
        k[0] = IVehicleRegistry.Kind.Service;
        k[1] = IVehicleRegistry.Kind.Repair;
        k[2] = IVehicleRegistry.Kind.Odometer;
        k[3] = IVehicleRegistry.Kind.TroubleCodes;
        _expectKinds(shop, _bits(k), "repair shop");
        k = new IVehicleRegistry.Kind[](3);
        k[0] = IVehicleRegistry.Kind.ObdSession;
        k[1] = IVehicleRegistry.Kind.TroubleCodes;
        k[2] = IVehicleRegistry.Kind.Odometer;
        _expectKinds(device, _bits(k), "device");
        _expectKinds(mallory, 0, "a grant without a role");
    }

    function test_aGrantIsLimitedInKindsAndTime() public {
        address shop = _member(IParticipants.Role.RepairShop);
        uint256 repairOnly = 1 << uint8(IVehicleRegistry.Kind.Repair);
        vm.prank(bob);
        registry.setGrant(car, shop, START + 10, START + 20, repairOnly);
        assertFalse(registry.mayAppend(car, IVehicleRegistry.Kind.Repair, shop), "too early");
        vm.warp(START + 10);
        assertTrue(registry.mayAppend(car, IVehicleRegistry.Kind.Repair, shop), "in time");
        assertFalse(registry.mayAppend(car, IVehicleRegistry.Kind.Service, shop), "another kind");
        vm.warp(START + 20);
        assertFalse(registry.mayAppend(car, IVehicleRegistry.Kind.Repair, shop), "too late");
        vm.expectRevert(abi.encodeWithSelector(IVehicleRegistry.NotTitleHolder.selector, car, mallory));
        vm.prank(mallory);
        registry.setGrant(car, mallory, 0, 1, 1);
    }

    function test_aGrantEndsWithTheTitleOfItsGiver() public {
        address shop = _member(IParticipants.Role.RepairShop);
        vm.startPrank(bob);
        registry.setGrant(car, shop, START, START + 100, type(uint256).max);
        registry.transferFrom(bob, alice, uint256(car));
        vm.stopPrank();
        assertFalse(registry.mayAppend(car, IVehicleRegistry.Kind.Repair, shop), "under the new holder");
        assertEq(registry.grantOf(car, shop).kinds, 0, "no grant of the new holder");
    }

    function test_aRoleEndsButItsRecordsCanBeCorrected() public {
        address dealer = _member(IParticipants.Role.Dealer);
        vm.prank(dealer);
        registry.append(car, IVehicleRegistry.Kind.Service, 90_000, "block");
        vm.prank(treasury);
        participants.revokeRole(dealer, IParticipants.Role.Dealer);
        _expectKinds(dealer, 1 << uint8(IVehicleRegistry.Kind.Correction), "former dealer");
    }

    function test_aRollbackShows() public {
        vm.startPrank(bob);
        registry.append(car, IVehicleRegistry.Kind.Odometer, 90_000, 0);
        registry.append(car, IVehicleRegistry.Kind.Odometer, 40_000, 0);
        assertEq(registry.history(car).odometerKm, 40_000, "as given");
        registry.append(car, IVehicleRegistry.Kind.OwnerStatement, 0, "why");
        assertEq(registry.history(car).odometerKm, 40_000, "0: not stated");
        vm.stopPrank();
    }

    function testFuzz_headCommitsToEveryRecord(uint32[5] memory km, bytes32[5] memory digests) public {
        bytes32 head = registry.history(car).head;
        for (uint64 i = 0; i < 5; ++i) {
            vm.warp(START + i * 1 hours);
            vm.prank(bob);
            registry.append(car, IVehicleRegistry.Kind.Service, km[i], digests[i]);
            head = keccak256(
                abi.encode(head, i + 1, IVehicleRegistry.Kind.Service, bob, uint64(block.timestamp), km[i], digests[i])
            );
            assertEq(registry.history(car).head, head, "head");
            assertEq(registry.history(car).count, i + 2, "count");
        }
    }

    function test_unknownVehicle() public {
        bytes32 unknown = keccak256(bytes(OTHER_VIN));
        _role(ANN, IParticipants.Role.Dealer);
        vm.expectRevert(abi.encodeWithSelector(IVehicleRegistry.UnknownVehicle.selector, unknown));
        vm.prank(ANN);
        registry.append(unknown, IVehicleRegistry.Kind.Service, 1, 0);
        assertEq(registry.holderOf(unknown), address(0), "no holder");
    }

    function test_everyNewHolderIsRecorded() public {
        vm.prank(bob);
        registry.transferFrom(bob, alice, uint256(car));
        assertEq(registry.history(car).count, 2, "a gift is recorded");
        assertEq(registry.holderOf(car), alice, "holder");
        vm.prank(alice);
        registry.transferFrom(alice, alice, uint256(car));
        assertEq(registry.history(car).count, 2, "to oneself is not");
        assertFalse(registry.mayAppend(car, IVehicleRegistry.Kind.Correction, address(registry)), "no own corrections");
    }

    function test_lienFromProposalToRelease() public {
        address bank = _member(IParticipants.Role.Lender);
        vm.expectRevert(abi.encodeWithSelector(IVehicleRegistry.LienNotProposed.selector, car, bank));
        vm.prank(bob);
        registry.acceptLien(car, bank);
        vm.prank(bank);
        registry.proposeLien(car);
        vm.expectRevert(abi.encodeWithSelector(IVehicleRegistry.NotTitleHolder.selector, car, alice));
        vm.prank(alice);
        registry.acceptLien(car, bank);
        vm.prank(bob);
        registry.acceptLien(car, bank);
        assertEq(registry.lienOf(car), bank, "lien");
        assertEq(registry.history(car).count, 2, "lien recorded");
        vm.expectRevert(abi.encodeWithSelector(IVehicleRegistry.UnderLien.selector, car, bank));
        vm.prank(bob);
        registry.transferFrom(bob, alice, uint256(car));
        vm.expectRevert(abi.encodeWithSelector(IVehicleRegistry.NotLender.selector, car, bob));
        vm.prank(bob);
        registry.releaseLien(car);
        vm.prank(treasury);
        participants.revokeRole(bank, IParticipants.Role.Lender);
        vm.prank(bank);
        registry.releaseLien(car);
        assertEq(registry.lienOf(car), address(0), "released by a former lender too");
        assertEq(registry.history(car).count, 3, "release recorded");
        vm.prank(bob);
        registry.transferFrom(bob, alice, uint256(car));
    }

    function test_lienNeedsALenderAndOneIsEnough() public {
        vm.expectPartialRevert(IVehicleRegistry.NotAllowed.selector);
        vm.prank(mallory);
        registry.proposeLien(car);
        address bank = _member(IParticipants.Role.Lender);
        vm.prank(bank);
        registry.proposeLien(car);
        address other = address(0xBA2);
        _role(other, IParticipants.Role.Lender);
        vm.prank(other);
        registry.proposeLien(car);
        vm.startPrank(bob);
        registry.acceptLien(car, bank);
        vm.expectRevert(abi.encodeWithSelector(IVehicleRegistry.UnderLien.selector, car, bank));
        registry.acceptLien(car, other);
        vm.stopPrank();
    }

    function test_noDealUnderALienAndNoLienInADeal() public {
        address bank = _member(IParticipants.Role.Lender);
        vm.prank(bank);
        registry.proposeLien(car);
        uint256 before = vm.snapshotState();
        vm.prank(bob);
        registry.acceptLien(car, bank);
        bytes32 dealId = offer(defaultTerms());
        bytes memory signed = signTerms(bob, book.terms(dealId));
        vm.expectRevert(abi.encodeWithSelector(IVehicleRegistry.UnderLien.selector, car, bank));
        vm.prank(bob);
        book.accept(dealId, signed);
        vm.revertToState(before);
        dealId = accept(defaultTerms());
        vm.expectRevert(abi.encodeWithSelector(IVehicleRegistry.LockedInDeal.selector, car, dealId));
        vm.prank(bob);
        registry.acceptLien(car, bank);
    }

    function test_onlyTheBookLocks() public {
        bytes memory refused = abi.encodeWithSelector(IVehicleRegistry.NotDealBook.selector, mallory);
        vm.startPrank(mallory);
        vm.expectRevert(refused);
        registry.lockForDeal(car, "deal", mallory);
        vm.expectRevert(refused);
        registry.unlockFromDeal(car, "deal");
        vm.stopPrank();
        vm.startPrank(address(book));
        registry.lockForDeal(car, "deal", mallory);
        vm.expectRevert(abi.encodeWithSelector(IVehicleRegistry.LockedInDeal.selector, car, bytes32("deal")));
        registry.lockForDeal(car, "other", mallory);
        vm.expectRevert(abi.encodeWithSelector(IVehicleRegistry.LockedInDeal.selector, car, bytes32("deal")));
        registry.unlockFromDeal(car, "other");
        vm.stopPrank();
    }

    function test_aLockedTitleGoesNowhereElse() public {
        bytes32 dealId = accept(defaultTerms());
        address safe = address(safeOf(dealId));
        bytes memory locked = abi.encodeWithSelector(IVehicleRegistry.LockedInDeal.selector, car, dealId);
        vm.startPrank(bob);
        vm.expectRevert(locked);
        registry.transferFrom(bob, mallory, uint256(car));
        vm.expectRevert(locked);
        registry.transferFrom(bob, safe, uint256(car));
        vm.expectRevert(abi.encodeWithSelector(IVehicleRegistry.NotInDeal.selector, car));
        registry.transferFrom(bob, address(book), uint256(car));
        vm.stopPrank();
    }

    function test_nothingIsSentToTheBookWithoutADeal() public {
        vm.startPrank(bob);
        vm.expectRevert(abi.encodeWithSelector(IVehicleRegistry.NotInDeal.selector, car));
        registry.safeTransferFrom(bob, address(book), uint256(car), abi.encode(bytes32("deal")));
        vm.expectRevert(abi.encodeWithSelector(IVehicleRegistry.NotInDeal.selector, car));
        registry.transferFrom(bob, address(book), uint256(car));
        vm.stopPrank();
        accept(defaultTerms());
        vm.expectRevert();
        vm.prank(mallory); // nobody moves somebody else's title
        registry.safeTransferFrom(bob, address(book), uint256(car), abi.encode(bytes32("deal")));
    }

    function _member(IParticipants.Role role) private returns (address who) {
        who = address(uint160(0xF000 + uint256(role)));
        if (!participants.hasRoleAt(who, role, START)) _role(who, role);
    }
}
