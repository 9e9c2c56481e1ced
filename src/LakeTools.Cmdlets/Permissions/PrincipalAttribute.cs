using System.Collections;
using System.Management.Automation;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>Takes principals as text, as the objects of AWS.Tools, as roles that have an Arn, and as rows that have a Principal.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PrincipalAttribute : ArgumentTransformationAttribute
{
    private static readonly string[] s_names = ["DataLakePrincipalIdentifier", "Arn", "Principal"];

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = PSValue.WithProperties(inputData);
        var items = value is IEnumerable list and not string ? list.Cast<object?>() : [value];
        return items.Select(Text).ToArray();
    }

    private static string Text(object? item)
    {
        if (item is null) return "";
        var value = PSObject.AsPSObject(item);
        if (value.BaseObject is string text) return text;
        return s_names.Select(name => value.Properties[name]?.Value?.ToString()).FirstOrDefault(id => !string.IsNullOrEmpty(id))
            ?? value.ToString();
    }
}
