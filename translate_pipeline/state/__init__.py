"""What runs have done: documents by content, addresses by what servers said, runs and their ends."""

from translate_pipeline.state.jobs import DocumentState, JobState
from translate_pipeline.state.runs import Run, RunHistory
from translate_pipeline.state.store import StateStore, default_state

__all__ = ["DocumentState", "JobState", "Run", "RunHistory", "StateStore", "default_state"]
