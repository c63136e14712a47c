"""Candidates come in; out go the cards on which a maintainer decides, and what each decision writes."""
