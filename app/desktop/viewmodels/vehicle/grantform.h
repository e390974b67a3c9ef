// SPDX-License-Identifier: GPL-3.0-or-later
// What a holder fills in to let somebody read private parts, or write records: to whom, which kinds, until when. Says
// in one sentence what it would do, and what it still waits for.
#pragma once

#include "base/bytes.h"
#include "base/clock.h"

#include <QObject>
#include <qqml.h>
#include <QVariantList>

#include <optional>

namespace autochain::desktop
{

class Session;

struct GrantWish {
    Address who;
    std::uint32_t kinds = 0;
    UnixTime until = 0;
    bool writes = false;
};

class GrantForm : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the car")
    /// Write records instead of read private parts.
    Q_PROPERTY(bool writes READ writes WRITE setWrites NOTIFY changed)
    /// An address, or a name of the address book.
    Q_PROPERTY(QString to READ to WRITE setTo NOTIFY changed)
    /// "Ingrid Holm, 0x4d02…AE8e"; empty until it is read.
    Q_PROPERTY(QString toText READ toText NOTIFY changed)
    Q_PROPERTY(QString toProblem READ toProblem NOTIFY changed)
    /// Names one can choose: the first few that have in them what is typed.
    Q_PROPERTY(QStringList names READ names NOTIFY changed)
    /// {bit, text, on}
    Q_PROPERTY(QVariantList kinds READ kinds NOTIFY changed)
    Q_PROPERTY(QStringList spans READ spans CONSTANT)
    Q_PROPERTY(int span READ span WRITE setSpan NOTIFY changed)
    Q_PROPERTY(QString consequence READ consequence NOTIFY changed)
    Q_PROPERTY(QString waitsFor READ waitsFor NOTIFY changed)

public:
    explicit GrantForm(Session& session, QObject* parent = nullptr);

    bool writes() const { return m_writes; }
    void setWrites(bool writes);
    QString to() const { return m_to; }
    void setTo(const QString& typed);
    QString toText() const;
    QString toProblem() const { return m_toProblem; }
    QStringList names() const;
    QVariantList kinds() const;
    QStringList spans() const;
    int span() const { return m_span; }
    void setSpan(int span);
    QString consequence() const;
    QString waitsFor() const;
    Q_INVOKABLE void setKind(int bit, bool on);
    Q_INVOKABLE void clear();

    std::optional<GrantWish> wish() const; // none: something is missing

signals:
    void changed();

private:
    static QList<std::pair<QString, Address>> known(Session& session); // by name, without the person
    UnixTime until() const;
    QString kindsText() const;

    Session& m_session;
    QString m_to, m_toProblem;
    std::optional<Address> m_who;
    std::uint32_t m_kinds = 0;
    int m_span = 1;
    bool m_writes = false;
};

} // namespace autochain::desktop
