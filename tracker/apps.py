from django.apps import AppConfig


class TrackerConfig(AppConfig):
    name = "tracker"
    default = True

    def ready(self) -> None:
        from tracker import checks  # noqa: F401 (registers itself)
