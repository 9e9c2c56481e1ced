"""Runs before a job's script in the embedded lake. It is not there on AWS, and a script need not know of it."""
import importlib.abc
import importlib.util
import os
import sys
import threading


def _end_with_the_lake():
    """Ends the job when the process that hosts the lake is gone: its end of our standard input closes then."""
    pipe = os.dup(0)
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.close(null)

    def wait():
        while os.read(pipe, 1024):
            pass
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()


class _EndpointFinder(importlib.abc.MetaPathFinder):
    """Makes a botocore from before 1.31, which knows no AWS_ENDPOINT_URL, honour it as later ones do."""

    def find_spec(self, name, path, target=None):
        if name != "botocore.session":
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(name)
        if spec is None:
            return None
        execute = spec.loader.exec_module

        def exec_module(module):
            execute(module)
            _honour_endpoint_url(module.Session)

        spec.loader.exec_module = exec_module
        return spec


def _honour_endpoint_url(session):
    import botocore

    if tuple(int(part) for part in botocore.__version__.split(".")[:2]) >= (1, 31):
        return
    create_client = session.create_client

    def create_client_there(self, service_name, *args, **kwargs):
        if len(args) < 5 and kwargs.get("endpoint_url") is None:
            own = "AWS_ENDPOINT_URL_" + service_name.upper().replace("-", "_")
            kwargs["endpoint_url"] = os.environ.get(own) or os.environ.get("AWS_ENDPOINT_URL")
        return create_client(self, service_name, *args, **kwargs)

    session.create_client = create_client_there


# Taken away, so that processes that the script starts are not watched as well.
if os.environ.pop("LAKETOOLS_JOB", None):
    _end_with_the_lake()
sys.meta_path.insert(0, _EndpointFinder())
