"""Nothing comes in; out goes the briefing: content (numbers, ids, evidence), wording (one language), web and word."""
