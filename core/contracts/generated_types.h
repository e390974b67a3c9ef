// SPDX-License-Identifier: GPL-3.0-or-later
// What the generated headers need, and nothing that is slow to compile.
#pragma once

#include "base/bytes.h"
#include "base/result.h"
#include "base/u256.h"
#include "codec/error.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace autochain
{
struct Log; // chain/node_port.h
namespace abi
{
struct Value; // codec/abi.h
}
} // namespace autochain
