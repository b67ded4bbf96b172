"""Cooperation between organisations: its factors, its trigger, what is feared, its convention."""
