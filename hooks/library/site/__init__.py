"""The one room that knows MkDocs: pages become its files, and a `Build` travels from step to step.

start.py, build.py     a build is born, and what its steps hand on
steps.py               what becomes of a site without one of them
pages.py, assets.py    files of the site
papers.py, press.py    sheets, made at once or listed
place.py, address.py   where a site goes, and where it will stand
theme.py               what stands in for Material's templates
command.py             what outlives a build                            writing.py, asked.py   what `make serve` adds

This file imports nothing, so that a check of the content needs no MkDocs.
"""
