// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "carhistory.h"
#include "similarcars.h"
#include "viewmodels/base/pageviewmodel.h"

#include <QVariantList>

namespace autochain::desktop
{

/// Up to four cars side by side: a column per car, a row per question, what is worst first.
class CompareViewModel : public PageViewModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the session")
    /// [{ key, title, vin, body, paint, facts, price, level, reading }]
    Q_PROPERTY(QVariantList cars READ cars NOTIFY changed)
    /// [{ name, differs, cells: [{ text, detail, status, best }] }]; status "" for plain facts, "nodata" is drawn
    /// hatched.
    Q_PROPERTY(QVariantList rows READ rows NOTIFY changed)
    Q_PROPERTY(bool onlyDifferences READ onlyDifferences WRITE setOnlyDifferences NOTIFY changed)
    Q_PROPERTY(bool full READ full NOTIFY changed)
    /// Cars that can be added: [{ text, key }] of the board, without those here.
    Q_PROPERTY(QVariantList others READ others NOTIFY changed)
    /// Why the last one could not be added; empty: it could.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    static constexpr std::size_t kMost = 4;
    explicit CompareViewModel(PageContext context);
    ~CompareViewModel() override;

    /// "0x…,0x…": these cars instead of those before.
    void visit(const QString& rest) override;
    QString place() const override { return keys().join(QLatin1Char(',')); }
    bool settled() const override;
    QVariantList cars() const { return m_carRows; }
    QVariantList rows() const;
    bool onlyDifferences() const { return m_onlyDifferences; }
    void setOnlyDifferences(bool on);
    bool full() const { return m_columns.size() >= kMost; }
    QVariantList others() const { return m_others; }
    QString problem() const { return m_problem; }

    /// False where four are here already.
    bool add(const Hash32& id);
    /// A VIN as typed, or a key of `others`.
    Q_INVOKABLE void addTyped(const QString& text);
    Q_INVOKABLE void remove(const QString& key);
    Q_INVOKABLE void openCar(const QString& key);

signals:
    void changed();

protected:
    QCoro::Task<Result<>> load() override;

private:
    struct Column;
    QStringList keys() const;
    QCoro::Task<Result<>> readColumn(Hash32 id);
    QCoro::Task<> readOthers();
    Column* find(const Hash32& id) const;
    void restate() override;
    void show();

    SimilarCars m_similarCars;
    std::vector<std::shared_ptr<Column>> m_columns;
    QVariantList m_carRows, m_rows, m_others;
    QString m_problem;
    bool m_onlyDifferences = false;
};

} // namespace autochain::desktop
