"""``collabnet serve`` and ``collabnet demo``: the screen answers at the address printed."""

import http.cookiejar
import re
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request

import pytest

from cli.calls import call, program

ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/\?token=\S+")


def start(*arguments):
    """Start the program and read the address it prints into a pipe while it runs."""
    process = subprocess.Popen(
        [sys.executable, "-m", "collabnet", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    timer = threading.Timer(60, process.kill)
    timer.start()
    printed = ""
    for line in process.stdout:
        printed += line
        if found := ADDRESS.search(printed):
            timer.cancel()
            return process, found.group(), printed
    raise AssertionError(f"no address in:\n{printed}")


def stop(process):
    process.terminate()
    process.communicate(timeout=30)


def status(address):
    """Visit an address as a browser would: the token becomes a cookie on the way."""
    cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
    visitor = urllib.request.build_opener(urllib.request.ProxyHandler({}), cookies)
    try:
        with visitor.open(address, timeout=60) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code


@pytest.mark.parametrize("arguments", [("serve", "sample:g1"), ("serve",), ("demo",)])
def test_the_printed_address_opens_the_screen(arguments):
    """The address answers; without its token it doesn't."""
    process, address, printed = start(*arguments)
    try:
        assert status(address) == 200
        assert status(address.partition("?")[0]) == 403
        assert ("Three officers" in " ".join(printed.split())) == (arguments == ("demo",))
    finally:
        stop(process)


@pytest.mark.parametrize("port", ["abc", "-1", "80.5", "65536", "9" * 20])
def test_what_is_no_port_is_said(capsys, port):
    answer = call(capsys, "serve", "sample:g1", f"--port={port}")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == (
        "collabnet serve: --port needs a whole number from 0 to 65535, such as 8050; 0 takes a "
        f"free port; got '{port}'. Read: collabnet serve --help\n"
    )


def test_a_port_that_is_taken_is_said(capsys):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        answer = call(capsys, "serve", "sample:g1", "--port", port)
    assert (answer.code, answer.out) == (1, "")
    assert answer.err == (
        f"Port {port} is in use by another program. Choose another one, or let collabnet find a "
        "free one: --port 0.\n"
    )


def test_a_folder_that_is_refused_is_not_served(tmp_path):
    answer = program("serve", tmp_path)
    assert answer.code == 1
    assert "Traceback" not in answer.err
