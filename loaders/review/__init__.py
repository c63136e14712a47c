"""What a maintainer decides: candidates come in, edits go out, and what they would change is read first."""
