// SPDX-License-Identifier: GPL-3.0-or-later
// How the files of the protocol refuse.
#pragma once

#include "base/result.h"
#include "signing/error.h"

#include <QJsonObject>

namespace autochain::wire
{

inline Error bad(std::string what)
{
    return Error(SigningError::BadMessage, {}, std::move(what));
}

// Errors of the codecs become BadMessage: on this wire they mean nothing else.
template <typename T>
Result<T> checked(Result<T> result)
{
    if (!result.ok()) {
        return bad(result.error().args.empty() ? "bad member" : "bad member " + result.error().args.front());
    }
    return result;
}

template <typename Names>
bool onlyMembers(const QJsonObject& object, const Names& names)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        bool known = false;
        for (const char* name : names) {
            known = known || it.key() == QLatin1String(name);
        }
        if (!known) {
            return false;
        }
    }
    return true;
}

} // namespace autochain::wire
