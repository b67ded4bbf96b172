"""The sprints: planned before all, closed with what came of them, looked back on in charts."""
