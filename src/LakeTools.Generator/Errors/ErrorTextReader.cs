using System.Text.RegularExpressions;

namespace LakeTools.Generator.Errors;

/// <summary>Reads errors.txt, whose head says what its lines look like.</summary>
internal static partial class ErrorTextReader
{
    /// <summary>Reads the file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The errors, sorted by id.</returns>
    /// <exception cref="FormatException">
    /// Something is wrong. The message has the form of a compiler's, so a build shows it with the file and the line.
    /// </exception>
    public static IReadOnlyList<ErrorText> Read(string path) => Parse(File.ReadAllLines(path), path);

    /// <summary>Reads the lines of a file.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="path">The file, which messages name.</param>
    /// <returns>The errors, sorted by id.</returns>
    /// <exception cref="FormatException">Something is wrong, as for <see cref="Read"/>.</exception>
    public static IReadOnlyList<ErrorText> Parse(IReadOnlyList<string> lines, string path)
    {
        var errors = new List<ErrorText>();
        for (var at = 0; at < lines.Count;)
        {
            var line = at + 1;
            var head = lines[at++];
            if (head.Length == 0 || head[0] == '#') continue;
            if (HeadForm().Match(head) is not { Success: true } match)
                throw Wrong(line, "an error begins with 'Id(place, place): Category', and ', ends the pipeline' may follow");
            var text = new List<string>();
            while (at < lines.Count && lines[at].StartsWith("  ", StringComparison.Ordinal)) text.Add(lines[at++].Trim());
            var error = new ErrorText(match.Groups["id"].Value, [.. match.Groups["place"].Captures.Select(place => place.Value)],
                match.Groups["category"].Value, match.Groups["ends"].Success, string.Join(' ', text));
            if (errors.Count > 0 && string.CompareOrdinal(errors[^1].Id, error.Id) >= 0)
                throw Wrong(line, $"{error.Id} stands after {errors[^1].Id}, but each error stands once, sorted by its id");
            if (Problem(error) is { } problem) throw Wrong(line, $"{error.Id} {problem}");
            errors.Add(error);
        }

        return errors;

        FormatException Wrong(int line, string problem) => new($"{path}({line}): error LAKE1: {problem}.");
    }

    /// <summary>The parts of a text: names of places, and what is between them.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The parts in their order.</returns>
    public static IEnumerable<(bool IsPlace, string Text)> Parts(string text)
    {
        var from = 0;
        foreach (Match place in PlaceForm().Matches(text))
        {
            if (place.Index > from) yield return (false, text[from..place.Index]);
            yield return (true, place.Groups["name"].Value);
            from = place.Index + place.Length;
        }

        if (from < text.Length) yield return (false, text[from..]);
    }

    private static string? Problem(ErrorText error)
    {
        if (error.Text.Length == 0) return "has no text: it stands below, indented by two spaces";
        if (error.Places.GroupBy(place => place).FirstOrDefault(place => place.Count() > 1) is { } twice)
            return $"names the place '{twice.Key}' twice";
        if (error.Places.Contains("inner")) return "has a place 'inner', which is the name of the last parameter of every error";
        if (error.Places.Skip(1).Contains(ErrorText.Target)) return $"has the place '{ErrorText.Target}', which always comes first";
        var used = Parts(error.Text).Where(part => part.IsPlace).Select(part => part.Text).ToHashSet();
        if (used.FirstOrDefault(place => !error.Shown.Contains(place)) is { } unknown)
            return $"has the place {{{unknown}}} in its text, and its head names {Listed(error.Shown)}";
        if (error.Shown.FirstOrDefault(place => !used.Contains(place)) is { } unused)
            return $"names the place '{unused}' in its head, and its text has no {{{unused}}}";
        // Braces that are no place belong to a hashtable of PowerShell, such as @{ key = 'value' }.
        var rest = HashtableForm().Replace(PlaceForm().Replace(error.Text, ""), "");
        return rest.AsSpan().ContainsAny('{', '}')
            ? "has a brace in its text that belongs neither to a place, such as {name}, nor to a hashtable, such as @{ key = 'value' }"
            : null;
    }

    private static string Listed(IEnumerable<string> places) => string.Join(", ", places.DefaultIfEmpty("none"));

    [GeneratedRegex(
        @"^(?<id>[A-Z]\w*)(\((?<place>[a-z]\w*)(, (?<place>[a-z]\w*))*\))?: (?<category>[A-Z]\w*)(?<ends>, ends the pipeline)?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex HeadForm();

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex PlaceForm();

    [GeneratedRegex(@"@\{ [^{}]* \}", RegexOptions.CultureInvariant)]
    private static partial Regex HashtableForm();
}
