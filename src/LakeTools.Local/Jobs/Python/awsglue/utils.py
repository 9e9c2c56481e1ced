"""getResolvedOptions, with which scripts of Glue jobs read their arguments."""


class GlueArgumentError(Exception):
    """An argument that the script needs was not given."""


def getResolvedOptions(args, options):
    """Gives the named arguments of a command line as a dictionary; others are passed over.

    args: the command line, sys.argv. options: names, without their leading dashes.
    """
    given = {}
    words = list(args[1:])
    while words:
        word = words.pop(0)
        if not word.startswith("--"):
            continue
        name, separator, value = word[2:].partition("=")
        if not separator:
            value = words.pop(0) if words and not _is_option(words[0], options) else ""
        given[name] = value
    missing = [name for name in options if name not in given]
    if missing:
        raise GlueArgumentError("the following arguments are required: " + ", ".join("--" + name for name in missing))
    return {name: given[name] for name in options}


def _is_option(word, options):
    return word.startswith("--") and word[2:].partition("=")[0] in options
