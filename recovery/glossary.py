"""Words of the library in plain ones: shown on the dotted word, and together on a page."""

from dataclasses import dataclass

from recovery.clinic.care import CHELATION, ICANS
from recovery.clinic.doctor import SEROTONIN_SYNDROME, SLEEP_DOCTOR
from recovery.clinic.harm import NEUROTOXICITY
from recovery.clinic.topic import Topic
from recovery.measures import BY_SLUG, Measure
from recovery.mechanisms import body, brain, night
from recovery.mechanisms.mechanism import Mechanism
from recovery.words import N_


@dataclass(frozen=True)
class Term:
    """A word as it stands in a text. `forms` are its other spellings there; `page` says more."""

    slug: str
    word: str
    meaning: str
    forms: tuple[str, ...] = ()
    page: Mechanism | Measure | Topic | None = None

    @property
    def spellings(self) -> tuple[str, ...]:
        return (self.word, *self.forms)


SLEEP = (
    Term(
        "adenosine", N_("adenosine"),
        N_("A substance left over when cells use energy. It gathers in waking and makes one sleepy."),
        page=night.ADENOSINE,
    ),
    Term(
        "body-clock", N_("body clock"),
        N_("A group of cells in the brain that times sleep, hormones and body heat to about 24 hours."),
        page=night.CIRCADIAN_TIMING,
    ),
    Term(
        "cbt-i", N_("CBT-I"),
        N_("Cognitive behavioural therapy for insomnia: a course of talks and exercises about sleep."),
        page=SLEEP_DOCTOR,
    ),
    Term(
        "chronotype", N_("chronotype"),
        N_("When a body sleeps if nothing keeps it from it: early, late, or in between."),
        page=BY_SLUG["chronotype"],
    ),
    Term(
        "circadian", N_("circadian"), N_("Running in a round of about one day."),
        page=night.CIRCADIAN_TIMING,
    ),
    Term(
        "cortisol", N_("cortisol"),
        N_("A hormone of the adrenal glands. It rises towards morning, and under stress."),
        page=night.MELATONIN_AND_CORTISOL,
    ),
    Term(
        "deep-sleep", N_("deep sleep"),
        N_("The stage with slow, large brain waves, mostly early in the night; also slow-wave sleep."),
        forms=(N_("slow-wave sleep"),),
    ),
    Term(
        "glymphatic", N_("glymphatic"),
        N_("Of the fluid that moves along the brain’s blood vessels and is thought to carry waste away."),
        page=night.GLYMPHATIC_CLEARANCE,
    ),
    Term(
        "growth-hormone", N_("growth hormone"),
        N_("A hormone of the pituitary gland that tells tissues to build protein and to use fat."),
        page=night.GROWTH_HORMONE,
    ),
    Term(
        "insomnia", N_("insomnia"),
        N_("Trouble falling or staying asleep, with tired days; chronic when it lasts three months or more."),
        page=SLEEP_DOCTOR,
    ),
    Term(
        "melatonin", N_("melatonin"),
        N_("A hormone that a gland in the brain releases in the evening; it announces the night."),
        page=night.MELATONIN_AND_CORTISOL,
    ),
    Term(
        "midsleep", N_("midsleep"), N_("The moment halfway between falling asleep and waking for good."),
        page=BY_SLUG["midsleep"],
    ),
    Term(
        "rem-sleep", N_("REM sleep"),
        N_("The stage with rapid eye movements and most vivid dreams, mostly late in the night."),
        forms=(N_("dreaming sleep"), N_("dreaming (REM) sleep")), page=night.REM_SLEEP,
    ),
    Term(
        "sleep-apnoea", N_("sleep apnoea"),
        N_("An illness in which breathing stops and starts again and again during sleep."),
        page=SLEEP_DOCTOR,
    ),
    Term(
        "sleep-efficiency", N_("sleep efficiency"), N_("The share of the time in bed that one was asleep."),
        page=BY_SLUG["sleep-efficiency"],
    ),
    Term(
        "sleep-regularity", N_("Sleep Regularity Index"),
        N_("How like one day is to the next in when one sleeps: 100 is wholly alike, 0 is chance."),
        forms=(N_("SRI"),), page=BY_SLUG["sleep-regularity"],
    ),
    Term(
        "sleep-hygiene", N_("sleep hygiene"),
        N_("Small habits of the evening and of the bedroom that are meant to help sleep."),
    ),
    Term(
        "sleep-restriction", N_("sleep restriction"),
        N_("A part of CBT-I: fewer hours in bed for a time, by plan and with a trained guide."),
        page=SLEEP_DOCTOR,
    ),
    Term(
        "social-jetlag", N_("social jetlag"),
        N_("How far sleep on free days lies from sleep on work days, on the clock."),
        page=BY_SLUG["social-jetlag"],
    ),
    Term(
        "ultradian", N_("ultradian"), N_("Running in rounds shorter than a day, such as those of a night."),
        page=night.CIRCADIAN_TIMING,
    ),
)  # fmt: skip
BRAIN = (
    Term(
        "bdnf", N_("BDNF"),
        N_("Brain-derived neurotrophic factor: a protein that helps brain cells to live and to connect."),
        page=brain.BDNF,
    ),
    Term(
        "dopamine", N_("dopamine"),
        N_("A messenger between brain cells with a part in movement, drive and reward."),
        page=brain.NEUROTRANSMITTER_BALANCE,
    ),
    Term(
        "gaba", N_("GABA"), N_("The main messenger by which brain cells quiet one another."),
        page=brain.NEUROTRANSMITTER_BALANCE,
    ),
    Term("glia", N_("glial cells"), N_("The cells that feed, shield and clean up after nerve cells.")),
    Term(
        "growth-factors", N_("growth factors"), N_("Proteins that tell cells to live, to grow or to divide."),
        forms=(N_("growth factor"),),
    ),
    Term(
        "hippocampus", N_("hippocampus"),
        N_("A part of the brain, one on each side, needed for new memories."),
        page=brain.NEUROGENESIS,
    ),
    Term(
        "messengers", N_("neurotransmitters"),
        N_("Substances by which one brain cell passes a signal to the next, such as serotonin or GABA."),
        forms=(N_("neurotransmitter"),), page=brain.NEUROTRANSMITTER_BALANCE,
    ),
    Term(
        "microglia", N_("microglia"), N_("The immune cells of the brain; they clear away what is damaged."),
        page=body.INFLAMMATION,
    ),
    Term(
        "monoamines", N_("monoamines"),
        N_("A family of messengers to which serotonin, noradrenaline and dopamine belong."),
        page=night.REM_SLEEP,
    ),
    Term(
        "neurogenesis", N_("neurogenesis"), N_("The birth of nerve cells from stem cells."),
        page=brain.NEUROGENESIS,
    ),
    Term(
        "noradrenaline", N_("noradrenaline"),
        N_("A messenger of alertness, in the brain and in the body."),
        page=brain.NEUROTRANSMITTER_BALANCE,
    ),
    Term(
        "plasticity", N_("plasticity"),
        N_("How connections in the brain grow stronger or weaker, or form anew, with what one does."),
        forms=(N_("neuroplasticity"),), page=brain.NEUROPLASTICITY,
    ),
    Term(
        "precursors", N_("precursors"), N_("Substances from which the body makes another one."),
        page=SEROTONIN_SYNDROME,
    ),
    Term(
        "receptors", N_("receptors"), N_("The places on a cell at which a messenger takes effect."),
        forms=(N_("receptor"),),
    ),
    Term("reuptake", N_("reuptake"), N_("How a nerve cell takes back a messenger that it has released.")),
    Term(
        "serotonin", N_("serotonin"),
        N_("A messenger between brain cells with a part in mood, sleep and appetite, among much else."),
        page=brain.NEUROTRANSMITTER_BALANCE,
    ),
    Term("stem-cells", N_("stem cells"), N_("Cells from which cells of other kinds can still come.")),
    Term(
        "synapse", N_("synapses"), N_("The contacts at which one brain cell passes a signal to another."),
        forms=(N_("synapse"),), page=night.SYNAPTIC_DOWNSCALING,
    ),
    Term(
        "thalamus", N_("thalamus"),
        N_("A part deep in the brain that passes on most of what the senses report."),
    ),
)  # fmt: skip
BODY = (
    Term(
        "adrenal-glands", N_("adrenal glands"),
        N_("Two small glands above the kidneys that make cortisol, among other hormones."),
        page=body.STRESS_AXIS,
    ),
    Term(
        "alzheimer", N_("Alzheimer’s disease"),
        N_("An illness, mostly of old age, in which memory and then other thinking is lost bit by bit."),
    ),
    Term(
        "antioxidant", N_("antioxidants"),
        N_("Substances that catch reactive oxygen; plants hold many, and so does the body itself."),
        forms=(N_("antioxidant"),), page=body.OXIDATIVE_STRESS,
    ),
    Term(
        "cholesterol", N_("cholesterol"),
        N_("A fatty substance in the blood; much of its harmful kind narrows the vessels over the years."),
    ),
    Term("enzymes", N_("enzymes"), N_("Proteins that build up or break down other substances.")),
    Term(
        "epa-dha", N_("EPA"), N_("With DHA, one of the two omega-3 fats that oily fish is rich in."),
        forms=(N_("DHA"),),
    ),
    Term("fibre", N_("fibre"), N_("What the body cannot digest in plants; it keeps the gut at work.")),
    Term(
        "heart-rate-variability", N_("heart rate variability"),
        N_("How much the time from one heartbeat to the next varies; in rest it is mostly larger."),
    ),
    Term(
        "hormones", N_("hormones"),
        N_("Substances that one part of the body sends through the blood to tell others what to do."),
        forms=(N_("hormone"),),
    ),
    Term(
        "hpa", N_("HPA"),
        N_("Hypothalamus, pituitary and adrenal glands: the chain by which the brain raises cortisol."),
        forms=(N_("stress axis"),), page=body.STRESS_AXIS,
    ),
    Term(
        "hypothalamus", N_("hypothalamus"),
        N_("A small part at the base of the brain that steers hormones, body heat, hunger and thirst."),
    ),
    Term(
        "inflammation", N_("inflammation"),
        N_("The body’s answer to injury or infection; where slight and lasting, only the blood shows it."),
        page=body.INFLAMMATION,
    ),
    Term(
        "mind-diet", N_("MIND diet"),
        N_("A way of eating with weight on greens and berries, put together for the brain by researchers."),
        page=BY_SLUG["mind-score"],
    ),
    Term(
        "omega-3", N_("omega-3"),
        N_("A family of fats that the body needs and makes little of; oily fish is rich in two of them."),
    ),
    Term(
        "oxidative-stress", N_("oxidative stress"),
        N_("More reactive oxygen in a cell than it can catch."),
        page=body.OXIDATIVE_STRESS,
    ),
    Term(
        "pituitary", N_("pituitary"),
        N_("A gland under the brain, the size of a pea, whose hormones steer other glands."),
    ),
)  # fmt: skip
CLINIC = (
    Term(
        "anaesthesia", N_("anaesthesia"),
        N_("A state without feeling, brought on by medicines, as for an operation."),
    ),
    Term("anakinra", N_("anakinra"), N_("A medicine that blocks interleukin-1."), page=ICANS),
    Term(
        "bipolar-disorder", N_("bipolar disorder"),
        N_("An illness with times of very low and times of very high mood."), page=SLEEP_DOCTOR,
    ),
    Term(
        "car-t", N_("CAR-T"),
        N_("Immune cells, mostly a person’s own, changed in a laboratory to find a cancer."),
        page=ICANS,
    ),
    Term(
        "chelation", N_("chelation"), N_("Binding metals with a medicine so that the body passes them out."),
        page=CHELATION,
    ),
    Term(
        "corticosteroids", N_("corticosteroids"),
        N_("Strong medicines against inflammation, related to cortisol."), page=ICANS,
    ),
    Term(
        "icans", N_("ICANS"),
        N_("A reaction of the brain to immune-cell therapy for cancer, handled in hospital."), page=ICANS,
    ),
    Term(
        "interleukin-1", N_("interleukin-1"),
        N_("A messenger between immune cells that drives inflammation; IL-1 for short."),
        forms=(N_("IL-1"),), page=ICANS,
    ),
    Term(
        "neurotoxicity", N_("neurotoxicity"),
        N_("Harm to the brain or nerves by a substance or another agent from outside."), page=NEUROTOXICITY,
    ),
    Term(
        "psychosis", N_("psychosis"),
        N_("A state in which somebody sees, hears or is sure of things that are not so for others."),
    ),
    Term(
        "serotonin-syndrome", N_("serotonin syndrome"),
        N_("Too much action of serotonin, mostly from medicines that were combined; it can be an emergency."),
        page=SEROTONIN_SYNDROME,
    ),
    Term(
        "withdrawal", N_("withdrawal"),
        N_("What body and mind go through when a medicine or drug they were used to falls away."),
    ),
)  # fmt: skip
RESEARCH = (
    Term(
        "meta-analysis", N_("studies taken together"),
        N_("A meta-analysis: the results of many studies of one question, weighed and combined."),
        forms=(N_("trials taken together"), N_("meta-analysis"), N_("meta-analyses")),
    ),
    Term(
        "observed", N_("observed, not assigned"),
        N_("Researchers watched what people do anyway: it shows what goes together, not what causes it."),
        forms=(N_("only observed"),),
    ),
    Term(
        "risk-of-bias", N_("risk of bias"),
        N_("How easily the way in which a study was done can have bent its result."),
    ),
    Term(
        "standard-deviation", N_("standard deviation"),
        N_("A usual measure of how far values lie from their mean."), page=BY_SLUG["time-asleep-spread"],
    ),
    Term(
        "trial", N_("trials"),
        N_("Studies in which chance decides who tries something and who does not."),
        forms=(N_("randomised trials"), N_("randomised trial"), N_("trial")),
    ),
)  # fmt: skip
SITE = (
    Term(
        "coverage", N_("coverage"), N_("How much of what was planned can be judged from what was logged."),
        page=BY_SLUG["logged"],
    ),
    Term(
        "met", N_("METs"),
        N_("A measure of effort. One MET is the energy the body uses at rest; 3 METs are three times that."),
        forms=(N_("MET-minutes"), N_("One MET")), page=BY_SLUG["met-minutes"],
    ),
    Term(
        "serving", N_("servings"),
        N_("A usual portion: of fruit or vegetables about a handful, 80 grams."),
        forms=(N_("serving"),),
    ),
)  # fmt: skip

TERMS = tuple(
    sorted((*SLEEP, *BRAIN, *BODY, *CLINIC, *RESEARCH, *SITE), key=lambda term: term.word.casefold())
)
