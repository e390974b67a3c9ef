// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity 0.8.28;

import {IAppraisalDesk} from "../src/interfaces/IAppraisalDesk.sol";
import {IDealBook} from "../src/interfaces/IDealBook.sol";
import {IVehicleRegistry} from "../src/interfaces/IVehicleRegistry.sol";
import {DealFixture} from "./DealFixture.sol";

/// Random people doing random things to three cars, in good and in bad faith. Steps that the contracts refuse are
/// swallowed; what must hold whatever happens is in the check… functions.
contract DealHandler is DealFixture {
    uint256 private constant CARS = 3;

    bytes32[CARS] private _cars;
    address[5] private _people;
    bytes32[] private _deals;
    mapping(bytes32 dealId => uint256) private _lastBalance;
    mapping(bytes32 dealId => bool) private _wasClosed;
    uint256 private _salt;
    mapping(string step => uint256) public succeeded;

    function setUp() public override {
        super.setUp();
        _people = [alice, bob, martin, sara, mallory];
        for (uint256 i = 0; i < 5; ++i) {
            if (_people[i] != martin) registerAppraiser(_people[i], 3 * SEAT_STAKE);
        }
        string[CARS] memory vins = [VIN, OTHER_VIN, "JH4TB2H26CC000000"];
        _cars[0] = car;
        for (uint256 i = 1; i < CARS; ++i) {
            vm.prank(_people[i]);
            _cars[i] = registry.register(vins[i], 1, 0);
        }
    }

    modifier watched(string memory step) {
        _;
        _watchOutflow();
        succeeded[step] += 1;
    }

    // Steps. Each fails quietly by returning early or by a revert of the contract that is caught.

    function makeDeal(uint8 carSeed, uint8 peopleSeed, uint96 price, uint96 fee, bool toBuyer) external watched("deal") {
        IDealBook.Terms memory t = defaultTerms();
        t.vehicleId = _cars[carSeed % CARS];
        IVehicleRegistry.History memory h = registry.history(t.vehicleId);
        (t.historyHead, t.historyCount, t.odometerKm) = (h.head, h.count, h.odometerKm);
        t.seller = registry.holderOf(t.vehicleId);
        address[3] memory others = _othersThan(t.seller, peopleSeed);
        (t.buyer, t.appraiser, t.substitute) = (others[0], others[1], others[2]);
        t.price = bound(price, 1, 100_000 ether);
        t.rulingFee = bound(fee, 0, t.price);
        t.assessmentFee = bound(fee / 3, 0, t.price);
        t.fallbackToBuyer = t.price / 2 + (t.price == 1 && !toBuyer ? 1 : 0);
        t.fallbackTitleToBuyer = toBuyer;
        t.salt = ++_salt;
        bytes32 dealId = offer(t);
        bytes memory signed = signTerms(t.seller, t);
        vm.prank(t.seller);
        try book.accept(dealId, signed) {
            _deals.push(dealId);
        } catch {}
    }

    function seat(uint8 which) external watched("seat") {
        (bytes32 dealId, bool any) = _pick(which);
        if (!any) return;
        vm.prank(book.terms(dealId).appraiser);
        try desk.acceptSeat(dealId) {} catch {}
    }

    function pay(uint8 which, uint8 who, uint96 odd) external watched("pay") {
        (bytes32 dealId, bool any) = _pick(which);
        if (!any) return;
        IDealBook.Terms memory t = book.terms(dealId);
        address payer = who % 4 == 0 ? _people[who % 5] : t.buyer;
        uint256 amount = t.price + t.assessmentFee + (who % 7 == 0 ? odd % 3 : 0);
        vm.prank(payer);
        try auc.transferAndCall(address(book), amount, abi.encode(dealId)) {} catch {}
    }

    function depositTitle(uint8 which, uint8 who, uint8 carSeed) external watched("deposit") {
        (bytes32 dealId, bool any) = _pick(which);
        if (!any) return;
        IDealBook.Terms memory t = book.terms(dealId);
        bytes32 id = who % 5 == 0 ? _cars[carSeed % CARS] : t.vehicleId;
        vm.prank(t.seller);
        try registry.safeTransferFrom(t.seller, address(book), uint256(id), abi.encode(dealId)) {} catch {}
    }

    function advance(uint32 time) external watched("advance") {
        vm.warp(block.timestamp + bound(time, 1 hours, 4 days));
    }

    function clock(uint8 which, uint8 path, uint8 who) external watched("clock") {
        (bytes32 dealId, bool any) = _pick(which);
        if (!any) return;
        vm.startPrank(_people[who % 5]);
        if (path % 5 == 0) try module.cancelUnfunded(dealId) {} catch {}
        if (path % 5 == 1) try module.refundNoTitle(dealId) {} catch {}
        if (path % 5 == 2) try module.openDispute(dealId) {} catch {}
        if (path % 5 == 3) try module.replaceAppraiser(dealId) {} catch {}
        if (path % 5 == 4) try module.fallbackSplit(dealId) {} catch {}
        vm.stopPrank();
    }

    /// Two owners sign any settlement. Where it goes through, it must be a line of the table: looked up here afresh.
    function signAnyhow(uint8 which, uint8 outcome, uint256 toBuyer, uint8 fee, uint8 title, uint8 pair)
        external
        watched("sign")
    {
        (bytes32 dealId, bool any) = _pick(which);
        if (!any) return;
        IDealBook.Terms memory t = book.terms(dealId);
        IDealBook.Deal memory d = book.deal(dealId);
        IDealBook.Settlement memory s = _anySettlement(t, d, outcome, toBuyer, fee, title);
        (address one, address other) = _pair(t, d, pair);
        uint256[2] memory before = [auc.balanceOf(t.buyer), auc.balanceOf(t.seller)];
        uint256 besides = _isClosed(dealId) ? 0 : auc.balanceOf(d.safe) - d.funded;
        try this.execute2(dealId, s, one, other) {
            _checkLine(t, d, s, one, other);
            assertEq(auc.balanceOf(t.buyer) - before[0], s.toBuyer + besides, "to the buyer");
            assertEq(auc.balanceOf(t.seller) - before[1], s.toSeller, "to the seller");
            succeeded["settled"] += 1;
        } catch {}
    }

    function execute2(bytes32 dealId, IDealBook.Settlement memory s, address one, address other) external {
        settle(dealId, s, one, other);
    }

    function stray(uint8 which, uint64 amount) external watched("stray") {
        (bytes32 dealId, bool any) = _pick(which);
        if (!any || _isClosed(dealId)) return;
        address safe = book.deal(dealId).safe;
        vm.prank(mallory);
        try auc.transfer(safe, amount) {} catch {}
    }

    function moveTitle(uint8 carSeed, uint8 who, uint8 to) external watched("move") {
        bytes32 id = _cars[carSeed % CARS];
        address from = registry.ownerOf(uint256(id));
        address[3] memory by = [from, registry.holderOf(id), _people[who % 5]];
        if (by[who % 3].code.length != 0) return; // a Safe sends nothing by itself
        vm.prank(by[who % 3]);
        try registry.transferFrom(from, _people[to % 5], uint256(id)) {} catch {}
    }

    function stake(uint8 who, uint96 amount, bool add) external watched("stake") {
        address person = _people[who % 5];
        vm.prank(person);
        if (add) try auc.transferAndCall(address(desk), amount % 10_000 ether, "") {} catch {}
        else try desk.withdrawStake(amount) {} catch {}
    }

    // What must hold.

    function checkAucIsConserved() external view {
        uint256 sum = auc.balanceOf(address(privatePlacement)) + auc.balanceOf(address(pool))
            + auc.balanceOf(treasury) + auc.balanceOf(address(team)) + auc.balanceOf(address(desk));
        for (uint256 i = 0; i < 5; ++i) sum += auc.balanceOf(_people[i]);
        for (uint256 i = 0; i < _deals.length; ++i) sum += auc.balanceOf(book.deal(_deals[i]).safe);
        assertEq(sum, 10_000_000_000 ether, "all AUC");
        assertEq(auc.balanceOf(address(book)), 0, "the book keeps nothing");
        assertEq(auc.balanceOf(address(module)), 0, "the module keeps nothing");
    }

    function checkTitles() external view {
        uint256 held = 0;
        for (uint256 i = 0; i < 5; ++i) held += registry.balanceOf(_people[i]);
        for (uint256 i = 0; i < _deals.length; ++i) held += registry.balanceOf(book.deal(_deals[i]).safe);
        assertEq(held, CARS, "each title is with a person or in a Safe");
        for (uint256 c = 0; c < CARS; ++c) {
            bytes32 dealId = registry.dealOf(_cars[c]);
            address owner = registry.ownerOf(uint256(_cars[c]));
            if (dealId == 0) assertEq(owner, registry.holderOf(_cars[c]), "free title");
            else assertFalse(_isClosed(dealId), "locked only by an open deal");
        }
    }

    /// Until a deal closes its money is in the Safe, its title with the seller or in the Safe, and never both on one side.
    function checkOpenDeals() external view {
        for (uint256 i = 0; i < _deals.length; ++i) {
            IDealBook.Terms memory t = book.terms(_deals[i]);
            IDealBook.Deal memory d = book.deal(_deals[i]);
            if (_isClosed(_deals[i])) {
                assertEq(auc.balanceOf(d.safe), 0, "a closed Safe is empty");
                assertEq(registry.balanceOf(d.safe), 0, "a closed Safe has no title");
                continue;
            }
            assertEq(registry.dealOf(t.vehicleId), _deals[i], "locked for its deal");
            assertEq(registry.holderOf(t.vehicleId), t.seller, "the seller's until it is settled");
            bool isFunded = uint256(d.state) >= uint256(IDealBook.State.Funded);
            bool isDeposited = uint256(d.state) >= uint256(IDealBook.State.BothIn);
            assertEq(d.funded, isFunded ? t.price + t.assessmentFee : 0, "funded");
            assertTrue(auc.balanceOf(d.safe) >= d.funded, "money in the Safe");
            assertEq(registry.ownerOf(uint256(t.vehicleId)), isDeposited ? d.safe : t.seller, "title");
        }
    }

    function checkStakes() external view {
        uint256 sum = 0;
        for (uint256 i = 0; i < desk.appraiserCount(); ++i) {
            IAppraisalDesk.Appraiser memory a = desk.appraiser(desk.appraiserAt(i));
            assertTrue(a.locked <= a.stake, "locked stake is there");
            assertEq(a.locked, a.seats * SEAT_STAKE, "one stake per seat");
            sum += a.stake;
        }
        assertEq(auc.balanceOf(address(desk)), sum, "the desk has exactly the stakes");
    }

    function _isClosed(bytes32 dealId) private view returns (bool) {
        return state(dealId) == IDealBook.State.Settled || state(dealId) == IDealBook.State.Cancelled;
    }

    /// AUC leaves a Safe only in the step that closes its deal, and then all of it; a closed deal stays as it is.
    function _watchOutflow() private {
        for (uint256 i = 0; i < _deals.length; ++i) {
            bytes32 dealId = _deals[i];
            uint256 balance = auc.balanceOf(book.deal(dealId).safe);
            bool isClosed = _isClosed(dealId);
            if (balance < _lastBalance[dealId]) {
                assertTrue(isClosed && !_wasClosed[dealId] && balance == 0, "AUC left a Safe by no outcome");
            }
            assertTrue(isClosed || !_wasClosed[dealId], "a closed deal opened again");
            (_lastBalance[dealId], _wasClosed[dealId]) = (balance, isClosed);
        }
    }

    function _checkLine(
        IDealBook.Terms memory t,
        IDealBook.Deal memory d,
        IDealBook.Settlement memory s,
        address one,
        address other
    ) private pure {
        bool byBothSides = (one == t.buyer && other == t.seller) || (one == t.seller && other == t.buyer);
        bool titleToBuyer = s.titleTo == t.buyer;
        bool line = false;
        if (s.outcome == IDealBook.Outcome.Release) {
            line = byBothSides && titleToBuyer && s.toSeller == t.price && s.toAppraiser == t.assessmentFee;
        } else if (s.outcome == IDealBook.Outcome.Refund) {
            line = byBothSides && !titleToBuyer && s.toBuyer == d.funded;
        } else if (s.outcome == IDealBook.Outcome.Settle) {
            line = byBothSides && (s.toAppraiser == 0 || s.toAppraiser == t.assessmentFee);
        } else if (s.outcome == IDealBook.Outcome.Ruling) {
            address favoured = titleToBuyer ? t.seller : t.buyer;
            bool pair = (one == favoured && other == d.currentAppraiser) || (other == favoured && one == d.currentAppraiser);
            line = pair && d.disputedAt != 0 && s.toAppraiser == t.rulingFee
                && (titleToBuyer ? s.toSeller >= s.toBuyer : s.toBuyer >= s.toSeller);
        }
        assertTrue(line, "a settlement that is no line of the table");
        assertEq(s.toBuyer + s.toSeller + s.toAppraiser, d.funded, "sum");
    }

    function _anySettlement(
        IDealBook.Terms memory t,
        IDealBook.Deal memory d,
        uint8 outcome,
        uint256 toBuyer,
        uint8 fee,
        uint8 title
    ) private pure returns (IDealBook.Settlement memory s) {
        s.outcome = IDealBook.Outcome(1 + outcome % 5);
        uint256[4] memory fees = [0, t.assessmentFee, t.rulingFee, fee];
        s.toAppraiser = bound(fees[fee % 4], 0, d.funded);
        uint256 left = d.funded - s.toAppraiser;
        uint256[4] memory parts = [0, left, left / 2, bound(toBuyer, 0, left)];
        s.toBuyer = parts[toBuyer % 4];
        s.toSeller = left - s.toBuyer;
        s.titleTo = [t.buyer, t.seller, t.appraiser][title % 8 == 0 ? 2 : title % 2];
        s.reasonsDigest = REASONS_DIGEST;
    }

    function _pair(IDealBook.Terms memory t, IDealBook.Deal memory d, uint8 seed) private pure returns (address, address) {
        address appraiser = d.currentAppraiser == address(0) ? t.appraiser : d.currentAppraiser;
        if (seed % 3 == 0) return (t.buyer, t.seller);
        return seed % 3 == 1 ? (t.buyer, appraiser) : (t.seller, appraiser);
    }

    function _othersThan(address seller, uint8 seed) private view returns (address[3] memory others) {
        uint256 found = 0;
        for (uint256 i = 0; found < 3; ++i) {
            address person = _people[(seed + i) % 5];
            if (person != seller) others[found++] = person;
        }
    }

    function _pick(uint8 seed) private view returns (bytes32, bool) {
        if (_deals.length == 0) return (0, false);
        uint256 recent = _deals.length < CARS ? _deals.length : CARS; // the open ones are among the last
        return (_deals[_deals.length - 1 - seed % recent], true);
    }
}
