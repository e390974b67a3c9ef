// SPDX-License-Identifier: GPL-3.0-or-later
// One table per module. Texts carry %1, %2 …; a kind may follow: %1:auc (amount in AUC), %1:units (smallest units),
// %1:time (unix seconds), %1:who (address), %1:id (32 bytes), %1:secret (what BadSecret says). describe() fills them
// in.
#pragma once

#include "appraisal/error.h"
#include "base/error.h"
#include "chain/error.h"
#include "codec/error.h"
#include "content/error.h"
#include "contracts/error.h"
#include "crypto/error.h"
#include "escrow/error.h"
#include "market/error.h"
#include "messages/error_text.h"
#include "practice/error.h"
#include "privacy/error.h"
#include "signing/error.h"
#include "store/error.h"
#include "vehicle/error.h"
#include "wallet/error.h"

namespace autochain::messages
{

// The switches inside are without default where they can be: the compiler refuses an enumerator without text. What it
// cannot see, tests/app/messages does.
ErrorText textOf(BaseError code);
ErrorText textOf(CryptoError code);
ErrorText textOf(CodecError code);
ErrorText textOf(ChainError code);
ErrorText textOf(ContractsError code);
ErrorText textOf(StoreError code);
ErrorText textOf(ContentError code);
ErrorText textOf(SigningError code);
ErrorText textOf(VehicleError code);
ErrorText textOf(WalletError code);
ErrorText textOf(MarketError code);
ErrorText textOf(EscrowError code);
ErrorText textOf(AppraisalError code);
ErrorText textOf(PracticeError code);
ErrorText textOf(PrivacyError code);

} // namespace autochain::messages
