using System.Management.Automation;
using System.Security;

namespace LakeTools.Cmdlets;

/// <summary>
/// Lets a SecureString parameter accept plain text too, as in AWS.Tools. The text is converted to a SecureString.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecureTextAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = PSValue.Of(inputData);
        if (value is not string text) return inputData;
        var secure = new SecureString();
        foreach (var character in text) secure.AppendChar(character);
        secure.MakeReadOnly();
        return secure;
    }
}
