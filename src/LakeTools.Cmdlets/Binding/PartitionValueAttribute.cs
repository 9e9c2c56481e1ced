using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace LakeTools.Cmdlets;

/// <summary>
/// Takes dates as values of partition keys, in the form of Hive: a date without a time is only a date. PowerShell would make the text of
/// the current culture.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PartitionValueAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        PSValue.Of(inputData) is IEnumerable list and not (string or IDictionary)
            ? list.Cast<object?>().Select(Text).ToArray() : Text(inputData);

    private static string? Text(object? item) => PSValue.Of(item) switch
    {
        null => null,
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => OfTime(time),
        DateTimeOffset time => OfTime(time.UtcDateTime), // as Export-LakeData writes it
        _ => PSValue.Text(item),
    };

    private static string OfTime(DateTime time) => time.ToString(
        time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);
}
