"""The type of a request on every page that is not open to all, and how much of a file comes with one."""

from django.conf import settings
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.http import HttpRequest

from tracker.models import User


class Request(HttpRequest):
    """A request of somebody who is logged in: LoginRequiredMiddleware has seen to it."""

    user: User


class BoundedUploadHandler(TemporaryFileUploadHandler):
    """Keeps no more than the largest file that is taken in; the rest only counts, for the form to refuse it.

    A request is read before anybody has logged in: without a bound a stranger could fill the disk.
    """

    kept = 0  # bytes, of all files of the request

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self.kept += len(raw_data)
        if self.kept <= settings.MAX_UPLOAD:
            self.file.write(raw_data)
