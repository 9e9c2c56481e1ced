using System.Net;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Server;

/// <summary>
/// Keeps web pages out. A page that a browser runs may send requests to this machine: such a request carries an Origin, or,
/// where the page's own name was made to point here, a Host that is not this machine's.
/// </summary>
internal static class OriginGuard
{
    private const string Localhost = "localhost";

    public static bool Admits(WireRequest request) => request.Header("Origin") is null && IsLoopback(request.Host);

    private static bool IsLoopback(string host)
    {
        var colon = host.LastIndexOf(':');
        var name = colon > host.LastIndexOf(']') ? host[..colon] : host;
        return name.Equals(Localhost, StringComparison.OrdinalIgnoreCase)
            || name.EndsWith("." + Localhost, StringComparison.OrdinalIgnoreCase) // virtual-host style buckets
            || (IPAddress.TryParse(name.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
    }
}
