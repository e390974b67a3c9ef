// SPDX-License-Identifier: GPL-3.0-or-later
// A co-signature as text, for a file or a QR code: {"format", "deal", "safe", "nonce", "signer", "settlement": {…},
// "signature", "reasons"}. Whoever reads it recomputes the Safe transaction from the deal; nothing in it is believed.
#include "base/hex.h"
#include "codec/json.h"
#include "crypto/address.h"
#include "escrow/safe_tx.h"

namespace autochain::escrow
{
namespace
{
constexpr const char* kFormat = "autochain-cosignature/1";
constexpr std::size_t kMaxBytes = 16 * 1024;

QJsonObject settlementJson(const Settlement& s)
{
    QJsonObject out;
    out.insert(QLatin1String("outcome"), static_cast<int>(s.outcome));
    out.insert(QLatin1String("toBuyer"), json::qs(s.toBuyer.toHexQuantity()));
    out.insert(QLatin1String("toSeller"), json::qs(s.toSeller.toHexQuantity()));
    out.insert(QLatin1String("toAppraiser"), json::qs(s.toAppraiser.toHexQuantity()));
    out.insert(QLatin1String("titleTo"), json::qs(checksumAddress(s.titleTo)));
    out.insert(QLatin1String("reasonsDigest"), json::qs(toHex0x(s.reasonsDigest)));
    return out;
}

Result<Settlement> settlementOf(const QJsonObject& object)
{
    Settlement s;
    AC_TRY(const std::int64_t outcome, json::integer(object, "outcome"));
    if (outcome < 0 || outcome > static_cast<int>(Outcome::Lapsed)) {
        return Error(CodecError::BadJson, {"outcome"});
    }
    s.outcome = static_cast<Outcome>(outcome);
    AC_TRY(s.toBuyer, json::quantity(object, "toBuyer"));
    AC_TRY(s.toSeller, json::quantity(object, "toSeller"));
    AC_TRY(s.toAppraiser, json::quantity(object, "toAppraiser"));
    AC_TRY(s.titleTo, json::address(object, "titleTo"));
    AC_TRY(s.reasonsDigest, json::hash32(object, "reasonsDigest"));
    return s;
}
} // namespace

std::string writeCoSignature(const DealView& deal, const CoSignature& signature)
{
    QJsonObject out;
    out.insert(QLatin1String("format"), QLatin1String(kFormat));
    out.insert(QLatin1String("deal"), json::qs(toHex0x(deal.id)));
    out.insert(QLatin1String("safe"), json::qs(checksumAddress(deal.deal.safe)));
    out.insert(QLatin1String("nonce"), json::qs(U256(signature.safeNonce).toHexQuantity()));
    out.insert(QLatin1String("signer"), json::qs(checksumAddress(signature.signer)));
    out.insert(QLatin1String("settlement"), settlementJson(signature.settlement));
    out.insert(QLatin1String("signature"), json::qs(toHex0x(BytesView(signature.signature))));
    out.insert(QLatin1String("reasons"), json::qs(signature.reasons));
    return json::write(out);
}

Result<CoSignature> readCoSignature(const DealView& deal, BytesView text)
{
    AC_TRY(const QJsonObject object, json::parseObject(text, kMaxBytes));
    AC_TRY(const std::string format, json::string(object, "format", 64));
    if (format != kFormat) {
        return Error(CodecError::BadJson, {"format"});
    }
    AC_TRY(const Hash32 dealId, json::hash32(object, "deal"));
    if (dealId != deal.id) {
        return Error(EscrowError::UnknownDeal, {toHex0x(dealId)});
    }
    CoSignature out;
    AC_TRY(const U256 nonce, json::quantity(object, "nonce"));
    if (!nonce.fitsU64()) {
        return EscrowError::NonceMoved;
    }
    out.safeNonce = nonce.toU64();
    AC_TRY(out.signer, json::address(object, "signer"));
    AC_TRY(const QJsonObject settlement, json::object(object, "settlement"));
    AC_TRY(out.settlement, settlementOf(settlement));
    AC_TRY(out.signature, json::hexData(object, "signature", 65));
    AC_TRY(out.reasons, json::string(object, "reasons", kMaxBytes));
    return verifyCoSignature(deal, std::move(out));
}

} // namespace autochain::escrow
