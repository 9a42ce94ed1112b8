"""The small types everything is made of: ids, lines, addresses, dates, minutes, rich text, names of other things."""
