using System.Management.Automation;

namespace LakeTools.Cmdlets.Input;

/// <summary>Takes a switch as a CSV file has it: <c>True</c>, <c>False</c> or an empty cell.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FlagAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            "" => false,
            string text when bool.TryParse(text, out var flag) => flag,
            _ => inputData,
        };
}
