// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/settings/checkpointviewmodel.h"

#include "base/hex.h"
#include "viewmodels/base/format.h"
#include "viewmodels/light/lightwords.h"

#include <QRegularExpression>

namespace autochain::desktop
{
namespace
{
// As people write it down: in groups, with or without 0x.
Result<Hash32> hashOf(QString typed)
{
    static const QRegularExpression kBetween(QStringLiteral("[\\s:\\-]"));
    return hash32FromHex(typed.remove(kBetween).toStdString());
}

std::optional<std::uint64_t> numberOf(QString typed)
{
    static const QRegularExpression kBetween(QStringLiteral("[\\s.,'’]"));
    bool whole = false;
    const qulonglong number = typed.remove(kBetween).toULongLong(&whole);
    return whole ? std::optional<std::uint64_t>(number) : std::nullopt;
}

const Checkpoint kNone;
} // namespace

CheckpointViewModel::CheckpointViewModel(Session& session, QObject* parent) : QObject(parent), m_session(session)
{
    connect(&session.lightFeed(), &LightFeed::changed, this, &CheckpointViewModel::changed);
}

const Checkpoint& CheckpointViewModel::checkpoint() const
{
    const auto& status = m_session.lightFeed().status();
    return status ? status->checkpoint : kNone;
}

light::CheckpointSource CheckpointViewModel::source() const
{
    const auto& status = m_session.lightFeed().status();
    return status ? status->checkpointSource : light::CheckpointSource::Genesis;
}

QString CheckpointViewModel::block() const
{
    return format::count(checkpoint().number);
}

QString CheckpointViewModel::hash() const
{
    return LightWords::grouped(checkpoint().hash);
}

QString CheckpointViewModel::word() const
{
    return LightWords::source(source());
}

QString CheckpointViewModel::status() const
{
    return LightWords::sourceStatus(source());
}

QString CheckpointViewModel::meaning() const
{
    return LightWords::sourceMeaning(source());
}

QString CheckpointViewModel::comparison(const QString& typed) const
{
    if (typed.trimmed().isEmpty()) {
        return {};
    }
    const Result<Hash32> other = hashOf(typed);
    if (!other.ok()) {
        return QStringLiteral("unclear");
    }
    return *other == checkpoint().hash ? QStringLiteral("same") : QStringLiteral("other");
}

QString CheckpointViewModel::comparisonText(const QString& typed) const
{
    const QString kind = comparison(typed);
    if (kind == QStringLiteral("same")) {
        return tr("The same. Where it came from another source than the network file, two would have to lie alike.");
    }
    if (kind == QStringLiteral("other")) {
        return tr("Different. Look first whether it is the hash of block %1. If it is, one of the two is wrong: do not "
                  "pay or sign anything until you know which.")
            .arg(block());
    }
    return kind.isEmpty() ? QString() : tr("A block hash has 64 characters, 0 to 9 and a to f.");
}

QString CheckpointViewModel::reasonNot(const QString& blockNumber, const QString& blockHash) const
{
    if (m_busy) {
        return tr("The nodes are being asked for the block.");
    }
    if (!numberOf(blockNumber)) {
        return tr("Type the number of the block.");
    }
    return hashOf(blockHash).ok() ? QString() : tr("Type its hash: 64 characters, 0 to 9 and a to f.");
}

void CheckpointViewModel::set(const QString& blockNumber, const QString& blockHash)
{
    const auto number = numberOf(blockNumber);
    const Result<Hash32> wanted = hashOf(blockHash);
    if (m_busy || m_session.lightFeed().port() == nullptr || !number || !wanted.ok()) {
        return;
    }
    Checkpoint next;
    next.number = *number;
    next.hash = *wanted;
    m_busy = true;
    m_error = {};
    m_done.clear();
    emit changed();
    m_session.gate().start(confirm(next));
}

QCoro::Task<> CheckpointViewModel::confirm(Checkpoint next)
{
    const Result<Hash32> there = co_await m_session.lightFeed().port()->hashOf(next.number);
    m_busy = false;
    if (!there.ok()) {
        m_error = ErrorView::of(there.error());
    } else if (*there != next.hash) {
        m_error.cause = tr("The nodes have another block %1; its hash begins with %2.")
                            .arg(format::count(next.number), LightWords::grouped(*there).left(17));
        m_error.money = tr("Nothing was changed. Verification goes on from the checkpoint there is.");
        m_error.next =
            tr("Look at number and hash again. If both are right, these nodes follow another chain than your "
               "source: add other nodes.");
    } else if (const Result<> kept = m_session.lightFeed().port()->keepCheckpoint(next); !kept.ok()) {
        m_error = ErrorView::of(kept.error());
    } else {
        m_done = tr("Kept: block %1. Verification starts there from the next time you open this network.")
                     .arg(format::count(next.number));
        emit taken();
    }
    emit changed();
}

void CheckpointViewModel::drop()
{
    if (m_session.lightFeed().port() == nullptr) {
        return;
    }
    const Result<> dropped = m_session.lightFeed().port()->dropCheckpoint();
    m_error = dropped.ok() ? ErrorView() : ErrorView::of(dropped.error());
    m_done = dropped.ok() ? tr("Verification starts where the network file says from the next time you open this "
                               "network.")
                          : QString();
    emit changed();
}

void CheckpointViewModel::forget()
{
    m_error = {};
    emit changed();
}

} // namespace autochain::desktop
