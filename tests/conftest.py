"""What every test stands on: no network, no file of the user's, one date, and a window system without a screen."""

import gc
import importlib.util
import os
import shutil
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A slow machine is no fault of the product: examples are not judged by how long they take to make or to run.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")

ROOT = Path(__file__).resolve().parent.parent
GUARD = Path(__file__).resolve().parent / "guard"
_HOME = Path(tempfile.mkdtemp(prefix="blesna-tests-"))

_PLACES = {
    "HOME": "",
    "USERPROFILE": "",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
    "XDG_CACHE_HOME": "cache",
    "XDG_DOCUMENTS_DIR": "documents",
    "XDG_RUNTIME_DIR": "run",
    "APPDATA": "roaming",
    "LOCALAPPDATA": "local",
}
for _name, _folder in _PLACES.items():
    (_HOME / _folder).mkdir(exist_ok=True, mode=0o700)
    os.environ[_name] = str(_HOME / _folder)

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["SOURCE_DATE_EPOCH"] = "1795219200"  # 21 November 2026
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(GUARD), os.environ.get("PYTHONPATH", "")]))
for _name in ("DISPLAY", "WAYLAND_DISPLAY", "LC_ALL", "LC_MESSAGES", "LANGUAGE"):
    os.environ.pop(_name, None)
os.environ["LANG"] = "C.UTF-8"


def pytest_collection_finish() -> None:
    """Look for garbage as usual: tests that load the front door have switched that off, which is for starts of the program."""
    gc.collect()
    gc.freeze()
    gc.enable()


def pytest_configure(config: pytest.Config) -> None:
    """Load the network guard, and let the deprecations of Qt's bindings be: they are not ours to mend."""
    config.addinivalue_line("filterwarnings", "ignore::DeprecationWarning:shibokensupport")
    config.addinivalue_line("filterwarnings", "ignore::DeprecationWarning:PySide6")
    spec = importlib.util.spec_from_file_location("network_guard", GUARD / "sitecustomize.py")
    assert spec and spec.loader
    guard = importlib.util.module_from_spec(spec)
    sys.modules["network_guard"] = guard
    spec.loader.exec_module(guard)


def pytest_unconfigure() -> None:
    """Take the home of the tests away."""
    shutil.rmtree(_HOME, ignore_errors=True)


@pytest.fixture(scope="session")
def qapp_cls() -> type:
    """Let windows be tested under the application that the program has."""
    from widgets.qapp import Application

    return Application


@pytest.fixture
def home() -> Path:
    """The folder that the tests take for the user's home."""
    return _HOME
