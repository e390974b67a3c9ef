// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/picture_decoder.h"

#include "content/picture_protocol.h"

#include <QCoreApplication>
#include <QCoroTimer>
#include <QFileInfo>
#include <QProcess>
#include <QtEndian>
#include <QTimer>

#include <csignal>

namespace autochain
{
namespace
{

using picture::Verdict;

constexpr std::chrono::milliseconds kGrace{500}; // the process ends itself at its cap; the clock is for one that sleeps

std::uint32_t numberAt(const QByteArray& answer, qsizetype offset)
{
    return qFromLittleEndian<std::uint32_t>(answer.constData() + offset);
}

qsizetype mostAnswerBytes(const PictureLimits& limits)
{
    const bool fits = limits.fitWidth > 0 && limits.fitHeight > 0;
    const std::uint64_t all =
        fits ? static_cast<std::uint64_t>(limits.fitWidth) * static_cast<std::uint64_t>(limits.fitHeight)
             : limits.maxPixels;
    return static_cast<qsizetype>(picture::kAnswerBytes + 4 * std::min(all, limits.maxPixels));
}

Error tooLarge(std::uint32_t width, std::uint32_t height, const PictureLimits& limits)
{
    return Error(ContentError::PictureTooLarge,
                 {std::to_string(width), std::to_string(height), std::to_string(limits.maxPixels)});
}

Result<Picture> readAnswer(const QByteArray& answer, const PictureLimits& limits)
{
    const auto head = static_cast<qsizetype>(picture::kAnswerBytes);
    if (answer.size() < head || !answer.startsWith(picture::kMagic)) {
        return Error(ContentError::PictureDamaged, {}, "the decoder gave no answer");
    }
    Picture out;
    out.width = static_cast<int>(numberAt(answer, 8));
    out.height = static_cast<int>(numberAt(answer, 12));
    out.originalWidth = static_cast<int>(numberAt(answer, 16));
    out.originalHeight = static_cast<int>(numberAt(answer, 20));
    switch (static_cast<Verdict>(numberAt(answer, 4))) {
    case Verdict::Done:
        break;
    case Verdict::NotAPicture:
        return ContentError::NotAPicture;
    case Verdict::TooLarge:
        return tooLarge(numberAt(answer, 16), numberAt(answer, 20), limits);
    case Verdict::TooCostly:
        return ContentError::PictureTooCostly;
    case Verdict::NoSandbox:
        return Error(ContentError::DecoderGone, {}, "the kernel offers no seccomp filter");
    case Verdict::Damaged:
    default:
        return ContentError::PictureDamaged;
    }
    // The decoder itself may have been taken over by the picture: its numbers are no more than a claim.
    const auto edge = static_cast<int>(picture::kMaxEdge);
    const bool sane = out.width > 0 && out.width <= edge && out.height > 0 && out.height <= edge;
    if (!sane || answer.size() != head + qsizetype{4} * out.width * out.height) {
        return Error(ContentError::PictureDamaged, {}, "the decoder's answer has another size than it says");
    }
    out.rgba.assign(answer.begin() + head, answer.end());
    return out;
}

// How a process that ended without an answer of its own came to its end.
Error errorOfEnd(const QProcess& process)
{
    const int signal = process.exitStatus() == QProcess::CrashExit ? process.exitCode() : 0;
    const bool byCap = signal == SIGXCPU || signal == SIGKILL || signal == SIGABRT;
    return Error(byCap ? ContentError::PictureTooCostly : ContentError::PictureDamaged, {},
                 "the decoder ended by signal " + std::to_string(signal));
}

QProcessEnvironment bareEnvironment()
{
    QProcessEnvironment out;
    const auto own = QProcessEnvironment::systemEnvironment();
    for (const auto& name : {QStringLiteral("LD_LIBRARY_PATH"), QStringLiteral("QT_PLUGIN_PATH")}) {
        if (own.contains(name)) {
            out.insert(name, own.value(name));
        }
    }
    return out;
}

QStringList argumentsFor(const PictureLimits& limits)
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(limits.timeout).count();
    return {QString::number(limits.maxPixels), QString::number(limits.fitWidth), QString::number(limits.fitHeight),
            QString::number(seconds), QString::number(limits.memoryMib)};
}

} // namespace

QString findDecoderProgram()
{
    const QString here = QCoreApplication::applicationDirPath();
    for (const QString& candidate : {here + QStringLiteral("/autochain-decoder"),
                                     here + QStringLiteral("/../libexec/autochain/autochain-decoder")}) {
        if (QFileInfo(candidate).isExecutable()) {
            return QFileInfo(candidate).canonicalFilePath();
        }
    }
    return {};
}

QCoro::Task<Result<Picture>> PictureDecoder::decode(Bytes file, PictureLimits limits)
{
    if (file.size() > limits.maxFileBytes) {
        co_return Error(ContentError::TooLarge, {std::to_string(file.size()), std::to_string(limits.maxFileBytes)});
    }
    if (m_program.isEmpty()) {
        co_return Error(ContentError::DecoderGone, {}, "autochain-decoder is not beside this program");
    }
    QProcess process;
    process.setProgram(m_program);
    process.setArguments(argumentsFor(limits));
    process.setProcessEnvironment(bareEnvironment());
    process.setStandardErrorFile(QProcess::nullDevice());
    QTimer wait; // ends with the process or with its time
    wait.setSingleShot(true);
    bool ended = false;
    bool swollen = false;
    const auto end = [&] {
        ended = true;
        wait.start(0);
    };
    QObject::connect(&process, &QProcess::finished, &wait, end);
    QObject::connect(&process, &QProcess::errorOccurred, &wait, [&](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            end();
        }
    });
    QObject::connect(&process, &QProcess::readyReadStandardOutput, &wait, [&] {
        if (process.bytesAvailable() > mostAnswerBytes(limits)) {
            swollen = true;
            process.kill();
        }
    });
    process.start();
    process.write(reinterpret_cast<const char*>(file.data()), static_cast<qint64>(file.size()));
    process.closeWriteChannel();
    if (!ended) {
        wait.start(limits.timeout + kGrace);
    }
    co_await wait;
    if (!ended) {
        process.kill();
        process.waitForFinished(1'000);
        co_return Error(ContentError::PictureTooCostly, {}, "more time than it may take");
    }
    if (process.error() == QProcess::FailedToStart) {
        co_return Error(ContentError::DecoderGone, {}, process.errorString().toStdString());
    }
    if (swollen) {
        co_return Error(ContentError::PictureDamaged, {}, "the decoder gave more than it was asked for");
    }
    if (process.exitStatus() == QProcess::CrashExit) {
        co_return errorOfEnd(process);
    }
    co_return readAnswer(process.readAllStandardOutput(), limits);
}

} // namespace autochain
