using System.Management.Automation;
using System.Security;

namespace LakeTools.Cmdlets;

/// <summary>
/// Lets a SecureString parameter take plain text as well, as the AWS tools' users are used to; it is held as a SecureString from there on.
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
