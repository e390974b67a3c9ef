// SPDX-License-Identifier: GPL-3.0-or-later
// vectors-check KIND FILE…: reads vector files as they are published, plain or gzip, and says how many cases this code
// gets right. The last line is `N passed, N failed`; the exit code is 0 only when nothing failed and something passed.
#include "check.h"

#include <cstdio>
#include <zlib.h>

using namespace autochain;
using namespace autochain::vectors;

namespace
{

constexpr std::size_t kMaxFile = 512U << 20; // unpacked

Bytes readFile(const std::string& path)
{
    gzFile file = gzopen(path.c_str(), "rb"); // reads what is not gzip as it is
    if (file == nullptr) {
        throw BadFile("cannot be opened");
    }
    Bytes out;
    Bytes chunk(1 << 20);
    int count = 0;
    while ((count = gzread(file, chunk.data(), static_cast<unsigned>(chunk.size()))) > 0 && out.size() <= kMaxFile) {
        append(out, BytesView(chunk).first(static_cast<std::size_t>(count)));
    }
    int error = Z_OK;
    gzerror(file, &error);
    gzclose(file);
    if (count < 0 || (error != Z_OK && error != Z_STREAM_END)) {
        throw BadFile("cannot be read, or ends in the middle");
    }
    if (out.size() > kMaxFile) {
        throw BadFile("larger than 512 MiB");
    }
    return out;
}

void checkFile(const Kind& kind, const std::string& path, Report& report)
{
    try {
        kind.check(Input{path, readFile(path)}, report);
        if (report.passed() + report.failed() == 0) {
            report.add("file", "no case of this kind in it");
        }
    } catch (const std::exception& problem) {
        report.add("file", problem.what());
    }
    report.printSkipped();
}

int usage()
{
    std::fprintf(stderr, "usage: vectors-check KIND FILE...\nkinds:\n");
    for (const auto& [name, kind] : Kind::all()) {
        std::fprintf(stderr, "  %-12s %s\n", name.c_str(), kind.reads());
    }
    return 2;
}

} // namespace

int main(int argc, char** argv)
{
    const auto kind = argc > 2 ? Kind::all().find(argv[1]) : Kind::all().end();
    if (kind == Kind::all().end()) {
        return usage();
    }
    int passed = 0;
    int failed = 0;
    for (int i = 2; i < argc; ++i) {
        Report report(argv[i]);
        checkFile(kind->second, argv[i], report);
        if (argc > 3) {
            std::printf("%s: %d passed, %d failed\n", argv[i], report.passed(), report.failed());
        }
        passed += report.passed();
        failed += report.failed();
    }
    std::printf("%d passed, %d failed\n", passed, failed);
    return failed == 0 && passed > 0 ? 0 : 1;
}
