// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace autochain
{
using UnixTime = std::int64_t; // seconds since 1970-01-01 UTC

// Where "now" comes from. The practice market's clock runs ahead of the computer's.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual UnixTime now() const = 0;
};

class SystemClock : public Clock
{
public:
    UnixTime now() const override;
};

class FixedClock : public Clock
{
public:
    explicit FixedClock(UnixTime at) : m_at(at) {}
    UnixTime now() const override { return m_at; }
    void set(UnixTime at) { m_at = at; }

private:
    UnixTime m_at;
};
} // namespace autochain
