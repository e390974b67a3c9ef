// SPDX-License-Identifier: GPL-3.0-or-later
#include "pow_server.h"

#include <QHostAddress>
#include <QTcpSocket>
#include <QTimer>

namespace autochain::pow
{
namespace
{
constexpr int kDripMs = 20;

// The length its head gives; -1: the head is not whole yet.
qsizetype bodyStart(const QByteArray& data)
{
    const auto end = data.indexOf("\r\n\r\n");
    return end < 0 ? -1 : end + 4;
}

qsizetype bodyLength(const QByteArray& head)
{
    const auto mark = head.toLower().indexOf("content-length:");
    return mark < 0 ? 0 : head.mid(mark + 15, head.indexOf("\r\n", mark) - mark - 15).trimmed().toLongLong();
}
} // namespace

PowServer::PowServer(Answer answer) : m_answer(std::move(answer))
{
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
        while (QTcpSocket* socket = m_server.nextPendingConnection()) {
            socket->setSocketOption(QAbstractSocket::LowDelayOption, 1); // as nodes do
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { take(*socket); });
            QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    });
    m_server.listen(QHostAddress::LocalHost, 0);
}

PowServer::~PowServer() = default;

void PowServer::take(QTcpSocket& socket)
{
    for (;;) { // a client may have asked several times at once
        const QByteArray data = socket.peek(socket.bytesAvailable());
        const qsizetype start = bodyStart(data);
        if (start < 0) {
            return;
        }
        const qsizetype length = bodyLength(data.left(start));
        if (data.size() < start + length) {
            return;
        }
        socket.read(start + length);
        ++m_requests;
        write(socket, m_answer(data.mid(start, length)));
    }
}

void PowServer::write(QTcpSocket& socket, const WireAnswer& answer)
{
    if (answer.manner == WireAnswer::Manner::Nothing) {
        return;
    }
    socket.write("HTTP/1.1 " + answer.status + "\r\nContent-Type: application/json\r\n" + answer.headers +
                 "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\n\r\n");
    if (answer.manner == WireAnswer::Manner::Whole) {
        socket.write(answer.body);
    } else if (answer.manner == WireAnswer::Manner::CutOff) {
        socket.write(answer.body.left(answer.body.size() / 2));
        socket.disconnectFromHost();
    } else {
        auto* timer = new QTimer(&socket);
        QObject::connect(timer, &QTimer::timeout, &socket,
                         [&socket, body = answer.body, at = 0]() mutable { socket.write(body.mid(at++, 1)); });
        timer->start(kDripMs);
    }
}

} // namespace autochain::pow
