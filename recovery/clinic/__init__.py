"""Clinician's ground: what belongs in the hands of doctors and therapists, in the order of its pages."""

from recovery.clinic import care, doctor, harm

TOPICS = (*harm.TOPICS, *care.TOPICS, *doctor.TOPICS)
BY_SLUG = {topic.slug: topic for topic in TOPICS}
