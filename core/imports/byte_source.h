// SPDX-License-Identifier: GPL-3.0-or-later
// Where an importer's bytes come from, piece by piece: a file, a pipe, an answer of a server.
#pragma once

#include "base/bytes.h"
#include "base/result.h"
#include "vehicle/error.h"

#include <cstdio>
#include <memory>
#include <span>

namespace autochain::imports
{

class ByteSource
{
public:
    virtual ~ByteSource() = default;
    // Fills the front of `room` and says how much; zero: the end, or an error (see failed()).
    virtual std::size_t read(std::span<char> room) = 0;
    virtual bool failed() const { return false; }
};

class MemorySource : public ByteSource
{
public:
    explicit MemorySource(std::string_view bytes) : m_rest(bytes) {} // `bytes` must outlive the source
    std::size_t read(std::span<char> room) override;

private:
    std::string_view m_rest;
};

class FileSource : public ByteSource
{
public:
    // "-": standard input. CannotImport, args: path (a folder, too, cannot be read).
    static Result<std::unique_ptr<FileSource>> open(const std::string& path);
    std::size_t read(std::span<char> room) override;
    bool failed() const override { return std::ferror(m_file.get()) != 0; }

private:
    struct Close {
        void operator()(std::FILE* file) const;
    };
    std::unique_ptr<std::FILE, Close> m_file;
};

// UTF-8 out of whatever comes: byte order marks go, UTF-16 (with its mark, or seen by its zeros) is converted. Bytes
// that are not UTF-8 stay as they are (toUtf8 below).
class TextSource : public ByteSource
{
public:
    explicit TextSource(ByteSource& inner) : m_inner(inner) {}
    std::size_t read(std::span<char> room) override;
    bool failed() const override { return m_inner.failed(); }

private:
    enum class Encoding { Unknown, Bytes, Utf16Le, Utf16Be };
    void findEncoding();
    void convert();

    ByteSource& m_inner;
    Encoding m_encoding = Encoding::Unknown;
    std::string m_raw;   // not converted yet
    std::string m_ready; // to be handed out, from m_at
    std::size_t m_at = 0;
    std::uint32_t m_high = 0; // first half of a surrogate pair
    bool m_ended = false;
};

// The text itself where it is UTF-8, otherwise read as Windows-1252.
std::string toUtf8(std::string_view text);
// Everything, up to `most` bytes. CannotImport where there is more or reading fails; args: `name`.
Result<std::string> readAll(ByteSource& source, std::size_t most, const std::string& name);

} // namespace autochain::imports
