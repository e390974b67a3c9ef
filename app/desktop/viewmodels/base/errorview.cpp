// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/base/errorview.h"

#include "messages/error_text.h"

namespace autochain::desktop
{

ErrorView ErrorView::of(const Error& error)
{
    const messages::ErrorText text = messages::describe(error);
    ErrorView view;
    view.cause = text.cause;
    view.money = text.money;
    view.next = text.next;
    view.detail = messages::codeName(error);
    if (!error.detail.empty()) {
        view.detail += QStringLiteral(": ") + QString::fromStdString(error.detail);
    }
    return view;
}

} // namespace autochain::desktop
