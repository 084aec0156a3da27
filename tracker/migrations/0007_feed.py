from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("tracker", "0006_tokens")]

    operations = [
        migrations.AddField(
            model_name="user",
            name="feed",
            field=models.CharField(blank=True, max_length=64, null=True, unique=True),
        ),
    ]
