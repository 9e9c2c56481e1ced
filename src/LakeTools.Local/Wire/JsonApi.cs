using System.Text.Json.Nodes;
using LakeTools.Local.Store;

namespace LakeTools.Local.Wire;

/// <summary>
/// A service whose operations take and give JSON (rest-json or json 1.1). A service registers each operation once, as
/// reading or writing; routing, signature, model checks, transaction and wire form are the router's.
/// </summary>
internal abstract class JsonApi
{
    private readonly Dictionary<string, (bool Writes, Func<ApiCall, JsonObject?> Body)> _operations = new(StringComparer.Ordinal);

    /// <summary>The signing name, such as <c>lakeformation</c>; also the name of its model.</summary>
    public abstract string Service { get; }

    /// <summary>Its tables.</summary>
    public abstract StorePart Part { get; }

    /// <summary>The operations that it carries out.</summary>
    public IReadOnlyDictionary<string, (bool Writes, Func<ApiCall, JsonObject?> Body)> Operations => _operations;

    /// <summary>Registers an operation that only reads.</summary>
    protected void Read(string operation, Func<ApiCall, JsonObject?> body) => _operations.Add(operation, (false, body));

    /// <summary>Registers an operation that may write.</summary>
    protected void Write(string operation, Func<ApiCall, JsonObject?> body) => _operations.Add(operation, (true, body));
}
