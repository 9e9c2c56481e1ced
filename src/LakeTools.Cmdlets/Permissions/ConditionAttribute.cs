using System.Management.Automation;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>Takes a condition as text, and as the objects of AWS.Tools have it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ConditionAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = PSValue.WithProperties(inputData);
        if (value is null) return null;
        var item = PSObject.AsPSObject(value);
        return item.BaseObject is string text ? text : item.Properties["Expression"]?.Value?.ToString() ?? item.ToString();
    }
}
