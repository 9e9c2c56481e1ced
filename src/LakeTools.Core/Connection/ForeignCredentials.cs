using System.Reflection;
using Amazon.Runtime;

namespace LakeTools.Core.Connection;

/// <summary>
/// Credentials of another copy of the AWS SDK, such as the copy that the AWS.Tools modules load. Types of two copies are not
/// compatible, so members are called by name. They are read each time, because the other SDK renews them.
/// </summary>
public sealed class ForeignCredentials : AWSCredentials
{
    private readonly object _credentials;
    private readonly MethodInfo _get;

    private ForeignCredentials(object credentials, MethodInfo get)
    {
        _credentials = credentials;
        _get = get;
    }

    /// <summary>Accepts the output of Get-AWSCredential, or $StoredAWSCredentials.</summary>
    /// <param name="holder">An object.</param>
    /// <returns>The credentials. Null if the object has none.</returns>
    public static AWSCredentials? Of(object? holder)
    {
        if (holder is AWSCredentials own) return own;
        if (holder is null) return null;
        if (holder.GetType().FullName == "Amazon.PowerShell.Common.AWSPSCredentials")
            return Of(holder.GetType().GetProperty("Credentials",
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)?.GetValue(holder));
        for (var type = holder.GetType(); type is not null; type = type.BaseType)
        {
            if (type.FullName == typeof(AWSCredentials).FullName && type.GetMethod(nameof(GetCredentials), []) is { } get)
                return new ForeignCredentials(holder, get);
        }

        return null;
    }

    /// <inheritdoc/>
    public override ImmutableCredentials GetCredentials()
    {
        var keys = _get.Invoke(_credentials, BindingFlags.DoNotWrapExceptions, null, null, null)!;
        return new ImmutableCredentials(Read(keys, "AccessKey"), Read(keys, "SecretKey"), Read(keys, "Token"));
    }

    private static string? Read(object keys, string name) => keys.GetType().GetProperty(name)?.GetValue(keys) as string;
}
