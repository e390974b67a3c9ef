// SPDX-License-Identifier: GPL-3.0-or-later
// Small pictures of many cars: each is fetched, checked and decoded once somebody looks where it would be.
#pragma once

#include "content/picture_decoder.h"

#include <QCache>
#include <QCoroTask>
#include <QImage>
#include <QObject>
#include <QSet>

#include <deque>

namespace autochain::desktop
{

class Session;

class PhotoShelf : public QObject
{
    Q_OBJECT

public:
    // The session must outlive it and its tasks.
    explicit PhotoShelf(Session& session, QObject* parent = nullptr);

    // Of one block by its CID. Null where it is not to be had, or not yet: came() tells when it is.
    QImage of(const QString& cid);

signals:
    void came(const QString& cid);

private:
    QCoro::Task<> decodeWanted();

    Session& m_session;
    PictureDecoder m_decoder;
    QCache<QString, QImage> m_pictures; // by bytes
    QSet<QString> m_none;
    std::deque<QString> m_wanted;
    bool m_busy = false;
};

} // namespace autochain::desktop
