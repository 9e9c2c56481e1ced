using System.Text.RegularExpressions;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Text;

namespace LakeTools.Rules.Resources;

/// <summary>Checks keys and values of LF-Tags before any call.</summary>
/// <remarks>
/// Source: the API's model, LFTagKey and LFTagValue. The developer guide says that both have at most 50 characters; the model takes 128
/// and 256. So what the model takes is sent, and what the guide does not promise is worth a warning.
/// </remarks>
public static partial class TagNames
{
    private const int LongestKey = 128;
    private const int LongestValue = 256;
    private const int LongestInGuide = 50;

    /// <summary>Folds and checks a key.</summary>
    /// <param name="key">As it was typed.</param>
    /// <returns>The key as Lake Formation keeps it, in lower case.</returns>
    /// <exception cref="LakeException"><c>TagInvalid</c>.</exception>
    public static string Key(string key) => Check("key", key, LongestKey);

    /// <summary>Folds and checks values.</summary>
    /// <param name="values">As they were typed.</param>
    /// <returns>The values as Lake Formation keeps them, in lower case and once each.</returns>
    /// <exception cref="LakeException"><c>TagInvalid</c>.</exception>
    public static NameList Values(IEnumerable<string> values) => NameList.Of(values.Select(value => Check("value", value, LongestValue)));

    /// <summary>Checks an expression; <c>*</c> is a value in it.</summary>
    /// <param name="expression">The expression.</param>
    /// <returns>The same.</returns>
    /// <exception cref="LakeException"><c>TagInvalid</c>.</exception>
    public static TagExpression Expression(TagExpression expression)
    {
        if (expression.Count == 0)
            throw Fault.TagMissing();
        if (expression.TooLargeToSave is { } problem) throw Fault.TagExpressionTooLarge(expression, problem);
        foreach (var (key, values) in expression)
        {
            Key(key);
            if (values.Count == 0) Check("value", "", LongestValue);
            Values(values.Where(value => value != TagExpression.AnyValue));
        }

        return expression;
    }

    /// <summary>The keys and values that are longer than the developer guide promises.</summary>
    /// <param name="key">A key.</param>
    /// <param name="values">Its values.</param>
    /// <returns>The texts that are longer.</returns>
    public static IEnumerable<string> LongerThanGuide(string key, IEnumerable<string> values) =>
        values.Prepend(key).Where(text => text.Length > LongestInGuide);

    private static string Check(string what, string text, int longest)
    {
        var problem = string.IsNullOrWhiteSpace(text) ? "it is empty"
            : text.Length > longest ? $"it has {text.Length} characters, and may have {longest}"
            : text == TagExpression.AnyValue ? "* represents all values"
            : !Characters().IsMatch(text) ? "letters, digits, spaces and _ . : / = + - @ % are allowed"
            : null;
        return problem is null ? text.ToLowerInvariant()
            : throw Fault.TagInvalid(text, what, problem);
    }

    [GeneratedRegex(@"\A[\p{L}\p{Z}\p{N}_.:/=+\-@%]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Characters();
}
