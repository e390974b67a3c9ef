// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity 0.8.28;

import {Safe} from "@safe-global/safe-contracts/contracts/Safe.sol";
import {Enum} from "@safe-global/safe-contracts/contracts/common/Enum.sol";
import {IAppraisalDesk} from "../src/interfaces/IAppraisalDesk.sol";
import {IDealBook} from "../src/interfaces/IDealBook.sol";
import {IDealModule} from "../src/interfaces/IDealModule.sol";
import {IVehicleRegistry} from "../src/interfaces/IVehicleRegistry.sol";
import {Deployment} from "./Deployment.sol";

/// The people and the car of paper 4.4: Alice buys Bob's car for 200,000 AUC, Martin is the arbitrator.
abstract contract DealFixture is Deployment {
    uint256 internal constant ALICE_KEY = uint256(keccak256("alice"));
    uint256 internal constant BOB_KEY = uint256(keccak256("bob"));
    uint256 internal constant MARTIN_KEY = uint256(keccak256("martin"));
    uint256 internal constant SARA_KEY = uint256(keccak256("sara"));
    uint256 internal constant MALLORY_KEY = uint256(keccak256("mallory"));

    uint256 internal constant PRICE = 200_000 ether;
    uint256 internal constant RULING_FEE = 10_000 ether;
    uint256 internal constant START_BALANCE = 1_000_000 ether;
    uint64 internal constant START = 1_700_000_000;
    string internal constant VIN = "WVWZZZ1KZ6W612345";
    string internal constant OTHER_VIN = "1HGCM82633A004352";
    bytes32 internal constant REASONS_DIGEST = sha256("The car was handed over on the 3rd.");

    address internal alice = vm.addr(ALICE_KEY);
    address internal bob = vm.addr(BOB_KEY);
    address internal martin = vm.addr(MARTIN_KEY);
    address internal sara = vm.addr(SARA_KEY);
    address internal mallory = vm.addr(MALLORY_KEY);
    bytes32 internal car;

    function setUp() public virtual {
        vm.warp(START);
        deploySuite();
        address[5] memory people = [alice, bob, martin, sara, mallory];
        vm.startPrank(treasury);
        for (uint256 i = 0; i < people.length; ++i) auc.transfer(people[i], START_BALANCE);
        vm.stopPrank();
        registerAppraiser(martin, 2 * SEAT_STAKE);
        vm.prank(bob);
        car = registry.register(VIN, 84_000, 0);
    }

    function registerAppraiser(address who, uint256 stake) internal {
        bytes memory profile =
            abi.encode(IAppraisalDesk.Profile(0, 0, RULING_FEE, 500 ether, "Martin", "DE-BY", "de,en"));
        vm.prank(who);
        auc.transferAndCall(address(desk), stake, profile);
    }

    function defaultTerms() internal view returns (IDealBook.Terms memory t) {
        IVehicleRegistry.History memory h = registry.history(car);
        t.vehicleId = car;
        t.historyHead = h.head;
        t.historyCount = h.count;
        t.odometerKm = h.odometerKm;
        t.price = PRICE;
        (t.buyer, t.seller, t.appraiser, t.substitute) = (alice, bob, martin, sara);
        t.rulingFee = RULING_FEE;
        t.seatBy = uint64(block.timestamp) + 1 days;
        t.fundBy = t.seatBy + 1 days;
        t.depositBy = t.fundBy + 2 days;
        t.handoverBy = t.depositBy + 5 days;
        t.ruleWithin = 7 days;
        t.substituteRuleWithin = 5 days;
        t.fallbackToBuyer = PRICE;
        t.salt = 1;
    }

    function keyOf(address who) internal view returns (uint256) {
        if (who == alice) return ALICE_KEY;
        if (who == bob) return BOB_KEY;
        if (who == martin) return MARTIN_KEY;
        if (who == sara) return SARA_KEY;
        return MALLORY_KEY;
    }

    function signature(uint256 key, bytes32 digest) internal pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodePacked(r, s, v);
    }

    function signTerms(address who, IDealBook.Terms memory t) internal view returns (bytes memory) {
        bytes32 digest = keccak256(abi.encodePacked("\x19\x01", book.domainSeparator(), book.hashTerms(t)));
        return signature(keyOf(who), digest);
    }

    function offer(IDealBook.Terms memory t) internal returns (bytes32) {
        bytes memory signed = signTerms(t.buyer, t);
        vm.prank(t.buyer);
        return book.offer(t, signed);
    }

    function accept(IDealBook.Terms memory t) internal returns (bytes32 dealId) {
        dealId = offer(t);
        bytes memory signed = signTerms(t.seller, t);
        vm.prank(t.seller);
        book.accept(dealId, signed);
    }

    function takeSeat(bytes32 dealId) internal {
        vm.prank(book.terms(dealId).appraiser);
        desk.acceptSeat(dealId);
    }

    function fund(bytes32 dealId) internal {
        IDealBook.Terms memory t = book.terms(dealId);
        vm.prank(t.buyer);
        auc.transferAndCall(address(book), t.price + t.assessmentFee, abi.encode(dealId));
    }

    function deposit(bytes32 dealId) internal {
        IDealBook.Terms memory t = book.terms(dealId);
        vm.prank(t.seller);
        registry.safeTransferFrom(t.seller, address(book), uint256(t.vehicleId), abi.encode(dealId));
    }

    function acceptedAndSeated(IDealBook.Terms memory t) internal returns (bytes32 dealId) {
        dealId = accept(t);
        takeSeat(dealId);
    }

    function funded(IDealBook.Terms memory t) internal returns (bytes32 dealId) {
        dealId = acceptedAndSeated(t);
        fund(dealId);
    }

    function bothIn(IDealBook.Terms memory t) internal returns (bytes32 dealId) {
        dealId = funded(t);
        deposit(dealId);
    }

    function disputed(IDealBook.Terms memory t) internal returns (bytes32 dealId) {
        dealId = bothIn(t);
        vm.warp(t.handoverBy + 1);
        vm.prank(t.buyer);
        module.openDispute(dealId);
    }

    function substituteRules(IDealBook.Terms memory t) internal returns (bytes32 dealId) {
        dealId = disputed(t);
        vm.warp(book.deal(dealId).ruleBy + 1);
        module.replaceAppraiser(dealId);
    }

    function safeOf(bytes32 dealId) internal view returns (Safe) {
        return Safe(payable(book.deal(dealId).safe));
    }

    function settleCall(bytes32 dealId, IDealBook.Settlement memory s) internal pure returns (bytes memory) {
        return abi.encodeCall(IDealModule.settle, (dealId, s));
    }

    function safeTxHash(bytes32 dealId, IDealBook.Settlement memory s) internal view returns (bytes32) {
        Safe safe = safeOf(dealId);
        return safe.getTransactionHash(
            address(module), 0, settleCall(dealId, s), Enum.Operation.Call, 0, 0, 0, address(0), address(0), safe.nonce()
        );
    }

    /// Two ECDSA signatures in the order of addresses, as Safe wants them.
    function signPair(bytes32 hash, address one, address other) internal view returns (bytes memory) {
        (address low, address high) = one < other ? (one, other) : (other, one);
        return abi.encodePacked(signature(keyOf(low), hash), signature(keyOf(high), hash));
    }

    function execute(Safe safe, address to, bytes memory data, bytes memory signatures) internal returns (bool) {
        return safe.execTransaction(
            to, 0, data, Enum.Operation.Call, 0, 0, 0, address(0), payable(address(0)), signatures
        );
    }

    function settle(bytes32 dealId, IDealBook.Settlement memory s, address one, address other) internal {
        bytes memory signatures = signPair(safeTxHash(dealId, s), one, other);
        execute(safeOf(dealId), address(module), settleCall(dealId, s), signatures);
    }

    function expectSettleRevert(
        bytes32 dealId,
        IDealBook.Settlement memory s,
        address one,
        address other,
        bytes memory reason
    ) internal {
        Safe safe = safeOf(dealId);
        bytes memory signatures = signPair(safeTxHash(dealId, s), one, other);
        vm.expectRevert(reason);
        execute(safe, address(module), settleCall(dealId, s), signatures);
    }

    function release(bytes32 dealId) internal view returns (IDealBook.Settlement memory) {
        IDealBook.Terms memory t = book.terms(dealId);
        return IDealBook.Settlement(IDealBook.Outcome.Release, 0, t.price, t.assessmentFee, t.buyer, 0);
    }

    function refund(bytes32 dealId) internal view returns (IDealBook.Settlement memory) {
        return IDealBook.Settlement(
            IDealBook.Outcome.Refund, book.deal(dealId).funded, 0, 0, book.terms(dealId).seller, 0
        );
    }

    function ruling(bytes32 dealId, bool forBuyer) internal view returns (IDealBook.Settlement memory s) {
        IDealBook.Terms memory t = book.terms(dealId);
        uint256 rest = book.deal(dealId).funded - t.rulingFee;
        s = IDealBook.Settlement(IDealBook.Outcome.Ruling, 0, rest, t.rulingFee, t.buyer, REASONS_DIGEST);
        if (forBuyer) (s.toBuyer, s.toSeller, s.titleTo) = (rest, 0, t.seller);
    }

    function state(bytes32 dealId) internal view returns (IDealBook.State) {
        return book.deal(dealId).state;
    }

    function assertState(bytes32 dealId, IDealBook.State expected) internal view {
        assertEq(uint256(state(dealId)), uint256(expected), "state of the deal");
    }

    function assertClosed(bytes32 dealId, IDealBook.Outcome outcome, address titleHolder) internal view {
        IDealBook.Deal memory d = book.deal(dealId);
        assertEq(uint256(d.outcome), uint256(outcome), "outcome");
        assertEq(d.closedAt, block.timestamp, "closing time");
        assertEq(registry.ownerOf(uint256(car)), titleHolder, "title");
        assertEq(registry.dealOf(car), bytes32(0), "title lock");
        assertEq(auc.balanceOf(d.safe), 0, "AUC left in the Safe");
        assertEq(auc.balanceOf(address(book)), 0, "AUC left in the book");
    }

    function wrongState(IDealBook.State actual) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IDealBook.WrongState.selector, actual);
    }

    function badSettlement(IDealBook.Outcome outcome, uint8 reason) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IDealBook.BadSettlement.selector, outcome, reason);
    }
}
