// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/contentstores.h"
#include "viewmodels/base/errorview.h"
#include "viewmodels/base/rowmodel.h"

#include <qqml.h>

namespace autochain::desktop
{

class Session;

struct StoreRow {
    QString key; // URL; "" of the folder
    QString name;
    QString address;
    QString status; // "clean", "attention", "problem", "nodata"
    QString state;
    QString meaning; // what is the matter, in a sentence; empty where nothing is
    bool removable = false;
    bool operator==(const StoreRow&) const = default;
};

/// Where documents and photos come from and go to: this computer, a Kubo node, gateways.
class StoresViewModel : public RowModel<StoreRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the settings")
    /// "3 pieces of yours lie on this computer only." Empty: none do.
    Q_PROPERTY(QString waiting READ waiting NOTIFY changed)
    Q_PROPERTY(bool hasKubo READ hasKubo NOTIFY changed)
    /// What could not be kept; empty: nothing.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    enum Role { UrlRole = Qt::UserRole + 1, NameRole, AddressRole, StatusRole, StateRole, MeaningRole, RemovableRole };

    explicit StoresViewModel(Session& session, QObject* parent = nullptr);
    QHash<int, QByteArray> roleNames() const override;

    QString waiting() const;
    bool hasKubo() const;
    QString problem() const { return m_problem; }

    /// Why this address cannot be added; empty: it can.
    Q_INVOKABLE QString reasonNotToAdd(const QString& url, bool kubo) const;
    /// A Kubo node takes the place of the one before.
    Q_INVOKABLE void add(const QString& url, bool kubo);
    Q_INVOKABLE void remove(const QString& url);
    /// Who does not answer is asked again, and what waits is offered again.
    Q_INVOKABLE void askAgain();
    void show();

signals:
    void changed();

protected:
    QVariant value(const StoreRow& row, int role) const override;

private:
    void use(const ContentChoice& choice);

    Session& m_session;
    QString m_problem;
};

} // namespace autochain::desktop
