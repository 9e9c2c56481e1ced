using System.Net;
using System.Net.Sockets;
using LakeTools.Local;
using LakeTools.Local.Faults;
using LakeTools.Local.Identity;
using LakeTools.Rules.Errors;

namespace LakeTools.Cmdlets.Connection;

/// <summary>
/// The embedded lakes that Start-LakeServer has put behind ports. They stay open until they are stopped, or the process ends.
/// </summary>
internal static class LakeServers
{
    private static readonly object s_gate = new();
    // by the lake's own spelling of its folder
    private static readonly Dictionary<string, (LocalLake Lake, LakeFaults? Faults)> s_serving = [];

    /// <summary>Starts a lake's server, or says where it runs.</summary>
    /// <param name="folder">The lake's folder, absolute.</param>
    /// <param name="port">The port; 0 for any.</param>
    /// <param name="principal">The principal of the keys; null for the lake's administrator.</param>
    /// <param name="faults">The new faults. Null for no change.</param>
    /// <param name="accountId">The account of a principal that names none; null for the lake's first one.</param>
    /// <exception cref="LakeException">
    /// <c>LakeNotOpened</c>, <c>InvalidPrincipal</c>, <c>PrincipalCannotSignIn</c>, <c>PrincipalOfOtherAccount</c> or
    /// <c>ServerNotStarted</c>.
    /// </exception>
    public static LakeServer Start(string folder, int port, string? principal, LakeFaults? faults, string? accountId)
    {
        LocalConnection.CheckPrincipal(principal);
        accountId = LocalConnection.AccountFor(principal, accountId);
        lock (s_gate)
        {
            var lake = LocalConnection.Open(new LocalLakeOptions { Folder = folder, AccountId = accountId });
            try
            {
                var arn = LocalConnection.ArnOf(principal, lake);
                var key = LocalConnection.KeyOf(lake, arn);
                var address = Listen(lake, port, faults);
                if (s_serving.Remove(lake.Folder, out var before)) before.Lake.Dispose();
                faults ??= before.Faults;
                s_serving.Add(lake.Folder, (lake, faults));
                return new LakeServer
                {
                    Uri = address,
                    Port = address.Port,
                    Region = lake.Region,
                    Principal = arn,
                    AccessKey = key.AccessKeyId,
                    SecretKey = new NetworkCredential("", key.SecretAccessKey).SecurePassword,
                    LocalPath = lake.Folder,
                    Faults = faults,
                };
            }
            catch
            {
                lake.Dispose();
                throw;
            }
        }
    }

    /// <summary>Stops the server of a lake.</summary>
    /// <param name="folder">The lake's folder, absolute.</param>
    /// <returns>False if Start-LakeServer has started none for it.</returns>
    public static bool Stop(string folder)
    {
        lock (s_gate)
        {
            if (!s_serving.Remove(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)), out var serving)) return false;
            serving.Lake.StopServer();
            serving.Lake.Dispose();
            return true;
        }
    }

    /// <summary>The folders of the lakes that are served.</summary>
    public static IReadOnlyList<string> Folders()
    {
        lock (s_gate) return [.. s_serving.Keys];
    }

    /// <summary>The error of a connection that is none to an embedded lake, or of none at all.</summary>
    public static LakeException NotEmbedded(LakeConnection? connection) =>
        Fault.LakeNotEmbedded(connection);

    private static Uri Listen(LocalLake lake, int port, LakeFaults? faults)
    {
        try
        {
            return lake.StartServer(port, faults);
        }
        catch (Exception error) when (error is InvalidOperationException or SocketException)
        {
            throw Fault.ServerNotStarted(lake.Folder, port, error.Message, inner: error);
        }
    }
}
