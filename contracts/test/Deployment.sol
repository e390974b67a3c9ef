// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity 0.8.28;

import {VestingWallet} from "@openzeppelin/contracts/finance/VestingWallet.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {Safe} from "@safe-global/safe-contracts/contracts/Safe.sol";
import {CompatibilityFallbackHandler} from
    "@safe-global/safe-contracts/contracts/handler/CompatibilityFallbackHandler.sol";
import {SafeProxyFactory} from "@safe-global/safe-contracts/contracts/proxies/SafeProxyFactory.sol";
import {AppraisalDesk} from "../src/AppraisalDesk.sol";
import {AUC} from "../src/AUC.sol";
import {DealBook} from "../src/DealBook.sol";
import {DealGuard} from "../src/DealGuard.sol";
import {DealModule} from "../src/DealModule.sol";
import {IncentivePool} from "../src/IncentivePool.sol";
import {ISafeProxyFactory} from "../src/interfaces/ISafe.sol";
import {ListingBoard} from "../src/ListingBoard.sol";
import {Participants} from "../src/Participants.sol";
import {SafeSetup} from "../src/SafeSetup.sol";
import {SectionGrants} from "../src/SectionGrants.sol";
import {VehicleRegistry} from "../src/VehicleRegistry.sol";
import {Test} from "./Test.sol";

/// The seventeen transactions of README.md, "Deployment", from one account.
abstract contract Deployment is Test {
    uint256 internal constant SEAT_STAKE = 50_000 ether;
    uint256 internal constant LATE_PENALTY = 20_000 ether;
    uint64 internal constant VESTING_SECONDS = 4 * 365 days;
    uint64 internal constant REWARD_PERIOD = 30 days;
    uint256 internal constant RECIPIENT_CAP = 1_000 ether;
    uint256 internal constant PERIOD_CAP = 2_500 ether;

    address internal constant DEPLOYER = address(0xDE9107E5);
    address internal constant FOUNDER = address(0xF0DA7E5);
    address internal constant INVESTORS = address(0x14E5705);
    address internal constant TEAM = address(0x7EA3);

    Safe internal singleton;
    SafeProxyFactory internal factory;
    CompatibilityFallbackHandler internal handler;
    address internal treasury;
    SafeSetup internal safeSetup;
    Participants internal participants;
    VestingWallet internal privatePlacement;
    VestingWallet internal team;
    IncentivePool internal pool;
    AUC internal auc;
    VehicleRegistry internal registry;
    ListingBoard internal board;
    AppraisalDesk internal desk;
    DealModule internal module;
    DealGuard internal guard;
    DealBook internal book;
    SectionGrants internal grants;

    uint64 private _first;

    function deploySuite() internal {
        _first = vm.getNonce(DEPLOYER);
        vm.startPrank(DEPLOYER);
        _deploySafes();
        _deployToken();
        _deployMarket();
        vm.stopPrank();
    }

    function _deploySafes() private {
        singleton = new Safe();
        factory = new SafeProxyFactory();
        handler = new CompatibilityFallbackHandler();
        address[] memory owners = new address[](1);
        owners[0] = FOUNDER;
        bytes memory initializer = abi.encodeCall(
            Safe.setup, (owners, 1, address(0), "", address(handler), address(0), 0, payable(address(0)))
        );
        treasury = address(factory.createProxyWithNonce(address(singleton), initializer, 0));
        vm.setNonce(DEPLOYER, _first + 4); // a call of a real account uses a nonce too
        safeSetup = new SafeSetup();
        participants = new Participants(treasury);
    }

    function _deployToken() private {
        privatePlacement = new VestingWallet(INVESTORS, uint64(block.timestamp), VESTING_SECONDS);
        team = new VestingWallet(TEAM, uint64(block.timestamp), VESTING_SECONDS);
        pool = new IncentivePool(IERC20(_at(9)), treasury, REWARD_PERIOD, RECIPIENT_CAP, PERIOD_CAP);
        auc = new AUC(address(privatePlacement), address(pool), treasury, address(team));
    }

    function _deployMarket() private {
        DealBook bookToCome = DealBook(_at(15));
        registry = new VehicleRegistry(participants, address(bookToCome));
        board = new ListingBoard(registry);
        desk = new AppraisalDesk(auc, bookToCome, address(pool), SEAT_STAKE, LATE_PENALTY);
        module = new DealModule(auc, IERC721(address(registry)), bookToCome);
        guard = new DealGuard(address(module), bookToCome);
        book = new DealBook(
            auc,
            registry,
            desk,
            address(module),
            address(guard),
            address(safeSetup),
            address(singleton),
            ISafeProxyFactory(address(factory))
        );
        grants = new SectionGrants(registry);
    }

    function _at(uint64 step) private view returns (address) {
        return vm.computeCreateAddress(DEPLOYER, _first + step);
    }
}
