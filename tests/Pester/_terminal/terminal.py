"""Runs a program in a terminal of its own and does with it what a person does.

    python3 terminal.py steps.json program argument...

steps.json is a list: {"type": text} types a line, {"key": "c"} presses Ctrl+C, {"show": pattern} waits until the terminal has shown
what the pattern matches since the last step of this kind, {"write": path} writes a byte into a FIFO that somebody reads. All that the
terminal showed goes to the standard output, without escape sequences. The exit code is 1 where a step failed.
"""
import fcntl
import json
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time

LIMIT = 120  # seconds that one step may take; there against hanging alone
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[=>78]")


class Terminal:
    def __init__(self, program):
        self.shown = ""
        self.read_to = 0
        self.pid, self.descriptor = pty.fork()
        if self.pid == 0:
            os.environ["TERM"] = "xterm"
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # a shell that starts us in the background lets programs ignore it
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 200, 0, 0))  # rows, columns
            os.execvp(program[0], program)

    def type(self, text):
        os.write(self.descriptor, (text + "\r").encode())

    def key(self, letter):
        os.write(self.descriptor, bytes([ord(letter.upper()) - ord("A") + 1]))

    def show(self, pattern):
        deadline = time.monotonic() + LIMIT
        while True:
            found = re.search(pattern, self.shown[self.read_to:])
            if found:
                self.read_to += found.end()
                return
            if not self._read(deadline):
                sys.exit(f"The terminal did not show {pattern!r}.")

    def write(self, path):
        descriptor = os.open(path, os.O_WRONLY | os.O_NONBLOCK)
        os.write(descriptor, b"x")
        os.close(descriptor)

    def close(self):
        try:
            os.kill(self.pid, 9)
        finally:
            os.waitpid(self.pid, 0)

    def _read(self, deadline):
        ready, _, _ = select.select([self.descriptor], [], [], max(0, deadline - time.monotonic()))
        if not ready:
            return False
        try:
            data = os.read(self.descriptor, 65536)
        except OSError:  # Linux says so where the program has ended
            return False
        # Programs ask where the cursor is, and wait for the answer.
        for _ in range(data.count(b"\x1b[6n")):
            os.write(self.descriptor, b"\x1b[1;1R")
        self.shown += ESCAPES.sub("", data.decode(errors="replace"))
        return bool(data)


with open(sys.argv[1], encoding="utf-8-sig") as file:
    steps = json.load(file)
terminal = Terminal(sys.argv[2:])
try:
    for step in steps:
        for verb, argument in step.items():
            getattr(terminal, verb)(argument)
finally:
    print(terminal.shown)
    terminal.close()
