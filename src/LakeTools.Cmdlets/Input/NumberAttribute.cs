using System.Management.Automation;

namespace LakeTools.Cmdlets.Input;

/// <summary>A number for which 0 is valid. PowerShell converts an empty text, such as an unset variable in quotes, to 0.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NumberAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is string text && string.IsNullOrWhiteSpace(text)
            ? throw new ArgumentTransformationMetadataException("the value is empty. Specify a number, or omit the parameter")
            : inputData;
}
