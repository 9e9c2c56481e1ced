using System.Management.Automation;

namespace LakeTools.Cmdlets.Glue;

/// <summary>Takes a word of Glue as Glue writes it, too: <c>ON_DEMAND</c> is <c>OnDemand</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class GlueWordAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        PSValue.Of(inputData) is string word ? GlueWords.Joined(word) : inputData;
}
