using System.Management.Automation;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace LakeTools.Loader;

/// <summary>
/// The private load context of the module: the AWS SDK, SQLite and whatever else we bring live here, so other
/// versions of them in the same PowerShell process neither disturb us nor are disturbed.
/// </summary>
public sealed class ModuleLoadContext : AssemblyLoadContext
{
    private static readonly object Gate = new();
    private static ModuleLoadContext? s_instance;

    private readonly string _directory;
    private readonly string _ahead;

    private ModuleLoadContext(string directory)
        : base("LakeTools", isCollectible: false)
    {
        _directory = directory;
        _ahead = Path.Combine(directory, "ahead", PortableRid());
    }

    /// <summary>
    /// Loads the cmdlets' assembly. There is one context for the process: a second import, from another runspace or
    /// with <c>-Force</c>, gets the same assembly, so all runspaces see the same types.
    /// </summary>
    /// <param name="directory">The module's <c>bin</c> folder.</param>
    /// <returns>The assembly <c>LakeTools.Cmdlets</c>.</returns>
    public static Assembly LoadCmdlets(string directory)
    {
        lock (Gate)
        {
            s_instance ??= new ModuleLoadContext(directory);
            return s_instance.LoadFromAssemblyName(new AssemblyName("LakeTools.Cmdlets"));
        }
    }

    /// <summary>
    /// Makes the types that the cmdlets emit, and those of their parameters, known to scripts, such as mocks and proxies of the cmdlets:
    /// PowerShell looks for names of types in the default load context only. The build lists them.
    /// </summary>
    /// <exception cref="InvalidOperationException">LoadCmdlets was not called before.</exception>
    public static void AddTypeNames()
    {
        lock (Gate)
        {
            var context = s_instance ?? throw new InvalidOperationException("LoadCmdlets comes first.");
            var add = typeof(PSObject).Assembly.GetType("System.Management.Automation.TypeAccelerators", throwOnError: true)!
                .GetMethod("Add", [typeof(string), typeof(Type)])!.CreateDelegate<Action<string, Type>>();
            var assemblies = new Dictionary<string, Assembly>();
            foreach (var line in File.ReadAllLines(Path.Combine(context._directory, "LakeTools.types.txt")))
            {
                var (name, assembly) = (line[..line.IndexOf(',')], line[(line.IndexOf(' ') + 1)..]);
                if (!assemblies.TryGetValue(assembly, out var from))
                    assemblies.Add(assembly, from = context.LoadFromAssemblyName(new AssemblyName(assembly)));
                add(name, from.GetType(name, throwOnError: true)!);
            }
        }
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        // Only what we ship; System.Management.Automation and the framework come from the default context.
        // Code that was compiled ahead for another platform does not load at all, hence a folder for each.
        var path = Path.Combine(_ahead, assemblyName.Name + ".dll");
        if (!File.Exists(path)) path = Path.Combine(_directory, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }

    /// <inheritdoc/>
    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        var folder = Path.Combine(_directory, "runtimes", PortableRid(), "native");
        foreach (var name in NativeNames(unmanagedDllName))
        {
            var path = Path.Combine(folder, name);
            if (File.Exists(path)) return LoadUnmanagedDllFromPath(path);
        }

        return 0;
    }

    private static IEnumerable<string> NativeNames(string name)
    {
        yield return name;
        if (OperatingSystem.IsWindows()) yield return name + ".dll";
        else if (OperatingSystem.IsMacOS()) yield return "lib" + name + ".dylib";
        else yield return "lib" + name + ".so";
    }

    private static string PortableRid()
    {
        var os = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : IsMusl() ? "linux-musl" : "linux";
        return os + "-" + RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
    }

    // The runtime's own identifier names the distribution's flavour only where the runtime was built for it.
    private static bool IsMusl() => RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal)
        || RuntimeInformation.RuntimeIdentifier.StartsWith("alpine", StringComparison.Ordinal);
}
