"""How dates and times are written in the United States: month before day, twelve hours."""

DATE_FORMAT = "F j, Y"
MONTH_DAY_FORMAT = "F j"
SHORT_DATE_FORMAT = "M j"
YEAR_MONTH_FORMAT = "F Y"
TIME_FORMAT = "P"
