// SPDX-License-Identifier: GPL-3.0-or-later
// What a device in the diagnosis socket recorded of one drive: the shape of a real one (resources/practice/drive.csv).
#pragma once

#include "practice/error.h"
#include "practice/random_source.h"
#include "vehicle/record_content.h"

namespace autochain::practice
{

// Columns in the order of the file, a row per moment; Broken where it is not that file.
struct DriveShape {
    std::vector<std::array<std::int64_t, 8>> moments;
};
Result<DriveShape> readDriveShape();

// A drive of its own: the shape, stretched and shifted within what cars do. `hot`: it ran too hot, and says so.
vehicle::ObdSessionDetails driveLike(const DriveShape& shape, UnixTime startedAt, bool hot, RandomSource& random);

} // namespace autochain::practice
