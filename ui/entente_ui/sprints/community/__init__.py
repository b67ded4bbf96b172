"""The tab of the community: causes, working group, what was heard, stages, sandbox."""
