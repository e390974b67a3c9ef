// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QMetaType>
#include <QString>

namespace autochain::desktop
{

/// An error as a person reads it: cause, what it means for the money, what to do. Empty where nothing is wrong.
class ErrorView
{
    Q_GADGET
    Q_PROPERTY(QString cause MEMBER cause CONSTANT)
    Q_PROPERTY(QString money MEMBER money CONSTANT)
    Q_PROPERTY(QString next MEMBER next CONSTANT)
    Q_PROPERTY(QString detail MEMBER detail CONSTANT)
    Q_PROPERTY(bool present READ present CONSTANT)

public:
    QString cause;
    QString money;
    QString next;
    QString detail; // technical, behind "Details"

    bool present() const { return !cause.isEmpty(); }
    bool operator==(const ErrorView&) const = default;

    static ErrorView of(const Error& error);
};

} // namespace autochain::desktop
