// SPDX-License-Identifier: GPL-3.0-or-later
// autochain-decoder: reads a picture from standard input, shuts itself off, decodes it, writes its pixels, ends.
#include "output.h"
#include "sandbox/hardening.h"
#include "sandbox/syscall_filter.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageReader>

#include <array>
#include <cstdlib>
#include <new>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace autochain;
using picture::Verdict;

namespace
{

constexpr qint64 kMaxFileBytes = 64LL * 1024 * 1024;

struct Options {
    std::uint64_t maxPixels = 0;
    QSize most;
    sandbox::Limits limits;
};

struct Kind {
    const char* format; // Qt's name
    int at;
    QByteArray magic;
    QByteArray end;      // what stands at the end of a whole file; empty: the reader notices by itself
    qsizetype tail = 64; // how far from the end at most; 0: anywhere in the second half (cameras append films)
};

const std::array<Kind, 4>& kinds()
{
    static const std::array<Kind, 4> all{
        {{"png", 0, QByteArrayLiteral("\x89PNG\r\n\x1a\n"), QByteArrayLiteral("IEND\xae\x42\x60\x82"), 64},
         {"jpeg", 0, QByteArrayLiteral("\xff\xd8\xff"), QByteArrayLiteral("\xff\xd9"), 0},
         {"gif", 0, QByteArrayLiteral("GIF8"), QByteArrayLiteral("\x3b"), 16},
         {"webp", 8, QByteArrayLiteral("WEBP"), {}, 0}}};
    return all;
}

std::uint64_t number(const char* text)
{
    return std::strtoull(text, nullptr, 10);
}

QByteArray readAll()
{
    QByteArray out;
    std::array<char, 65'536> piece{};
    for (;;) {
        const ssize_t got = read(STDIN_FILENO, piece.data(), piece.size());
        if (got <= 0 || out.size() > kMaxFileBytes) {
            return out;
        }
        out.append(piece.data(), got);
    }
}

// The readers' libraries are loaded while files can still be opened.
void loadReaders()
{
    for (const Kind& kind : kinds()) {
        QBuffer nothing;
        nothing.open(QIODevice::ReadOnly);
        QImageReader(&nothing, kind.format).canRead();
    }
}

// What decoding in memory needs, and writing the result.
bool closeOff()
{
    sandbox::SyscallFilter filter;
    for (const long call : {SYS_write, SYS_close, SYS_munmap, SYS_mremap, SYS_brk, SYS_madvise, SYS_futex, SYS_exit,
                            SYS_exit_group, SYS_rt_sigreturn, SYS_rt_sigprocmask, SYS_rt_sigaction, SYS_clock_gettime,
                            SYS_sched_yield, SYS_getrandom, SYS_getpid, SYS_gettid, SYS_tgkill}) {
        filter.allow(call);
    }
    filter.allowWithout(SYS_mmap, 2, PROT_EXEC);
    filter.allowWithout(SYS_mprotect, 2, PROT_EXEC);
    return filter.installOthersRefused();
}

const Kind* kindOf(const QByteArray& file)
{
    for (const Kind& kind : kinds()) {
        if (file.mid(kind.at, kind.magic.size()) == kind.magic) {
            return &kind;
        }
    }
    return nullptr;
}

bool isWhole(const QByteArray& file, const Kind& kind)
{
    const qsizetype tail = kind.tail > 0 ? kind.tail : file.size() / 2;
    return kind.end.isEmpty() || file.lastIndexOf(kind.end) >= file.size() - tail;
}

void decode(QByteArray file, const Options& options)
{
    const Kind* kind = kindOf(file);
    if (kind == nullptr) {
        return decoder::writeVerdict(Verdict::NotAPicture, {0, 0});
    }
    QBuffer buffer(&file);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, kind->format);
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
    QImageReader::setAllocationLimit(0); // the process's own is what counts
    if (!reader.canRead()) {
        return decoder::writeVerdict(Verdict::NotAPicture, {0, 0});
    }
    const QSize size = reader.size();
    if (!size.isValid() || size.isEmpty()) {
        return decoder::writeVerdict(Verdict::Damaged, {0, 0});
    }
    const auto pixels = static_cast<std::uint64_t>(size.width()) * static_cast<std::uint64_t>(size.height());
    const auto edge = static_cast<int>(picture::kMaxEdge);
    if (pixels > options.maxPixels || size.width() > edge || size.height() > edge) {
        return decoder::writeVerdict(Verdict::TooLarge, size);
    }
    if (QImage(size, QImage::Format_RGBA64).isNull()) { // what the widest kind takes
        return decoder::writeVerdict(Verdict::TooCostly, size);
    }
    const QImage image = reader.read();
    if (image.isNull() || !isWhole(file, *kind)) {
        return decoder::writeVerdict(Verdict::Damaged, size);
    }
    const QSize most(options.most.width() > 0 ? options.most.width() : edge,
                     options.most.height() > 0 ? options.most.height() : edge);
    decoder::writePicture(image, size, most);
}

// The C++ library could not have its memory.
[[noreturn]] void outOfMemory()
{
    decoder::writeVerdict(Verdict::TooCostly, {0, 0});
    _exit(0);
}

} // namespace

int main(int argc, char** argv)
{
    sandbox::harden();
    if (argc != 6) {
        return 2;
    }
    const Options options{number(argv[1]),
                          QSize(static_cast<int>(number(argv[2])), static_cast<int>(number(argv[3]))),
                          {number(argv[5]) * 1024 * 1024, number(argv[4])}};
    const QCoreApplication application(argc, argv); // where the readers lie
    loadReaders();
    QByteArray file = readAll();
    std::set_new_handler(&outOfMemory);
    if (!sandbox::limit(options.limits) || !closeOff()) {
        decoder::writeVerdict(Verdict::NoSandbox, {0, 0});
        return 0;
    }
    decode(std::move(file), options);
    _exit(0); // nothing is to be tidied, and no more system calls are needed for it
}
