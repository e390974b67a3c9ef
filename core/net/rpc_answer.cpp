// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/rpc_answer.h"

#include "codec/json.h"

#include <algorithm>
#include <array>

namespace autochain::net
{
namespace
{
constexpr qsizetype kMaxMessage = 500;
constexpr int kRevertCode = 3; // geth's and anvil's code for "execution reverted"

Error bad(const std::string& url, const char* field)
{
    return {ChainError::BadAnswer, {url, field}};
}

// Nodes say it in words only (geth core/txpool/errors.go, anvil's pool errors).
bool isKnownOrUnderpriced(const QString& message)
{
    static const std::array kPhrases = {QLatin1String("nonce too low"),
                                        QLatin1String("already known"),
                                        QLatin1String("known transaction"),
                                        QLatin1String("already imported"),
                                        QLatin1String("underpriced"),
                                        QLatin1String("fee cap less than"),
                                        QLatin1String("max fee per gas less than block base fee")};
    return std::any_of(kPhrases.begin(), kPhrases.end(),
                       [&](QLatin1String phrase) { return message.contains(phrase, Qt::CaseInsensitive); });
}

// Revert data is the error's data, or inside of it with some nodes.
std::string revertData(const QJsonValue& data)
{
    const QJsonValue inner = data.isObject() ? data.toObject().value(QLatin1String("data")) : data;
    const QString text = inner.toString();
    return text.startsWith(QLatin1String("0x")) ? text.toStdString() : std::string();
}

Result<qint64> idOf(const std::string& url, const QJsonValue& answer)
{
    const QJsonValue id = answer.toObject().value(QLatin1String("id"));
    if (!id.isDouble() || id.toDouble() != static_cast<double>(id.toInteger())) {
        return bad(url, "id");
    }
    return id.toInteger();
}
} // namespace

Error errorOf(const std::string& url, const QJsonObject& error)
{
    const QString message = error.value(QLatin1String("message")).toString().left(kMaxMessage);
    const QJsonValue data = error.value(QLatin1String("data"));
    const bool reverted = error.value(QLatin1String("code")).toInt() == kRevertCode ||
                          message.contains(QLatin1String("execution reverted"), Qt::CaseInsensitive);
    if (reverted) {
        return {ChainError::Reverted, {}, revertData(data)};
    }
    if (isKnownOrUnderpriced(message)) {
        return {ChainError::UnderpricedOrKnown, {message.toStdString()}};
    }
    return {ChainError::NodeRefused, {url, message.toStdString()}};
}

Result<QJsonValue> readAnswer(const std::string& url, const QJsonValue& answer, qint64 id)
{
    if (!answer.isObject()) {
        return bad(url, "answer");
    }
    const QJsonObject object = answer.toObject();
    if (object.value(QLatin1String("error")).isObject()) {
        return errorOf(url, object.value(QLatin1String("error")).toObject());
    }
    AC_TRY(const qint64 answered, idOf(url, answer));
    if (answered != id) {
        return bad(url, "id");
    }
    if (!object.contains(QLatin1String("result"))) {
        return bad(url, "result");
    }
    return object.value(QLatin1String("result"));
}

Result<std::vector<Result<QJsonValue>>> readBatch(const std::string& url, BytesView body, qint64 firstId,
                                                  std::size_t count)
{
    const auto parsed = json::parse(body);
    if (!parsed.ok()) {
        return Error(ChainError::BadAnswer, {url, "json"}, parsed.error().detail);
    }
    if (parsed->isObject()) { // a node that refuses the batch as a whole
        const QJsonValue error = parsed->toObject().value(QLatin1String("error"));
        return error.isObject() ? errorOf(url, error.toObject()) : bad(url, "batch");
    }
    const QJsonArray answers = parsed->toArray();
    if (static_cast<std::size_t>(answers.size()) != count) {
        return bad(url, "batch");
    }
    std::vector<std::optional<Result<QJsonValue>>> slot(count);
    for (const auto& answer : answers) {
        AC_TRY(const qint64 id, idOf(url, answer));
        const auto index = static_cast<std::size_t>(id - firstId);
        if (id < firstId || index >= count || slot[index]) {
            return bad(url, "id");
        }
        slot[index] = readAnswer(url, answer, id);
    }
    std::vector<Result<QJsonValue>> results;
    for (auto& result : slot) {
        results.push_back(std::move(*result));
    }
    return results;
}

} // namespace autochain::net
