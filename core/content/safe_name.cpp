// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/safe_name.h"

#include "content/dag_pb.h"

#include <QStringDecoder>

namespace autochain
{
namespace
{
bool isUtf8(std::string_view text)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    [[maybe_unused]] const QString decoded = decoder(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
    return !decoder.hasError();
}
} // namespace

bool isSafeName(std::string_view name)
{
    using namespace std::string_view_literals;
    return !name.empty() && name.size() <= dagpb::kMaxNameBytes && name != "." && name != ".." &&
           name.find_first_of("/\0"sv) == std::string_view::npos && isUtf8(name);
}

} // namespace autochain
