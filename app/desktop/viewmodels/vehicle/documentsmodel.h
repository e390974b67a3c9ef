// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recordwords.h"
#include "viewmodels/base/errorview.h"
#include "viewmodels/base/rowmodel.h"

#include <QCoroTask>
#include <qqml.h>
#include <QTemporaryDir>
#include <QUrl>

#include <span>

namespace autochain::desktop
{

class Session;

/// One document of one record. `state`: "looking", "here", "away" (nobody asked has it), "altered", "large" (several
/// pieces, fetched when the person asks), "fetching".
struct DocumentRow {
    QString key;
    QString name;
    QString kind; // "PDF, 118 KB"
    QString by;   // issuer and date of its record
    QString state;
    double part = 0; // of a large one that is being fetched, 0 to 1
    int record = -1;
    bool opens = false; // a kind of file that may be handed to another program
    vehicle::Attachment document;
    bool operator==(const DocumentRow&) const = default;
};

/// The documents of a car. Nothing is shown, opened or saved but bytes that are what the record names.
class DocumentsModel : public RowModel<DocumentRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the car")
    Q_PROPERTY(int count READ count NOTIFY changed)
    /// What was done with the last one.
    Q_PROPERTY(QString note READ note NOTIFY changed)
    Q_PROPERTY(autochain::desktop::ErrorView error READ error NOTIFY changed)

public:
    enum Role { KeyRole = Qt::UserRole + 1, NameRole, KindRole, ByRole, StateRole, PartRole, RecordRole, OpensRole };
    // The session must outlive the model and its tasks.
    explicit DocumentsModel(Session& session, QObject* parent = nullptr);
    QHash<int, QByteArray> roleNames() const override;

    int count() const { return rowCount(); }
    QString note() const { return m_note; }
    ErrorView error() const { return m_error; }
    void show(std::span<const vehicle::Record> records, const RecordPeople& people);

    /// Asks for a large one, or again for one that was not to be had.
    Q_INVOKABLE void fetch(const QString& key);
    Q_INVOKABLE void stop(const QString& key);
    /// Hands a checked copy to the computer's own viewer.
    Q_INVOKABLE void open(const QString& key);
    Q_INVOKABLE void save(const QString& key, const QUrl& file);

signals:
    void changed();
    void fetched(const autochain::vehicle::Attachment& document); // a large one, all of it, checked

protected:
    QVariant value(const DocumentRow& row, int role) const override;

private:
    QCoro::Task<> look(std::vector<DocumentRow> rows);
    QCoro::Task<> write(DocumentRow row, QString path, bool thenOpen);
    QCoro::Task<> fetchLarge(DocumentRow row);
    void setState(const QString& key, const QString& state, double part = 0);
    const DocumentRow* find(const QString& key) const;

    Session& m_session;
    QSet<QString> m_stopped; // keys of those whose fetching is to end
    std::unique_ptr<QTemporaryDir> m_copies;
    QString m_note;
    ErrorView m_error;
};

} // namespace autochain::desktop
