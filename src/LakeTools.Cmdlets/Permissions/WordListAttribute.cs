using System.Collections;
using System.Management.Automation;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// Takes lists as PowerShell has them, and as a CSV file's cell has them: <c>SELECT,INSERT</c>. An empty cell is no list. An empty item
/// beside others stays, so that it is an error and not forgotten.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WordListAttribute : ArgumentTransformationAttribute
{
    private static readonly char[] s_marks = [',', ';'];

    /// <summary>
    /// True if an empty list has a meaning, which empty text and <c>$null</c>, such as unset variables, must not have.
    /// </summary>
    public bool IsEmptyMeant { get; init; }

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = PSValue.Of(inputData);
        var items = value is IEnumerable list and not string ? list.Cast<object?>() : [value];
        var words = items.SelectMany(item => (item?.ToString() ?? "").Split(s_marks, StringSplitOptions.TrimEntries)).ToArray();
        if (Array.Exists(words, word => word.Length > 0)) return words;
        return words.Length > 0 && IsEmptyMeant
            ? throw new ArgumentTransformationMetadataException("The value is empty, such as an unset variable. Specify a value, "
                + "@() for none, or omit it.")
            : Array.Empty<string>();
    }
}
