// SPDX-License-Identifier: GPL-3.0-or-later
// `vehicle verify` of a report (a PDF file) and of the line in its square code.
#pragma once

#include "arguments.h"
#include "output.h"
#include "report/proof_code.h"

#include <QCoroTask>

namespace autochain::cli
{
class Context;

bool looksLikeReport(BytesView file);
// Exit codes: kDone, kNotAllChecked, kAltered; kUnreadable by ReportUnreadable and BadBundle.
QCoro::Task<Result<Output>> verifyReport(Context& context, Arguments arguments, QByteArray pdf);
QCoro::Task<Result<Output>> verifyProofCode(Context& context, QByteArray text);

} // namespace autochain::cli
