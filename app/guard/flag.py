"""How a packaged program, which brings no Python of its own, is called to be a guarded child."""

FLAG = "--guarded-child"
