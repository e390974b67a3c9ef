// SPDX-License-Identifier: GPL-3.0-or-later
// What the light client knows, in words. From plain values only: `now` by the computer's clock, 0 blocks per second and
// heads that are not there yet are told as not known.
#pragma once

#include "light/light_status.h"

#include <QCoreApplication>
#include <QString>

namespace autochain::desktop
{

class LightWords
{
    Q_DECLARE_TR_FUNCTIONS(LightWords)

public:
    struct Verdict {
        QString level; // "proven", "reported", "stale"
        QString headline;
        QString explanation;
        bool operator==(const Verdict&) const = default;
    };
    static Verdict verdict(const light::LightStatus& status, const QString& network, UnixTime now);
    // A network without proof-of-work rules. `nodes` of 0: nobody was asked yet.
    static Verdict unverified(const QString& network, int agree, int nodes);
    // "Is my view verified?", in brief.
    static Verdict answer(const light::LightStatus& status, UnixTime now);

    // The bar from the checkpoint to what the nodes say there is.
    struct Headers {
        QString done;
        QString of;
        double part = 0; // 0 to 1
        QString checkpoint;
        QString settled; // deep enough for deals; empty: nothing is yet
        QString head;
    };
    static Headers headers(const light::LightStatus& status);

    // "proven" once headers are in sync and fresh, "reported" while they are checked, "stale" when nothing is fresh.
    static QString level(const light::LightStatus& status);
    // The newest verified block and since when, for the line at the foot.
    static QString block(const light::LightStatus& status, UnixTime now);
    // "3 of 4 nodes agree". Who is shut out, of another network or far behind has no voice.
    static QString agreement(const light::LightStatus& status);
    static QString voices(const light::LightStatus& status); // "3 of 4"

    static QString source(light::CheckpointSource source);
    static QString sourceStatus(light::CheckpointSource source); // "clean", "attention"
    static QString sourceMeaning(light::CheckpointSource source);

    // "9 s", "3 minutes", "6 days".
    static QString span(std::int64_t seconds);
    // "about 3 minutes"; empty where it is not known how long a block takes.
    static QString timeOf(std::uint64_t blocks, std::int64_t blockSeconds);
    // "0f01d8d5 f36bc535 …": for comparing by eye.
    static QString grouped(const Hash32& hash);
};

} // namespace autochain::desktop
