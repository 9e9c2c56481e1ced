namespace LakeTools.Cmdlets.Secrets;

/// <summary>Writes a value to a file that only its owner may read.</summary>
internal static class SecretFile
{
    /// <summary>Writes beside and renames, so the file is never half written, nor for a moment readable by others.</summary>
    public static async Task WriteAsync(string path, byte[] bytes, CancellationToken cancellationToken)
    {
        var beside = path + "." + Guid.NewGuid().ToString("N");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            await using (var stream = new FileStream(beside, options))
                await stream.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
            File.Move(beside, path, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }
}
