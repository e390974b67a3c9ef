// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity 0.8.28;

import {IERC1363Receiver} from "@openzeppelin/contracts/interfaces/IERC1363Receiver.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {IERC721Receiver} from "@openzeppelin/contracts/token/ERC721/IERC721Receiver.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {Enum} from "@safe-global/safe-contracts/contracts/common/Enum.sol";
import {IAppraisalDesk} from "./interfaces/IAppraisalDesk.sol";
import {IDealBook} from "./interfaces/IDealBook.sol";
import {IDealModule} from "./interfaces/IDealModule.sol";
import {ISafe, ISafeProxyFactory} from "./interfaces/ISafe.sol";
import {IVehicleRegistry} from "./interfaces/IVehicleRegistry.sol";
import {DealSafes} from "./DealSafes.sol";
import {SettlementTable} from "./SettlementTable.sol";
import {TermsRules} from "./TermsRules.sol";

/// Keeps the terms and the state of every deal. AUC and titles only pass through to the deal's Safe within one call; the
/// book itself owns nothing and has no owner.
contract DealBook is IDealBook, EIP712, IERC1363Receiver, IERC721Receiver {
    using SafeERC20 for IERC20;

    IERC20 private immutable _auc;
    IVehicleRegistry private immutable _registry;
    IAppraisalDesk private immutable _desk;
    address private immutable _module;
    address private immutable _guard;
    address private immutable _safeSetup;
    address private immutable _safeSingleton;
    ISafeProxyFactory private immutable _safeFactory;
    bytes32 private immutable _proxyCodeHash;

    mapping(bytes32 dealId => Terms) private _terms;
    mapping(bytes32 dealId => Deal) private _deals;
    bytes32[] private _dealIds;

    modifier onlyModule() {
        if (msg.sender != _module) revert NotModule(msg.sender);
        _;
    }

    /// The factory must exist already; the others may be addresses of contracts still to come.
    constructor(
        IERC20 auc_,
        IVehicleRegistry registry_,
        IAppraisalDesk desk_,
        address module_,
        address guard_,
        address safeSetup_,
        address safeSingleton_,
        ISafeProxyFactory safeFactory_
    ) EIP712("AutoChain DealBook", "1") {
        _auc = auc_;
        _registry = registry_;
        _desk = desk_;
        _module = module_;
        _guard = guard_;
        _safeSetup = safeSetup_;
        _safeSingleton = safeSingleton_;
        _safeFactory = safeFactory_;
        _proxyCodeHash = DealSafes.proxyCodeHash(safeFactory_, safeSingleton_);
    }

    /// @inheritdoc IDealBook
    function offer(Terms calldata terms_, bytes calldata buyerSignature) external returns (bytes32 dealId) {
        if (msg.sender != terms_.buyer) revert NotParty(msg.sender);
        TermsRules.check(terms_);
        dealId = TermsRules.structHash(terms_);
        _requireState(dealId, State.None);
        _checkSignature(dealId, terms_.buyer, buyerSignature);
        _terms[dealId] = terms_;
        _deals[dealId].state = State.Offered;
        _dealIds.push(dealId);
        emit Offered(dealId, terms_.buyer, terms_.seller, terms_.vehicleId);
    }

    /// @inheritdoc IDealBook
    /// @dev The same terms can't be offered again: another salt makes another deal.
    function withdrawOffer(bytes32 dealId) external {
        _requireState(dealId, State.Offered);
        if (msg.sender != _terms[dealId].buyer) revert NotParty(msg.sender);
        Deal storage found = _deals[dealId];
        found.state = State.Cancelled;
        found.outcome = Outcome.Lapsed;
        found.closedAt = uint64(block.timestamp);
        emit OfferWithdrawn(dealId);
    }

    /// @inheritdoc IDealBook
    /// @dev Until seatBy. The history may have grown since the offer (both sides are alerted by RecordAppended), but a history of
    /// the same length must be the very one of the terms.
    function accept(bytes32 dealId, bytes calldata sellerSignature) external returns (address safe) {
        _requireState(dealId, State.Offered);
        Terms memory agreed = _terms[dealId];
        if (msg.sender != agreed.seller) revert NotSeller(msg.sender);
        _requireNotAfter(agreed.seatBy);
        _checkSignature(dealId, agreed.seller, sellerSignature);
        _checkVehicle(agreed);
        DealSafes.Parts memory parts = _safeParts();
        safe = DealSafes.addressOf(parts, dealId, agreed);
        Deal storage found = _deals[dealId];
        found.state = State.Accepted;
        found.acceptedAt = uint64(block.timestamp);
        found.safe = safe;
        emit Accepted(dealId, agreed.appraiser, safe);
        DealSafes.createAt(safe, parts, dealId, agreed);
        _registry.lockForDeal(agreed.vehicleId, dealId, safe);
    }

    /// @inheritdoc IDealBook
    function seatTaken(bytes32 dealId, address appraiser) external {
        if (msg.sender != address(_desk)) revert NotDesk(msg.sender);
        _requireState(dealId, State.Accepted);
        _requireNotAfter(_terms[dealId].seatBy);
        Deal storage found = _deals[dealId];
        if (found.currentAppraiser != address(0)) revert IAppraisalDesk.NotYourSeat(dealId, appraiser);
        found.currentAppraiser = appraiser;
        emit SeatTaken(dealId, appraiser);
    }

    /// The buyer's money (AUC.transferAndCall, data: abi.encode(dealId)), until fundBy, exactly what is due.
    function onTransferReceived(address, address from, uint256 value, bytes calldata data) external returns (bytes4) {
        if (msg.sender != address(_auc)) revert WrongToken(msg.sender);
        bytes32 dealId = abi.decode(data, (bytes32));
        _requireState(dealId, State.Accepted);
        Terms storage agreed = _terms[dealId];
        Deal storage found = _deals[dealId];
        if (from != agreed.buyer) revert NotParty(from);
        if (found.currentAppraiser == address(0)) revert AppraiserNotSeated();
        _requireNotAfter(agreed.fundBy);
        uint256 due = agreed.price + agreed.assessmentFee;
        if (value != due) revert WrongAmount(value, due);
        found.state = State.Funded;
        found.fundedAt = uint64(block.timestamp);
        found.funded = value;
        emit Funded(dealId, value);
        _auc.safeTransfer(found.safe, value);
        return IERC1363Receiver.onTransferReceived.selector;
    }

    /// The seller's title (VehicleRegistry.safeTransferFrom, data: abi.encode(dealId)), sent by himself, until depositBy.
    function onERC721Received(address operator, address from, uint256 tokenId, bytes calldata data)
        external
        returns (bytes4)
    {
        if (msg.sender != address(_registry)) revert WrongToken(msg.sender);
        bytes32 dealId = abi.decode(data, (bytes32));
        _requireState(dealId, State.Funded);
        Terms storage agreed = _terms[dealId];
        Deal storage found = _deals[dealId];
        if (from != agreed.seller || operator != from) revert NotSeller(operator);
        if (bytes32(tokenId) != agreed.vehicleId) revert WrongVehicle(bytes32(tokenId), agreed.vehicleId);
        _requireNotAfter(agreed.depositBy);
        found.state = State.BothIn;
        found.depositedAt = uint64(block.timestamp);
        emit TitleDeposited(dealId);
        IERC721(address(_registry)).transferFrom(address(this), found.safe, tokenId);
        return IERC721Receiver.onERC721Received.selector;
    }

    /// @inheritdoc IDealBook
    /// @dev Sender: one of the deal's people. The signature must be one the guard would count, over the present nonce.
    function coSign(
        bytes32 dealId,
        uint256 safeNonce,
        Settlement calldata settlement,
        bytes calldata signature,
        string calldata reasons
    ) external {
        Terms memory agreed = _terms[dealId];
        Deal memory found = _deals[dealId];
        if (msg.sender != agreed.buyer && msg.sender != agreed.seller && msg.sender != found.currentAppraiser) {
            revert NotParty(msg.sender);
        }
        SettlementTable.check(agreed, found, settlement);
        _checkReasons(reasons, settlement.reasonsDigest);
        bytes32 hash = _safeTxHash(found.safe, dealId, settlement, safeNonce);
        address signer = _counted(agreed, found, settlement, hash, signature);
        emit CoSigned(dealId, signer, hash, safeNonce, settlement, signature, reasons);
    }

    /// @inheritdoc IDealBook
    function disputeOpened(bytes32 dealId, address by) external onlyModule {
        Deal storage found = _deals[dealId];
        found.state = State.Disputed;
        found.disputedAt = uint64(block.timestamp);
        found.ruleBy = uint64(block.timestamp) + _terms[dealId].ruleWithin;
        emit DisputeOpened(dealId, by, found.ruleBy);
    }

    /// @inheritdoc IDealBook
    function appraiserReplaced(bytes32 dealId) external onlyModule {
        Terms storage agreed = _terms[dealId];
        Deal storage found = _deals[dealId];
        found.state = State.SubstituteRules;
        found.currentAppraiser = agreed.substitute;
        found.ruleBy = uint64(block.timestamp) + agreed.substituteRuleWithin;
        emit AppraiserReplaced(dealId, agreed.appraiser, agreed.substitute, found.ruleBy);
        _desk.forfeitSeat(dealId);
    }

    /// @inheritdoc IDealBook
    /// @dev Closes the books before the module moves anything: state, seat and title lock.
    function closed(bytes32 dealId, Settlement calldata settlement) external onlyModule {
        Deal storage found = _deals[dealId];
        found.state = settlement.outcome == Outcome.Unfunded ? State.Cancelled : State.Settled;
        found.outcome = settlement.outcome;
        found.closedAt = uint64(block.timestamp);
        emit Closed(
            dealId,
            settlement.outcome,
            settlement.toBuyer,
            settlement.toSeller,
            settlement.toAppraiser,
            settlement.titleTo
        );
        _desk.releaseSeat(dealId, settlement.outcome == Outcome.Ruling ? found.currentAppraiser : address(0));
        _registry.unlockFromDeal(_terms[dealId].vehicleId, dealId);
    }

    /// @inheritdoc IDealBook
    function terms(bytes32 dealId) external view returns (Terms memory) {
        return _terms[dealId];
    }

    /// @inheritdoc IDealBook
    function deal(bytes32 dealId) external view returns (Deal memory) {
        return _deals[dealId];
    }

    /// @inheritdoc IDealBook
    function isSeated(bytes32 dealId) external view returns (bool) {
        return _deals[dealId].currentAppraiser != address(0);
    }

    /// @inheritdoc IDealBook
    /// @dev Zero where nothing was offered.
    function safeAddress(bytes32 dealId) external view returns (address) {
        if (_deals[dealId].state == State.None) return address(0);
        return DealSafes.addressOf(_safeParts(), dealId, _terms[dealId]);
    }

    /// @inheritdoc IDealBook
    function dealCount() external view returns (uint256) {
        return _dealIds.length;
    }

    /// @inheritdoc IDealBook
    function dealAt(uint256 index) external view returns (bytes32) {
        return _dealIds[index];
    }

    /// @inheritdoc IDealBook
    function domainSeparator() external view returns (bytes32) {
        return _domainSeparatorV4();
    }

    /// @inheritdoc IDealBook
    function hashTerms(Terms calldata terms_) external pure returns (bytes32) {
        return TermsRules.structHash(terms_);
    }

    function _requireState(bytes32 dealId, State needed) private view {
        State state = _deals[dealId].state;
        if (state != needed) revert WrongState(state);
    }

    function _requireNotAfter(uint64 deadline) private view {
        if (block.timestamp > deadline) revert TooLate(deadline);
    }

    function _checkSignature(bytes32 dealId, address signer, bytes calldata signature) private view {
        (address recovered,,) = ECDSA.tryRecover(_hashTypedDataV4(dealId), signature);
        if (recovered != signer) revert BadSignature(signer);
    }

    function _checkVehicle(Terms memory agreed) private view {
        bytes32 other = _registry.dealOf(agreed.vehicleId);
        if (other != 0) revert AlreadyInDeal(agreed.vehicleId, other);
        if (_registry.holderOf(agreed.vehicleId) != agreed.seller) {
            revert NotTitleHolder(agreed.vehicleId, agreed.seller);
        }
        IVehicleRegistry.History memory chain = _registry.history(agreed.vehicleId);
        bool same = chain.count == agreed.historyCount && chain.head == agreed.historyHead;
        if (!same && chain.count <= agreed.historyCount) revert BadTerms(8);
    }

    function _checkReasons(string calldata reasons, bytes32 digest) private pure {
        if (bytes(reasons).length == 0) return;
        bytes32 actual = sha256(bytes(reasons));
        if (actual != digest) revert WrongReasons(actual);
    }

    function _safeTxHash(address safe, bytes32 dealId, Settlement calldata settlement, uint256 nonce)
        private
        view
        returns (bytes32)
    {
        uint256 current = ISafe(safe).nonce();
        if (nonce != current) revert WrongNonce(nonce, current);
        bytes memory data = abi.encodeCall(IDealModule.settle, (dealId, settlement));
        return ISafe(safe).getTransactionHash(
            _module, 0, data, Enum.Operation.Call, 0, 0, 0, address(0), address(0), nonce
        );
    }

    function _counted(
        Terms memory agreed,
        Deal memory found,
        Settlement calldata settlement,
        bytes32 hash,
        bytes calldata signature
    ) private pure returns (address signer) {
        (signer,,) = ECDSA.tryRecover(hash, signature);
        (address one, address other) = SettlementTable.signers(agreed, found, settlement);
        if (signer == address(0) || (signer != one && signer != other)) revert BadSignature(signer);
    }

    function _safeParts() private view returns (DealSafes.Parts memory) {
        return DealSafes.Parts(_safeFactory, _safeSingleton, _safeSetup, _module, _guard, _proxyCodeHash);
    }
}
