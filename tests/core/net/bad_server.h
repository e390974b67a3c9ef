// SPDX-License-Identifier: GPL-3.0-or-later
// A node that behaves as a test wants: it answers each request with what the test's function gives.
#pragma once

#ifndef Q_MOC_RUN
#include "codec/json.h"
#endif

#include <QJsonArray>
#include <QJsonDocument>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <functional>

namespace autochain
{

inline QByteArray httpAnswer(const QByteArray& body, const QByteArray& status = "200 OK")
{
    return "HTTP/1.1 " + status +
           "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" +
           body;
}

// {"jsonrpc": "2.0", "id": …, "result": …} for a request object.
inline QJsonObject resultFor(const QJsonValue& request, const QJsonValue& result)
{
    return {{QStringLiteral("jsonrpc"), QStringLiteral("2.0")},
            {QStringLiteral("id"), request.toObject().value(QStringLiteral("id"))},
            {QStringLiteral("result"), result}};
}

inline QJsonObject errorFor(const QJsonValue& request, int code, const QString& message, const QJsonValue& data = {})
{
    const QJsonObject error{
        {QStringLiteral("code"), code}, {QStringLiteral("message"), message}, {QStringLiteral("data"), data}};
    return {{QStringLiteral("jsonrpc"), QStringLiteral("2.0")},
            {QStringLiteral("id"), request.toObject().value(QStringLiteral("id"))},
            {QStringLiteral("error"), error}};
}

inline QByteArray textOf(const QJsonValue& value)
{
    return value.isArray() ? QJsonDocument(value.toArray()).toJson() : QJsonDocument(value.toObject()).toJson();
}

class BadServer
{
public:
    // Gets the parsed body; writes to the socket as it likes.
    using Behaviour = std::function<void(QTcpSocket&, const QJsonValue& body)>;

    explicit BadServer(Behaviour behaviour) : m_behaviour(std::move(behaviour))
    {
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            QTcpSocket* socket = m_server.nextPendingConnection();
            ++connections;
            QObject::connect(socket, &QTcpSocket::readyRead, &m_server, [this, socket] { take(*socket); });
            QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        });
        m_server.listen(QHostAddress::LocalHost, 0);
    }

    std::string url() const { return "http://127.0.0.1:" + std::to_string(m_server.serverPort()); }
    void close()
    {
        const quint16 port = m_server.serverPort();
        m_server.close();
        m_port = port;
        for (auto* socket : m_server.findChildren<QTcpSocket*>()) {
            socket->abort();
        }
    }
    bool open() { return m_server.listen(QHostAddress::LocalHost, m_port); }
    void behave(Behaviour behaviour) { m_behaviour = std::move(behaviour); }

    int connections = 0;
    int requests = 0;
    QByteArray lastHead;

private:
    void take(QTcpSocket& socket)
    {
        const QByteArray data = socket.peek(socket.bytesAvailable());
        const auto headEnd = data.indexOf("\r\n\r\n");
        if (headEnd < 0) {
            return;
        }
        const auto mark = data.toLower().indexOf("content-length:");
        const int length = data.mid(mark + 15, data.indexOf("\r\n", mark) - mark - 15).trimmed().toInt();
        if (data.size() < headEnd + 4 + length) {
            return;
        }
        socket.read(headEnd + 4 + length);
        lastHead = data.left(headEnd);
        ++requests;
        const auto document = QJsonDocument::fromJson(data.mid(headEnd + 4, length));
        m_behaviour(socket, document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()));
    }

    Behaviour m_behaviour;
    QTcpServer m_server;
    quint16 m_port = 0;
};

} // namespace autochain
