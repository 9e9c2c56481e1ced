using System.Management.Automation;
using LakeTools.Rules.Errors;
using Microsoft.PowerShell.Commands;

namespace LakeTools.Cmdlets;

/// <summary>Paths of the file system in PowerShell. Used on the pipeline's thread.</summary>
internal static class FileSystemPath
{
    /// <summary>Makes the path of a file or folder absolute against PowerShell's current location.</summary>
    /// <param name="paths">The session's paths.</param>
    /// <param name="path">A path of the file system; wildcards are not expanded.</param>
    /// <returns>The absolute path.</returns>
    /// <exception cref="LakeException"><c>PathNotFileSystem</c>.</exception>
    public static string Full(PathIntrinsics paths, string path)
    {
        if (string.IsNullOrWhiteSpace(path)) throw Fault.PathNotFileSystem(path, "it is blank");
        try
        {
            var full = paths.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
            Check(path, provider);
            return full;
        }
        catch (Exception exception) when (exception is SessionStateException or PSInvalidOperationException)
        {
            // No such drive or provider, or a provider that has no ~.
            throw Fault.PathNotFileSystem(path, exception.Message.TrimEnd('.'), inner: exception);
        }
    }

    /// <summary>Checks that a path is one of the file system.</summary>
    /// <param name="path">The path as it was specified.</param>
    /// <param name="provider">The provider that PowerShell found for it.</param>
    /// <exception cref="LakeException"><c>PathNotFileSystem</c>.</exception>
    public static void Check(string path, ProviderInfo provider)
    {
        if (!string.Equals(provider.Name, FileSystemProvider.ProviderName, StringComparison.OrdinalIgnoreCase))
            throw Fault.PathNotFileSystem(path, $"it belongs to the provider {provider.Name}");
    }
}
