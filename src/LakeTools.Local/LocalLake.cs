using LakeTools.Local.Api;
using LakeTools.Local.Faults;
using LakeTools.Local.Identity;

namespace LakeTools.Local;

/// <summary>
/// An AWS in a folder: Lake Formation that enforces, Glue, Secrets Manager, S3, STS, IAM and logs. Clients reach it
/// through <see cref="CreateHandler"/>, other programs through <see cref="StartServer"/>. A lake may be opened more than
/// once in a process; it closes with the last handle. It holds one account or several; a handle is in one of them.
/// </summary>
public sealed class LocalLake : IDisposable
{
    private static readonly Dictionary<string, (LakeInstance Lake, int Handles)> s_open =
        new(OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);

    private readonly LakeInstance _lake;
    private bool _disposed;

    private LocalLake(LakeInstance lake, string accountId) => (_lake, AccountId) = (lake, accountId);

    /// <summary>The account that this handle is in: twelve digits.</summary>
    public string AccountId { get; }

    /// <summary>The lake's region, such as <c>us-east-1</c>.</summary>
    public string Region => _lake.Context.Region;

    /// <summary>The lake's folder, absolute.</summary>
    public string Folder => _lake.Context.Folder;

    /// <summary>True if the lake's folder cannot be written: then it is open for reading only.</summary>
    public bool IsReadOnly => _lake.Store.IsReadOnly;

    /// <summary>The role that a new account has as its data lake administrator.</summary>
    public string AdministratorArn => $"arn:aws:iam::{AccountId}:role/LakeAdmin";

    /// <summary>For the tests of the lake.</summary>
    internal LakeInstance Instance => _lake;

    /// <summary>Opens an account of the lake of a folder, and makes the account and the lake where they are not there.</summary>
    /// <param name="options">The folder, the account, and for a new lake its region.</param>
    /// <returns>A handle, to be disposed.</returns>
    /// <exception cref="InvalidOperationException">The lake has another region, an account's id has not twelve digits, or the account
    /// is not there and the lake can be read only.</exception>
    /// <exception cref="InvalidDataException">The lake was last opened by a newer version, or its key is missing or another one.
    /// </exception>
    public static LocalLake Open(LocalLakeOptions options) => Open(options, TimeProvider.System);

    /// <summary>Whether a folder holds an embedded lake. Looks, and opens nothing.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>True if it does.</returns>
    public static bool IsIn(string folder) => Store.LakeStore.IsIn(folder);

    /// <summary>Opens a lake with a clock of the caller's own.</summary>
    internal static LocalLake Open(LocalLakeOptions options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.AccountId is { } id && (id.Length != 12 || !id.All(char.IsAsciiDigit)))
            throw new InvalidOperationException($"An account's id has twelve digits, and '{id}' has not.");
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.Folder));
        lock (s_open)
        {
            // A lake whose folder was removed is gone, even where somebody still has a handle to it: the folder's next lake is a new one.
            if (s_open.TryGetValue(folder, out var open) && open.Lake.IsThere)
            {
                open.Lake.CheckAgainst(options);
            }
            else
            {
                open.Lake?.StopServer();
                open = (new LakeInstance(options, folder, clock), 0);
            }

            try
            {
                var account = options.AccountId ?? open.Lake.Context.AccountId;
                open.Lake.World.Of(account);
                if (options.Organizations is { } organizations) open.Lake.World.PutOrganizations(account, organizations);
                s_open[folder] = (open.Lake, open.Handles + 1);
                return new LocalLake(open.Lake, account);
            }
            catch when (open.Handles == 0)
            {
                s_open.Remove(folder);
                open.Lake.Dispose();
                throw;
            }
        }
    }

    /// <summary>Makes a handler to put under an SDK client's HttpClient. It needs no network and may be disposed at any time.</summary>
    /// <param name="faults">The faults of this connection. Null for none.</param>
    /// <param name="isIntegrated">
    /// True for the way of a reader that filters columns and rows itself, as a service of AWS that is integrated with Lake Formation does:
    /// credentials and unfiltered metadata come to it without the settings that open them to other programs.
    /// </param>
    /// <returns>A new handler.</returns>
    public HttpMessageHandler CreateHandler(LakeFaults? faults = null, bool isIntegrated = false)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return new LocalLakeHandler(faults is null ? _lake.Router : _lake.RouterWith(faults), isIntegrated);
    }

    /// <summary>
    /// The long-lived keys of a user or role, made when they are first asked for and kept in the lake. The principal's account is added to
    /// the lake where it is not there.
    /// </summary>
    /// <param name="principalArn">Such as <c>arn:aws:iam::000000000000:role/Analyst</c>; it need not be recorded in IAM.</param>
    /// <returns>Keys that sign as that principal.</returns>
    /// <exception cref="ArgumentException">The ARN is not that of a user or role.</exception>
    public LocalCredential CredentialFor(string principalArn)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (PrincipalArn.TryParse(principalArn) is { } principal) _lake.World.Of(principal.AccountId);
        return _lake.Store.Read(session => _lake.Context.Identity.KnownLongLived(session, principalArn))
            ?? _lake.Store.Write(session => _lake.Context.Identity.LongLived(session, principalArn));
    }

    /// <summary>
    /// Puts the lake behind a port of the loopback interface, for other programs. Requests must be signed as on AWS, and
    /// none of a web page is answered. Where the server runs already, this says where.
    /// </summary>
    /// <param name="port">The port; 0 for any that is free.</param>
    /// <param name="faults">The new faults of this connection. Null for no change.</param>
    /// <returns>Its address, to be used as the endpoint of every service: <c>http://127.0.0.1:port/</c>.</returns>
    /// <exception cref="InvalidOperationException">The server listens on another port already.</exception>
    /// <exception cref="System.Net.Sockets.SocketException">Another program has the port.</exception>
    public Uri StartServer(int port = 0, LakeFaults? faults = null)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _lake.StartServer(port, faults);
    }

    /// <summary>Stops the server, if it runs, for all handles of the lake. Closing the lake also stops it.</summary>
    public void StopServer() => _lake.StopServer();

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (s_open)
        {
            if (_disposed) return;
            _disposed = true;
            // its folder was removed, and another lake is there
            if (!s_open.TryGetValue(Folder, out var open) || open.Lake != _lake) return;
            if (open.Handles > 1)
            {
                s_open[Folder] = (open.Lake, open.Handles - 1);
                return;
            }

            s_open.Remove(Folder);
            _lake.Dispose();
        }
    }
}
