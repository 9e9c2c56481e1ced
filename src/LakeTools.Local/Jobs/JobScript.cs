using LakeTools.Local.Context;
using LakeTools.Local.Identity;
using LakeTools.Local.LakeFormation;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.Store;

namespace LakeTools.Local.Jobs;

/// <summary>Fetches a job's files from the lake's S3, as the job's role: what the role may not read, the job does not get.</summary>
internal sealed class JobScript(LakeStore store, LakeContext lake, Caller role)
{
    private readonly IObjectAuthorizer _authorizer = new LakeObjectAuthorizer(lake.World);

    /// <summary>Copies an object into a folder.</summary>
    /// <param name="uri">Such as <c>s3://bucket/scripts/job.py</c>.</param>
    /// <param name="folder">The destination folder.</param>
    /// <returns>The file.</returns>
    /// <exception cref="LaunchException">It is not there, or the role may not read it.</exception>
    public async Task<string> FetchAsync(string uri, string folder)
    {
        if (!Uri.TryCreate(uri, UriKind.Absolute, out var location) || location.Scheme != "s3" || location.AbsolutePath.Length < 2)
            throw LaunchException.Because($"{uri} is not the S3 URI of a file.");
        var bucket = location.Host;
        var key = uri[(uri.IndexOf(bucket, StringComparison.OrdinalIgnoreCase) + bucket.Length + 1)..];
        if (!store.Read(session => _authorizer.IsAllowed(session, role, ObjectAction.Read, bucket, key)))
            throw LaunchException.Because($"Access denied when reading {uri} as {role.PrincipalArn}.");
        if (lake.Objects.OpenRead(store, bucket, key) is not { } item)
            throw LaunchException.Because($"File does not exist: {uri}");

        // The key's last part is a file name of the script's author; a name that this system does not take becomes one that it does.
        var name = string.Concat(key[(key.LastIndexOf('/') + 1)..].Split(Path.GetInvalidFileNameChars()));
        var file = Path.Combine(folder, name is "" or "." or ".." ? "script.py" : name);
        await using var source = item.Bytes;
        await using var target = OwnFiles.Make(file, FileMode.Create);
        await source.CopyToAsync(target).ConfigureAwait(false);
        return file;
    }
}
