// SPDX-License-Identifier: GPL-3.0-or-later
// A node on the loopback interface: HTTP/1.1 with keep-alive around a function. It can also be rude on the wire.
#pragma once

#include <QByteArray>
#include <QTcpServer>

#include <functional>
#include <string>

class QTcpSocket;

namespace autochain::pow
{

struct WireAnswer {
    enum class Manner {
        Whole,
        CutOff, // half of the body, then the connection is dropped
        Drip,   // a byte now and then
        Nothing // never an answer
    };
    QByteArray body = {};
    QByteArray status = "200 OK";
    QByteArray headers = {}; // more lines, each with its "\r\n"
    Manner manner = Manner::Whole;
};

class PowServer
{
public:
    using Answer = std::function<WireAnswer(const QByteArray& question)>;

    explicit PowServer(Answer answer);
    ~PowServer();

    std::string url() const { return "http://127.0.0.1:" + std::to_string(m_server.serverPort()); }
    void answerWith(Answer answer) { m_answer = std::move(answer); }
    int requests() const { return m_requests; }

private:
    void take(QTcpSocket& socket);
    void write(QTcpSocket& socket, const WireAnswer& answer);

    Answer m_answer;
    QTcpServer m_server;
    int m_requests = 0;
};

} // namespace autochain::pow
