"""What one drink holds, where a file only counts them: the person is asked, and this is proposed."""

from recovery.words import N_

GRAMS = {  # of alcohol in a standard drink
    "8": N_("8 g (United Kingdom)"),
    "10": N_("10 g (most of Europe, Australia)"),
    "12": N_("12 g (Denmark, Germany, Italy)"),
    "14": N_("14 g (United States)"),
}
MUG = 107  # mg of caffeine in 250 ml of coffee (Gardiner et al. 2023), as where one types
