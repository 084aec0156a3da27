"""Every address of the site, by room."""

from django.urls import include, path, register_converter

from tracker import converters
from tracker.views import account, chart, data, learn, log, made, month, plan, review, today, trends, week

register_converter(converters.KindConverter, "kind")
register_converter(converters.DayConverter, "day")
register_converter(converters.WeekConverter, "week")
register_converter(converters.MonthConverter, "month")

urlpatterns = [
    path("", today.today, name="today"),
    path("day/<day:day>/", today.day, name="day"),
    path("month/<month:first>/", month.month, name="month"),
    path("complete/", today.complete, name="complete"),
    path("log/<kind:kind>/", log.add, name="log-add"),
    path("log/<kind:kind>/<int:pk>/", log.edit, name="log-edit"),
    path("log/<kind:kind>/<int:pk>/delete/", log.delete, name="log-delete"),
    path("log/<kind:kind>/quick/", log.quick, name="log-quick"),
    path("undo/<uuid:token>/", log.undo, name="undo"),
    path("timer/<kind:kind>/", log.timer, name="timer"),
    path("timer/<kind:kind>/stop/", log.timer_stop, name="timer-stop"),
    path("week/", week.now, name="week-now"),
    path("week/<week:monday>/", week.week, name="week"),
    path("week/<week:monday>/review/", review.review, name="review"),
    path("plan/", plan.plan, name="plan"),
    path("plan/pause/", plan.pause, name="pause"),
    path("plan/pause/<int:pk>/", plan.pause_edit, name="pause-edit"),
    path("plan/pause/<int:pk>/delete/", plan.pause_delete, name="pause-delete"),
    path("plan/<slug:slug>/", plan.strategy, name="plan-strategy"),
    path("plan/target/<int:pk>/delete/", plan.target_delete, name="target-delete"),
    path("learn/", learn.index, name="learn"),
    path("learn/search/", learn.search, name="learn-search"),
    path("learn/words/", learn.words, name="learn-words"),
    path("learn/pathways/", learn.pathways, name="learn-pathways"),
    path("learn/measures/", learn.measures, name="learn-measures"),
    path("learn/measures/<slug:slug>/", learn.measure, name="learn-measure"),
    path("learn/<slug:slug>/", learn.entry, name="learn-entry"),
    path("trends/", trends.now, name="trends"),
    path("trends/<slug:name>/", trends.preset, name="trends-preset"),
    path("trends/<day:first>/<day:last>/", trends.dates, name="trends-dates"),
    path("made/<slug:slug>/<day:first>/<day:last>/", made.measure, name="made"),
    path("made/habit/<slug:slug>/<day:first>/<day:last>/", made.habit, name="made-habit"),
    path("chart/<slug:name>/<day:first>/<day:last>.<str:form>", chart.chart, name="chart"),
    path("chart/<slug:name>/<day:first>/<day:last>/", chart.table, name="chart-table"),
    path("data/", data.data, name="data"),
    path("data/export/", data.export, name="export"),
    path("data/import/<int:pk>/", data.imported, name="import"),
    path("data/import/<int:pk>/answer/", data.import_answer, name="import-answer"),
    path("data/import/<int:pk>/take/", data.import_take, name="import-take"),
    path("data/import/<int:pk>/discard/", data.import_discard, name="import-discard"),
    path("data/import/<int:pk>/undo/", data.import_undo, name="import-undo"),
    path("welcome/", account.welcome, name="welcome"),
    path("welcome/plan/", account.welcome_plan, name="welcome-plan"),
    path("sample/", account.sample, name="sample"),
    path("settings/", account.settings, name="settings"),
    path("settings/email/", account.email, name="account-email"),
    path("settings/delete/", account.delete, name="account-delete"),
    path("account/", include("tracker.accounts")),
]
