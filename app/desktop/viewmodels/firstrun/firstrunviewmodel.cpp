// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/firstrun/firstrunviewmodel.h"

#include "session/practicerunner.h"

namespace autochain::desktop
{

FirstRunViewModel::FirstRunViewModel(const HomeFolder& home, QObject* parent)
    : QObject(parent), m_home(home), m_cars(PracticeRunner::carCount())
{
}

QString FirstRunViewModel::readyIn() const
{
    // Measured on a small machine (two cores): made anew, and opened again.
    return practiceExists() ? tr("Made before. Opens in about 5 seconds.")
                            : tr("Ready in about 20 seconds, uses 300 MB");
}

double FirstRunViewModel::progress() const
{
    return m_names.isEmpty() ? 0.0 : (m_at + m_part) / static_cast<double>(m_names.size());
}

void FirstRunViewModel::openPractice()
{
    if (!m_busy) {
        emit practiceWanted();
    }
}

void FirstRunViewModel::cancel()
{
    if (m_busy && !m_cancelling) {
        m_cancelling = true;
        emit changed();
        emit cancelWanted();
    }
}

void FirstRunViewModel::begin(const QStringList& steps)
{
    m_names = steps;
    m_at = 0;
    m_busy = true;
    m_cancelling = false;
    m_error = {};
    m_steps.show(m_names, 0);
    emit changed();
}

void FirstRunViewModel::reach(int step, double part)
{
    m_at = step;
    m_part = part;
    m_steps.show(m_names, step);
    emit changed();
}

void FirstRunViewModel::end(const ErrorView& error)
{
    m_busy = false;
    // Who cancelled knows why it ended.
    m_error = m_cancelling ? ErrorView() : error;
    m_cancelling = false;
    emit changed();
}

} // namespace autochain::desktop
