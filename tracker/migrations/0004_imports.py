import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F


def name_states(apps, schema_editor):
    """What came in before there were states was taken at once."""
    imports = apps.get_model("tracker", "Import").objects
    imports.update(state="taken", taken=F("created"))
    imports.filter(undone__isnull=False).update(state="undone")
    for batch in imports.all():
        problems = batch.report.get("problems", [])
        batch.report["problems"] = [[line, [sentence, {}, ""]] for line, sentence in problems]
        batch.report["aside"] = []  # it did not say what they clashed with
        batch.save(update_fields=["report"])


STATES = ["received", "reading", "ready", "writing", "taken", "failed", "discarded", "undone"]


class Migration(migrations.Migration):
    dependencies = [("tracker", "0003_checkin")]

    operations = [
        migrations.AlterField("import", "source", models.CharField(blank=True, default="", max_length=60)),
        migrations.AddField(
            "import",
            "state",
            models.CharField(
                choices=[(state, state.title()) for state in STATES], default="received", max_length=10
            ),
        ),
        migrations.AddField("import", "size", models.PositiveBigIntegerField(default=0)),
        migrations.AddField("import", "answers", models.JSONField(default=dict)),
        migrations.AddField("import", "prefers_file", models.BooleanField(default=False)),
        migrations.AddField("import", "judges_past", models.BooleanField(default=False)),
        migrations.AddField("import", "tries", models.PositiveSmallIntegerField(default=0)),
        migrations.AddField("import", "taken", models.DateTimeField(blank=True, null=True)),
        migrations.AddIndex("import", models.Index(fields=["state"], name="import_by_state")),
        migrations.CreateModel(
            name="Replaced",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=10)),
                ("source", models.CharField(blank=True, max_length=60)),
                ("key", models.CharField(max_length=64)),
                ("was", models.JSONField()),
                ("version", models.PositiveIntegerField(default=0)),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="replaced", to="tracker.import"
                    ),
                ),
            ],
            options={"indexes": [models.Index(fields=["kind", "key"], name="replaced_by_key")]},
        ),
        migrations.RunPython(name_states, migrations.RunPython.noop),
    ]
