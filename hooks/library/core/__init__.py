"""What every document and list is made of, and the library that holds them.

No kind of document is named here but one: the library follows the stops of paths, so their model stands here.
"""
