using System.Management.Automation;

namespace LakeTools.Cmdlets.Definitions;

/// <summary>Colours the lines of a plan by their signs, where the session has colours.</summary>
internal static class PlanColours
{
    private const string Reset = "\u001b[0m";

    /// <summary>Colours a plan's text, in which nothing steers a terminal.</summary>
    /// <param name="text">The text.</param>
    /// <param name="style">The session's <c>$PSStyle</c>.</param>
    /// <param name="hasColours">Whether the host shows colours.</param>
    /// <returns>The text, with colours or without.</returns>
    public static string Of(string text, object? style, bool hasColours)
    {
        var rendering = style is null ? null : PSObject.AsPSObject(style).Properties["OutputRendering"]?.Value?.ToString();
        if (!hasColours || rendering == "PlainText") return text;
        var lines = text.Split('\n').Select(line => line.Length > 0 && Code(line[0]) is { } code ? code + line + Reset : line);
        return string.Join('\n', lines);
    }

    private static string? Code(char sign) => sign switch
    {
        '+' => "\u001b[32m",
        '~' => "\u001b[33m",
        '-' => "\u001b[31m",
        _ => null,
    };
}
