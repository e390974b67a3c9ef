// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QString>

#include <cstdint>

namespace autochain::cli
{
// Progress of something large on standard error: one line that changes on a terminal, a line now and then elsewhere.
class ContentProgress
{
public:
    explicit ContentProgress(QString what) : m_what(std::move(what)) { m_sinceLast.start(); }
    ~ContentProgress();
    ContentProgress(const ContentProgress&) = delete;
    ContentProgress& operator=(const ContentProgress&) = delete;

    void show(std::uint64_t done, std::uint64_t all); // bytes; all 0: not known

private:
    QString m_what;
    QElapsedTimer m_sinceLast;
    bool m_shown = false;
};
} // namespace autochain::cli
