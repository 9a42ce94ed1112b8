"""What a guide, a session, a workshop, a question bank, a wheel, a resource and a plan are."""
