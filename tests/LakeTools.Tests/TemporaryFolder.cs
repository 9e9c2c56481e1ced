namespace LakeTools.Tests;

/// <summary>A folder of a test's own, removed with all that is in it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("laketools-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
