"""A bell between processes: the server's workers ring it when there is work, the keeper hears it."""

import os
import select
from contextlib import suppress


class Bell:
    """Hung up before the processes are forked; without one nobody hears, and work is done where it arises."""

    def __init__(self) -> None:
        self.hears = self.rings = -1

    @property
    def hangs(self) -> bool:
        return self.rings >= 0

    def hang(self) -> None:
        self.hears, self.rings = os.pipe()
        os.set_blocking(self.rings, False)

    def ring(self) -> None:
        with suppress(BlockingIOError, BrokenPipeError):  # it is full of rings; nobody is left to hear it
            os.write(self.rings, b".")

    def listen(self) -> None:
        """This process hears it; from now on it is mute when every other that could ring it has ended."""
        os.close(self.rings)
        self.rings = -1

    def only_ring(self) -> None:
        os.close(self.hears)
        self.hears = -1

    def heard(self, seconds: float) -> bool:
        """Wait for it, or so many seconds; False when nobody is left to ring it."""
        if not select.select([self.hears], [], [], seconds)[0]:
            return True
        return os.read(self.hears, 65536) != b""


bell = Bell()
