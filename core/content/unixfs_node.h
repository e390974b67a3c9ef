// SPDX-License-Identifier: GPL-3.0-or-later
// One dag-pb node with what UnixFS says about it, written: for those who import files and folders.
#pragma once

#include "content/dag_pb.h"
#include "content/unixfs.h"
#include "content/unixfs_importer.h"

namespace autochain
{

// fileBytes is what `data` says; blocks is 1. Errors: the sink's.
Result<Imported> writeUnixfsNode(dagpb::Node node, const unixfs::Data& data, const BlockSink& sink);

} // namespace autochain
