using System.Management.Automation;
using LakeTools.Rules.Text;

namespace LakeTools.Cmdlets.Objects;

/// <summary>
/// Takes a copy of an object that Get-LakeObject found, as jobs, Import-Clixml and Select-Object make them, for its address. Such a copy
/// means itself, as the object does: no character of its key is a wildcard.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FoundObjectAttribute : ArgumentTransformationAttribute
{
    // PowerShell puts 'Deserialized.' or 'Selected.' before the name of the type.
    private static readonly string s_copy = "." + typeof(LakeObject).FullName;

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        inputData is PSObject copy && copy.TypeNames.Any(name => name.EndsWith(s_copy, StringComparison.Ordinal))
            && copy.Properties[nameof(LakeObject.Uri)]?.Value is { } uri
            ? new[] { KeyPattern.Escape($"{uri}") } : inputData;
}
