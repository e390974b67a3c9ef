// SPDX-License-Identifier: GPL-3.0-or-later
// How one value is known, in words: what its mark means here, which block it stands in, what lies on top of it, and
// what to do where it is less than proven. From plain values only.
#pragma once

#include "light/light_status.h"
#include "light/quorum.h"

#include <QCoreApplication>
#include <QMap>
#include <QVector>

#include <optional>

namespace autochain::desktop
{

class Knowledge
{
    Q_DECLARE_TR_FUNCTIONS(Knowledge)

public:
    struct Question {
        Provenance provenance = Provenance::Reported; // as the mark shows it
        QString detail;                // whose word it is, where the page knows; "the seller's own words"
        std::optional<BlockRef> block; // it was read at; none: the page does not say
    };
    struct Ground { // what is known around it
        QString network;
        bool practice = false;
        BlockRef newest; // the node's word where nothing is verified
        std::optional<light::LightStatus> light;
        std::optional<light::BlockKnowledge> known; // of the question's block
        std::optional<light::QuorumStatus> quorum;  // of nodes held against each other where nothing is verified
        QMap<QString, QString> nodeNames;
        UnixTime now = 0;
    };
    struct Fact {
        QString key;
        QString value;
        bool operator==(const Fact&) const = default;
    };
    struct Answer {
        QString sentence;
        QVector<Fact> facts;
        QString advice; // empty: nothing is to be done
    };
    static Answer explain(const Question& question, const Ground& ground);

private:
    static Answer proven(const Ground& ground);
    static Answer word(const Ground& ground); // of one node or of several; nothing is verified
    static Answer reported(const Question& question, const Ground& ground);
    static Answer stale(const Ground& ground);
    static void addBlock(Answer& answer, const Ground& ground);
};

} // namespace autochain::desktop
