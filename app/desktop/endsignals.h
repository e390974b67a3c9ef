// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSocketNotifier>

namespace autochain::desktop
{

// Turns SIGTERM, SIGINT and SIGHUP into an orderly end of the event loop, so that the signer and the practice chain
// this program started end with it. One per program.
class EndSignals : public QObject
{
    Q_OBJECT

public:
    explicit EndSignals(QObject* parent = nullptr);

private:
    QSocketNotifier m_notifier;
};

} // namespace autochain::desktop
