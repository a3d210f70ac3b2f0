"""The tests' own walls stand."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest


def test_a_test_cannot_reach_the_network() -> None:
    with pytest.raises(RuntimeError, match="getaddrinfo"):
        socket.create_connection(("example.org", 80), timeout=1)


def test_a_program_that_a_test_starts_cannot_either() -> None:
    code = "import socket; socket.create_connection(('192.0.2.1', 80), timeout=1)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "NetworkForbiddenError" in done.stderr


def test_home_is_not_the_users(home: Path) -> None:
    assert Path.home() == home
    assert os.environ["XDG_DATA_HOME"].startswith(str(home))
