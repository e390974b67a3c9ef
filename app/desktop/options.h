// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/firstrun/app.h"

#include <QSize>

namespace autochain::desktop
{

struct Options {
    QString home; // absolute
    StartOptions start;
    QString theme;     // empty: as kept in the settings
    double scale = 0;  // 0: as kept
    QSize size;        // invalid: the window's own
    QString shots;     // folder for pictures; empty: an ordinary run
    QStringList pages; // routes to take pictures of; empty: every page of the rail
    bool log = false;
};

// Reads the command line; ends the program with a message where it cannot be read.
Options readOptions(const QStringList& arguments);

} // namespace autochain::desktop
