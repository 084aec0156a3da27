import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import tracker.models.log
import tracker.models.user
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("tracker", "0002_work_days"),
    ]

    operations = [
        migrations.AddField(
            model_name="user",
            name="checks_in",
            field=models.BooleanField(default=True, verbose_name="check-in"),
        ),
        migrations.CreateModel(
            name="CheckinLog",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField(validators=[tracker.models.log.check_day], verbose_name="day")),
                (
                    "zone",
                    models.CharField(
                        max_length=64, validators=[tracker.models.user.check_zone], verbose_name="time zone"
                    ),
                ),
                ("note", models.TextField(blank=True, default="", max_length=4000, verbose_name="note")),
                ("source", models.CharField(blank=True, default="", max_length=60)),
                ("key", models.CharField(default=tracker.models.log.fresh_key, max_length=64)),
                ("version", models.PositiveIntegerField(default=1)),
                ("created", models.DateTimeField(default=django.utils.timezone.now)),
                ("updated", models.DateTimeField(default=django.utils.timezone.now)),
                ("start", models.DateTimeField(blank=True, null=True, verbose_name="started at")),
                (
                    "mood",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(10)],
                        verbose_name="mood",
                    ),
                ),
                (
                    "energy",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(10)],
                        verbose_name="energy",
                    ),
                ),
                (
                    "focus",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(10)],
                        verbose_name="focus",
                    ),
                ),
                (
                    "stress",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(10)],
                        verbose_name="stress",
                    ),
                ),
                (
                    "sleepiness",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(10)],
                        verbose_name="sleepiness",
                    ),
                ),
                (
                    "batch",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="tracker.import",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["user", "day"], name="checkinlog_by_day")],
                "constraints": [
                    models.UniqueConstraint(fields=("user", "source", "key"), name="checkinlog_key_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("mood__isnull", True), ("mood__lte", 10), _connector="OR"),
                            models.Q(("energy__isnull", True), ("energy__lte", 10), _connector="OR"),
                            models.Q(("focus__isnull", True), ("focus__lte", 10), _connector="OR"),
                            models.Q(("stress__isnull", True), ("stress__lte", 10), _connector="OR"),
                            models.Q(("sleepiness__isnull", True), ("sleepiness__lte", 10), _connector="OR"),
                        ),
                        name="checkin_0_to_10",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("mood__isnull", False),
                            ("energy__isnull", False),
                            ("focus__isnull", False),
                            ("stress__isnull", False),
                            ("sleepiness__isnull", False),
                            _connector="OR",
                        ),
                        name="checkin_rates_something",
                    ),
                ],
            },
        ),
    ]
