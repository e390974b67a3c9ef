// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracts/type_names.h"

namespace autochain::contracts::detail
{
namespace
{
// Reads names for `tuple` from the front of `rest`, up to the parenthesis that ends its list.
void takeNames(abi::Type& tuple, std::string_view& rest)
{
    for (auto& child : tuple.children) {
        const std::size_t end = rest.find_first_of(",()");
        tuple.names.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end, rest.size()));
        abi::Type* inner = &child;
        while (inner->kind == abi::Type::Kind::Array || inner->kind == abi::Type::Kind::FixedArray) {
            inner = &inner->children.front();
        }
        if (!rest.empty() && rest.front() == '(') {
            rest.remove_prefix(1);
            takeNames(*inner, rest);
            rest.remove_prefix(1);
        }
        if (!rest.empty() && rest.front() == ',') {
            rest.remove_prefix(1);
        }
    }
}
} // namespace

abi::Type namedType(std::string_view types, std::string_view names)
{
    abi::Type tuple = abi::parseType(types).value();
    takeNames(tuple, names);
    return tuple;
}

} // namespace autochain::contracts::detail
