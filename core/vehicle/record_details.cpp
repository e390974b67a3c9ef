// SPDX-License-Identifier: GPL-3.0-or-later
#include "vehicle/record_details.h"

#include "vehicle/details/schema_damage.h"
#include "vehicle/details/schema_obd.h"
#include "vehicle/details/schema_origin.h"
#include "vehicle/details/schema_title.h"
#include "vehicle/details/schema_workshop.h"
#include "vehicle/record.h"

#include <algorithm>

namespace autochain::vehicle
{
namespace
{
template <typename T>
concept HasSchema = !std::is_same_v<T, std::monostate>;

// Calls `visit` with an empty one of every type of details, until one says true.
template <typename Visit, std::size_t... I>
bool anyType(Visit visit, std::index_sequence<I...>)
{
    return (visit(std::variant_alternative_t<I + 1, RecordDetails>()) || ...);
}

template <typename Visit>
bool anyType(Visit visit)
{
    return anyType(visit, std::make_index_sequence<std::variant_size_v<RecordDetails> - 1>());
}
} // namespace

Result<ReadDetails> readDetails(const QJsonObject& object)
{
    ReadDetails out;
    AC_TRY(const std::string schema, json::string(object, "schema", 64));
    const char* bad = nullptr;
    const bool known = anyType([&](auto details) {
        using T = decltype(details);
        if (Schema<T>::kName != schema) {
            return false;
        }
        FieldReader reader(object);
        Schema<T>::fields(reader, details);
        bad = reader.bad();
        out.details = std::move(details);
        return true;
    });
    if (bad != nullptr) {
        return Error(VehicleError::BadRecordContent, {std::string("details.") + bad});
    }
    out.unknownSchema = known ? std::string() : schema;
    return out;
}

QJsonObject writeDetails(const RecordDetails& details)
{
    return std::visit(
        []<typename T>(const T& one) {
            if constexpr (HasSchema<T>) {
                FieldWriter writer;
                writer.text("schema", std::string(Schema<T>::kName));
                Schema<T>::fields(writer, one);
                return writer.object();
            } else {
                return QJsonObject();
            }
        },
        details);
}

RecordDetails emptyDetailsOf(RecordKind kind)
{
    RecordDetails out;
    anyType([&](auto details) {
        const bool fits = Schema<decltype(details)>::kKinds.front() == kind;
        out = fits ? RecordDetails(details) : out;
        return fits;
    });
    if (kind == RecordKind::RecallClosed) {
        out = RecallDetails();
    }
    return kind == RecordKind::LienRelease ? LienDetails() : out;
}

std::string_view schemaOf(const RecordDetails& details)
{
    return std::visit(
        []<typename T>(const T&) -> std::string_view {
            if constexpr (HasSchema<T>) {
                return Schema<T>::kName;
            } else {
                return {};
            }
        },
        details);
}

bool detailsFit(RecordKind kind, const RecordDetails& details)
{
    return std::visit(
        [kind]<typename T>(const T&) {
            if constexpr (HasSchema<T>) {
                return std::find(Schema<T>::kKinds.begin(), Schema<T>::kKinds.end(), kind) != Schema<T>::kKinds.end();
            } else {
                return true;
            }
        },
        details);
}

} // namespace autochain::vehicle
