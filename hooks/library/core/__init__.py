"""What every document and list is made of, and the library that holds them. No kind of document is named here."""
