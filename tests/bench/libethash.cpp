// SPDX-License-Identifier: GPL-3.0-or-later
#include "libethash.h"

#include <cstdlib>
#include <dlfcn.h>
#include <filesystem>

// The module looks up Python's functions while it is loaded. What is called of it here never calls them, so that these
// stand in for an interpreter.
extern "C" {
[[gnu::visibility("default"), gnu::used]] void* PyExc_ValueError = nullptr;
#define AC_NO_PYTHON(name)                                                                                             \
    [[gnu::visibility("default"), gnu::used, noreturn]] void name()                                                    \
    {                                                                                                                  \
        std::abort();                                                                                                  \
    }
AC_NO_PYTHON(PyArg_ParseTuple)
AC_NO_PYTHON(PyErr_SetString)
AC_NO_PYTHON(PyModule_AddIntConstant)
AC_NO_PYTHON(PyModule_Create2)
AC_NO_PYTHON(Py_BuildValue)
}

namespace autochain::bench
{
namespace
{
void* loadModule()
{
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator("/usr/lib/python3/dist-packages", ignored)) {
        if (entry.path().filename().string().starts_with("pyethash.cpython-")) {
            return dlopen(entry.path().c_str(), RTLD_LAZY | RTLD_LOCAL);
        }
    }
    return nullptr;
}
} // namespace

std::optional<LibEthash> LibEthash::load()
{
    void* module = loadModule();
    if (module == nullptr) {
        return std::nullopt;
    }
    LibEthash out;
    out.m_new = reinterpret_cast<New>(dlsym(module, "ethash_light_new"));
    out.m_delete = reinterpret_cast<Delete>(dlsym(module, "ethash_light_delete"));
    out.m_compute = reinterpret_cast<Compute>(dlsym(module, "ethash_light_compute"));
    const bool whole = out.m_new != nullptr && out.m_delete != nullptr && out.m_compute != nullptr;
    return whole ? std::optional(out) : std::nullopt;
}

LibEthash::Result LibEthash::compute(Light* light, const Hash32& sealHash, std::uint64_t nonce) const
{
    Digest digest;
    std::memcpy(digest.bytes, sealHash.bytes.data(), sizeof digest.bytes);
    return m_compute(light, digest, nonce);
}

} // namespace autochain::bench
