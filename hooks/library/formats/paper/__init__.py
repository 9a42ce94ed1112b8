"""Sheets for paper: what each shows, as typed values; Typst sets them, and nothing it is given is read as source."""
