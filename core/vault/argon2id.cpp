// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/argon2id.h"

#include <argon2.h>
#include <string.h>
#include <sys/mman.h>

namespace autochain::vault
{
namespace
{

constexpr std::uint32_t kMinMemoryKiB = 8 * 1024;
constexpr std::uint32_t kMaxMemoryKiB = 1024 * 1024;
constexpr std::uint32_t kMaxPasses = 12;
constexpr std::uint32_t kMaxLanes = 8;
constexpr std::size_t kKeyBytes = 32;
constexpr std::size_t kMinSaltBytes = 8;

// The library's memory is far above what may be locked; it stays out of core files and is wiped as it goes.
int allocate(std::uint8_t** memory, std::size_t bytes)
{
    void* pages = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (pages == MAP_FAILED) {
        return 1;
    }
    madvise(pages, bytes, MADV_DONTDUMP);
    *memory = static_cast<std::uint8_t*>(pages);
    return 0;
}

void release(std::uint8_t* memory, std::size_t bytes)
{
    munmap(memory, bytes); // the kernel gives pages to nobody unwiped
}

} // namespace

bool isPermitted(const Argon2Cost& cost)
{
    return cost.memoryKiB >= kMinMemoryKiB && cost.memoryKiB <= kMaxMemoryKiB && cost.passes >= 1 &&
           cost.passes <= kMaxPasses && cost.lanes >= 1 && cost.lanes <= kMaxLanes;
}

Result<SecretBytes> argon2id(const SecretBytes& passphrase, BytesView salt, const Argon2Cost& cost)
{
    if (!isPermitted(cost) || salt.size() < kMinSaltBytes) {
        return Error(StoreError::Misuse, {}, "argon2id parameters");
    }
    SecretBytes out(kKeyBytes);
    argon2_context context{};
    context.out = out.data();
    context.outlen = static_cast<std::uint32_t>(out.size());
    context.pwd = const_cast<std::uint8_t*>(passphrase.data()); // read only: no flag asks to clear it
    context.pwdlen = static_cast<std::uint32_t>(passphrase.size());
    context.salt = const_cast<std::uint8_t*>(salt.data());
    context.saltlen = static_cast<std::uint32_t>(salt.size());
    context.t_cost = cost.passes;
    context.m_cost = cost.memoryKiB;
    context.lanes = cost.lanes;
    context.threads = cost.lanes;
    context.version = ARGON2_VERSION_13;
    context.allocate_cbk = &allocate;
    context.free_cbk = &release;
    const int done = argon2id_ctx(&context);
    if (done == ARGON2_MEMORY_ALLOCATION_ERROR || done == ARGON2_THREAD_FAIL) {
        return Error(StoreError::OutOfMemory, {}, argon2_error_message(done));
    }
    return done == ARGON2_OK ? Result<SecretBytes>(std::move(out))
                             : Result<SecretBytes>(Error(StoreError::Misuse, {}, argon2_error_message(done)));
}

} // namespace autochain::vault
