// SPDX-License-Identifier: GPL-3.0-or-later
// One node in words: what it is called, how it stands, what it is used for, and what it lied about.
#pragma once

#include "light/light_status.h"

#include <QCoreApplication>
#include <QMap>
#include <QString>

namespace autochain::desktop
{

class NodeWords
{
    Q_DECLARE_TR_FUNCTIONS(NodeWords)

public:
    // Given by the person, or what the address says: "This computer", "Local network", the host without "rpc.".
    static QString name(const light::PeerStanding& peer, const QMap<QString, QString>& names);
    static QString address(const std::string& url); // host, and the port where it is not the usual one

    struct State {
        QString status; // "clean", "attention", "problem", "nodata"
        QString word;
        QString usedFor;
        QString meaning; // what is the matter, in a sentence; empty where nothing is
    };
    static State state(const light::PeerStanding& peer, const light::LightStatus& all, UnixTime now);

    // "North Ridge is shut out (Proof was wrong)"; several names where several did. Empty: nobody.
    static QString liars(const light::LightStatus& status, const QMap<QString, QString>& names);

private:
    static QString lieWord(light::Lie lie);
    static QString lieSentence(light::Lie lie);
};

} // namespace autochain::desktop
