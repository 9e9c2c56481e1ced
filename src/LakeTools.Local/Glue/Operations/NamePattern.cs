using System.Text;
using System.Text.RegularExpressions;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Glue.Operations;

/// <summary>
/// The pattern of names in GetTables and GetUserDefinedFunctions: a regular expression in which an asterisk is also the wildcard of the
/// Hive metastore.
/// </summary>
/// <remarks>
/// The API reference says "regular expression" only. Clients send Hive's patterns (AWS SDK for pandas: <c>prefix*</c>, <c>*suffix</c>,
/// <c>*contains*</c>) and regular expressions (<c>prefix.*</c>). An asterisk after a dot, a class, a group or an escape is a quantifier;
/// after a letter, a digit or another plain character, and where a quantifier cannot be, it is the wildcard.
/// </remarks>
internal static class NamePattern
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    /// <summary>
    /// Reads a pattern. It is matched without backtracking, in time that grows with the names and not with what the pattern could try; what
    /// cannot be matched so is refused.
    /// </summary>
    /// <returns>Null for no pattern.</returns>
    public static Regex? Parse(string? pattern)
    {
        if (string.IsNullOrEmpty(pattern)) return null;
        try
        {
            return new Regex("\\A(?:" + WithWildcards(pattern) + ")\\z", Options);
        }
        catch (NotSupportedException)
        {
            throw new ApiException("InvalidInputException",
                "The embedded lake does not support look-around, back references and very large repetitions in expressions.");
        }
        catch (ArgumentException)
        {
            throw new ApiException("InvalidInputException", "Invalid expression.");
        }
    }

    private static string WithWildcards(string pattern)
    {
        var expression = new StringBuilder(pattern.Length);
        var (isInClass, isQuantifiable) = (false, false);
        for (var at = 0; at < pattern.Length; at++)
        {
            var character = pattern[at];
            if (character == '*' && !isInClass && !isQuantifiable)
            {
                expression.Append(".*");
                continue;
            }

            expression.Append(character);
            isQuantifiable = character is '.' or ')' or ']';
            if (character == '\\' && at + 1 < pattern.Length)
            {
                expression.Append(pattern[++at]);
                isQuantifiable = true;
            }
            else if (character is '[' or ']')
            {
                isInClass = character == '[';
            }
        }

        return expression.ToString();
    }
}
