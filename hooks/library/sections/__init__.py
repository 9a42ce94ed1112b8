"""In which sections a document is told: one tree of typed blocks, which every format writes in its own way."""
