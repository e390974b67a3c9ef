// SPDX-License-Identifier: GPL-3.0-or-later
// Small papers and pictures that lie with the practice market's records: real files, made here. Pure.
#pragma once

#include "base/bytes.h"

#include <string>
#include <vector>

namespace autochain::practice
{

// One page of A4 (PDF 1.4, Helvetica, Latin letters only): a heading and lines of text.
Bytes makePdf(const std::string& heading, const std::vector<std::string>& lines);
// A picture of an instrument: the digits of `km` in seven segments on dark ground (PNG, 8-bit grey).
Bytes makeOdometerPng(std::uint32_t km);

} // namespace autochain::practice
