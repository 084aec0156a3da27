"""How well a plan is kept: the state of each day and week, kept and coverage, strength and streak.

The rules that these follow, with their numbers, are docs/rules.md, 9 to 22.
"""
