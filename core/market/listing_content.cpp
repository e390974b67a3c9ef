// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/listing_content.h"

#include "codec/cid.h"
#include "codec/json.h"
#include "crypto/hash.h"

#include <QJsonArray>

namespace autochain::market
{
namespace
{
constexpr const char* kFormat = "autochain-listing/1";
constexpr std::size_t kMaxBlock = 64 * 1024;
constexpr std::size_t kMaxText = 200 * 4; // 200 characters of UTF-8
constexpr std::size_t kMaxDescription = 20'000 * 4;
constexpr int kMaxPhotos = 60;
constexpr int kFirstYear = 1886; // the first car
constexpr int kLastYear = 2200;

struct TextField {
    const char* key;
    std::string ListingContent::*member;
};
constexpr TextField kTexts[] = {{"title", &ListingContent::title}, {"make", &ListingContent::make},
                                {"model", &ListingContent::model}, {"trim", &ListingContent::trim},
                                {"body", &ListingContent::body},   {"transmission", &ListingContent::transmission},
                                {"fuel", &ListingContent::fuel},   {"colour", &ListingContent::colour},
                                {"place", &ListingContent::place}, {"description", &ListingContent::description}};

Error badField(const char* key)
{
    return {MarketError::BadContent, {key}};
}

Result<> readTexts(const QJsonObject& object, ListingContent& out)
{
    for (const TextField& field : kTexts) {
        const std::size_t cap = std::string_view(field.key) == "description" ? kMaxDescription : kMaxText;
        if (!object.contains(QLatin1String(field.key))) {
            continue; // not said
        }
        auto text = json::string(object, field.key, cap);
        if (!text.ok()) {
            return badField(field.key);
        }
        out.*field.member = *text;
    }
    return {};
}

Result<> readPhotos(const QJsonObject& object, ListingContent& out)
{
    if (!object.contains(QLatin1String("photos"))) {
        return {};
    }
    const auto photos = json::array(object, "photos", kMaxPhotos);
    if (!photos.ok()) {
        return badField("photos");
    }
    for (const QJsonValue& photo : *photos) {
        const std::string cid = photo.toString().toStdString();
        if (!digestOfRawCid(cid).ok()) {
            return badField("photos");
        }
        out.photoCids.push_back(cid);
    }
    return {};
}
} // namespace

Bytes encodeListingContent(const ListingContent& content)
{
    QJsonObject object;
    object.insert(QLatin1String("format"), QLatin1String(kFormat));
    for (const TextField& field : kTexts) {
        if (!(content.*field.member).empty()) {
            object.insert(QLatin1String(field.key), json::qs(content.*field.member));
        }
    }
    if (content.year != 0) {
        object.insert(QLatin1String("year"), content.year);
    }
    if (!content.photoCids.empty()) {
        QJsonArray photos;
        for (const std::string& cid : content.photoCids) {
            photos.append(json::qs(cid));
        }
        object.insert(QLatin1String("photos"), photos);
    }
    return toBytes(json::write(object)); // QJsonObject keeps its keys sorted
}

Result<ListingContent> decodeListingContent(BytesView block)
{
    const auto object = json::parseObject(block, kMaxBlock);
    if (!object.ok()) {
        return badField("document");
    }
    const auto format = json::string(*object, "format", kMaxText);
    if (!format.ok() || *format != kFormat) {
        return badField("format");
    }
    ListingContent out;
    AC_CHECK(readTexts(*object, out));
    AC_CHECK(readPhotos(*object, out));
    if (object->contains(QLatin1String("year"))) {
        const auto year = json::integer(*object, "year");
        if (!year.ok() || (*year != 0 && (*year < kFirstYear || *year > kLastYear))) {
            return badField("year");
        }
        out.year = static_cast<int>(*year);
    }
    return out;
}

Hash32 contentDigestOf(BytesView block)
{
    return sha256(block);
}

} // namespace autochain::market
