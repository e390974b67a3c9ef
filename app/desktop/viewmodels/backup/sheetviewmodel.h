// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/backup/papersheet.h"
#include "viewmodels/base/errorview.h"

#include <QObject>
#include <qqml.h>
#include <QUrl>

namespace autochain::desktop
{

/// The page to write the words on, as a PDF file or opened in the desktop's viewer, which prints it.
class SheetViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the session")
    /// What came of the last wish, in a sentence; empty: nothing to tell.
    Q_PROPERTY(QString note READ note NOTIFY changed)
    Q_PROPERTY(autochain::desktop::ErrorView error READ error NOTIFY changed)

public:
    /// `facts` without date and version; `folder`: where the page to print is put for the viewer.
    SheetViewModel(SheetFacts facts, QString folder, QObject* parent = nullptr);

    void setPerson(const QString& name) { m_facts.person = name; }
    void setNetwork(const QString& name) { m_facts.network = name; }
    QString note() const { return m_note; }
    ErrorView error() const { return m_error; }

    Q_INVOKABLE void save(const QUrl& file);
    Q_INVOKABLE void print();

signals:
    void changed();

private:
    bool write(const QString& path);

    SheetFacts m_facts;
    QString m_folder;
    QString m_note;
    ErrorView m_error;
};

} // namespace autochain::desktop
