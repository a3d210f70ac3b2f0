"""Working with the records of the library: versions of blocks, what differs, copying into proposals and back.

Pure functions; the files of pictures are carried by `app.store.inserting`.
"""
