// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/base/photoshelf.h"

#include "session/session.h"
#include "viewmodels/base/pictureimage.h"

#include <algorithm>

namespace autochain::desktop
{
namespace
{
constexpr qsizetype kMostBytes = 48LL * 1024 * 1024;
constexpr int kWidth = 480, kHeight = 360;
constexpr std::size_t kMostWanted = 64; // who scrolls past hundreds waits for those he sees last
} // namespace

PhotoShelf::PhotoShelf(Session& session, QObject* parent) : QObject(parent), m_session(session), m_pictures(kMostBytes)
{
}

QImage PhotoShelf::of(const QString& cid)
{
    if (const QImage* const known = m_pictures.object(cid)) {
        return *known;
    }
    if (cid.isEmpty() || m_none.contains(cid) || std::count(m_wanted.begin(), m_wanted.end(), cid) > 0) {
        return {};
    }
    m_wanted.push_back(cid);
    if (m_wanted.size() > kMostWanted) {
        m_wanted.pop_front();
    }
    if (!m_busy && !m_session.gate().closed()) {
        m_session.gate().start(decodeWanted());
    }
    return {};
}

QCoro::Task<> PhotoShelf::decodeWanted()
{
    m_busy = true;
    PictureLimits limits;
    limits.fitWidth = kWidth;
    limits.fitHeight = kHeight;
    while (!m_wanted.empty() && !m_session.gate().closed()) {
        const QString text = m_wanted.back();
        m_wanted.pop_back();
        QImage image;
        if (const auto cid = parseCid(text.toStdString()); cid.ok() && cid->codec == kCodecRaw) {
            auto bytes = co_await m_session.content().get(cid->digest);
            if (bytes.ok()) {
                const auto picture = co_await m_decoder.decode(std::move(*bytes), limits);
                image = picture.ok() ? imageOf(*picture) : QImage();
            }
        }
        if (image.isNull()) {
            m_none.insert(text);
            continue;
        }
        m_pictures.insert(text, new QImage(image), image.sizeInBytes());
        emit came(text);
    }
    m_busy = false;
}

} // namespace autochain::desktop
