// SPDX-License-Identifier: GPL-3.0-or-later
// Every lie a node might tell, each by its name: what it claims, and whether it can be convicted by it.
#pragma once

#include "pow_server.h"
#include "scene.h"

namespace autochain::light::test
{

enum class Verdict {
    ShutOut, // convicted by its own answer: shut out and named
    Seen,    // cannot be convicted, but does not count as agreeing: away, behind, refusing, on another fork or chain
    Free     // nothing that is verified rests on it: the right value all the same, whatever is said of the node
};

// Which reading brings the node to tell the lie.
enum class Topic { Heads, Storage, Account, Receipt, Hints };

struct Lie {
    std::string name;
    std::string claim;
    Verdict verdict = Verdict::ShutOut;
    Topic topic = Topic::Heads;
    // Makes the honest node tell it. The scene may grow branches, and outlives the node.
    std::function<void(pow::PowNode&, Scene&)> tell;
    // Changes what goes over the wire; none: as it is.
    std::function<pow::WireAnswer(QByteArray honest)> wire;
    bool heavy = false; // megabytes: not for thousands of repetitions
};

std::vector<Lie> allLies();
std::vector<Lie> headerLies();
std::vector<Lie> proofLies();
std::vector<Lie> receiptLies();
std::vector<Lie> jsonLies();
std::vector<Lie> wireLies();

// Changes the results of these methods that are objects; errors and nulls stay.
using Bend = std::function<void(QJsonObject& result, const pow::Question&, const Scene&)>;
std::function<void(pow::PowNode&, Scene&)> bending(std::vector<QString> methods, Bend bend);
QJsonArray hexNodes(const std::vector<Bytes>& nodes);

// A node that tells one lie, by both ways to it.
class LyingNode
{
public:
    LyingNode(Scene& scene, Lie lie);

    // In-process: what arrives at the client, or how it fails to.
    Result<Bytes> exchange(const QByteArray& question);
    pow::WireAnswer overHttp(const QByteArray& question);
    bool hasLied() const; // whether it came to that: another node may have been asked first
    pow::PowNode& node() { return m_node; }
    const Lie& lie() const { return m_lie; }

private:
    Lie m_lie;
    pow::PowNode m_node;
    bool m_bends = false; // some of its answers
    bool m_told = false;  // one of these
};

} // namespace autochain::light::test
