"""Assumptions, issues and dependencies."""
