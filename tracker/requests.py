"""The type of a request on every page that is not open to all, and how much of a file comes with one."""

import shutil

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext

from tracker.models import User


class Request(HttpRequest):
    """A request of somebody who is logged in: LoginRequiredMiddleware has seen to it."""

    user: User


MEGABYTE = 1024**2  # bytes
SAMPLE = 50 * MEGABYTE  # bytes that a sample person may upload, whom anybody can make
ROOM = 1024**3  # bytes of the disk that stay free


def most(user: User | AnonymousUser | None) -> int:
    """The bytes of the largest file that is kept for somebody: none for a stranger."""
    if not isinstance(user, User):
        return 0
    return min(settings.MAX_UPLOAD, room(), SAMPLE if user.sample_until else settings.MAX_UPLOAD)


def room() -> int:
    """The bytes that files may still take of the disk."""
    return max(0, shutil.disk_usage(settings.IMPORTS).free - ROOM)


def too_large(user: User) -> str:
    """Why a file is not kept that is larger than the largest for this person."""
    if room() < MEGABYTE:
        return gettext("The disk of this site is nearly full: no file can be taken in before there is room.")
    words = gettext("The file is larger than %(most)s MB, the most that can be taken in here now.")
    return words % {"most": most(user) // MEGABYTE}


class BoundedUploadHandler(TemporaryFileUploadHandler):
    """Keeps no more than the largest file that is taken in; the rest only counts, for the form to refuse it.

    A request is read before it is seen whether anybody has logged in: a stranger could fill the disk.
    """

    kept = 0  # bytes, of all files of the request

    @cached_property
    def most(self) -> int:
        return most(getattr(self.request, "user", None))

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self.kept += len(raw_data)
        if self.kept <= self.most:
            self.file.write(raw_data)
