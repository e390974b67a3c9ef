// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes that must not outlive their use: kept in locked memory, wiped when released, never copied by accident.
#pragma once

#include "base/bytes.h"

namespace autochain
{

class SecretBytes
{
public:
    SecretBytes() = default;
    explicit SecretBytes(std::size_t size);      // zero filled
    static SecretBytes copyOf(BytesView source); // the source stays the caller's to wipe
    SecretBytes(SecretBytes&& other) noexcept;
    SecretBytes& operator=(SecretBytes&& other) noexcept;
    SecretBytes(const SecretBytes&) = delete;
    SecretBytes& operator=(const SecretBytes&) = delete;
    ~SecretBytes();

    SecretBytes clone() const;
    std::size_t size() const { return m_size; }
    bool empty() const { return m_size == 0; }
    std::uint8_t* data() { return m_data; }
    const std::uint8_t* data() const { return m_data; }
    BytesView view() const { return {m_data, m_size}; }
    std::span<std::uint8_t> span() { return {m_data, m_size}; }

private:
    std::uint8_t* m_data = nullptr;
    std::size_t m_size = 0;
};

void wipe(std::span<std::uint8_t> bytes); // not removed by the optimiser

} // namespace autochain
