import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("tracker", "0001_first"),
    ]

    operations = [
        migrations.AddField(
            model_name="user",
            name="work_days",
            field=models.PositiveSmallIntegerField(
                default=31,
                validators=[django.core.validators.MaxValueValidator(127)],
                verbose_name="usual work days",
            ),
        ),
        migrations.AddConstraint(
            model_name="user",
            constraint=models.CheckConstraint(
                condition=models.Q(("work_days__lte", 127)), name="user_work_days_of_a_week"
            ),
        ),
    ]
