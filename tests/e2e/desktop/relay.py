# SPDX-License-Identifier: GPL-3.0-or-later
"""A node in front of another one that passes everything on, and on demand says that it is of another chain, or lies."""

import http.server
import json
import threading
import urllib.request


class Relay:
    def __init__(self, target):
        self.target = target
        self.chain_id = None  # an int: what it says instead of the truth
        self.lie = None       # changes the result of a question before it is passed on: lie(method, result)
        self.sent = 0         # transactions it was given
        relay = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"  # keeps connections open, as nodes do

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                answer = relay.answer(body)
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            def log_message(self, *arguments):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    def answer(self, body):
        questions = json.loads(body)
        asked = questions if isinstance(questions, list) else [questions]
        self.sent += sum(q["method"] == "eth_sendRawTransaction" for q in asked)
        request = urllib.request.Request(self.target, body, {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=20) as reply:
            text = reply.read()
        if self.chain_id is None and self.lie is None:
            return text
        answers = json.loads(text)
        methods = {q["id"]: q["method"] for q in asked}
        for one in answers if isinstance(answers, list) else [answers]:
            method = methods.get(one.get("id"))
            if self.chain_id is not None and method == "eth_chainId":
                one["result"] = hex(self.chain_id)
            if self.lie is not None and one.get("result"):
                one["result"] = self.lie(method, one["result"])
        return json.dumps(answers).encode()

    def close(self):
        self.server.shutdown()
        self.server.server_close()
