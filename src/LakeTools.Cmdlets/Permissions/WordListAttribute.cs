using System.Collections;
using System.Management.Automation;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// Takes lists as PowerShell has them, and as a CSV file's cell has them: <c>SELECT,INSERT</c>. An empty cell is no list.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WordListAttribute : ArgumentTransformationAttribute
{
    private static readonly char[] s_marks = [',', ';'];

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = PSValue.Of(inputData);
        var items = value is IEnumerable list and not string ? list.Cast<object?>() : [value];
        return items.SelectMany(item =>
            (item?.ToString() ?? "").Split(s_marks, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToArray();
    }
}
