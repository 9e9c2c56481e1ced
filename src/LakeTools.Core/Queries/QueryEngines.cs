using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Queries;

/// <summary>
/// Finds the module LakeTools.Query, which has the query engine of embedded lakes, and loads it with the first query: next to the module
/// LakeTools, then on PSModulePath.
/// </summary>
public static class QueryEngines
{
    private const string Module = "LakeTools.Query";

    private static readonly object s_gate = new();
    private static IQueryEngine? s_engine;

    /// <summary>The version that the engine must have: this assembly's own, because the two share types.</summary>
    private static string Version => typeof(QueryEngines).Assembly.GetName().Version!.ToString(3);

    /// <summary>The engine.</summary>
    /// <returns>The same one for the process.</returns>
    /// <exception cref="LakeException"><c>QueryEngineNotFound</c>.</exception>
    public static IQueryEngine Get()
    {
        lock (s_gate) return s_engine ??= Load();
    }

    /// <summary>Sets the engine, for programs that bring it themselves.</summary>
    /// <param name="engine">The engine.</param>
    public static void Use(IQueryEngine engine)
    {
        lock (s_gate) s_engine = engine;
    }

    private static IQueryEngine Load()
    {
        var folder = Folders().FirstOrDefault(folder => File.Exists(Path.Combine(folder, Module + ".dll")))
            ?? throw Fault.QueryEngineNotFound(Module, Version);
        try
        {
            var assembly = new EngineContext(folder).LoadFromAssemblyPath(Path.Combine(folder, Module + ".dll"));
            if (assembly.GetName().Version!.ToString(3) != Version) throw Fault.QueryEngineNotFound(folder, Version);
            var type = assembly.GetExportedTypes().First(type => typeof(IQueryEngine).IsAssignableFrom(type));
            return (IQueryEngine)Activator.CreateInstance(type)!;
        }
        catch (Exception error) when (error is FileLoadException or BadImageFormatException or ReflectionTypeLoadException)
        {
            throw Fault.QueryEngineNotFound(folder, Version, inner: error);
        }
    }

    // A module is in a folder of its name, or in a folder of its version below that. LakeTools' own is where bin/LakeTools.Core.dll is.
    private static IEnumerable<string> Folders()
    {
        var own = Path.GetDirectoryName(typeof(QueryEngines).Assembly.Location) is { Length: > 0 } bin ? bin : null;
        // The assemblies that are compiled ahead are in bin/ahead/<platform>.
        if (Path.GetDirectoryName(own) is { } ahead && Path.GetFileName(ahead) == "ahead") own = Path.GetDirectoryName(ahead);
        var roots = new List<string>();
        for (var folder = own is null ? null : Path.GetDirectoryName(own); folder is not null; folder = Path.GetDirectoryName(folder))
            roots.Add(folder);
        return roots.Skip(1).Take(2)
            .Concat((Environment.GetEnvironmentVariable("PSModulePath") ?? "")
                .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
            .SelectMany(root => new[]
            {
                Path.Combine(root, Module, Version, "bin"),
                Path.Combine(root, Module, "bin"),
            });
    }

    /// <summary>Loads the engine's own assemblies from its folder; ours and those of the runtime are where they are.</summary>
    private sealed class EngineContext(string folder) : AssemblyLoadContext(Module)
    {
        protected override Assembly? Load(AssemblyName assemblyName)
        {
            var path = Path.Combine(folder, assemblyName.Name + ".dll");
            if (File.Exists(path)) return LoadFromAssemblyPath(path);
            return assemblyName.Name!.StartsWith("LakeTools", StringComparison.Ordinal)
                ? GetLoadContext(typeof(QueryEngines).Assembly)!.LoadFromAssemblyName(assemblyName) : null;
        }

        protected override nint LoadUnmanagedDll(string unmanagedDllName)
        {
            var path = Path.Combine(folder, "runtimes", Platform, "native", FileName(unmanagedDllName));
            return File.Exists(path) ? LoadUnmanagedDllFromPath(path) : 0;
        }

        private static string Platform => OperatingSystem.IsMacOS() ? "osx"
            : (OperatingSystem.IsWindows() ? "win-" : "linux-") + RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();

        private static string FileName(string name) => OperatingSystem.IsWindows() ? name + ".dll"
            : "lib" + name + (OperatingSystem.IsMacOS() ? ".dylib" : ".so");
    }
}
