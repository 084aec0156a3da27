"""Charts as a page shows them."""

from tracker.views.chart import Shown, shown  # noqa: F401
