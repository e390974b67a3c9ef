// SPDX-License-Identifier: GPL-3.0-or-later
#include "mutation.h"

#include "codec/json.h"

#include <algorithm>
#include <array>

namespace autochain::light::test
{
namespace
{
using Random = std::mt19937_64;

std::size_t below(Random& random, std::size_t limit)
{
    return limit == 0 ? 0 : random() % limit;
}

std::ptrdiff_t at(std::size_t position)
{
    return static_cast<std::ptrdiff_t>(position);
}

void changeBytes(Bytes& bytes, Random& random)
{
    const std::size_t from = below(random, bytes.size());
    const std::size_t length = std::min<std::size_t>(below(random, 65), bytes.size() - from);
    const Bytes part(bytes.begin() + at(from), bytes.begin() + at(from + length));
    switch (below(random, 5)) {
    case 0:
        bytes[from] = static_cast<std::uint8_t>(bytes[from] ^ 1U << below(random, 8));
        break;
    case 1:
        bytes[from] = static_cast<std::uint8_t>(random());
        break;
    case 2:
        bytes.resize(from);
        break;
    case 3:
        bytes.erase(bytes.begin() + at(from), bytes.begin() + at(from + length));
        break;
    default:
        bytes.insert(bytes.begin() + at(from), part.begin(), part.end());
    }
}

// Another digit in one of the "0x…" texts: what changes is a value, not the form.
void changeDigit(Bytes& bytes, Random& random)
{
    static constexpr std::string_view kDigits = "0123456789abcdef";
    for (int attempt = 0; attempt < 20; ++attempt) {
        const std::size_t where = below(random, bytes.size());
        if (kDigits.find(static_cast<char>(bytes[where])) != std::string_view::npos) {
            bytes[where] = static_cast<std::uint8_t>(kDigits[below(random, kDigits.size())]);
            return;
        }
    }
}

const std::array<QJsonValue, 10>& oddValues()
{
    static const std::array<QJsonValue, 10> kValues{
        QJsonValue(),          QJsonValue(0),
        QJsonValue(-1.5),      QJsonValue(true),
        QJsonArray(),          QJsonObject(),
        QStringLiteral("0x"),  QStringLiteral("0x0"),
        QStringLiteral("0x1"), QString(QStringLiteral("0x") + QString(64, QLatin1Char('f')))};
    return kValues;
}

// Goes down to some place in the value and does something to what is there; `kept` is what was met on the way.
QJsonValue changed(const QJsonValue& value, Random& random, QJsonValue& kept)
{
    const bool goDeeper = below(random, 8) != 0;
    if (value.isArray() && !value.toArray().isEmpty() && goDeeper) {
        QJsonArray array = value.toArray();
        const qsizetype i = at(below(random, static_cast<std::size_t>(array.size())));
        const qsizetype other = at(below(random, static_cast<std::size_t>(array.size())));
        const QJsonValue before = array.at(i);
        switch (below(random, 6)) {
        case 0:
            array.removeAt(i);
            break;
        case 1:
            array.insert(other, before);
            break;
        case 2:
            array[i] = array.at(other);
            array[other] = before;
            break;
        default:
            array[i] = changed(before, random, kept);
        }
        return array;
    }
    if (value.isObject() && !value.toObject().isEmpty() && goDeeper) {
        QJsonObject object = value.toObject();
        const QStringList keys = object.keys();
        const QString key = keys.at(at(below(random, static_cast<std::size_t>(keys.size()))));
        const QString other = keys.at(at(below(random, static_cast<std::size_t>(keys.size()))));
        const QJsonValue before = object.value(key);
        switch (below(random, 6)) {
        case 0:
            object.remove(key);
            break;
        case 1:
            object.insert(key, object.value(other));
            object.insert(other, before);
            break;
        default:
            object.insert(key, changed(before, random, kept));
        }
        return object;
    }
    const QJsonValue before = kept;
    kept = value;
    return below(random, 3) == 0 && !before.isUndefined() ? before : oddValues()[below(random, oddValues().size())];
}
} // namespace

Bytes mutated(Bytes answer, Random& random)
{
    if (answer.empty()) {
        return answer;
    }
    const std::size_t kind = below(random, 4);
    for (std::size_t times = 1 + below(random, 3); kind < 3 && times > 0 && !answer.empty(); --times) {
        kind == 0 ? changeBytes(answer, random) : changeDigit(answer, random);
    }
    const auto parsed = kind == 3 ? json::parse(answer) : Result<QJsonValue>(CodecError::BadJson);
    if (!parsed.ok()) {
        return answer;
    }
    QJsonValue kept = QJsonValue::Undefined;
    QJsonValue value = changed(*parsed, random, kept);
    value = below(random, 2) == 0 ? value : changed(value, random, kept);
    return toBytes(std::string_view(json::write(value)));
}

} // namespace autochain::light::test
