// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases.h"

#include <zlib.h>

namespace autochain::test
{
namespace
{

QByteArray readGzip(const std::string& path)
{
    QByteArray out;
    gzFile file = gzopen(path.c_str(), "rb");
    if (file == nullptr) {
        return out;
    }
    QByteArray chunk(1 << 16, '\0');
    for (int count = gzread(file, chunk.data(), 1 << 16); count > 0; count = gzread(file, chunk.data(), 1 << 16)) {
        out.append(chunk.constData(), count);
    }
    gzclose(file);
    return out;
}

constexpr std::size_t kShown = 5;

void count(Tally& tally, const Verdict& verdict, const std::string& name)
{
    if (verdict.kind == Verdict::Kind::LeftOut) {
        ++tally.leftOut[verdict.why];
        return;
    }
    ++tally.compared;
    if (verdict.kind == Verdict::Kind::Different) {
        ++tally.differing;
        if (tally.firstDifferences.size() < kShown) {
            tally.firstDifferences.push_back(name + ": " + verdict.why);
        }
    }
}

} // namespace

QJsonArray loadCases(const char* file)
{
    const std::string folder = AUTOCHAIN_SOURCE_DIR "/node_modules/@ethersproject/testcases/testcases/";
    return QJsonDocument::fromJson(readGzip(folder + file + ".json.gz")).array();
}

Tally compareAll(const char* file, Comparison compare)
{
    Tally tally;
    const QJsonArray cases = loadCases(file);
    for (const auto& item : cases) {
        count(tally, compare(item.toObject()), str(at(item.toObject(), "name")));
    }
    return tally;
}

} // namespace autochain::test
