// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/rpc_header.h"

#include "codec/json.h"
#include "net/header_fields.h"
#include "net/rpc_values.h"

namespace autochain::net
{
namespace
{
// The texts of an answer's members, and the fields that look at them.
class Members
{
public:
    explicit Members(const QJsonObject& object)
    {
        for (std::size_t i = 0; i < HeaderFields::kCount; ++i) {
            const std::string_view name = HeaderFields::names()[i];
            const QJsonValue value = object.value(QLatin1String(name.data(), static_cast<qsizetype>(name.size())));
            if (value.isString()) {
                m_texts[i] = value.toString().toStdString();
                m_fields.set(name, m_texts[i]);
            } else if (!value.isNull() && !value.isUndefined()) {
                m_fields.setNoText(name);
            }
        }
    }
    Members(const Members&) = delete;
    Members& operator=(const Members&) = delete;
    const HeaderFields& fields() const { return m_fields; }

private:
    std::array<std::string, HeaderFields::kCount> m_texts;
    HeaderFields m_fields;
};
} // namespace

Result<Header> headerFieldsOf(const QJsonObject& object)
{
    return Members(object).fields().header();
}

Result<HashedHeader> headerOf(const QJsonValue& answer)
{
    return Members(answer.toObject()).fields().hashedHeader();
}

RpcCall headerCall(HeaderMethod method, std::uint64_t number)
{
    const QString at = quantityText(U256(number));
    if (method == HeaderMethod::Header) {
        return {QStringLiteral("eth_getHeaderByNumber"), {at}};
    }
    return {QStringLiteral("eth_getBlockByNumber"), {at, false}};
}

RpcCall latestHeaderCall()
{
    return {QStringLiteral("eth_getBlockByNumber"), {QStringLiteral("latest"), false}};
}

} // namespace autochain::net
