// SPDX-License-Identifier: GPL-3.0-or-later
#include "child.h"

#include <csignal>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

namespace autochain::crash
{
namespace
{
std::vector<std::string> wholeLines(int descriptor)
{
    std::string text;
    char buffer[4096];
    for (ssize_t got = 0; (got = read(descriptor, buffer, sizeof buffer)) > 0;) {
        text.append(buffer, static_cast<std::size_t>(got));
    }
    std::vector<std::string> out;
    for (std::size_t end = 0; (end = text.find('\n')) != std::string::npos; text.erase(0, end + 1)) {
        out.push_back(text.substr(0, end));
    }
    return out;
}

[[noreturn]] void live(int pipe, const std::string& folder, long at, FaultAction action,
                       const std::function<int(const Say&)>& work)
{
    const Say say = [pipe](const std::string& line) {
        const std::string text = line + "\n";
        if (write(pipe, text.data(), text.size()) != static_cast<ssize_t>(text.size())) {
            _exit(99);
        }
    };
    faultsArm(folder.c_str(), at, action);
    _exit(work(say));
}
} // namespace

Ending inChild(const std::string& folder, long at, FaultAction action, long killAfterUs,
               const std::function<int(const Say&)>& work)
{
    int ends[2];
    if (pipe(ends) != 0) {
        throw std::runtime_error("pipe");
    }
    const pid_t child = fork();
    if (child < 0) {
        throw std::runtime_error("fork");
    }
    if (child == 0) {
        close(ends[0]);
        live(ends[1], folder, at, action, work);
    }
    close(ends[1]);
    if (killAfterUs >= 0) {
        usleep(static_cast<useconds_t>(killAfterUs));
        kill(child, SIGKILL);
    }
    Ending out;
    out.lines = wholeLines(ends[0]);
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    out.killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
    out.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return out;
}

} // namespace autochain::crash
