namespace LakeTools.Host;

/// <summary>The command line, taken apart as pwsh takes it: names may be shortened, and the first other word is a script.</summary>
public sealed record HostArguments
{
    /// <summary>What to do.</summary>
    public HostMode Mode { get; init; }

    /// <summary>The script file, or the text of a command.</summary>
    public string Text { get; init; } = "";

    /// <summary>What follows the script file.</summary>
    public IReadOnlyList<string> ScriptArguments { get; init; } = [];

    /// <summary>The Pester files and folders.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>Only Pester tests with one of these tags.</summary>
    public IReadOnlyList<string> Tag { get; init; } = [];

    /// <summary>No Pester test with one of these tags.</summary>
    public IReadOnlyList<string> ExcludeTag { get; init; } = [];

    /// <summary>Only Pester tests whose path matches one of these wildcards.</summary>
    public IReadOnlyList<string> FullNameFilter { get; init; } = [];

    /// <summary>How much the Pester run prints: Detailed, Normal or None.</summary>
    public string Output { get; init; } = "Normal";

    /// <summary>A prompt is an error.</summary>
    public bool NonInteractive { get; init; }

    /// <summary>The prompt follows the script or the command.</summary>
    public bool NoExit { get; init; }

    /// <summary>The folder to start in.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>Each name with the shortest form of it that pwsh takes.</summary>
    private static readonly (string Name, int Shortest)[] s_names =
    [
        ("Command", 1), ("File", 1), ("Help", 1), ("NonInteractive", 4), ("NoProfile", 3), ("NoLogo", 3), ("NoExit", 3),
        ("ExecutionPolicy", 2), ("WorkingDirectory", 2), ("Version", 1), ("Pester", 6), ("Tag", 3), ("ExcludeTag", 10),
        ("FullNameFilter", 14), ("Output", 6), ("Interactive", 1), ("Login", 1),
    ];

    /// <summary>Takes a command line apart.</summary>
    /// <exception cref="FormatException">A name is unknown, or its value is missing.</exception>
    public static HostArguments Parse(IReadOnlyList<string> args)
    {
        var result = new HostArguments();
        for (int i = 0; i < args.Count; i++)
        {
            if (!IsName(args[i]))
            {
                if (result.Mode != HostMode.Pester)
                    return result with { Mode = HostMode.File, Text = args[i], ScriptArguments = [.. args.Skip(i + 1)] };
                result = result with { Paths = [.. result.Paths, args[i]] };
                continue;
            }

            var name = Resolve(args[i]);
            switch (name)
            {
                case "Command":
                    return result with { Mode = HostMode.Command, Text = CommandText([.. args.Skip(i + 1)]) };
                case "File":
                    return result with { Mode = HostMode.File, Text = Value(args, ref i), ScriptArguments = [.. args.Skip(i + 1)] };
                case "Help": return result with { Mode = HostMode.Help };
                case "Version": return result with { Mode = HostMode.Version };
                case "NonInteractive": result = result with { NonInteractive = true }; break;
                case "NoExit": result = result with { NoExit = true }; break;
                case "ExecutionPolicy": _ = Value(args, ref i); break;
                case "WorkingDirectory": result = result with { WorkingDirectory = Value(args, ref i) }; break;
                case "Pester": result = result with { Mode = HostMode.Pester }; break;
                case "Tag": result = result with { Tag = List(Value(args, ref i)) }; break;
                case "ExcludeTag": result = result with { ExcludeTag = List(Value(args, ref i)) }; break;
                case "FullNameFilter": result = result with { FullNameFilter = List(Value(args, ref i)) }; break;
                case "Output": result = result with { Output = Value(args, ref i) }; break;
            }
        }

        return result;
    }

    private static bool IsName(string word) => word.Length > 1 && word[0] == '-';

    private static string Resolve(string word)
    {
        var typed = word.TrimStart('-');
        if (typed == "?") return "Help";
        foreach (var (name, shortest) in s_names)
            if (typed.Length >= Math.Min(shortest, name.Length) && name.StartsWith(typed, StringComparison.OrdinalIgnoreCase)) return name;
        throw new FormatException($"'{word}' is not known here.");
    }

    private static string Value(IReadOnlyList<string> args, ref int index) =>
        ++index < args.Count ? args[index] : throw new FormatException($"'{args[index - 1]}' needs a value.");

    private static string[] List(string value) => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string CommandText(string[] words) => words switch
    {
        [] => throw new FormatException("'-Command' needs a value."),
        ["-"] => Console.In.ReadToEnd(),
        _ => string.Join(' ', words),
    };
}
