using System.Reflection;
using LakeTools.Local.Store;

namespace LakeTools.Local.Jobs;

/// <summary>
/// A run's own folder: the script, the files that Python needs with it, a home and a place for temporary files. It is deleted with the run.
/// </summary>
internal sealed class JobFolder : IDisposable
{
    private const string ResourcePrefix = "Jobs/Python/";

    public JobFolder(string lakeFolder, string runId)
    {
        var all = Path.Combine(lakeFolder, "jobs");
        Root = Path.Combine(all, runId);
        Library = Path.Combine(Root, "lib");
        Home = Path.Combine(Root, "home");
        Temporary = Path.Combine(Root, "tmp");
        foreach (var folder in new[] { all, Root, Library, Home, Temporary }) OwnFiles.MakeFolder(folder);
    }

    public string Root { get; }

    /// <summary>On PYTHONPATH.</summary>
    public string Library { get; }

    public string Home { get; }

    public string Temporary { get; }

    /// <summary>Lays awsglue.utils and our sitecustomize where the script's Python finds them.</summary>
    public void AddPythonLibrary()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal)))
        {
            var file = Path.Combine(Library, name[ResourcePrefix.Length..].Replace('/', Path.DirectorySeparatorChar));
            OwnFiles.MakeFolder(Path.GetDirectoryName(file)!);
            using var source = assembly.GetManifestResourceStream(name)!;
            using var target = OwnFiles.Make(file);
            source.CopyTo(target);
        }
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Root, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A process that the script started and left behind still holds a file; the folder stays.
        }
    }
}
