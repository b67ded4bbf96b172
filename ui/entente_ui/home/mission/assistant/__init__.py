"""The assistant that puts the arrangement of a project in place, step by step."""
