// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the stories of the tests as files: make-bundles FOLDER [RECORDS].
#include "bundles.h"

#include <QFile>

#include <cstdio>
#include <cstdlib>

namespace
{
using namespace autochain::report;

bool write(const QString& path, const QByteArray& data)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(data) == data.size();
}
} // namespace

int main(int argc, char** argv)
{
    if (argc < 2) {
        std::fprintf(stderr, "usage: make-bundles FOLDER [RECORDS]\n");
        return 2;
    }
    const QString folder = QString::fromLocal8Bit(argv[1]);
    bool done = write(folder + QStringLiteral("/rich.json"), richStory().file()) &&
                write(folder + QStringLiteral("/empty.json"), emptyStory().file()) &&
                write(folder + QStringLiteral("/misfit.json"), misfit());
    if (argc > 2) {
        done = done && write(folder + QStringLiteral("/long.json"), longStory(std::atoi(argv[2])).file());
    }
    return done ? 0 : 1;
}
