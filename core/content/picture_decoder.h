// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures that anybody may have made, decoded by autochain-decoder: a process of its own per picture, which can open
// nothing, reach nobody and start nothing, has little memory and little time, and ends.
#pragma once

#include "base/bytes.h"
#include "content/error.h"

#include <QCoroTask>
#include <QString>

#include <chrono>

namespace autochain
{

struct PictureLimits {
    std::size_t maxFileBytes = 32 * 1024 * 1024;
    std::uint64_t maxPixels = 50'000'000; // of the original: width * height
    int fitWidth = 2'048;                 // made smaller to fit, never larger; 0: as it is
    int fitHeight = 2'048;
    std::chrono::milliseconds timeout{10'000}; // by the clock; the processor's time is capped at the same
    std::uint64_t memoryMib = 768;             // address space of the process
};

struct Picture {
    int width = 0;
    int height = 0;
    int originalWidth = 0;
    int originalHeight = 0;
    Bytes rgba; // width * height * 4: red, green, blue, alpha, not premultiplied; rows without gaps, the top one first
};

// Beside this program or in ../libexec/autochain; empty where it is not there.
QString findDecoderProgram();

class PictureDecoder
{
public:
    explicit PictureDecoder(QString program = findDecoderProgram()) : m_program(std::move(program)) {}

    // PNG, JPEG, WebP and the first picture of a GIF; turned as a camera's EXIF says. Several may run at once.
    // Errors: TooLarge (the file), NotAPicture, PictureTooLarge, PictureDamaged, PictureTooCostly, DecoderGone.
    QCoro::Task<Result<Picture>> decode(Bytes file, PictureLimits limits = {});

private:
    QString m_program;
};

} // namespace autochain
