"""What is kept in .cache: by a digest of all that went into it, for as long as somebody asks for it."""
