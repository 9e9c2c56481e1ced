using System.Globalization;
using LakeTools.Core.Definitions.States;

namespace LakeTools;

/// <summary>One publish of a definition.</summary>
public sealed record LakeDefinitionVersion
{
    /// <summary>The definition's name.</summary>
    public required string Name { get; init; }

    /// <summary>The publish's number: 1, 2, and so on.</summary>
    public required int Version { get; init; }

    /// <summary>When it began, in local time.</summary>
    public DateTime PublishedAt { get; init; }

    /// <summary>The principal who published.</summary>
    public string? Principal { get; init; }

    /// <summary>The number of changes in the plan.</summary>
    public int ChangeCount { get; init; }

    /// <summary>
    /// Done, Failed (some changes failed), Incomplete (something was left out), Unfinished (interrupted: publish again to finish it),
    /// or what a later version of LakeTools wrote.
    /// </summary>
    public string Status { get; init; } = nameof(PublicationStatus.Unfinished);

    /// <summary>The journal of the version, so that a piped version is one of that journal: a folder, or an <c>s3://</c> prefix.</summary>
    public string? JournalPath { get; init; }

    /// <summary>Reads a name and a number, as <see cref="ToString"/> shows them.</summary>
    /// <param name="text">Such as <c>sales 3</c>.</param>
    /// <returns>The name and the number. Null if the text has another form.</returns>
    public static (string Name, int Version)? Parse(string text)
    {
        var space = text.LastIndexOf(' ');
        return space > 0 && int.TryParse(text.AsSpan(space + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number > 0 ? (text[..space].TrimEnd(), number) : null;
    }

    /// <summary>Shows name and number.</summary>
    /// <returns>Such as <c>sales 3</c>.</returns>
    public override string ToString() => $"{Name} {Version}";
}
