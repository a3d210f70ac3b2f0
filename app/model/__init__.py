"""What a proposal is: frozen dataclasses without any input or output.

Everything that can be listed has an `id` that is unique among its siblings; a path such as
`estimate/sections/s1/items/i2/title` (see `app.model.path`) names any value inside a proposal.
"""
