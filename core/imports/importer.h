// SPDX-License-Identifier: GPL-3.0-or-later
// The one interface of everything that makes records of somebody's file. README.md tells how to write another.
#pragma once

#include "imports/byte_source.h"
#include "imports/issue.h"
#include "vehicle/record.h"

#include <map>

namespace autochain::imports
{

// What a line or an entry says, ready to be appended to a car's history once a person said yes.
struct RecordDraft {
    std::string vin;          // empty: the file does not say; whoever imports has to
    std::string registration; // plate, where the file knows no VIN
    vehicle::RecordKind kind = vehicle::RecordKind::None;
    std::uint32_t odometerKm = 0; // 0: no reading
    vehicle::RecordContent content;
    std::uint64_t line = 0; // of the file, or number of the entry
};

class ImportSink
{
public:
    virtual ~ImportSink() = default;
    virtual void draft(RecordDraft draft) = 0;
    virtual void issue(LineIssue issue) = 0; // a line without a draft, or something odd about one with it
    // Of tables, before the first line: which column each field was taken from (":" and a text: a constant).
    virtual void mapping(const std::map<std::string, std::string>&) {}
};

struct ImportOptions {
    std::string name;                           // of the file or address, for errors
    std::string vin;                            // of the car all of it is about; empty: as the file says
    UnixTime now = 0;                           // nothing may have happened later
    std::map<std::string, std::string> mapping; // field -> column of a table, as in dealer_csv.h; the rest is guessed
};

class Importer
{
public:
    virtual ~Importer() = default;
    virtual std::string_view name() const = 0; // as in --format
    // Whether the file is of this format, by its first bytes (at most kSniffed, UTF-8).
    virtual bool sniff(std::string_view head) const = 0;
    // Reads all of it. An error only where nothing can be read; single lines go to the sink as issues.
    virtual Result<> import(ByteSource& source, const ImportOptions& options, ImportSink& sink) const = 0;
};

inline constexpr std::size_t kSniffed = 64 * 1024;

// Keeps everything: for previews and tests.
class CollectedImport : public ImportSink
{
public:
    void draft(RecordDraft draft) override { drafts.push_back(std::move(draft)); }
    void issue(LineIssue issue) override { issues.add(std::move(issue)); }
    void mapping(const std::map<std::string, std::string>& used) override { usedMapping = used; }
    std::vector<RecordDraft> drafts;
    IssueLog issues;
    std::map<std::string, std::string> usedMapping;
};

std::span<const Importer* const> importers();
// By --format, or by looking; nullptr where none fits.
const Importer* importerNamed(std::string_view name);
const Importer* importerFor(std::string_view head);

} // namespace autochain::imports
