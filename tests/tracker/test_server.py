"""How the server is set up: what no request of a test shows."""

import socket

from tracker import server


def test_one_request_in_twenty_gives_memory_back(monkeypatch):
    trims = []
    monkeypatch.setattr(server, "trim", lambda: trims.append(1))
    with socket.create_server(("127.0.0.1", 0)) as listening:
        answered = server.options(listening, "ready")["post_request"]
    for _ in range(3 * server.TRIMMED + 1):
        answered(None, None, None, None)
    assert len(trims) == 3
