// SPDX-License-Identifier: GPL-3.0-or-later
// JSON written straight into a string, for output of a million lines.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace autochain::imports
{

class JsonLine
{
public:
    JsonLine& open();  // {
    JsonLine& close(); // }
    JsonLine& openList();
    JsonLine& closeList();
    JsonLine& key(std::string_view name);   // ASCII, nothing to escape
    JsonLine& text(std::string_view value); // what is not UTF-8 is read as Windows-1252
    JsonLine& integer(std::int64_t value);
    JsonLine& number(double value, int decimals); // shortest with at most so many decimals; 0 for what is no number
    JsonLine& boolean(bool value);
    JsonLine& null();
    JsonLine& json(std::string_view written); // a value that is JSON already

    // Key and value; nothing where the text is empty.
    JsonLine& put(std::string_view name, std::string_view value);

    const std::string& out() const { return m_out; }
    void clear() { m_out.clear(); }

private:
    void separate();
    std::string m_out;
};

} // namespace autochain::imports
