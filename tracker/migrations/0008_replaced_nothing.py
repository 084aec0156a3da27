from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("tracker", "0007_feed")]

    operations = [
        migrations.AlterField(
            model_name="replaced",
            name="was",
            field=models.JSONField(null=True),
        ),
    ]
