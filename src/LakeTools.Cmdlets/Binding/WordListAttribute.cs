using System.Collections;
using System.Management.Automation;
using LakeTools.Rules.Text;

namespace LakeTools.Cmdlets;

/// <summary>
/// Takes lists as PowerShell has them, and as a CSV file's cell has them: <c>SELECT,INSERT</c>. Only a single text is split: an item of
/// a list is one word, because the name of a column can have a comma. In a single text, such a name is in backticks. An empty cell is no
/// list. An empty item beside others stays, so that it is an error and not forgotten.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WordListAttribute : ArgumentTransformationAttribute
{
    /// <summary>
    /// True if an empty list has a meaning, which empty text and <c>$null</c>, such as unset variables, must not have.
    /// </summary>
    public bool IsEmptyMeant { get; init; }

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = PSValue.Of(inputData);
        var words = value is IEnumerable list and not string
            ? [.. list.Cast<object?>().Select(PSValue.Text)]
            : ListText.Read(PSValue.Text(inputData)).ToArray();
        if (Array.Exists(words, word => word.Length > 0)) return words;
        return words.Length > 0 && IsEmptyMeant
            ? throw new ArgumentTransformationMetadataException("The value is empty, such as an unset variable. Specify a value, "
                + "@() for none, or omit it.")
            : Array.Empty<string>();
    }
}
