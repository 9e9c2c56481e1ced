using System.Management.Automation;

namespace LakeTools.Cmdlets;

/// <summary>
/// A parameter whose empty text removes what is set. PowerShell makes empty text of <c>$null</c>, so an unset variable would remove it too.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotNullTextAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object? inputData) => PSValue.Of(inputData)
        ?? throw new ArgumentTransformationMetadataException("The value is $null, such as an unset variable. Specify a value, '' for none, "
            + "or omit it.");
}
