// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registrationviewmodel.h"
#include "tasksmodel.h"
#include "viewmodels/base/pageviewmodel.h"

namespace autochain::desktop
{

/// An appraiser's desk: seats wanted, disputes to rule, stake. Others may register here.
class AppraisalsViewModel : public PageViewModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the session")
    Q_PROPERTY(autochain::desktop::TasksModel* tasks READ tasks CONSTANT)
    Q_PROPERTY(autochain::desktop::RegistrationViewModel* registration READ registration CONSTANT)
    Q_PROPERTY(bool registered READ registered NOTIFY changed)
    Q_PROPERTY(QString stake READ stake NOTIFY changed)
    Q_PROPERTY(QString locked READ locked NOTIFY changed)
    Q_PROPERTY(QString free READ free NOTIFY changed)
    Q_PROPERTY(QString fee READ fee NOTIFY changed)
    Q_PROPERTY(QString record READ record NOTIFY changed)
    Q_PROPERTY(QString penalty READ penalty NOTIFY changed)
    Q_PROPERTY(QString level READ level NOTIFY changed)
    /// The block it was read at.
    Q_PROPERTY(QVariant block READ block NOTIFY changed)
    Q_PROPERTY(int taskCount READ taskCount NOTIFY changed)

public:
    explicit AppraisalsViewModel(PageContext context);

    TasksModel* tasks() { return &m_tasks; }
    RegistrationViewModel* registration() { return &m_registration; }
    bool registered() const { return m_registered; }
    QString stake() const { return m_stake; }
    QString locked() const { return m_locked; }
    QString free() const { return m_free; }
    QString fee() const { return m_fee; }
    QString record() const { return m_record; }
    QString penalty() const { return m_penalty; }
    QString level() const;
    BlockRef m_block;
    QVariant block() const { return QVariant::fromValue(m_block); }
    int taskCount() const { return m_tasks.rowCount(); }

    Q_INVOKABLE void open(const QString& key);
    bool followsInBackground() const override { return true; }

signals:
    void changed();

protected:
    QCoro::Task<Result<>> load() override;

private:
    void restate() override { emit changed(); }
    void showTasks();

    TasksModel m_tasks;
    RegistrationViewModel m_registration;
    bool m_registered = false;
    QString m_stake, m_locked, m_free, m_fee, m_record, m_penalty;
    Provenance m_provenance = Provenance::Reported;
};

} // namespace autochain::desktop
