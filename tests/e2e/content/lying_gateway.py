# SPDX-License-Identifier: GPL-3.0-or-later
"""Stands between the suite and a real gateway and passes on what that says, or something else."""

import http.server
import threading
import time
import urllib.error
import urllib.request


class LyingGateway:
    """`lie`: a function of (path, body) that writes to a handler's wfile; None: the truth."""

    def __init__(self, real):
        self.real, self.lie, self.requests = real, None, []
        owner = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.0"

            def do_GET(self):
                owner.requests.append((self.path, self.headers.get("Accept", "")))
                owner.answer(self)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def answer(self, handler):
        request = urllib.request.Request(self.real + handler.path, headers={"Accept": handler.headers.get("Accept", "")})
        try:
            with urllib.request.urlopen(request, timeout=60) as truth:
                status, kind, body = truth.status, truth.headers["Content-Type"], truth.read()
        except urllib.error.HTTPError as error:
            status, kind, body = error.code, "text/plain", error.read()
        handler.send_response(status)
        handler.send_header("Content-Type", kind)
        handler.end_headers()
        try:
            if self.lie is None:
                handler.wfile.write(body)
            else:
                self.lie(handler, body)
        except OSError:
            pass  # nobody listens any more

    def stop(self):
        self.server.shutdown()


def altered(where):
    def lie(handler, body):
        at = int(len(body) * where)
        handler.wfile.write(body[:at] + bytes([body[at] ^ 1]) + body[at + 1:])
    return lie


def truncated(handler, body):
    handler.wfile.write(body[:len(body) * 2 // 3])


def endless(handler, body):
    handler.wfile.write(body[:len(body) // 2])
    while True:
        handler.wfile.write(bytes(65_536))


def slow(handler, body):
    for at in range(len(body)):
        handler.wfile.write(body[at:at + 1])
        handler.wfile.flush()
        time.sleep(0.1)


def instead(other):
    """What belongs to another CID, root of the CAR and all."""
    def lie(handler, _):
        handler.wfile.write(other)
    return lie
