// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/recall_json.h"

#include "imports/json_entries.h"
#include "imports/time_text.h"

#include <algorithm>

namespace autochain::imports
{
namespace
{
using vehicle::RecallDetails;

constexpr std::size_t kShort = 200;
constexpr std::size_t kParagraph = 2'000;

// "23/11/2020" (day first), or of the old service "/Date(1416286800000-0500)/".
std::optional<UnixTime> receivedAt(const std::string& text)
{
    constexpr std::string_view old = "/Date(";
    if (!text.starts_with(old)) {
        return readDate(text, DateOrder::DayFirst);
    }
    UnixTime out = 0;
    std::size_t at = old.size();
    const bool negative = at < text.size() && text[at] == '-';
    at += negative ? 1 : 0;
    const std::size_t from = at;
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9' && at - from < 15; ++at) {
        out = out * 10 + (text[at] - '0');
    }
    return at == from ? std::nullopt : std::optional((negative ? -out : out) / 1000);
}

std::string either(const QJsonObject& object, const char* key, const char* other)
{
    std::string out = textIn(object, key);
    return out.empty() ? textIn(object, other) : out;
}

void readRecall(const QJsonValue& value, std::uint64_t entry, const ImportOptions& options, ImportSink& sink)
{
    const QJsonObject object = value.toObject();
    const auto note = [&](Issue issue, const char* field, const std::string& text = {}) {
        sink.issue({entry, entry, issue, field, shown(text), {}});
    };
    if (!value.isObject()) {
        note(Issue::BadShape, "results");
        return;
    }
    RecallDetails details;
    details.authority = "NHTSA";
    details.campaign = clipped(either(object, "NHTSACampaignNumber", "CampaignNumber"), kShort);
    if (details.campaign.empty()) {
        note(Issue::MissingField, "NHTSACampaignNumber");
        return;
    }
    const std::string received = textIn(object, "ReportReceivedDate");
    details.issuedAt = receivedAt(received);
    if (!details.issuedAt || *details.issuedAt > options.now) {
        note(received.empty()   ? Issue::MissingField
             : details.issuedAt ? Issue::DateInFuture
                                : Issue::BadDate,
             "ReportReceivedDate", received);
        details.issuedAt.reset(); // the recall itself is true all the same
    }
    details.component = clipped(textIn(object, "Component"), kParagraph);
    details.summary = clipped(textIn(object, "Summary"), 2 * kParagraph);
    // "Conequence" is how the old service spelt it.
    details.consequence = clipped(either(object, "Consequence", "Conequence"), 2 * kParagraph);
    details.remedy = clipped(textIn(object, "Remedy"), 2 * kParagraph);
    RecordDraft draft;
    draft.vin = options.vin;
    draft.kind = vehicle::RecordKind::RecallOpened;
    draft.line = entry;
    draft.content.happenedAt = details.issuedAt;
    draft.content.reference = details.campaign;
    draft.content.title =
        clipped(textIn(object, "ModelYear") + " " + textIn(object, "Make") + " " + textIn(object, "Model"), kShort);
    draft.content.details = std::move(details);
    sink.draft(std::move(draft));
}
} // namespace

bool RecallImporter::sniff(std::string_view head) const
{
    const std::size_t first = head.find_first_not_of(" \t\r\n");
    const bool json = first != head.npos && head[first] == '{';
    return json && (head.find("\"results\"") != head.npos || head.find("\"Results\"") != head.npos) &&
           (head.find("CampaignNumber\"") != head.npos || head.find("\"Count\"") != head.npos);
}

Result<> RecallImporter::import(ByteSource& source, const ImportOptions& options, ImportSink& sink) const
{
    AC_TRY(const QJsonValue root, readJson(source, options.name));
    const QJsonObject object = root.toObject();
    const QJsonValue lower = object.value(QLatin1String("results"));
    const QJsonValue results = lower.isArray() ? lower : object.value(QLatin1String("Results"));
    if (!results.isArray()) {
        return Error(VehicleError::UnknownFormat, {options.name}, "no results");
    }
    std::uint64_t entry = 0;
    for (const QJsonValue value : results.toArray()) {
        readRecall(value, ++entry, options, sink);
    }
    const std::string told = textIn(object, "Count");
    if (!told.empty() && told != std::to_string(entry)) {
        sink.issue({0, 0, Issue::CutOff, "Count", told, std::to_string(entry)});
    }
    return {};
}

} // namespace autochain::imports
