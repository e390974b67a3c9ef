// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a backup. The first byte says how: 0, as the file itself; 1, as what lies inside a file that was sealed
// with the right key, the worst a thief of the words could write; else, as changes to a good file: three bytes each,
// place and value.
#include "store/backup.h"
#include "fuzz.h"
#include "store/sealed_file.h"

using namespace autochain;
using namespace autochain::store;

namespace
{
constexpr UnixTime kNow = 1'000'000;

const SecretBytes& key()
{
    static const SecretBytes out = SecretBytes::copyOf(Bytes(32, 3));
    return out;
}

const Bytes& goodFile()
{
    static const Bytes out = [] {
        const BackupContents contents{1, {{"setting", {"key", "value"}, {{std::string("a"), std::string("b")}}}}};
        return seal(encodeContents(contents), key(), kNow).value();
    }();
    return out;
}

void asFile(BytesView file, bool changed)
{
    const auto report = drillBackup(file, key(), kNow);
    fuzz::require(!report.ok() || !changed, "a changed file does not pass the drill");
    if (!report.ok()) {
        const Error& error = report.error();
        fuzz::require(error.is(StoreError::BadBackup) || error.is(StoreError::ForeignBackup) ||
                          error.is(StoreError::NewerVersion),
                      "what is wrong with the file is told as that");
    }
}

void asContents(BytesView bytes)
{
    const auto contents = decodeContents(bytes);
    if (!contents.ok()) {
        fuzz::require(contents.error().is(StoreError::BadBackup), "contents that cannot be read are a bad backup");
        return;
    }
    const Bytes again = encodeContents(*contents);
    fuzz::require(std::equal(again.begin(), again.end(), bytes.begin(), bytes.end()), "contents encode to themselves");
    asFile(seal(bytes, key(), kNow).value(), false);
}

void asChanges(BytesView changes)
{
    Bytes file = goodFile();
    for (; changes.size() >= 3; changes = changes.subspan(3)) {
        const std::size_t at = (std::size_t{changes[0]} << 8 | changes[1]) % file.size();
        file[at] = changes[2];
    }
    asFile(file, file != goodFile());
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0) {
        return 0;
    }
    const BytesView rest(data + 1, size - 1);
    if (data[0] == 0) {
        asFile(rest, true);
    } else if (data[0] == 1) {
        asContents(rest);
    } else {
        asChanges(rest);
    }
    return 0;
}
