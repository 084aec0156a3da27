from django.db import migrations, models


def remember_what_came_again(apps, schema_editor):
    """Give what an import brought where an earlier one had taken it away a row of its own."""
    replaced = apps.get_model("tracker", "Replaced")
    names = replaced.objects.filter(version=0).values_list("batch__user", "kind", "source", "key")
    for user, kind, source, key in set(names):
        about = {"kind": kind, "source": source, "key": key}
        rows = list(replaced.objects.filter(batch__user=user, **about).order_by("pk"))
        log = apps.get_model("tracker", f"{kind}log").objects.filter(user=user, source=source, key=key)
        values = [*(row.was for row in rows[1:]), log.values("batch_id", "version").first()]
        layers = []
        for row, value in zip(rows, values):
            layers.append(row)
            batch = _brought_again(apps, row, value)
            if batch:
                version = value["version"] if batch.source == "recovery" else 1
                layers.append(replaced(batch=batch, was=None, version=version, **about))
        if len(layers) > len(rows):
            replaced.objects.filter(pk__in=[row.pk for row in rows]).delete()
            for row in layers:  # in their order
                row.pk = None
                row.save(force_insert=True)


def _brought_again(apps, row, value):
    if row.version or not value:
        return None
    later = apps.get_model("tracker", "Import").objects.filter(state="taken", taken__gt=row.batch.taken)
    return later.filter(pk=value.get("batch_id")).first()


class Migration(migrations.Migration):
    dependencies = [("tracker", "0007_feed")]

    operations = [
        migrations.AlterField(
            model_name="replaced",
            name="was",
            field=models.JSONField(null=True),
        ),
        migrations.RunPython(remember_what_came_again, migrations.RunPython.noop),
    ]
