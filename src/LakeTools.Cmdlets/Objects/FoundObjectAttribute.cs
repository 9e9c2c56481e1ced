using System.Management.Automation;
using LakeTools.Rules.Text;

namespace LakeTools.Cmdlets.Objects;

/// <summary>
/// Takes an object that Get-LakeObject found, a copy of it, as jobs, Import-Clixml and Select-Object make them, and a row of a file of such
/// objects for its address. It means itself: no character of its key is a wildcard.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FoundObjectAttribute : ArgumentTransformationAttribute
{
    // PowerShell puts 'Deserialized.' or 'Selected.' before the name of the type.
    private static readonly string s_copy = "." + typeof(LakeObject).FullName;

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => PSValue.WithProperties(inputData) switch
    {
        object[] items => Array.ConvertAll(items, item => Address(item) ?? item),
        var item => Address(item) is { } address ? new[] { address } : inputData,
    };

    private static string? Address(object? item) => PSValue.WithProperties(item) switch
    {
        LakeObject found => KeyPattern.Escape(found.Uri),
        PSObject copy when Text(copy, nameof(LakeObject.Uri)) is { } uri && (IsCopy(copy) || IsRow(copy, uri)) => KeyPattern.Escape(uri),
        _ => null,
    };

    private static bool IsCopy(PSObject item) => item.TypeNames.Any(name => name.EndsWith(s_copy, StringComparison.Ordinal));

    // Parts of an address in a row of the user's own, whose address may be a pattern, are not those of the address.
    private static bool IsRow(PSObject item, string uri) =>
        uri == $"s3://{Text(item, nameof(LakeObject.Bucket))}/{Text(item, nameof(LakeObject.Key))}";

    private static string? Text(PSObject item, string property) => item.Properties[property]?.Value?.ToString();
}
