using System.Data.Common;
using Amazon.Runtime;
using LakeTools.Core.Connection;
using LakeTools.Core.Errors;
using LakeTools.Core.Permissions;
using LakeTools.Local;
using LakeTools.Local.Faults;

namespace LakeTools.Cmdlets.Connection;

/// <summary>
/// Opens an embedded lake for a connection. Here alone, and in <see cref="LakeServers"/>, the cmdlets know that there is one.
/// </summary>
internal static class LocalConnection
{
    /// <summary>Adds the embedded lake in a folder to the options.</summary>
    /// <param name="options">What else was given.</param>
    /// <param name="folder">The folder, absolute.</param>
    /// <param name="principal">Who to act as; null for the lake's administrator.</param>
    /// <param name="accountId">The account of a new lake; null for the default.</param>
    /// <param name="faults">What goes wrong on the way to the lake; null for nothing.</param>
    public static LakeConnectionOptions Complete(LakeConnectionOptions options, string folder, string? principal, string? accountId,
        LakeFaults? faults)
    {
        var lake = Open(new LocalLakeOptions { Folder = folder, AccountId = accountId, Region = options.Region });
        var arn = principal is null ? lake.AdministratorArn : LakePrincipal.Parse(principal, lake.AccountId).Id;
        var key = lake.CredentialFor(arn);
        AWSCredentials credentials = key.SessionToken is null
            ? new BasicAWSCredentials(key.AccessKeyId, key.SecretAccessKey)
            : new SessionAWSCredentials(key.AccessKeyId, key.SecretAccessKey, key.SessionToken);
        return options with
        {
            Region = lake.Region,
            Local = new LocalEndpoint(lake.Folder, lake.AccountId, arn, credentials, new LocalTransport(lake, faults)),
        };
    }

    /// <summary>Opens a lake, or makes one.</summary>
    /// <exception cref="LakeException"><c>LakeNotOpened</c>.</exception>
    public static LocalLake Open(LocalLakeOptions options)
    {
        try
        {
            return LocalLake.Open(options);
        }
        catch (Exception error) when (error is InvalidOperationException or InvalidDataException or DbException)
        {
            throw Fault.LakeNotOpened(options.Folder, error.Message, inner: error);
        }
    }
}
