// SPDX-License-Identifier: GPL-3.0-or-later
// Where blocks come from and go to. Nobody on the other side is believed: what a source gives is checked against its
// CID by whoever asked (checkBlock), and read by FileVerifier and FolderVerifier alone.
#pragma once

#include "codec/cid.h"
#include "content/error.h"

#include <QCoroTask>

#include <memory>

namespace autochain
{

inline constexpr std::size_t kMaxAnyBlockBytes = 2 * 1024 * 1024; // the largest block Bitswap carries

class BlockSource
{
public:
    virtual ~BlockSource() = default;
    // The block as it came, at most kMaxAnyBlockBytes of it, not checked. Errors: NotFound, TooLarge, IoError,
    // Unreachable, TimedOut, UrlNotAllowed, BadAnswer, DigestMismatch.
    virtual QCoro::Task<Result<Bytes>> fetch(Cid cid) = 0;
};

class BlockStore : public BlockSource
{
public:
    // Precondition: the block is what the CID names. Errors: DiskFull, TooLarge, and those of fetch.
    virtual QCoro::Task<Result<>> keep(Cid cid, Bytes block) = 0;
};

// A CAR on its way, in pieces as they come.
class CarStream
{
public:
    virtual ~CarStream() = default;
    // At least one byte, or nothing at the end. Errors: Unreachable, TimedOut, BadAnswer, NotFound, UrlNotAllowed.
    virtual QCoro::Task<Result<Bytes>> more() = 0;
};

class CarSource : public BlockSource
{
public:
    // The blocks below `root` depth first, each as often as it is met. Never null.
    virtual std::unique_ptr<CarStream> openCar(const Cid& root) = 0;
    virtual std::string name() const = 0; // its URL
};

// Is the block what the CID names? DigestMismatch, TooLarge.
Result<> checkBlock(const Cid& cid, BytesView block);

} // namespace autochain
