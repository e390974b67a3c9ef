// SPDX-License-Identifier: GPL-3.0-or-later
// What is not the JSON-RPC it should be, and what goes wrong below it.
#include "codec/json.h"
#include "lies.h"

namespace autochain::light::test
{
namespace
{
using pow::WireAnswer;

Lie instead(std::string name, std::string claim, std::function<QByteArray(const QByteArray& honest)> body,
            Verdict verdict = Verdict::Seen, bool heavy = false)
{
    return {"json-" + std::move(name),
            std::move(claim),
            verdict,
            Topic::Heads,
            {},
            [body = std::move(body)](const QByteArray& honest) { return WireAnswer{body(honest)}; },
            heavy};
}

Lie always(std::string name, QByteArray body)
{
    return instead(std::move(name), "always the same", [body = std::move(body)](const QByteArray&) { return body; });
}

// Every answer of a batch, or the one there is, as values.
Lie eachAnswer(std::string name, std::function<void(QJsonArray& answers)> bend, Verdict verdict = Verdict::Seen)
{
    return instead(
        std::move(name), "answers that are not answers to the questions",
        [bend = std::move(bend)](const QByteArray& honest) {
            const auto parsed = json::parse(asBytes({honest.constData(), static_cast<std::size_t>(honest.size())}));
            const bool batch = parsed->isArray();
            QJsonArray answers = batch ? parsed->toArray() : QJsonArray{*parsed};
            bend(answers);
            const QJsonValue out = batch || answers.size() != 1 ? QJsonValue(answers) : answers.at(0);
            return QByteArray::fromStdString(json::write(out));
        },
        verdict);
}

Lie withMember(std::string name, const char* key, const QJsonValue& value, Verdict verdict = Verdict::Seen)
{
    return eachAnswer(
        std::move(name),
        [key, value](QJsonArray& answers) {
            for (qsizetype i = 0; i < answers.size(); ++i) {
                QJsonObject answer = answers.at(i).toObject();
                answer.insert(QLatin1String(key), value);
                answers[i] = answer;
            }
        },
        verdict);
}

Lie onTheWire(std::string name, std::string claim, WireAnswer answer)
{
    return {"http-" + std::move(name),
            std::move(claim),
            Verdict::Seen,
            Topic::Heads,
            {},
            [answer = std::move(answer)](const QByteArray& honest) {
                WireAnswer out = answer;
                out.body = out.body.isEmpty() ? honest : out.body;
                return out;
            },
            false};
}

std::vector<Lie> bodyLies()
{
    const auto nested = [](char open, char close) { return QByteArray(100'000, open) + QByteArray(100'000, close); };
    return {
        always("empty", ""),
        always("space", "  \r\n "),
        always("null", "null"),
        always("true", "true"),
        always("number", "17"),
        always("text", "\"0x1\""),
        always("list", "[]"),
        always("object", "{}"),
        always("list-of-nulls", "[null,null,null]"),
        always("not-a-number", "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":NaN}"),
        always("number-too-big", "{\"jsonrpc\":\"2.0\",\"id\":1e999,\"result\":\"0x1\"}"),
        always("html", "<!DOCTYPE html><html><body><h1>Welcome to Hotel Internet</h1></body></html>"),
        always("zeros", QByteArray(1'000, '\0')),
        always("not-utf8", "{\"id\":1,\"result\":\"\xff\xfe\x80\"}"),
        always("escapes", "{\"id\":1,\"result\":\"\\ud800\\udfff\\u0000\"}"),
        always("deep", nested('[', ']')),
        always("error-for-all", "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32600,\"message\":\"no\"}}"),
        instead("cut", "half of it", [](const QByteArray& honest) { return honest.left(honest.size() / 2); }),
        instead("trailing", "something behind it", [](const QByteArray& honest) { return honest + "]"; }),
        instead("twice", "all of it twice", [](const QByteArray& honest) { return honest + honest; }),
        instead(
            "byte-order-mark", "a mark in front",
            [](const QByteArray& honest) { return QByteArray("\xef\xbb\xbf") + honest; }, Verdict::Free),
        instead(
            "padded", "spaces around it",
            [](const QByteArray& honest) { return "\n " + honest + QByteArray(5'000, ' '); }, Verdict::Free),
        instead(
            "huge", "seventeen megabytes",
            [](const QByteArray& honest) { return honest + QByteArray(17 * 1024 * 1024, ' '); }, Verdict::Seen, true),
    };
}

std::vector<Lie> envelopeLies()
{
    const auto objects = [](std::function<void(QJsonObject&)> bend) {
        return [bend = std::move(bend)](QJsonArray& answers) {
            for (qsizetype i = 0; i < answers.size(); ++i) {
                QJsonObject answer = answers.at(i).toObject();
                bend(answer);
                answers[i] = answer;
            }
        };
    };
    return {
        withMember("id-wrong", "id", 4'711),
        withMember("id-null", "id", QJsonValue()),
        withMember("id-fraction", "id", 1.5),
        withMember("id-negative", "id", -1),
        withMember("id-list", "id", QJsonArray{1}),
        withMember("result-null", "result", QJsonValue()),
        withMember("result-nothing", "result", QStringLiteral("0x")),
        withMember("result-list", "result", QJsonArray{1, 2}),
        withMember("error-too", "error",
                   QJsonObject{{QStringLiteral("code"), -32000}, {QStringLiteral("message"), QStringLiteral("no")}}),
        withMember("error-is-text", "error", QStringLiteral("no"), Verdict::Free),
        withMember("version", "jsonrpc", QStringLiteral("1.0"), Verdict::Free),
        eachAnswer("id-missing", objects([](QJsonObject& answer) { answer.remove(QStringLiteral("id")); })),
        eachAnswer("id-text", objects([](QJsonObject& answer) {
                       answer.insert(QStringLiteral("id"),
                                     QString::number(answer.value(QLatin1String("id")).toInteger()));
                   })),
        eachAnswer("result-missing", objects([](QJsonObject& answer) { answer.remove(QStringLiteral("result")); })),
        eachAnswer("answer-twice", [](QJsonArray& answers) { answers.append(answers.last()); }),
        eachAnswer("answer-missing", [](QJsonArray& answers) { answers.removeLast(); }),
        eachAnswer("answer-foreign",
                   [](QJsonArray& answers) {
                       answers.append(QJsonObject{{QStringLiteral("id"), 99'999},
                                                  {QStringLiteral("result"), QStringLiteral("0x1")}});
                   }),
        eachAnswer("answer-is-text", [](QJsonArray& answers) { answers[0] = QStringLiteral("0x1"); }),
        eachAnswer(
            "answers-reversed",
            [](QJsonArray& answers) {
                QJsonArray out;
                for (const auto& answer : answers) {
                    out.prepend(answer);
                }
                answers = out;
            },
            Verdict::Free),
    };
}
} // namespace

std::vector<Lie> jsonLies()
{
    std::vector<Lie> all = bodyLies();
    auto more = envelopeLies();
    std::move(more.begin(), more.end(), std::back_inserter(all));
    return all;
}

std::vector<Lie> wireLies()
{
    using Manner = WireAnswer::Manner;
    const QByteArray page = "<html><body>Error</body></html>";
    return {
        onTheWire("500", "broken", {page, "500 Internal Server Error", {}, Manner::Whole}),
        onTheWire("404", "not here", {page, "404 Not Found", {}, Manner::Whole}),
        onTheWire("403", "not you", {page, "403 Forbidden", {}, Manner::Whole}),
        onTheWire("301", "somewhere else",
                  {page, "301 Moved Permanently", "Location: http://127.0.0.1:9/\r\n", Manner::Whole}),
        onTheWire("429", "too often", {page, "429 Too Many Requests", {}, Manner::Whole}),
        onTheWire("503", "nobody here", {page, "503 Service Unavailable", {}, Manner::Whole}),
        onTheWire("204", "nothing to say", {" ", "204 No Content", {}, Manner::Whole}),
        onTheWire("cut-off", "half of it, then gone", {{}, "200 OK", {}, Manner::CutOff}),
        onTheWire("drip", "a byte now and then", {{}, "200 OK", {}, Manner::Drip}),
        onTheWire("silence", "nothing at all", {{}, "200 OK", {}, Manner::Nothing}),
    };
}

} // namespace autochain::light::test
