"""A browser reduced to a socket: it costs the server what a browser would, and is not counted."""

import json
import re
import socket
from dataclasses import dataclass, field
from urllib.parse import urlencode

from bench.site import PORT

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
COOKIE = re.compile(rb"^set-cookie: (\w+)=([^;\r]*)", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True)
class Answer:
    status: int
    head: bytes
    body: bytes

    def header(self, name: str) -> str:
        found = re.search(rf"^{name}: (.*?)\r?$".encode(), self.head, re.IGNORECASE | re.MULTILINE)
        return found[1].decode() if found else ""


@dataclass
class Client:
    """One person's cookies, and the token that their forms carry."""

    cookies: dict[str, str] = field(default_factory=dict)
    token: str = ""
    secret: str = ""  # what a program of theirs shows

    @classmethod
    def of(cls, session: str, secret: str) -> "Client":
        return cls({"sessionid": session}, secret=secret)

    def get(self, path: str, **headers: str) -> Answer:
        answer = self._ask(f"GET {path}", b"", headers)
        if found := TOKEN.search(answer.body.decode(errors="replace")):
            self.token = found[1]
        return answer

    def post(self, path: str, **fields: str) -> Answer:
        body = urlencode({**fields, "csrfmiddlewaretoken": self.token}).encode()
        return self._ask(f"POST {path}", body, {"Content-Type": "application/x-www-form-urlencoded"})

    def send(self, path: str, body: object) -> Answer:
        """What a program of theirs sends to the API."""
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {self.secret}", "Cookie": ""}
        return self._ask(f"POST {path}", json.dumps(body).encode(), headers)

    def _ask(self, line: str, body: bytes, headers: dict[str, str]) -> Answer:
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        sent = {
            "Host": f"127.0.0.1:{PORT}",
            "Connection": "close",
            "Cookie": cookie,
            "Content-Length": str(len(body)),
            **headers,
        }
        head = "".join(f"{name}: {value}\r\n" for name, value in sent.items())
        with socket.create_connection(("127.0.0.1", PORT), timeout=60) as server:
            server.sendall(f"{line} HTTP/1.1\r\n{head}\r\n".encode() + body)
            answer = b"".join(iter(lambda: server.recv(65536), b""))
        return self._read(answer)

    def _read(self, answer: bytes) -> Answer:
        head, _, body = answer.partition(b"\r\n\r\n")
        self.cookies |= {name.decode(): value.decode() for name, value in COOKIE.findall(head)}
        return Answer(int(head.split(b" ", 2)[1]), head, body)
