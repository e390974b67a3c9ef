// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity 0.8.28;

import {Safe} from "@safe-global/safe-contracts/contracts/Safe.sol";
import {GuardManager} from "@safe-global/safe-contracts/contracts/base/GuardManager.sol";
import {ModuleManager} from "@safe-global/safe-contracts/contracts/base/ModuleManager.sol";
import {OwnerManager} from "@safe-global/safe-contracts/contracts/base/OwnerManager.sol";
import {FallbackManager} from "@safe-global/safe-contracts/contracts/base/FallbackManager.sol";
import {Enum} from "@safe-global/safe-contracts/contracts/common/Enum.sol";
import {DealGuard} from "../src/DealGuard.sol";
import {DealModule} from "../src/DealModule.sol";
import {IDealBook} from "../src/interfaces/IDealBook.sol";
import {IDealModule} from "../src/interfaces/IDealModule.sol";
import {DealFixture} from "./DealFixture.sol";

/// What two of the three may try, in every pair, to get out of a Safe what the table doesn't give them.
contract DealGuardTest is DealFixture {
    struct Tx {
        address to;
        uint256 value;
        bytes data;
        Enum.Operation operation;
        uint256 safeTxGas;
        uint256 baseGas;
        uint256 gasPrice;
        address gasToken;
        address payable refundReceiver;
    }

    bytes private callRefused = abi.encodeWithSelector(DealGuard.GuardCallRefused.selector);
    bytes private gasRefused = abi.encodeWithSelector(DealGuard.GuardGasTermsRefused.selector);
    bytes private signatureRefused = abi.encodeWithSelector(DealGuard.GuardSignatureRefused.selector);

    bytes32 private dealId;
    Safe private safe;

    function setUp() public override {
        super.setUp();
        dealId = disputed(defaultTerms());
        safe = safeOf(dealId);
    }

    function _send(Tx memory x, bytes memory signatures) private {
        safe.execTransaction(
            x.to, x.value, x.data, x.operation, x.safeTxGas, x.baseGas, x.gasPrice, x.gasToken, x.refundReceiver, signatures
        );
    }

    function _hash(Tx memory x) private view returns (bytes32) {
        return safe.getTransactionHash(
            x.to,
            x.value,
            x.data,
            x.operation,
            x.safeTxGas,
            x.baseGas,
            x.gasPrice,
            x.gasToken,
            x.refundReceiver,
            safe.nonce()
        );
    }

    /// Refused with each of the three pairs of owners.
    function _expectRefused(Tx memory x, bytes memory reason) private {
        address[2][3] memory pairs = [[alice, bob], [alice, martin], [bob, martin]];
        for (uint256 i = 0; i < 3; ++i) {
            bytes memory signatures = signPair(_hash(x), pairs[i][0], pairs[i][1]);
            vm.expectRevert(reason);
            _send(x, signatures);
        }
        assertEq(safe.nonce(), 0, "nonce");
        assertEq(auc.balanceOf(address(safe)), PRICE, "AUC in the Safe");
        assertEq(registry.ownerOf(uint256(car)), address(safe), "title in the Safe");
    }

    function _call(address to, bytes memory data) private pure returns (Tx memory x) {
        x.to = to;
        x.data = data;
    }

    function _release() private view returns (Tx memory) {
        return _call(address(module), settleCall(dealId, release(dealId)));
    }

    function test_noOtherTarget() public {
        _expectRefused(_call(address(auc), abi.encodeCall(auc.transfer, (mallory, PRICE))), callRefused);
        _expectRefused(_call(address(auc), abi.encodeCall(auc.approve, (mallory, PRICE))), callRefused);
        bytes memory toMallory = abi.encodeCall(registry.transferFrom, (address(safe), mallory, uint256(car)));
        _expectRefused(_call(address(registry), toMallory), callRefused);
        _expectRefused(_call(address(registry), abi.encodeCall(registry.approve, (mallory, uint256(car)))), callRefused);
        bytes memory forAll = abi.encodeCall(registry.setApprovalForAll, (mallory, true));
        _expectRefused(_call(address(registry), forAll), callRefused);
        _expectRefused(_call(mallory, ""), callRefused);
        _expectRefused(_call(address(book), settleCall(dealId, release(dealId))), callRefused);
    }

    function test_noChangeOfTheSafeItself() public {
        address self = address(safe);
        _expectRefused(_call(self, abi.encodeCall(GuardManager.setGuard, (address(0)))), callRefused);
        bytes memory noModule = abi.encodeCall(ModuleManager.disableModule, (address(1), address(module)));
        _expectRefused(_call(self, noModule), callRefused);
        _expectRefused(_call(self, abi.encodeCall(ModuleManager.enableModule, (mallory))), callRefused);
        _expectRefused(_call(self, abi.encodeCall(OwnerManager.addOwnerWithThreshold, (mallory, 1))), callRefused);
        _expectRefused(_call(self, abi.encodeCall(OwnerManager.removeOwner, (alice, bob, 1))), callRefused);
        _expectRefused(_call(self, abi.encodeCall(OwnerManager.swapOwner, (alice, bob, mallory))), callRefused);
        _expectRefused(_call(self, abi.encodeCall(OwnerManager.changeThreshold, (1))), callRefused);
        _expectRefused(_call(self, abi.encodeCall(FallbackManager.setFallbackHandler, (address(auc)))), callRefused);
    }

    function test_noDelegatecallAndNoValue() public {
        Tx memory x = _release();
        x.operation = Enum.Operation.DelegateCall;
        _expectRefused(x, callRefused);
        x = _release();
        x.value = 1;
        vm.deal(address(safe), 1);
        _expectRefused(x, callRefused);
    }

    function test_noGasRefunds() public {
        Tx memory x = _release();
        x.gasPrice = 1;
        x.gasToken = address(auc); // would pay the sender in AUC out of the Safe
        x.baseGas = PRICE / 2;
        _expectRefused(x, gasRefused);
        x = _release();
        x.baseGas = 1;
        _expectRefused(x, gasRefused);
        x = _release();
        x.gasPrice = 1;
        _expectRefused(x, gasRefused);
        x = _release();
        x.gasToken = address(auc);
        _expectRefused(x, gasRefused);
        x = _release();
        x.refundReceiver = payable(mallory);
        _expectRefused(x, gasRefused);
        x = _release();
        x.safeTxGas = 30_000; // a failing settlement would use up the nonce
        _expectRefused(x, gasRefused);
    }

    function test_noOtherFunctionOfTheModule() public {
        _expectRefused(_call(address(module), abi.encodeCall(IDealModule.fallbackSplit, (dealId))), callRefused);
        _expectRefused(_call(address(module), abi.encodeCall(IDealModule.replaceAppraiser, (dealId))), callRefused);
        _expectRefused(_call(address(module), ""), callRefused);
        bytes memory longer = abi.encodePacked(settleCall(dealId, release(dealId)), uint8(0));
        _expectRefused(_call(address(module), longer), callRefused);
        bytes memory foreign = abi.encodePacked(bytes4(0xdeadbeef), new bytes(224));
        _expectRefused(_call(address(module), foreign), callRefused);
    }

    function test_noSettlementOfAnotherDeal() public {
        bytes memory reason =
            abi.encodeWithSelector(DealGuard.GuardNotThisDeal.selector, bytes32("another"), address(safe));
        _expectRefused(_call(address(module), settleCall("another", release(dealId))), reason);
    }

    function test_malformedSettlementsAreRefused() public {
        bytes memory data = settleCall(dealId, release(dealId));
        data[4 + 63] = bytes1(uint8(200)); // an outcome that isn't one
        _expectMalformed(data);
        data = settleCall(dealId, release(dealId));
        data[4 + 5 * 32] = 0x01; // dirty upper bytes of titleTo
        _expectMalformed(data);
    }

    function _expectMalformed(bytes memory data) private {
        Tx memory x = _call(address(module), data);
        bytes memory signatures = signPair(_hash(x), alice, bob);
        vm.expectRevert();
        _send(x, signatures);
    }

    function _expectWrongPair(IDealBook.Settlement memory s, address one, address other) private {
        (address low, address high) = one < other ? (one, other) : (other, one);
        bytes memory reason = abi.encodeWithSelector(DealGuard.GuardWrongSigners.selector, low, high);
        expectSettleRevert(dealId, s, one, other, reason);
    }

    function test_theAppraiserSignsNoReleaseRefundOrSplit() public {
        IDealBook.Settlement memory split =
            IDealBook.Settlement(IDealBook.Outcome.Settle, PRICE, 0, 0, alice, 0);
        _expectWrongPair(release(dealId), martin, bob);
        _expectWrongPair(release(dealId), martin, alice);
        _expectWrongPair(refund(dealId), martin, alice);
        _expectWrongPair(refund(dealId), martin, bob);
        _expectWrongPair(split, martin, alice); // car and money for Alice
        (split.toBuyer, split.toSeller, split.titleTo) = (0, PRICE, bob);
        _expectWrongPair(split, martin, bob); // car and money for Bob
    }

    function test_aRulingNeedsTheAppraiserAndTheFavouredSide() public {
        IDealBook.Settlement memory forBob = ruling(dealId, false);
        _expectWrongPair(forBob, martin, alice);
        _expectWrongPair(forBob, alice, bob);
        IDealBook.Settlement memory forAlice = ruling(dealId, true);
        _expectWrongPair(forAlice, martin, bob);
        _expectWrongPair(forAlice, alice, bob);
    }

    function test_noRulingGivesOneSideCarAndMoney() public {
        IDealBook.Settlement memory s = ruling(dealId, false);
        s.titleTo = bob; // 190,000 and the car to Bob
        expectSettleRevert(dealId, s, martin, bob, badSettlement(IDealBook.Outcome.Ruling, 2));
        s = ruling(dealId, true);
        s.titleTo = alice; // 190,000 and the car to Alice
        expectSettleRevert(dealId, s, martin, alice, badSettlement(IDealBook.Outcome.Ruling, 2));
    }

    function test_theAppraiserTakesExactlyHisFee() public {
        IDealBook.Settlement memory s = ruling(dealId, false);
        s.toAppraiser += 1;
        s.toSeller -= 1;
        expectSettleRevert(dealId, s, martin, bob, badSettlement(IDealBook.Outcome.Ruling, 2));
        s = ruling(dealId, false);
        s.toAppraiser = 0;
        s.toSeller = PRICE;
        expectSettleRevert(dealId, s, martin, bob, badSettlement(IDealBook.Outcome.Ruling, 2));
        s = ruling(dealId, false);
        s.reasonsDigest = 0;
        expectSettleRevert(dealId, s, martin, bob, badSettlement(IDealBook.Outcome.Ruling, 4));
    }

    function test_theReplacedAppraiserRulesNoMore() public {
        IDealBook.Settlement memory s = ruling(dealId, false);
        bytes memory old = signPair(safeTxHash(dealId, s), martin, bob);
        vm.warp(book.deal(dealId).ruleBy + 1);
        module.replaceAppraiser(dealId);
        vm.expectRevert("GS026"); // not an owner any more
        execute(safe, address(module), settleCall(dealId, s), old);
        settle(dealId, s, sara, bob);
        assertClosed(dealId, IDealBook.Outcome.Ruling, alice);
    }

    function test_outcomesOfTheClocksAreNotSigned() public {
        for (uint8 o = 0; o < 9; ++o) {
            if (o >= uint8(IDealBook.Outcome.Release) && o <= uint8(IDealBook.Outcome.Ruling)) continue;
            IDealBook.Outcome outcome = IDealBook.Outcome(o);
            IDealBook.Settlement memory s = IDealBook.Settlement(outcome, PRICE, 0, 0, alice, 0);
            expectSettleRevert(dealId, s, alice, bob, badSettlement(outcome, 5));
        }
    }

    function test_amountsThatAreNotTheTables() public {
        IDealBook.Settlement memory s = release(dealId);
        s.titleTo = bob;
        expectSettleRevert(dealId, s, alice, bob, badSettlement(IDealBook.Outcome.Release, 2));
        s = release(dealId);
        (s.toSeller, s.toBuyer) = (PRICE - 1, 1);
        expectSettleRevert(dealId, s, alice, bob, badSettlement(IDealBook.Outcome.Release, 2));
        s = refund(dealId);
        s.titleTo = alice;
        expectSettleRevert(dealId, s, alice, bob, badSettlement(IDealBook.Outcome.Refund, 2));
        s = refund(dealId);
        s.toBuyer -= 1;
        expectSettleRevert(dealId, s, alice, bob, badSettlement(IDealBook.Outcome.Refund, 1));
        s = IDealBook.Settlement(IDealBook.Outcome.Settle, PRICE - 1, 0, 1, alice, 0);
        expectSettleRevert(dealId, s, alice, bob, badSettlement(IDealBook.Outcome.Settle, 2));
        s = IDealBook.Settlement(IDealBook.Outcome.Settle, PRICE, 0, 0, mallory, 0);
        expectSettleRevert(dealId, s, alice, bob, badSettlement(IDealBook.Outcome.Settle, 3));
        s = IDealBook.Settlement(IDealBook.Outcome.Settle, PRICE + 1, type(uint256).max, 0, alice, 0); // wraps to PRICE
        expectSettleRevert(dealId, s, alice, bob, badSettlement(IDealBook.Outcome.Settle, 1));
    }

    function _mark(address owner, uint8 v) private pure returns (bytes memory) {
        return abi.encodePacked(uint256(uint160(owner)), uint256(0), v);
    }

    function _joined(bytes memory ofAlice, bytes memory ofBob) private view returns (bytes memory) {
        return alice < bob ? abi.encodePacked(ofAlice, ofBob) : abi.encodePacked(ofBob, ofAlice);
    }

    function test_approvedHashesDoNotCount() public {
        Tx memory x = _release();
        bytes32 hash = _hash(x);
        vm.prank(bob);
        safe.approveHash(hash);
        bytes memory signatures = _joined(signature(ALICE_KEY, hash), _mark(bob, 1));
        vm.expectRevert(signatureRefused);
        _send(x, signatures);
        vm.expectRevert(signatureRefused);
        vm.prank(alice); // as the sender she vouches for herself alone
        _send(x, signatures);
    }

    function test_ethSignDoesNotCount() public {
        Tx memory x = _release();
        bytes32 hash = _hash(x);
        bytes32 prefixed = keccak256(abi.encodePacked("\x19Ethereum Signed Message:\n32", hash));
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(BOB_KEY, prefixed);
        bytes memory signatures = _joined(signature(ALICE_KEY, hash), abi.encodePacked(r, s, v + 4));
        vm.expectRevert(signatureRefused);
        _send(x, signatures);
    }

    function test_aThirdSignatureOrTailIsRefused() public {
        Tx memory x = _release();
        bytes memory signatures = signPair(_hash(x), alice, bob);
        bytes memory three = abi.encodePacked(signatures, signature(MARTIN_KEY, _hash(x)));
        vm.expectRevert(signatureRefused);
        _send(x, three);
        vm.expectRevert(signatureRefused);
        _send(x, abi.encodePacked(signatures, uint8(0)));
    }

    function test_malleableSignaturesAreRefused() public {
        Tx memory x = _release();
        bytes32 hash = _hash(x);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(BOB_KEY, hash);
        uint256 order = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141;
        bytes memory twin = abi.encodePacked(r, order - uint256(s), v == 27 ? uint8(28) : uint8(27));
        bytes memory signatures = _joined(signature(ALICE_KEY, hash), twin);
        vm.expectRevert(signatureRefused); // Safe itself would take it
        _send(x, signatures);
    }

    function test_oneOwnerTwiceIsNotTwo() public {
        Tx memory x = _release();
        bytes memory signed = signature(ALICE_KEY, _hash(x));
        vm.expectRevert("GS026");
        _send(x, abi.encodePacked(signed, signed));
        vm.expectRevert("GS026");
        vm.prank(alice);
        _send(x, abi.encodePacked(signed, _mark(alice, 1)));
    }

    function test_moduleAndGuardBelieveOnlyTheSafe() public {
        IDealBook.Settlement memory s = release(dealId);
        vm.expectRevert(abi.encodeWithSelector(DealModule.NotTheSafe.selector, dealId, alice));
        vm.prank(alice);
        module.settle(dealId, s);
        vm.expectRevert("GS104");
        vm.prank(alice);
        safe.execTransactionFromModule(address(auc), 0, "", Enum.Operation.Call);
        bytes memory signatures = signPair(safeTxHash(dealId, s), alice, bob);
        vm.expectRevert(abi.encodeWithSelector(DealGuard.GuardNotThisDeal.selector, dealId, mallory));
        vm.prank(mallory);
        guard.checkTransaction(
            address(module),
            0,
            settleCall(dealId, s),
            Enum.Operation.Call,
            0,
            0,
            0,
            address(0),
            payable(address(0)),
            signatures,
            mallory
        );
    }

    function test_guardInterface() public {
        assertTrue(guard.supportsInterface(0xe6d7a83a), "Guard of Safe 1.4.1");
        assertTrue(guard.supportsInterface(0x01ffc9a7), "ERC-165");
        assertFalse(guard.supportsInterface(0xffffffff), "the invalid id");
        vm.expectRevert(DealGuard.GuardSettlementFailed.selector);
        guard.checkAfterExecution(0, false);
    }

    function test_nothingLeavesAClosedSafe() public {
        settle(dealId, release(dealId), alice, bob);
        vm.prank(mallory);
        auc.transfer(address(safe), 5 ether);
        IDealBook.Settlement memory s = IDealBook.Settlement(IDealBook.Outcome.Settle, 5 ether, 0, 0, alice, 0);
        expectSettleRevert(dealId, s, alice, bob, wrongState(IDealBook.State.Settled));
    }

    /// Whatever bytes two of the three sign as data, only the table's lines move anything.
    function testFuzz_anySignedData(bytes memory data, uint8 pair) public {
        address[2][3] memory pairs = [[alice, bob], [alice, martin], [bob, martin]];
        Tx memory x = _call(address(module), data);
        bytes memory signatures = signPair(_hash(x), pairs[pair % 3][0], pairs[pair % 3][1]);
        vm.expectRevert();
        _send(x, signatures);
    }
}
