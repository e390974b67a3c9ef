// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dealwords.h"
#include "viewmodels/base/rowmodel.h"

#include <qqml.h>

namespace autochain::desktop
{

/// A step beside the ways to settle: accept, take the seat, fund, deposit, dispute, the clock's paths.
struct DealStepRow {
    QString key;
    QString button;
    QString sentence;
    QString reason;
    QString typedPhrase; // of what is held
    bool held = false;   // moves money or title for good
    bool main = false;   // what the page waits for from the reader
    bool danger = false;
    escrow::ActionKind kind = escrow::ActionKind::Accept;
    bool operator==(const DealStepRow&) const = default;
};

std::vector<DealStepRow> stepsOf(const escrow::DealView& deal, const DealPeople& people, UnixTime now);

class DealStepsModel : public RowModel<DealStepRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the deal")

public:
    enum Role {
        KeyRole = Qt::UserRole + 1,
        ButtonRole,
        SentenceRole,
        ReasonRole,
        TypedPhraseRole,
        HeldRole,
        MainRole,
        DangerRole
    };
    using RowModel::RowModel;
    QHash<int, QByteArray> roleNames() const override;
    const DealStepRow* find(const QString& key) const;

protected:
    QVariant value(const DealStepRow& row, int role) const override;
};

} // namespace autochain::desktop
