// SPDX-License-Identifier: GPL-3.0-or-later
// autochain-signer: wires options, home, keys, front end and the pipe. Nothing else is decided here.
#include "channel.h"
#include "console_front_end.h"
#include "fonts.h"
#include "sandbox.h"
#include "sandbox/hardening.h"
#include "service.h"
#include "window_front_end.h"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>

using namespace autochain;
using namespace autochain::signer;

namespace
{

struct Options {
    QString home;
    QString network;
    bool console = false;
    int passphraseFd = -1;
    int keyFd = -1;
    int slotFd = -1;
    ConsoleOptions consoleOptions;
    Theme theme = Theme::System;
    double scale = 1.0;
};

int descriptor(const QCommandLineParser& parser, const char* name)
{
    bool ok = false;
    const int fd = parser.value(QLatin1String(name)).toInt(&ok);
    return ok && fd > 2 ? fd : -1;
}

std::optional<Options> parse(const QStringList& arguments)
{
    QCommandLineParser parser;
    for (const char* name :
         {"home", "network", "passphrase-fd", "secret-fd", "words-fd", "key-fd", "slot-fd", "theme", "scale"}) {
        parser.addOption({QLatin1String(name), {}, QStringLiteral("value")});
    }
    parser.addOption(QCommandLineOption(QStringLiteral("console")));
    parser.addOption(QCommandLineOption(QStringLiteral("yes")));
    if (!parser.parse(arguments) || !parser.isSet(QStringLiteral("home")) || !parser.isSet(QStringLiteral("network"))) {
        return {};
    }
    Options out;
    out.home = parser.value(QStringLiteral("home"));
    out.network = parser.value(QStringLiteral("network"));
    out.console = parser.isSet(QStringLiteral("console"));
    out.passphraseFd = descriptor(parser, "passphrase-fd");
    out.keyFd = descriptor(parser, "key-fd");
    out.slotFd = descriptor(parser, "slot-fd");
    out.consoleOptions = {out.console && parser.isSet(QStringLiteral("yes")), descriptor(parser, "secret-fd"),
                          descriptor(parser, "words-fd")};
    const QString theme = parser.value(QStringLiteral("theme"));
    out.theme = theme == QLatin1String("dark")    ? Theme::Dark
                : theme == QLatin1String("light") ? Theme::Light
                                                  : Theme::System;
    out.scale = parser.isSet(QStringLiteral("scale")) ? parser.value(QStringLiteral("scale")).toDouble() : 1.0;
    return out;
}

Result<NetworkFile> readNetwork(const QString& path)
{
    AC_TRY(const auto text, readFileCapped(path, 256 * 1024));
    return parseNetworkFile(text, QFileInfo(path).absolutePath().toStdString());
}

// The practice market's keys guard nothing: opening them fast makes it pleasant.
vault::Argon2Cost costFor(NetworkKind kind)
{
    return kind == NetworkKind::Practice ? vault::kFastCost : vault::Argon2Cost();
}

int run(QCoreApplication& app, const Options& options)
{
    const auto network = readNetwork(options.network);
    Home home(options.home);
    if (!network.ok() || !home.prepare().ok()) {
        std::fprintf(stderr, "autochain-signer: %s\n", network.ok() ? "home folder" : "network file");
        return 2;
    }
    const auto pinned = home.pinNetwork(*network);
    Keyring keyring(options.home, costFor(network->kind));
    const Service* shown = nullptr; // the windows ask it how long it stays unlocked
    const Scenery scenery{network->kind == NetworkKind::Practice, QString::fromStdString(network->coin),
                          [&shown] { return shown == nullptr ? -1 : shown->locksInSeconds(); }};
    std::unique_ptr<FrontEnd> front;
    if (options.console) {
        if (!closeOff()) {
            std::fprintf(stderr, "autochain-signer: the kernel offers no seccomp filter\n");
        }
        front = std::make_unique<ConsoleFrontEnd>(options.consoleOptions, scenery);
    } else {
        if (!resources::loadFonts()) {
            std::fprintf(stderr, "autochain-signer: fonts are missing\n");
        }
        front = std::make_unique<WindowFrontEnd>(makeLook(options.theme, options.scale), scenery);
    }
    const auto channel = Channel::onStandardStreams();
    Service::Setup setup{*network, !pinned.ok() || !*pinned, {}, options.keyFd, options.slotFd, {}};
    if (!options.console) {
        setup.beforeSecrets = &closeOffWhenSettled;
    }
    if (options.passphraseFd >= 0) {
        if (SecretBytes line = readSecretLine(options.passphraseFd); !line.empty()) {
            setup.passphrase = std::move(line);
        }
    }
    Service service(std::move(setup), home, keyring, *front,
                    [&](const wire::Answer& answer) { channel->send(answer); });
    shown = &service;
    service.onShutdown = [&app] { app.quit(); };
    channel->onRequest = [&service](wire::Request request) { service.handle(std::move(request)); };
    channel->onClosed = [&app] { app.quit(); };
    return app.exec();
}

} // namespace

int main(int argc, char** argv)
{
    sandbox::harden();
    std::signal(SIGPIPE, SIG_IGN); // a suite that went away shows as an error of write()
    const bool console =
        std::any_of(argv + 1, argv + argc, [](const char* a) { return std::string_view(a) == "--console"; });
    std::unique_ptr<QCoreApplication> app;
    if (console) {
        app = std::make_unique<QCoreApplication>(argc, argv);
    } else {
        app = std::make_unique<QApplication>(argc, argv);
        QApplication::setQuitOnLastWindowClosed(false);
    }
    QCoreApplication::setApplicationName(QStringLiteral("autochain-signer"));
    const auto options = parse(QCoreApplication::arguments());
    if (!options) {
        std::fprintf(
            stderr,
            "usage: autochain-signer --home DIR --network FILE [--console [--yes] [--secret-fd N] "
            "[--words-fd N]] [--passphrase-fd N] [--key-fd N] [--slot-fd N] [--theme dark|light] [--scale x]\n");
        return 2;
    }
    return run(*app, *options);
}
