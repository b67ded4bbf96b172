"""What people are asked: questionnaires of ours and the mission's own."""
