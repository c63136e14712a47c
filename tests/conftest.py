"""Property tests try the same examples each time; `HYPOTHESIS_PROFILE=searching make test` looks for new ones."""

import os

from hypothesis import settings

settings.register_profile("searching", deadline=None)  # a busy machine is no broken promise
settings.register_profile("steady", settings.get_profile("searching"), derandomize=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))
