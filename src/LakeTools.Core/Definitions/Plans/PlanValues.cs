using System.Globalization;
using System.Text;
using LakeTools.Core.Definitions.States;

namespace LakeTools.Core.Definitions.Plans;

/// <summary>The values of a change as every form of a plan shows them: on one line each, whatever is in them.</summary>
internal static class PlanValues
{
    private const string There = "true";
    private const string Parameter = "parameter.";

    /// <summary>The values before and after; null for nothing. A grant's are in its sentence.</summary>
    public static IEnumerable<(string Name, string? Before, string? After)> Of(LakePlanChange change)
    {
        if (change.StateKind == StateKind.Grant) yield break;
        var (before, after) = (change.Before ?? StateItem.FactsOf(), change.After ?? StateItem.FactsOf());
        foreach (var name in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal))
        {
            var (old, now) = (before.GetValueOrDefault(name), after.GetValueOrDefault(name));
            var dot = name.IndexOf('.', StringComparison.Ordinal);

            // A member of a set is there or is not.
            if (dot > 0 && (change.StateKind is StateKind.Tag or StateKind.Setting) && (old ?? There) == There && (now ?? There) == There
                && !name.StartsWith(Parameter, StringComparison.Ordinal))
            {
                var member = Line(name[(dot + 1)..]);
                yield return (Line(name[..dot]), old is null ? null : member, now is null ? null : member);
            }
            else
            {
                yield return (Line(name), old is null ? null : Line(old), now is null ? null : Line(now));
            }
        }
    }

    /// <summary>A text on one line, in which nothing steers a terminal or turns the direction of reading.</summary>
    public static string Line(string text)
    {
        if (!text.Any(Steers)) return text;
        var plain = new StringBuilder(text.Length + 16);
        foreach (var character in text)
        {
            if (character == '\n') plain.Append("\\n");
            else if (Steers(character)) plain.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
            else plain.Append(character);
        }

        return plain.ToString();
    }

    private static bool Steers(char character) => char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
