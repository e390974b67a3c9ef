// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity 0.8.28;

import {IParticipants} from "./interfaces/IParticipants.sol";
import {IVehicleRegistry} from "./interfaces/IVehicleRegistry.sol";

/// The table of who may append what, as sets of kinds: bit i stands for Kind i. Correction is open to whoever issued a
/// record of the same car before; Lien and LienRelease are in no set, the registry writes them with the lien itself.
library RecordRights {
    uint256 internal constant MANUFACTURER = 1 << uint8(IVehicleRegistry.Kind.Production)
        | 1 << uint8(IVehicleRegistry.Kind.FirstSale) | 1 << uint8(IVehicleRegistry.Kind.RecallOpened)
        | 1 << uint8(IVehicleRegistry.Kind.RecallClosed);
    uint256 internal constant DEALER = 1 << uint8(IVehicleRegistry.Kind.FirstSale)
        | 1 << uint8(IVehicleRegistry.Kind.OwnershipChange) | 1 << uint8(IVehicleRegistry.Kind.Service)
        | 1 << uint8(IVehicleRegistry.Kind.Odometer) | 1 << uint8(IVehicleRegistry.Kind.Valuation);
    uint256 internal constant INSPECTOR = 1 << uint8(IVehicleRegistry.Kind.Inspection)
        | 1 << uint8(IVehicleRegistry.Kind.Odometer) | 1 << uint8(IVehicleRegistry.Kind.TroubleCodes)
        | 1 << uint8(IVehicleRegistry.Kind.ObdSession) | 1 << uint8(IVehicleRegistry.Kind.Valuation);
    uint256 internal constant INSURER = 1 << uint8(IVehicleRegistry.Kind.InsuranceClaim)
        | 1 << uint8(IVehicleRegistry.Kind.Accident) | 1 << uint8(IVehicleRegistry.Kind.TotalLoss);
    uint256 internal constant GOVERNMENT = 1 << uint8(IVehicleRegistry.Kind.ImportExport)
        | 1 << uint8(IVehicleRegistry.Kind.TitleBrand) | 1 << uint8(IVehicleRegistry.Kind.Theft)
        | 1 << uint8(IVehicleRegistry.Kind.Scrapped) | 1 << uint8(IVehicleRegistry.Kind.OwnershipChange)
        | 1 << uint8(IVehicleRegistry.Kind.Inspection) | 1 << uint8(IVehicleRegistry.Kind.Odometer);
    uint256 internal constant APPRAISER =
        1 << uint8(IVehicleRegistry.Kind.Valuation) | 1 << uint8(IVehicleRegistry.Kind.Odometer);
    uint256 internal constant HOLDER = 1 << uint8(IVehicleRegistry.Kind.Odometer)
        | 1 << uint8(IVehicleRegistry.Kind.OwnerStatement) | 1 << uint8(IVehicleRegistry.Kind.Service);
    // These two need the holder's grant as well.
    uint256 internal constant REPAIR_SHOP = 1 << uint8(IVehicleRegistry.Kind.Service)
        | 1 << uint8(IVehicleRegistry.Kind.Repair) | 1 << uint8(IVehicleRegistry.Kind.Odometer)
        | 1 << uint8(IVehicleRegistry.Kind.TroubleCodes);
    uint256 internal constant OBD_DEVICE = 1 << uint8(IVehicleRegistry.Kind.ObdSession)
        | 1 << uint8(IVehicleRegistry.Kind.TroubleCodes) | 1 << uint8(IVehicleRegistry.Kind.Odometer);

    /// Does one of the roles that need nobody's grant let `provider` write the kind of `bit` now?
    function byRole(IParticipants participants, address provider, uint256 bit) internal view returns (bool) {
        return (MANUFACTURER & bit != 0 && holds(participants, provider, IParticipants.Role.Manufacturer))
            || (DEALER & bit != 0 && holds(participants, provider, IParticipants.Role.Dealer))
            || (INSPECTOR & bit != 0 && holds(participants, provider, IParticipants.Role.Inspector))
            || (INSURER & bit != 0 && holds(participants, provider, IParticipants.Role.Insurer))
            || (GOVERNMENT & bit != 0 && holds(participants, provider, IParticipants.Role.Government))
            || (APPRAISER & bit != 0 && holds(participants, provider, IParticipants.Role.Appraiser));
    }

    /// Does a role that counts only together with the holder's grant let `provider` write the kind of `bit` now?
    function byGrant(IParticipants participants, address provider, uint256 bit) internal view returns (bool) {
        return (REPAIR_SHOP & bit != 0 && holds(participants, provider, IParticipants.Role.RepairShop))
            || (OBD_DEVICE & bit != 0 && holds(participants, provider, IParticipants.Role.ObdDevice));
    }

    function holds(IParticipants participants, address account, IParticipants.Role role) internal view returns (bool) {
        return participants.hasRoleAt(account, role, uint64(block.timestamp));
    }
}
