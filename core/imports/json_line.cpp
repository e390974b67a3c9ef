// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/json_line.h"

#include "imports/byte_source.h"

#include <array>
#include <charconv>
#include <cmath>

namespace autochain::imports
{

void JsonLine::separate()
{
    if (!m_out.empty() && m_out.back() != '{' && m_out.back() != '[' && m_out.back() != ':') {
        m_out.push_back(',');
    }
}

JsonLine& JsonLine::open()
{
    separate();
    m_out.push_back('{');
    return *this;
}

JsonLine& JsonLine::close()
{
    m_out.push_back('}');
    return *this;
}

JsonLine& JsonLine::openList()
{
    separate();
    m_out.push_back('[');
    return *this;
}

JsonLine& JsonLine::closeList()
{
    m_out.push_back(']');
    return *this;
}

JsonLine& JsonLine::key(std::string_view name)
{
    separate();
    m_out.push_back('"');
    m_out.append(name);
    m_out.append("\":");
    return *this;
}

JsonLine& JsonLine::text(std::string_view value)
{
    constexpr std::string_view hex = "0123456789abcdef";
    separate();
    bool ascii = true;
    for (const char c : value) {
        ascii = ascii && static_cast<unsigned char>(c) < 0x80;
    }
    const std::string converted = ascii ? std::string() : toUtf8(value);
    m_out.push_back('"');
    for (const char c : ascii ? value : std::string_view(converted)) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            m_out.push_back('\\');
            m_out.push_back(c);
        } else if (c == '\n') {
            m_out.append("\\n");
        } else if (byte < 0x20 || byte == 0x7F) {
            m_out.append("\\u00");
            m_out.push_back(hex[byte >> 4]);
            m_out.push_back(hex[byte & 15]);
        } else {
            m_out.push_back(c);
        }
    }
    m_out.push_back('"');
    return *this;
}

JsonLine& JsonLine::integer(std::int64_t value)
{
    separate();
    m_out.append(std::to_string(value));
    return *this;
}

JsonLine& JsonLine::number(double value, int decimals)
{
    separate();
    if (!std::isfinite(value)) {
        m_out.push_back('0');
        return *this;
    }
    std::array<char, 400> digits{};
    const auto end =
        std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed, decimals);
    std::string_view text(digits.data(), static_cast<std::size_t>(end.ptr - digits.data()));
    if (text.find('.') != std::string_view::npos) {
        text.remove_suffix(text.size() - 1 - text.find_last_not_of('0'));
        text.remove_suffix(text.back() == '.' ? 1 : 0);
    }
    m_out.append(text == "-0" ? "0" : text);
    return *this;
}

JsonLine& JsonLine::boolean(bool value)
{
    separate();
    m_out.append(value ? "true" : "false");
    return *this;
}

JsonLine& JsonLine::null()
{
    return json("null");
}

JsonLine& JsonLine::json(std::string_view written)
{
    separate();
    m_out.append(written);
    return *this;
}

JsonLine& JsonLine::put(std::string_view name, std::string_view value)
{
    if (!value.empty()) {
        key(name).text(value);
    }
    return *this;
}

} // namespace autochain::imports
